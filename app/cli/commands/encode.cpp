// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/io/audiofile.h"

namespace sonoloom
{

namespace
{

Result<void> encodeAll(const Arguments& arguments, Console& console)
{
    const auto folder = outputOf(arguments);
    if (!folder)
        return folder.error();
    auto named = namedCodec(arguments.value("format", "riffusion"));
    if (!named)
        return named.error();
    const auto chosen = withArguments(std::move(*named), arguments, arguments.isOn("compat"));
    if (!chosen)
        return chosen.error();
    const auto files = inputFiles(arguments, readableAudioSuffixes(), "sound files", console);
    if (!files)
        return files.error();
    const Codec& codec = *chosen.value().codec;
    const bool sidecar = arguments.value("sidecar", codec.compatible() ? "false" : "true") == "true";
    const EncodeFilesOptions options{folder.value(), sidecar, overwriteOf(arguments), console.jobs()};
    const auto stems = outputStems(files.value());
    auto& results = console.result()["files"] = nlohmann::ordered_json::array();
    forEachItem(stems.size(), console, [&](std::size_t i, JobMonitor& monitor) -> Result<void> {
        const auto made = encodeFile(files.value()[i], stems[i], codec, options, monitor);
        if (!made)
            return made.error();
        results.push_back(jsonOf(made.value()));
        console.say(lineOf(made.value()));
        return {};
    });
    return {};
}

void run(const Arguments& arguments, Console& console)
{
    if (auto done = encodeAll(arguments, console); !done)
        console.fail(done.error());
}

} // namespace

Verb encodeVerb()
{
    auto options = joined(fileOptions("DIR", "Folder for the images; made if missing"), codecOptions("riffusion"));
    options.push_back({"sidecar", 0, "", "Write a file with all parameters beside the images (default on)", true});
    return {"encode", "AUDIO... -o DIR", "Turns sound into images.", std::move(options), run};
}

} // namespace sonoloom
