// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/record.h"

#include "core/codec/hobbyexif.h"

#include <charconv>
#include <cmath>

namespace sonoloom
{

namespace
{

std::string numberText(double number)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

/// A whole number that an int holds, else 0: EXIF comes from anywhere.
int wholeOf(double value)
{
    return std::isfinite(value) && value >= 0 && value <= 2147483647.0 ? static_cast<int>(value) : 0;
}

Record recordOfTags(const HobbyTags& tags)
{
    const std::map<int, const char*> keys{
        {hobbytag::stepMs, "step-ms"}, {hobbytag::windowMs, "window-ms"}, {hobbytag::paddedMs, "padded-ms"},
        {hobbytag::bands, "n-mels"},   {hobbytag::minHz, "f-min"},        {hobbytag::topHz, "f-max"},
        {hobbytag::power, "power"}};
    Record record;
    for (const auto& [tag, value] : tags)
        if (const auto key = keys.find(tag); key != keys.end())
            record.params[key->second] = numberText(value);
    if (const auto rate = tags.find(hobbytag::sampleRate); rate != tags.end())
        record.sampleRate = wholeOf(rate->second);
    if (const auto stereo = tags.find(hobbytag::stereo); stereo != tags.end())
        record.channels = stereo->second != 0 ? 2 : 1;
    const auto peak = tags.find(hobbytag::maxValue);
    const auto power = tags.find(hobbytag::power);
    if (peak != tags.end() && power != tags.end() && peak->second > 0) {
        const double maxvol = std::pow(peak->second, power->second);
        if (std::isfinite(maxvol))
            record.level = Record::Level{"peak", maxvol, {}, {}};
    }
    return record;
}

std::optional<Record> recordOfText(const Image& image, std::vector<std::string>& notices)
{
    const auto text = image.text.find(recordKeyword);
    if (text == image.text.end())
        return std::nullopt;
    auto record = recordFromJson(text->second);
    if (!record) {
        notices.push_back("The image's Sonoloom record cannot be read and is left out: " + record.error().message);
        return std::nullopt;
    }
    if (record->version > recordVersion)
        notices.push_back("The image's record has version " + std::to_string(record->version) +
                          ", newer than this program's " + std::to_string(recordVersion) +
                          "; it is read as far as it is understood.");
    return *record;
}

} // namespace

std::optional<Record> recordOfImage(const Image& image, std::vector<std::string>& notices)
{
    if (auto record = recordOfText(image, notices))
        return record;
    if (image.exif.empty())
        return std::nullopt;
    const auto tags = hobbyTagsOf(image.exif);
    if (!tags) {
        notices.push_back("The image's EXIF tags cannot be read and are left out: " + tags.error().message);
        return std::nullopt;
    }
    // The rate alone makes them riffusion-hobby's: a camera's tags are other numbers.
    if (!tags->contains(hobbytag::sampleRate))
        return std::nullopt;
    return recordOfTags(*tags);
}

Record recordOfEntry(const Sidecar& sidecar, const Sidecar::Entry& entry)
{
    Record record = sidecar.shared;
    record.tile = entry.tile;
    record.level = entry.level;
    return record;
}

} // namespace sonoloom
