// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/editing.h"

#include "app/cli/commands/shared.h"
#include "core/io/imagefile.h"

#include <algorithm>
#include <array>
#include <cstdio>

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

Result<SoundOutput> soundOutput(const Arguments& arguments, const Console& console)
{
    const auto place = outputOf(arguments);
    if (!place)
        return place.error();
    SoundOutput output{*place, {}, {}, overwriteOf(arguments), console.jobs()};
    if (auto applied = applyArguments(arguments, soundFields(output)); !applied)
        return applied.error();
    return output;
}

void tell(ImageFiles& images, const EditedImages& made, Console& console)
{
    tellRecords(images, console);
    auto outputs = nlohmann::ordered_json::array();
    for (const auto& output : made.outputs)
        outputs.push_back(utf8(output.string()));
    console.result() = {
        {"inputs", inputsOf(images)}, {"outputs", std::move(outputs)}, {"width", made.width}, {"height", made.height}};
    std::string line = made.outputs.front().string();
    if (made.outputs.size() > 1)
        line += " .. " + made.outputs.back().filename().string();
    line += " (" + std::to_string(made.width) + " x " + std::to_string(made.height) + " pixels";
    if (made.sampleRate > 0) {
        console.result()["channels"] = made.channels;
        console.result()["sample_rate"] = made.sampleRate;
        console.result()["samples"] = made.samples;
        console.result()["clipped_pixels"] = made.report.clippedPixels;
        line += ", " + secondsText(made.samples, made.sampleRate);
    }
    console.say(line + ")");
}

void tell(ImageFiles& images, const JoinedSound& made, Console& console)
{
    tellRecords(images, console);
    console.result() = {{"inputs", inputsOf(images)},     {"output", utf8(made.output.string())},
                        {"sample_rate", made.sampleRate}, {"channels", made.channels},
                        {"samples", made.samples},        {"columns", made.columns},
                        {"img", made.imageError},         {"rounds", made.rounds}};
    console.say(
        lineOf(DecodedFile{made.output, made.sampleRate, made.channels, made.samples, made.imageError, made.rounds}));
}

} // namespace sonoloom
