// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/pipeline/crossfade/crossfadefiles.h"

#include <cstdio>

namespace sonoloom
{

namespace
{

using Json = nlohmann::ordered_json;

Json jsonOf(const Tempo& tempo)
{
    return {{"bpm", tempo.bpm ? Json(*tempo.bpm) : Json(nullptr)},
            {"confidence", tempo.confidence},
            {"beats_per_bar", tempo.beatsPerBar},
            {"bar_confidence", tempo.barConfidence}};
}

Json jsonOf(const CrossfadeFilesJob& job, const BeatFade& made)
{
    static constexpr const char* alignments[] = {"beat", "bar", "correlation", "none"};
    return {{"inputs", {utf8(job.first.string()), utf8(job.second.string())}},
            {"output", utf8(job.output.string())},
            {"sample_rate", made.sound.sampleRate},
            {"channels", made.sound.channelCount()},
            {"samples", made.sound.sampleCount()},
            {"aligned", alignments[static_cast<int>(made.aligned)]},
            {"fade_start", made.fadeStart},
            {"fade_seconds", made.fadeSeconds},
            {"second_start", made.secondStart},
            {"stretch", made.stretch},
            {"gain_db", made.gainDb},
            {"first", jsonOf(made.first)},
            {"second", jsonOf(made.second)},
            {"findings", made.findings}};
}

/// Errors: InvalidArgument.
Result<CrossfadeFilesJob> jobFrom(const Arguments& arguments, const Console& console)
{
    if (arguments.inputs().size() != 2)
        return Error{ErrorCode::InvalidArgument,
                     "'crossfade' takes two sound files, the one that ends and the one that begins."};
    const auto output = outputOf(arguments);
    if (!output)
        return output.error();
    CrossfadeFilesJob job;
    auto fields = fieldsOf(job.params);
    const auto more = fieldsOf(job.write);
    fields.insert(fields.end(), more.begin(), more.end());
    if (auto applied = applyArguments(arguments, fields); !applied)
        return applied.error();
    job.first = arguments.inputs()[0];
    job.second = arguments.inputs()[1];
    job.output = output.value();
    job.compatible = arguments.isOn("compat");
    job.overwrite = overwriteOf(arguments);
    job.threads = console.jobs();
    return job;
}

void run(const Arguments& arguments, Console& console)
{
    const auto job = jobFrom(arguments, console);
    if (!job) {
        console.fail(job.error());
        return;
    }
    const auto made = crossfadeFiles(job.value(), console.monitor());
    if (!made) {
        console.fail(made.error());
        return;
    }
    console.result() = jsonOf(job.value(), made.value());
    for (const std::string& finding : made->findings)
        console.say(finding);
    console.say(job->output.string() + " (" + std::to_string(made->sound.sampleRate) + " Hz, " +
                secondsText(made->sound.sampleCount(), made->sound.sampleRate) + ")");
}

} // namespace

Verb crossfadeVerb()
{
    CrossfadeFilesJob defaults;
    std::vector<Option> options{{"output", 'o', "AUDIO", "Sound file: wav, flac, ogg, opus, mp3, m4a"},
                                {"force", 'f', "", "Replace files that are there already"},
                                {"compat", 0, "", "Do exactly what ai-music-generation does"}};
    options = joined(std::move(options), optionsOf(fieldsOf(defaults.params)));
    return {"crossfade", "A B -o AUDIO", "Lets one sound give way to another, beat on beat.",
            joined(std::move(options), optionsOf(fieldsOf(defaults.write))), run};
}

} // namespace sonoloom
