// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/io/audiofile.h"
#include "core/io/failure.h"
#include "core/io/imagefile.h"
#include "core/pipeline/imagecheck.h"

#include <cstdio>

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

Json jsonOf(const Finding& finding)
{
    return {{"fault", faultName(finding.fault)},
            {"confidence", finding.confidence},
            {"what", finding.what},
            {"cost", finding.cost},
            {"mendable", finding.mendable}};
}

/// All that is known of an image that can be read.
Json jsonOfImage(ImageFiles& images, const Image& image, const ImageCheck& check)
{
    const auto record = images.record(0);
    Json json{{"kind", "image"},
              {"width", image.width},
              {"height", image.height},
              {"channels", image.channels},
              {"depth", image.depth},
              {"format", check.format.empty() ? Json(nullptr) : Json(check.format)},
              {"confidence", check.recognition.confidence},
              {"reason", check.recognition.reason},
              {"record_found", images.recordOriginText(0)}};
    json["record"] = record ? Json::parse(recordToJson(*record)) : Json(nullptr);
    json["findings"] = Json::array();
    for (const Finding& finding : check.findings)
        json["findings"].push_back(jsonOf(finding));
    return json;
}

std::string valueText(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// "inverted (98 %): what is wrong. What it costs."
std::string findingText(const Json& finding)
{
    char percent[32];
    std::snprintf(percent, sizeof percent, " (%.0f %%): ", 100 * finding["confidence"].get<double>());
    return finding["fault"].get<std::string>() + percent + finding["what"].get<std::string>() + " " +
           finding["cost"].get<std::string>() + (finding["mendable"].get<bool>() ? " --repair mends it." : "");
}

/// Keys and values one below the other, objects indented.
void sayTree(const Json& json, const std::string& indent, Console& console)
{
    for (const auto& [key, value] : json.items()) {
        if (key == "findings") {
            console.say(indent + key + ":" + (value.empty() ? " none" : ""));
            for (const Json& finding : value)
                console.say(indent + "  " + findingText(finding));
        } else if (value.is_object()) {
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

Result<Json> describeSound(const fs::path& file, JobMonitor& monitor)
{
    const auto sound = openAudioFile(file, monitor);
    if (sound)
        return jsonOfSound(sound.value()->facts());
    if (sound.error().code != ErrorCode::Unsupported)
        return sound.error();
    return Error{ErrorCode::Unsupported, quoted(file) + " is neither a sound file nor an image that can be read."};
}

class InfoRun
{
public:
    InfoRun(const Arguments& arguments, Console& console) : arguments_(arguments), console_(console) {}

    Result<void> all()
    {
        if (arguments_.isOn("repair") != arguments_.has("output"))
            return Error{ErrorCode::InvalidArgument, "--repair and -o belong together; give both, or none to look only."};
        auto suffixes = readableImageSuffixes();
        if (!arguments_.isOn("repair"))
            suffixes.insert(suffixes.end(), readableAudioSuffixes().begin(), readableAudioSuffixes().end());
        const auto files = inputFiles(arguments_, suffixes, "images or sound files", console_);
        if (!files)
            return files.error();
        auto known = knownRecords(arguments_, console_.monitor());
        if (!known)
            return known.error();
        known_ = std::move(*known);
        if (auto planned = planOutputs(files.value()); !planned)
            return planned;
        console_.result()["files"] = Json::array();
        forEachItem(files.value().size(), console_, [&](std::size_t i, JobMonitor& monitor) {
            return one(files.value()[i], outputs_.empty() ? fs::path() : outputs_[i], monitor);
        });
        return {};
    }

private:
    /// Where the mended images go: the file that was named, or one each in the folder.
    Result<void> planOutputs(const std::vector<fs::path>& files)
    {
        if (!arguments_.isOn("repair"))
            return {};
        const auto output = outputOf(arguments_);
        if (!output)
            return output.error();
        std::error_code ignored;
        toFolder_ = !output.value().has_filename() || fs::is_directory(output.value(), ignored);
        if (!toFolder_ && files.size() > 1)
            return Error{ErrorCode::InvalidArgument, "Several images cannot be mended into one file; name a folder, ending in a slash, with -o."};
        for (const std::string& stem : outputStems(files))
            outputs_.push_back(toFolder_ ? output.value() / (stem + ".png") : output.value());
        return {};
    }

    Result<void> one(const fs::path& file, const fs::path& output, JobMonitor& monitor)
    {
        ImageFiles images({file}, known_);
        auto description = describe(images, monitor);
        if (!description)
            return description.error();
        Json json{{"file", utf8(file.string())}};
        json.update(description.value());
        console_.say(file.string());
        sayTree(description.value(), "  ", console_);
        auto mended = output.empty() ? Result<void>() : mend(images, output, json, monitor);
        console_.result()["files"].push_back(std::move(json));
        return mended;
    }

    Result<Json> describe(ImageFiles& images, JobMonitor& monitor)
    {
        const auto image = images.load(0);
        if (!image)
            return image.error().code == ErrorCode::Unsupported ? describeSound(images.files()[0], monitor) : image.error();
        const auto check = checkImage(images, 0, monitor);
        if (!check)
            return check.error();
        mendable_ = check.value().mendable();
        addNotices(images, monitor);
        return jsonOfImage(images, image.value(), check.value());
    }

    Result<void> mend(ImageFiles& images, const fs::path& output, Json& json, JobMonitor& monitor)
    {
        if (toFolder_ && !mendable_) {
            console_.say("  mended: nothing");
            return {};
        }
        const auto mended = repairFile(images, 0, output, overwriteOf(arguments_), monitor);
        if (!mended)
            return mended.error();
        json["output"] = utf8(output.string());
        json["mended"] = Json::array();
        std::string names;
        for (const Finding& finding : mended.value()) {
            json["mended"].push_back(faultName(finding.fault));
            names += (names.empty() ? "" : ", ") + std::string(faultName(finding.fault));
        }
        console_.say("  mended: " + names + " -> " + output.string());
        return {};
    }

    const Arguments& arguments_;
    Console& console_;
    Known known_;
    std::vector<fs::path> outputs_; ///< one a file with --repair, else none
    bool toFolder_ = false;
    bool mendable_ = false; ///< of the image described last
};

void run(const Arguments& arguments, Console& console)
{
    if (auto done = InfoRun(arguments, console).all(); !done)
        console.fail(done.error());
}

} // namespace

Verb infoVerb()
{
    auto options = fileOptions("FILE", "With --repair: the mended image, or a folder (end it with /) for several");
    options.push_back({"repair", 0, "", "Mend what is wrong with an image and can be mended, into -o"});
    options.push_back(recordsOption());
    return {"info", "FILE...", "Tells what a file is, with all its parameters, and what is wrong with an image.",
            std::move(options), run};
}

} // namespace sonoloom
