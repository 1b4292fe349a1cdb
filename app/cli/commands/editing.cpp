// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/editing.h"

#include "app/cli/commands/shared.h"
#include "core/io/imagefile.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace sonoloom
{

namespace
{

constexpr std::array<std::string_view, 7> readingKeys{"maxvol", "power",     "level",    "f-min",
                                                      "f-max",  "window-ms", "padded-ms"};

std::vector<Field> readingFields(RiffusionParams& params)
{
    auto fields = fieldsOf(params);
    std::erase_if(fields,
                  [](const Field& field) { return std::ranges::find(readingKeys, field.key) == readingKeys.end(); });
    return fields;
}

std::vector<Field> soundFields(SoundOutput& output)
{
    auto fields = fieldsOf(output.reconstruct);
    const auto more = fieldsOf(output.write);
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

nlohmann::ordered_json inputsOf(ImageFiles& images)
{
    auto inputs = nlohmann::ordered_json::array();
    for (const auto& file : images.files())
        inputs.push_back(utf8(file.string()));
    return inputs;
}

void tellRecords(ImageFiles& images, Console& console)
{
    for (const auto& sentences : {images.notices(), images.restorations()})
        for (const std::string& sentence : sentences)
            console.monitor().notice(sentence);
}

} // namespace

std::vector<Option> editingOptions(const std::string& output, const std::string& outputHelp)
{
    RiffusionParams defaults;
    auto options = joined(fileOptions(output, outputHelp), optionsOf(readingFields(defaults)));
    options.push_back(recordsOption());
    return options;
}

std::vector<Option> soundOptions(SoundOutput& defaults)
{
    return optionsOf(soundFields(defaults));
}

Result<MelImagesWish> readingWish(const Arguments& arguments)
{
    MelImagesWish wish;
    auto given = applyArguments(arguments, readingFields(wish.params));
    if (!given)
        return given.error();
    wish.given = std::move(*given);
    return wish;
}

Result<ImageFiles> editedFiles(const Arguments& arguments, Console& console)
{
    auto known = knownRecords(arguments, console.monitor());
    if (!known)
        return known.error();
    auto files = inputFiles(arguments, readableImageSuffixes(), "images", console);
    if (!files)
        return files.error();
    if (files->size() > 1)
        std::erase_if(*files, isComparisonPicture);
    return ImageFiles(std::move(*files), std::move(*known));
}

Result<SoundOutput> soundOutput(const Arguments& arguments, const Console& console, const ReconstructParams& usual)
{
    const auto place = outputOf(arguments);
    if (!place)
        return place.error();
    SoundOutput output{*place, usual, {}, overwriteOf(arguments), console.jobs()};
    if (auto applied = applyArguments(arguments, soundFields(output)); !applied)
        return applied.error();
    return output;
}

bool namesSound(const std::filesystem::path& output)
{
    std::string suffix = output.extension().string();
    suffix.erase(0, suffix.empty() ? 0 : 1);
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto& known = writableAudioSuffixes();
    return std::ranges::find(known, suffix) != known.end();
}

void tell(const EditedImages& made, Console& console)
{
    auto& result = console.result();
    result["outputs"] = nlohmann::ordered_json::array();
    for (const auto& output : made.outputs)
        result["outputs"].push_back(utf8(output.string()));
    result["width"] = made.width;
    result["height"] = made.height;
    std::string line = made.outputs.front().string();
    if (made.outputs.size() > 1)
        line += " .. " + made.outputs.back().filename().string();
    line += " (" + std::to_string(made.width) + " x " + std::to_string(made.height) + " pixels";
    if (made.sampleRate > 0) {
        result["channels"] = made.channels;
        result["sample_rate"] = made.sampleRate;
        result["samples"] = made.samples;
        result["clipped_pixels"] = made.report.clippedPixels;
        line += ", " + secondsText(made.samples, made.sampleRate);
    }
    console.say(line + ")");
}

void tell(const JoinedSound& made, Console& console)
{
    auto& result = console.result();
    result["output"] = utf8(made.output.string());
    result["sample_rate"] = made.sampleRate;
    result["channels"] = made.channels;
    result["samples"] = made.samples;
    result["columns"] = made.columns;
    result["img"] = made.imageError;
    result["rounds"] = made.rounds;
    console.say(
        lineOf(DecodedFile{made.output, made.sampleRate, made.channels, made.samples, made.imageError, made.rounds}));
}

void tell(ImageFiles& images, const EditedImages& made, Console& console)
{
    tellRecords(images, console);
    console.result()["inputs"] = inputsOf(images);
    tell(made, console);
}

void tell(ImageFiles& images, const JoinedSound& made, Console& console)
{
    tellRecords(images, console);
    console.result()["inputs"] = inputsOf(images);
    tell(made, console);
}

} // namespace sonoloom
