// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"

#include "app/cli/commands/presetoption.h"
#include "core/codec/codecs.h"
#include "core/io/audiofile.h"
#include "core/io/filelist.h"
#include "core/pipeline/records/sidecars.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>

namespace sonoloom
{

namespace
{

std::string formatNames()
{
    std::string names;
    for (const auto& codec : allCodecs())
        names += (names.empty() ? "" : "|") + codec->name();
    return names;
}

std::set<std::string> allCodecKeys()
{
    std::set<std::string> keys;
    for (const auto& codec : allCodecs())
        for (const Field& field : codec->fields())
            keys.emplace(field.key);
    return keys;
}

/// The help of the first format that has the field, and where others differ from it: "(8, 16; default 8; wavdiff 16)".
/// A field that one format alone has begins with its name.
std::string sharedHelp(const std::string& key, const std::vector<std::unique_ptr<Codec>>& codecs)
{
    std::string help;
    std::string first;
    std::string others;
    std::optional<std::pair<std::string, std::string>> range; // allowed and preset of the first
    for (const auto& codec : codecs) {
        const auto fields = codec->fields();
        const Field* field = findField(fields, key);
        if (!field)
            continue;
        const std::pair own{fieldAllowed(*field), fieldText(*field)};
        if (!range) {
            help = fieldHelp(*field);
            first = codec->name();
            range = own;
            continue;
        }
        first.clear();
        if (own.first != range->first)
            others += "; " + codec->name() + " " + own.first + ", " + own.second;
        else if (own.second != range->second)
            others += "; " + codec->name() + " " + own.second;
    }
    if (!others.empty() && help.ends_with(')'))
        help.insert(help.size() - 1, others);
    return first.empty() ? help : first + ": " + help;
}

std::string number(const char* format, double value)
{
    char text[48];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

} // namespace

std::vector<Option> codecOptions(const std::string& defaultFormat)
{
    std::vector<Option> options{
        {"format", 0, (defaultFormat == "auto" ? "auto|" : "") + formatNames(), "Image format (default " + defaultFormat + ")"},
        {"compat", 0, "", "Do exactly what the format's first program does"}};
    const auto codecs = allCodecs();
    for (const auto& codec : codecs)
        for (Option& option : optionsOf(codec->fields()))
            if (std::ranges::find(options, option.name, &Option::name) == options.end()) {
                option.help = sharedHelp(option.name, codecs);
                options.push_back(std::move(option));
            }
    return options;
}

std::vector<Option> fileOptions(const std::string& output, const std::string& outputHelp)
{
    return {{"output", 'o', output, outputHelp},
            {"force", 'f', "", "Replace files that are there already"},
            {"recursive", 'r', "", "Look into the folders below, too"}};
}

std::vector<Option> joined(std::vector<Option> first, const std::vector<Option>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Result<ChosenCodec> withArguments(std::unique_ptr<Codec> codec, const Arguments& arguments, bool compatible)
{
    if (compatible)
        codec->setCompatible(true);
    const std::vector<Field> fields = codec->fields();
    for (const std::string& key : allCodecKeys())
        if (arguments.has(key) && !findField(fields, key))
            return Error{ErrorCode::InvalidArgument, "Format " + codec->name() + " has no '" + key + "'; leave it out."};
    auto given = applyArguments(arguments, fields);
    if (!given)
        return given.error();
    return ChosenCodec{std::move(codec), std::move(*given)};
}

Result<std::unique_ptr<Codec>> namedCodec(const std::string& name)
{
    if (auto codec = makeCodec(name))
        return codec;
    return Error{ErrorCode::InvalidArgument, "There is no format '" + name + "'; take one of " + formatNames() + "."};
}

Result<std::filesystem::path> outputOf(const Arguments& arguments)
{
    const std::string output = arguments.value("output");
    if (output.empty())
        return Error{ErrorCode::InvalidArgument, "No output was named; add -o and a name."};
    return std::filesystem::path(output);
}

Overwrite overwriteOf(const Arguments& arguments)
{
    return arguments.isOn("force") ? Overwrite::Yes : Overwrite::No;
}

Result<std::vector<std::filesystem::path>> inputFiles(const Arguments& arguments, const std::vector<std::string>& suffixes,
                                                      const char* kind, Console& console)
{
    if (arguments.inputs().empty())
        return Error{ErrorCode::InvalidArgument, std::string("No input was named; name ") + kind + " or a folder of them."};
    auto list = expandInputs(arguments.inputs(), suffixes, arguments.isOn("recursive"));
    if (!list)
        return list.error();
    if (list->files.empty())
        return Error{ErrorCode::NotFound, "'" + arguments.inputs().front() + "' holds no " + kind + "."};
    if (list->passedOver > 0)
        console.monitor().notice(std::to_string(list->passedOver) + " other files in the folders were passed over.");
    return std::move(list->files);
}

Option recordsOption()
{
    return {"records", 0, "PATH", "Where parameters are looked for that images have lost: a .sonoloom.json, an original "
                                  "image, or the folder of either"};
}

Result<std::shared_ptr<const std::vector<RecordSet>>> knownRecords(const Arguments& arguments, JobMonitor& monitor)
{
    using Known = std::shared_ptr<const std::vector<RecordSet>>;
    if (!arguments.has("records"))
        return Known{};
    auto sets = readRecords(arguments.value("records"), monitor);
    if (!sets)
        return sets.error();
    return Known(std::make_shared<std::vector<RecordSet>>(std::move(*sets)));
}

std::vector<Option> encodeOptions(const std::string& outputHelp)
{
    auto options = joined(fileOptions("DIR", outputHelp), codecOptions("riffusion"));
    options.push_back(presetOption());
    options.push_back({"sidecar", 0, "", "Write a file with all parameters beside the images (default on)", true});
    return options;
}

Result<EncodeRequest> encodeRequest(const Arguments& arguments, Console& console)
{
    const auto folder = outputOf(arguments);
    if (!folder)
        return folder.error();
    const auto preset = chosenPreset(arguments, console.monitor());
    if (!preset)
        return preset.error();
    auto named = preset.value() ? preset.value()->codec->clone() : namedCodec(arguments.value("format", "riffusion"));
    if (!named)
        return named.error();
    auto chosen = withArguments(std::move(*named), arguments, arguments.isOn("compat"));
    if (!chosen)
        return chosen.error();
    auto files = inputFiles(arguments, readableAudioSuffixes(), "sound files", console);
    if (!files)
        return files.error();
    const bool sidecar = arguments.value("sidecar", chosen->codec->compatible() ? "false" : "true") == "true";
    EncodeFilesOptions options{folder.value(), sidecar, overwriteOf(arguments), console.jobs()};
    options.slices = chosen->codec->compatible() && chosen->codec->name() == "wavdiff";
    auto stems = outputStems(*files);
    const ReconstructParams reconstruct = preset.value() ? preset.value()->reconstruct : ReconstructParams{};
    return EncodeRequest{std::move(chosen->codec), options, std::move(*files), std::move(stems), reconstruct};
}

void forEachItem(std::size_t count, Console& console, const std::function<Result<void>(std::size_t, JobMonitor&)>& work)
{
    for (std::size_t i = 0; i < count && !console.interrupted(); ++i) {
        PartMonitor part(console.monitor(), static_cast<double>(i) / static_cast<double>(count),
                         static_cast<double>(i + 1) / static_cast<double>(count));
        if (auto done = work(i, part); !done)
            console.fail(done.error());
    }
}

nlohmann::ordered_json jsonOf(const EncodedFile& file)
{
    nlohmann::ordered_json images = nlohmann::ordered_json::array();
    for (const auto& image : file.images)
        images.push_back(utf8(image.string()));
    nlohmann::ordered_json json{{"input", utf8(file.audio.string())},
                                {"images", std::move(images)},
                                {"pixels", file.report.pixels},
                                {"clipped_pixels", file.report.clippedPixels},
                                {"maxvol", file.report.maxvol}};
    if (!file.sidecar.empty())
        json["sidecar"] = utf8(file.sidecar.string());
    return json;
}

nlohmann::ordered_json jsonOf(const DecodedFile& file)
{
    nlohmann::ordered_json json{{"output", utf8(file.output.string())},
                                {"sample_rate", file.sampleRate},
                                {"channels", file.channels},
                                {"samples", file.samples}};
    if (file.imageError)
        json["img"] = *file.imageError;
    json["rounds"] = file.rounds;
    return json;
}

std::string lineOf(const EncodedFile& file)
{
    const double clipped = file.report.pixels == 0 ? 0.0
                                                   : 100.0 * static_cast<double>(file.report.clippedPixels) /
                                                         static_cast<double>(file.report.pixels);
    std::string line = file.audio.string() + " -> " + file.images.front().string();
    if (file.images.size() > 1)
        line += " .. " + file.images.back().filename().string();
    line += " (" + std::to_string(file.images.size()) + (file.images.size() == 1 ? " image" : " images");
    if (file.report.clippedPixels > 0)
        line += ", " + number("%.2f", clipped) + " % of the pixels clipped";
    return line + ")";
}

std::string lineOf(const DecodedFile& file)
{
    std::string line = file.output.string() + " (" + std::to_string(file.sampleRate) + " Hz, " +
                       std::to_string(file.channels) + (file.channels == 1 ? " channel, " : " channels, ") +
                       secondsText(file.samples, file.sampleRate);
    if (file.imageError)
        line += ", images met within " + number("%.2f", *file.imageError) + " levels";
    return line + ")";
}

std::string secondsText(std::size_t samples, int sampleRate)
{
    return number("%.3f s", static_cast<double>(samples) / sampleRate);
}

} // namespace sonoloom
