// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"

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

Result<DecodeFilesOptions> decodeOptionsFrom(const Arguments& arguments, const Console& console, const ReconstructParams& reconstruct)
{
    DecodeFilesOptions decode;
    decode.reconstruct = reconstruct;
    auto fields = fieldsOf(decode.reconstruct);
    for (const Field& field : fieldsOf(decode.write))
        fields.push_back(field);
    if (auto applied = applyArguments(arguments, fields); !applied)
        return applied.error();
    decode.asStored = !arguments.has("bits");
    decode.threads = console.jobs();
    return decode;
}

void run(const Arguments& arguments, Console& console)
{
    const auto request = encodeRequest(arguments, console);
    if (!request) {
        console.fail(request.error());
        return;
    }
    const EncodeRequest& asked = request.value();
    const auto decode = decodeOptionsFrom(arguments, console, asked.reconstruct);
    if (!decode) {
        console.fail(decode.error());
        return;
    }
    auto& results = console.result()["files"] = nlohmann::ordered_json::array();
    forEachItem(asked.files.size(), console, [&](std::size_t i, JobMonitor& monitor) -> Result<void> {
        const auto made = convertFile(asked.files[i], asked.stems[i], *asked.codec, asked.options, decode.value(), monitor);
        if (!made)
            return made.error();
        results.push_back(jsonOfConverted(made.value()));
        sayConverted(made.value(), console);
        return {};
    });
}

} // namespace

Verb convertVerb()
{
    DecodeFilesOptions defaults;
    auto options = joined(encodeOptions("Folder for all results; made if missing"), optionsOf(fieldsOf(defaults.reconstruct)));
    options = joined(std::move(options), optionsOf(fieldsOf(defaults.write)));
    return {"convert", "AUDIO... -o DIR", "Turns sound into images and back, with a comparison picture and figures.",
            std::move(options), run};
}

} // namespace sonoloom
