// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/editing.h"
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/pipeline/edit/blendfiles.h"

namespace sonoloom
{

namespace
{

Result<BlendFilesJob> jobFrom(const Arguments& arguments)
{
    if (arguments.inputs().size() != 2)
        return Error{ErrorCode::InvalidArgument,
                     "'blend' takes two images, the one that ends and the one that begins."};
    const auto output = outputOf(arguments);
    if (!output)
        return output.error();
    auto wish = readingWish(arguments);
    if (!wish)
        return wish.error();
    BlendFilesJob job{{}, std::move(*wish), *output, overwriteOf(arguments)};
    if (auto applied = applyArguments(arguments, fieldsOf(job.params)); !applied)
        return applied.error();
    return job;
}

Result<void> blendSound(const Arguments& arguments, ImageFiles& images, const BlendFilesJob& job, Console& console)
{
    const auto output = soundOutput(arguments, console);
    if (!output)
        return output.error();
    const auto made = blendToSound(images, job.params, job.wish, *output, console.monitor());
    if (!made)
        return made.error();
    tell(images, *made, console);
    return {};
}

Result<void> blend(const Arguments& arguments, Console& console)
{
    const auto job = jobFrom(arguments);
    if (!job)
        return job.error();
    auto images = editedFiles(arguments, console);
    if (!images)
        return images.error();
    if (namesSound(job->output) && !arguments.isOn("compat"))
        return blendSound(arguments, *images, *job, console);
    const auto made = arguments.isOn("compat") ? blendFilesAsPeer(*images, *job, console.monitor())
                                               : blendFiles(*images, *job, console.monitor());
    if (!made)
        return made.error();
    tell(*images, *made, console);
    return {};
}

void run(const Arguments& arguments, Console& console)
{
    if (auto done = blend(arguments, console); !done)
        console.fail(done.error());
}

} // namespace

Verb blendVerb()
{
    BlendParams defaults;
    SoundOutput sound;
    auto options = joined(editingOptions("PATH", "The image, or one sound file: wav, flac, ogg, opus, mp3, m4a; with "
                                                 "--compat the folder for both images"),
                          optionsOf(fieldsOf(defaults)));
    options.push_back({"compat", 0, "", "Do exactly what ai-music-generation does"});
    return {"blend", "A B -o PATH", "Lets one image give way to another, each band of frequencies in its time.",
            joined(std::move(options), soundOptions(sound)), run};
}

} // namespace sonoloom
