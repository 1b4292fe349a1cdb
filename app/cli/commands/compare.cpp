// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/io/failure.h"
#include "core/io/filelist.h"
#include "core/io/imagefile.h"
#include "core/pipeline/compare/comparereport.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>

namespace sonoloom
{

namespace
{

namespace fs = std::filesystem;

constexpr const char* peersFolder = "comparison_results";

/// One side of a comparison: images, or one sound.
struct Side {
    std::vector<fs::path> files;
    bool isSound = false;
};

bool hasSuffix(const fs::path& file, const std::vector<std::string>& suffixes)
{
    std::string suffix = file.extension().string();
    suffix.erase(0, 1);
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::ranges::find(suffixes, suffix) != suffixes.end();
}

/// By the suffix, else by what is in the file.
bool isSound(const fs::path& file)
{
    if (hasSuffix(file, readableImageSuffixes()))
        return false;
    return hasSuffix(file, readableAudioSuffixes()) || !readImageFile(file);
}

/// A picture of a comparison among the images that were compared.
bool isOurPicture(const fs::path& file)
{
    std::error_code ignored;
    return isComparisonPicture(file) || (file.filename().string().ends_with("_comparison.png") &&
                                         fs::exists(file.parent_path() / "comparison.json", ignored));
}

Result<Side> sideOf(const std::string& input, bool recursive, const std::vector<std::string>& suffixes)
{
    auto list = expandInputs({input}, suffixes, recursive);
    if (!list)
        return list.error();
    if (list->files.size() > 1)
        std::erase_if(list->files, isOurPicture);
    if (list->files.empty())
        return Error{ErrorCode::NotFound, quoted(fs::path(input)) + " holds no images to compare; name a folder of images, an image or a sound file."};
    const bool sound = list->files.size() == 1 && isSound(list->files.front());
    return Side{std::move(list->files), sound};
}

struct Sides {
    Side a;
    Side b;
};

Result<Sides> sidesOf(const Arguments& arguments, const std::vector<std::string>& suffixes)
{
    const auto& inputs = arguments.inputs();
    if (inputs.size() != 2)
        return Error{ErrorCode::InvalidArgument, "To compare takes two inputs, the original and the other one; " +
                                                     std::to_string(inputs.size()) + " were named."};
    auto a = sideOf(inputs[0], arguments.isOn("recursive"), suffixes);
    if (!a)
        return a.error();
    auto b = sideOf(inputs[1], arguments.isOn("recursive"), suffixes);
    if (!b)
        return b.error();
    if (a->isSound != b->isSound)
        return Error{ErrorCode::InvalidArgument, quoted(fs::path(inputs[a->isSound ? 0 : 1])) + " is a sound and " +
                                                     quoted(fs::path(inputs[a->isSound ? 1 : 0])) +
                                                     " is not; name two sounds, or images on both sides."};
    return Sides{std::move(*a), std::move(*b)};
}

Result<CompareFilesOptions> optionsFrom(const Arguments& arguments, const Console& console)
{
    CompareFilesOptions options;
    if (auto applied = applyArguments(arguments, fieldsOf(options.params)); !applied)
        return applied.error();
    const auto folder = outputOf(arguments);
    if (!folder)
        return folder.error();
    options.folder = folder.value();
    options.overwrite = overwriteOf(arguments);
    options.threads = console.jobs();
    return options;
}

std::string number(const char* format, const std::optional<double>& value)
{
    char text[48];
    std::snprintf(text, sizeof text, format, value.value_or(0));
    return value ? text : "none";
}

std::string lineOf(const ImageFigures& figures)
{
    std::string line = "PSNR " + number("%.2f dB", figures.psnrDb);
    if (figures.similarity)
        line += ", SSIM " + number("%.4f", figures.similarity);
    if (figures.snrDb)
        line += ", SNR " + number("%.1f dB", figures.snrDb);
    if (figures.spectralConvergenceDb)
        line += ", spectral convergence " + number("%.1f dB", figures.spectralConvergenceDb);
    if (figures.logSpectralDistanceDb)
        line += ", log-spectral distance " + number("%.1f dB", figures.logSpectralDistanceDb);
    return line;
}

/// Everything that did not stop the work, but that one should know of.
void tellTroubles(const ComparedImages& compared, Console& console)
{
    for (const Error& failure : compared.failures)
        console.fail(failure);
    for (const auto& [files, which] : {std::pair(&compared.onlyA, "second"), std::pair(&compared.onlyB, "first")})
        for (const fs::path& file : *files)
            console.monitor().notice(quoted(file) + " has no partner in the " + which + " set; it was left out.");
    for (const ComparedSlice& slice : compared.slices)
        for (const std::string& conversion : slice.conversions)
            console.monitor().notice(slice.files.a.filename().string() + ": " + conversion);
}

nlohmann::ordered_json parsed(const std::string& json, const ReportFiles& report)
{
    auto object = nlohmann::ordered_json::parse(json);
    for (const auto& [key, file] : {std::pair("csv", &report.csv), std::pair("json", &report.json), std::pair("html", &report.html)})
        if (!file->empty())
            object["report"][key] = utf8(file->string());
    return object;
}

void show(const ComparedImages& compared, Console& console)
{
    tellTroubles(compared, console);
    console.result().update(parsed(toJson(compared), compared.report));
    for (const ComparedSlice& slice : compared.slices)
        console.say(slice.files.a.filename().string() + " | " + slice.files.b.filename().string() + ": " + lineOf(slice.figures));
    console.say("Average: " + lineOf(compared.mean));
    console.say("Report: " + compared.report.html.string());
}

std::string offsetLine(const SoundComparison& c)
{
    if (c.alignment.by == AlignedBy::Nothing)
        return "offset: none was found";
    return "offset of the second: " + std::to_string(c.alignment.offset) + " samples (" +
           number("%.4g s", c.offsetSeconds()) + ", by " +
           (c.alignment.by == AlignedBy::Waveform ? "waveform" : "envelopes") + ", " +
           number("%.0f", c.alignment.confidence() * 100) + " % sure)" + (c.alignment.inverted ? ", polarity opposite" : "");
}

void show(const ComparedSounds& compared, Console& console)
{
    const SoundComparison& c = compared.comparison;
    for (const std::string& conversion : c.conversions)
        console.monitor().notice(conversion);
    console.result().update(parsed(toJson(compared), compared.report));
    console.say(compared.a.string() + " | " + compared.b.string());
    console.say("  SNR " + number("%.1f dB", c.snrDb) + ", spectral convergence " + number("%.1f dB", c.spectralConvergenceDb) +
                ", log-spectral distance " + number("%.1f dB", c.logSpectralDistanceDb));
    console.say("  " + offsetLine(c));
    console.say("  the second is " + number("%.2f dB", std::abs(c.gainDb)) + (c.gainDb < 0 ? " quieter" : " louder") +
                "; loudness " + number("%.1f LUFS", c.loudnessA.lufs) +
                " and " + number("%.1f LUFS", c.loudnessB.lufs) + ", true peak " + number("%.1f dBTP", c.loudnessA.truePeakDb) +
                " and " + number("%.1f dBTP", c.loudnessB.truePeakDb));
    console.say("  report: " + compared.report.html.string());
}

Result<void> compare(const Arguments& arguments, Console& console)
{
    const auto options = optionsFrom(arguments, console);
    if (!options)
        return options.error();
    const auto sides = sidesOf(arguments, readableImageSuffixes());
    if (!sides)
        return sides.error();
    if (sides->a.isSound) {
        const auto compared =
            compareSoundFiles(sides->a.files.front(), sides->b.files.front(), options.value(), console.monitor());
        if (!compared)
            return compared.error();
        show(compared.value(), console);
        return {};
    }
    const auto compared = compareImageSets(sides->a.files, sides->b.files, options.value(), console.monitor());
    if (!compared)
        return compared.error();
    show(compared.value(), console);
    return {};
}

void run(const Arguments& arguments, Console& console)
{
    if (auto done = compare(arguments, console); !done)
        console.fail(done.error());
}

void showAsPeer(const ComparedImages& compared, Console& console)
{
    tellTroubles(compared, console);
    console.result().update(parsed(toJson(compared), compared.report));
    for (std::size_t i = 0; i < compared.slices.size(); ++i) {
        char line[64];
        std::snprintf(line, sizeof line, "Slice %02zu: %.2f dB", i, compared.slices[i].figures.psnrDb);
        console.say(line);
    }
    console.say("AVERAGE PSNR: " + number("%.2f dB", compared.mean.psnrDb));
}

Result<void> compareAsPeer(Arguments arguments, Console& console)
{
    if (!arguments.has("output"))
        arguments.set("output", peersFolder);
    const auto options = optionsFrom(arguments, console);
    if (!options)
        return options.error();
    const auto sides = sidesOf(arguments, {"png"});
    if (!sides)
        return sides.error();
    if (sides->a.isSound)
        return Error{ErrorCode::InvalidArgument, "'compare_spectrograms' takes two folders of images; use 'compare' for sounds."};
    const auto compared = sonoloom::compareAsPeer(sides->a.files, sides->b.files, options.value(), console.monitor());
    if (!compared)
        return compared.error();
    showAsPeer(compared.value(), console);
    return {};
}

void runAsPeer(const Arguments& arguments, Console& console)
{
    if (auto done = compareAsPeer(arguments, console); !done)
        console.fail(done.error());
}

} // namespace

Verb compareVerb()
{
    CompareParams defaults;
    return {"compare", "A B -o DIR", "Compares images pair by pair, or two sounds, with figures, pictures and a report.",
            joined(fileOptions("DIR", "Folder for the pictures and the report; made if missing"), optionsOf(fieldsOf(defaults))),
            run};
}

Verb compareSpectrogramsVerb()
{
    return {"compare_spectrograms", "DIR DIR -o DIR", "As wav_diff's compare_spectrograms: PSNR and pictures of two folders.",
            {{"output", 'o', "DIR", std::string("Folder for the pictures (default ") + peersFolder + ")"},
             {"force", 'f', "", "Replace files that are there already"}},
            runAsPeer};
}

} // namespace sonoloom
