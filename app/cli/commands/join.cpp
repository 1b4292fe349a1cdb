// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/editing.h"
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/pipeline/edit/joinfiles.h"

namespace sonoloom
{

namespace
{

Result<ConcatFilesJob> concatJob(const Arguments& arguments)
{
    const auto output = outputOf(arguments);
    if (!output)
        return output.error();
    auto wish = readingWish(arguments);
    if (!wish)
        return wish.error();
    ConcatFilesJob job;
    job.wish = std::move(*wish);
    job.output = *output;
    job.overwrite = overwriteOf(arguments);
    if (auto applied = applyArguments(arguments, fieldsOf(job.params)); !applied)
        return applied.error();
    return job;
}

Result<void> concat(const Arguments& arguments, Console& console)
{
    const auto job = concatJob(arguments);
    if (!job)
        return job.error();
    auto images = editedFiles(arguments, console);
    if (!images)
        return images.error();
    const auto made = arguments.isOn("compat") ? concatFilesAsPeer(*images, *job, console.monitor())
                                               : concatFiles(*images, *job, console.monitor());
    if (!made)
        return made.error();
    tell(*images, *made, console);
    return {};
}

Result<void> join(const Arguments& arguments, Console& console)
{
    const auto output = soundOutput(arguments, console);
    if (!output)
        return output.error();
    const auto wish = readingWish(arguments);
    if (!wish)
        return wish.error();
    JoinParams params;
    if (auto applied = applyArguments(arguments, fieldsOf(params)); !applied)
        return applied.error();
    auto images = editedFiles(arguments, console);
    if (!images)
        return images.error();
    const auto made = joinFiles(*images, params, *wish, *output, console.monitor());
    if (!made)
        return made.error();
    tell(*images, *made, console);
    return {};
}

void runConcat(const Arguments& arguments, Console& console)
{
    if (auto done = concat(arguments, console); !done)
        console.fail(done.error());
}

void runJoin(const Arguments& arguments, Console& console)
{
    if (auto done = join(arguments, console); !done)
        console.fail(done.error());
}

} // namespace

Verb concatVerb()
{
    JoinParams defaults;
    auto options = joined(editingOptions("PNG", "The image"), optionsOf(fieldsOf(defaults)));
    options.push_back({"compat", 0, "", "Do exactly what ai-music-generation does"});
    return {"concat", "IMAGE... -o PNG", "Sets images side by side as one wide image.", std::move(options), runConcat};
}

Verb joinVerb()
{
    JoinParams defaults;
    SoundOutput sound;
    auto options = joined(editingOptions("AUDIO", "Sound file: wav, flac, ogg, opus, mp3, m4a"),
                          joined(optionsOf(fieldsOf(defaults)), soundOptions(sound)));
    return {"join", "IMAGE... -o AUDIO", "Turns images of any kind and size into one sound without seams.",
            std::move(options), runJoin};
}

} // namespace sonoloom
