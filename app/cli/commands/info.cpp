// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/codec/codecs.h"
#include "core/io/audiofile.h"
#include "core/io/failure.h"
#include "core/io/imagefile.h"

namespace sonoloom
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

Json jsonOfSound(const AudioFileFacts& facts)
{
    return {{"kind", "sound"},
            {"container", facts.container},
            {"encoding", facts.encoding},
            {"sample_rate", facts.sampleRate},
            {"channels", facts.channels},
            {"samples", facts.samples},
            {"seconds", static_cast<double>(facts.samples) / facts.sampleRate}};
}

/// All that is known of an image that can be read.
Json jsonOfImage(ImageFiles& images, const Image& image)
{
    const auto record = images.record(0);
    const RecognisedCodec recognised = recogniseCodec(image);
    Json json{{"kind", "image"},
              {"width", image.width},
              {"height", image.height},
              {"channels", image.channels},
              {"depth", image.depth},
              {"format", record && !record->format.empty() ? Json(record->format)
                         : recognised.codec                ? Json(recognised.codec->name())
                                                           : Json(nullptr)},
              {"confidence", recognised.recognition.confidence},
              {"reason", recognised.recognition.reason},
              {"record_found", images.recordOriginText(0)}};
    json["record"] = record ? Json::parse(recordToJson(*record)) : Json(nullptr);
    return json;
}

std::string valueText(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Keys and values one below the other, objects indented.
void sayTree(const Json& json, const std::string& indent, Console& console)
{
    for (const auto& [key, value] : json.items()) {
        if (value.is_object()) {
            console.say(indent + key + ":");
            sayTree(value, indent + "  ", console);
        } else {
            console.say(indent + key + ": " + valueText(value));
        }
    }
}

void addNotices(const ImageFiles& images, JobMonitor& monitor)
{
    for (const std::string& notice : images.notices())
        monitor.notice(notice);
}

using Known = std::shared_ptr<const std::vector<RecordSet>>;

Result<Json> describe(const fs::path& file, const Known& known, JobMonitor& monitor)
{
    ImageFiles images({file}, known);
    const auto image = images.load(0);
    if (image) {
        Json json = jsonOfImage(images, image.value());
        addNotices(images, monitor);
        return json;
    }
    if (image.error().code != ErrorCode::Unsupported)
        return image.error();
    const auto sound = openAudioFile(file, monitor);
    if (sound)
        return jsonOfSound(sound.value()->facts());
    if (sound.error().code != ErrorCode::Unsupported)
        return sound.error();
    return Error{ErrorCode::Unsupported, quoted(file) + " is neither a sound file nor an image that can be read."};
}

void run(const Arguments& arguments, Console& console)
{
    auto suffixes = readableImageSuffixes();
    suffixes.insert(suffixes.end(), readableAudioSuffixes().begin(), readableAudioSuffixes().end());
    const auto files = inputFiles(arguments, suffixes, "images or sound files", console);
    const auto known = files ? knownRecords(arguments, console.monitor()) : Result<Known>(files.error());
    if (!known) {
        console.fail(known.error());
        return;
    }
    auto& results = console.result()["files"] = Json::array();
    forEachItem(files.value().size(), console, [&](std::size_t i, JobMonitor& monitor) -> Result<void> {
        const fs::path& file = files.value()[i];
        const auto description = describe(file, known.value(), monitor);
        if (!description)
            return description.error();
        Json json{{"file", utf8(file.string())}};
        json.update(description.value());
        console.say(file.string());
        sayTree(description.value(), "  ", console);
        results.push_back(std::move(json));
        return {};
    });
}

} // namespace

Verb infoVerb()
{
    return {"info", "FILE...", "Tells what a file is, with all its parameters.",
            {{"recursive", 'r', "", "Look into the folders below, too"}, recordsOption()}, run};
}

} // namespace sonoloom
