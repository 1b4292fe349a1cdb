// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/io/audiofile.h"

#include <cstdio>

namespace sonoloom
{

namespace
{

nlohmann::ordered_json jsonOfConverted(const ConvertedFile& file)
{
    auto json = jsonOf(file.encoded);
    json["audio"] = utf8(file.audio.string());
    json["comparison"] = utf8(file.comparison.string());
    json["figures_file"] = utf8(file.figures.string());
    json["figures"] = nlohmann::ordered_json::parse(figuresToJson(file.result));
    return json;
}

void sayConverted(const ConvertedFile& file, Console& console)
{
    char figures[200];
    std::snprintf(figures, sizeof figures,
                  "img %.2f levels, spectral convergence %.1f dB, log-spectral distance %.1f dB, level %+.2f dB",
                  file.result.imageError, file.result.spectralConvergenceDb, file.result.logSpectralDistanceDb,
                  file.result.levelDifferenceDb);
    console.say(lineOf(file.encoded));
    console.say("  reconstructed audio  " + file.audio.string());
    console.say("  comparison picture   " + file.comparison.string());
    console.say("  figures              " + file.figures.string());
    console.say(std::string("  ") + figures);
}

Result<void> convertAll(const Arguments& arguments, Console& console)
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
    DecodeFilesOptions decode;
    auto fields = fieldsOf(decode.reconstruct);
    for (const Field& field : fieldsOf(decode.write))
        fields.push_back(field);
    if (auto applied = applyArguments(arguments, fields); !applied)
        return applied.error();
    decode.threads = console.jobs();
    const auto files = inputFiles(arguments, readableAudioSuffixes(), "sound files", console);
    if (!files)
        return files.error();
    const bool sidecar = arguments.value("sidecar", chosen.value().codec->compatible() ? "false" : "true") == "true";
    const EncodeFilesOptions encode{folder.value(), sidecar, overwriteOf(arguments), console.jobs()};
    const auto stems = outputStems(files.value());
    auto& results = console.result()["files"] = nlohmann::ordered_json::array();
    forEachItem(stems.size(), console, [&](std::size_t i, JobMonitor& monitor) -> Result<void> {
        const auto made = convertFile(files.value()[i], stems[i], *chosen.value().codec, encode, decode, monitor);
        if (!made)
            return made.error();
        results.push_back(jsonOfConverted(made.value()));
        sayConverted(made.value(), console);
        return {};
    });
    return {};
}

void run(const Arguments& arguments, Console& console)
{
    if (auto done = convertAll(arguments, console); !done)
        console.fail(done.error());
}

} // namespace

Verb convertVerb()
{
    DecodeFilesOptions defaults;
    auto options = joined(fileOptions("DIR", "Folder for all results; made if missing"), optionsOf(fieldsOf(defaults.reconstruct)));
    options = joined(std::move(options), joined(optionsOf(fieldsOf(defaults.write)), codecOptions("riffusion")));
    options.push_back({"sidecar", 0, "", "Write a file with all parameters beside the images (default on)", true});
    return {"convert", "AUDIO... -o DIR", "Turns sound into images and back, with a comparison picture and figures.",
            std::move(options), run};
}

} // namespace sonoloom
