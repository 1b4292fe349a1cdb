// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusionreading.h"

#include "core/codec/riffusiongrid.h"
#include "core/codec/riffusionlook.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int greatestHeight = 4096;
constexpr int greatestRate = 1'000'000;
constexpr int defaultRate = 44100;
/// riffusion-hobby decodes with this whatever the image says.
constexpr double hobbyMaxValue = 30e6;

/// Record keys that say how an image is read; the others tell how it was made.
constexpr std::array readingKeys{"power", "level", "f-min", "f-max", "step-ms", "window-ms", "padded-ms", "duration",
                                 "whole"};

std::string numberText(double number)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

std::string contradiction(std::string_view key, const std::string& given, const std::string& recorded)
{
    return "'" + std::string(key) + "' is " + given + " as given, though the images were made with " + recorded + ".";
}

bool isUsable(const std::optional<Record::Level>& level)
{
    return level && std::isfinite(level->maxvol) && level->maxvol > 0;
}

/// Reads one image; holds what several steps need.
class Reader
{
public:
    Reader(const Image& image, const std::string& name, const ReadingWish& wish, OncePerSentence& notices)
        : image_(image), name_(name), wish_(wish), notices_(notices), reading_{wish.params, defaultRate, {}, false, {}, {}, {}, {}, 0, 0}
    {
        reading_.width = reading_.drawnWidth = image.width;
        reading_.height = reading_.drawnHeight = image.height;
    }

    TileReading read(const std::optional<Record>& record)
    {
        RiffusionParams& params = reading_.params;
        takeDefaults();
        if (record) {
            takeParams(*record);
            takeRate(*record);
            takeSize(*record);
        }
        takeBands(record);
        reading_.stereo = isStereo(record);
        reading_.curve = curve(record);
        takeExtent(record);
        if (!wish_.gives("f-max") && !record)
            params.topHz = topHzFor(params, reading_.sampleRate);
        return reading_;
    }

private:
    /// What stands where no record speaks: an image without one is the peer's.
    void takeDefaults()
    {
        RiffusionParams& params = reading_.params;
        const bool asHobby = wish_.params.compatible && wish_.params.level == LevelRule::Peak;
        if (!wish_.gives("level") && !asHobby)
            params.level = LevelRule::Fixed;
        if (!wish_.params.compatible)
            params.stepMs = RiffusionParams{}.stepMs;
    }

    void takeParams(const Record& record)
    {
        auto texts = record.params;
        if (record.level)
            texts["level"] = record.level->rule;
        RiffusionParams recorded = reading_.params;
        for (const Field& field : fieldsOf(recorded)) {
            const auto text = texts.find(std::string(field.key));
            if (text == texts.end() || std::ranges::find(readingKeys, field.key) == readingKeys.end())
                continue;
            const std::string before = fieldText(field);
            if (!setFieldText(field, text->second) || !checkField(field)) {
                notices_.notice("The record of " + name_ + " has '" + text->first + "' " + text->second +
                                ", which cannot be; it is left out.");
                (void)setFieldText(field, before);
            }
        }
        settle(recorded);
    }

    /// Given values beat the recorded ones, aloud; the step stays the image's own, for it stretches time.
    void settle(RiffusionParams recorded)
    {
        RiffusionParams asked = wish_.params;
        const auto askedFields = fieldsOf(asked);
        const auto recordedFields = fieldsOf(recorded);
        const double step = recorded.stepMs;
        for (std::size_t i = 0; i < askedFields.size(); ++i) {
            const Field& field = askedFields[i];
            const bool matters = std::ranges::find(readingKeys, field.key) != readingKeys.end();
            if (!matters || !wish_.gives(field.key) || field.key == "duration" || field.key == "whole")
                continue;
            const std::string given = fieldText(field);
            const std::string image = fieldText(recordedFields[i]);
            if (given != image)
                notices_.notice(contradiction(field.key, given, image));
            (void)setFieldText(recordedFields[i], given);
        }
        recorded.stepMs = step;
        reading_.params = recorded;
    }

    void takeRate(const Record& record)
    {
        if (record.sampleRate > 0 && record.sampleRate <= greatestRate)
            reading_.sampleRate = record.sampleRate;
        else if (record.sampleRate != 0)
            notices_.notice("The record of " + name_ + " has a sample rate of " + std::to_string(record.sampleRate) +
                            " Hz, which cannot be; 44100 Hz is taken.");
    }

    /// An image that has the proportions it was made with was resized as a whole and can be stretched back.
    void takeSize(const Record& record)
    {
        const auto bands = record.params.find("n-mels");
        RiffusionParams made;
        const auto fields = fieldsOf(made);
        const Field& field = *findField(fields, "n-mels");
        if (bands == record.params.end() || !setFieldText(field, bands->second) || !checkField(field))
            return;
        const int width = madeWidth(record);
        if (width < 1 || (width == image_.width && made.bands == image_.height))
            return;
        const std::string size = std::to_string(width) + " x " + std::to_string(made.bands);
        const std::string now = std::to_string(image_.width) + " x " + std::to_string(image_.height);
        const double proportional = static_cast<double>(width) * image_.height / made.bands;
        if (std::abs(image_.width - proportional) < 1.0) {
            reading_.drawnWidth = width;
            reading_.drawnHeight = made.bands;
            notices_.notice(name_ + " was resized from " + size + " to " + now +
                            " pixels; it is stretched back, without what the resizing blurred.");
        } else if (width != image_.width) {
            notices_.notice(name_ + " has " + now + " pixels, but its record says " + size +
                            "; a column is taken for " + numberText(reading_.params.stepMs) + " ms, as in an image that was cut.");
        }
    }

    /// Columns of the tile when it was made; 0 if unknown.
    int madeWidth(const Record& record) const
    {
        if (reading_.params.whole)
            return record.tile ? record.tile->columns : 0;
        return record.params.contains("duration") ? static_cast<int>(columnsPerTile(reading_.params)) : 0;
    }

    void takeBands(const std::optional<Record>& record)
    {
        reading_.params.bands = reading_.drawnHeight;
        const std::string height = std::to_string(reading_.drawnHeight);
        if (wish_.gives("n-mels") && wish_.params.bands != reading_.drawnHeight)
            notices_.notice("'n-mels' is " + std::to_string(wish_.params.bands) + " as given, but " + name_ + " is " +
                            height + " pixels high; the height is taken.");
        if (!record)
            return;
        const auto bands = record->params.find("n-mels");
        if (bands != record->params.end() && bands->second != height)
            notices_.notice("The record of " + name_ + " says " + bands->second + " mel bands, but it is " + height +
                            " pixels high; the height is taken.");
    }

    bool isStereo(const std::optional<Record>& record)
    {
        if (wish_.params.compatible && wish_.params.level != LevelRule::Peak)
            return false;
        if (record && record->channels == 2 && image_.channels < 3) {
            notices_.notice("The record of " + name_ + " says stereo, but the image is grey; it is read as mono.");
            return false;
        }
        if (record && record->channels > 0)
            return record->channels == 2;
        const ColourLayout layout = colourLayout(image_);
        if (layout == ColourLayout::Other)
            notices_.notice(name_ + " is colourful, which no mel image is; only its red is read.");
        return layout == ColourLayout::Stereo;
    }

    LevelCurve curve(const std::optional<Record>& record)
    {
        const RiffusionParams& params = reading_.params;
        LevelCurve curve{params.level, wish_.params.maxvol, params.power, image_.depth, {}, {}};
        const bool recorded = record && isUsable(record->level);
        const bool givenMaxvol = wish_.gives("maxvol");
        if (recorded && givenMaxvol && wish_.params.maxvol != record->level->maxvol)
            notices_.notice(contradiction("maxvol", numberText(wish_.params.maxvol), numberText(record->level->maxvol)));
        if (givenMaxvol)
            return curve;
        if (wish_.params.compatible && params.level == LevelRule::Peak)
            curve.maxvol = std::pow(hobbyMaxValue, params.power);
        else if (recorded)
            curve.maxvol = record->level->maxvol;
        if (recorded && params.level == LevelRule::MinMax) {
            curve.lo = record->level->lo;
            curve.hi = record->level->hi;
        }
        return curve;
    }

    /// Empty columns at the end of a tile are left out where the record tells them and the width is still its own.
    void takeExtent(const std::optional<Record>& record)
    {
        const auto width = static_cast<std::size_t>(reading_.drawnWidth);
        const auto hop = static_cast<std::size_t>(std::max(1, analysisOf(reading_.params, reading_.sampleRate).stft.hop));
        reading_.columns = width;
        reading_.samples = width * hop;
        if (!record || !record->tile || record->tile->columns < 1)
            return;
        const auto columns = static_cast<std::size_t>(record->tile->columns);
        if (columns > width || (!reading_.params.whole && columnsPerTile(reading_.params) != width))
            return;
        reading_.columns = columns;
        const std::size_t samples = record->tile->samples;
        const bool plausible = samples > 0 && samples <= columns * hop && samples > (columns - 1) * hop;
        reading_.samples = plausible ? samples : columns * hop;
    }

    const Image& image_;
    const std::string& name_;
    const ReadingWish& wish_;
    OncePerSentence& notices_;
    TileReading reading_;
};

/// The compatible mode knows riffusion-hobby's EXIF (for its level) and nothing else.
std::optional<Record> compatibleRecord(const Image& image, const ReadingWish& wish)
{
    if (wish.params.level != LevelRule::Peak)
        return std::nullopt;
    Image exifOnly;
    exifOnly.exif = image.exif;
    std::vector<std::string> troubles;
    return recordOfImage(exifOnly, troubles);
}

Error misfit(const std::string& name, const char* field, const std::string& value, const std::string& first)
{
    return {ErrorCode::InvalidArgument, name + " does not fit the images before it: '" + field + "' is " + value +
                                            " instead of " + first + "; decode it on its own."};
}

} // namespace

bool ReadingWish::gives(std::string_view key) const
{
    return std::ranges::find(given, key) != given.end();
}

Result<TileReading> readingOf(const Image& image, const std::string& name, std::optional<Record> record,
                              const ReadingWish& wish, OncePerSentence& notices)
{
    if (image.width < 1 || image.height < 1)
        return Error{ErrorCode::Corrupt, name + " holds no pixels."};
    if (image.height > greatestHeight)
        return Error{ErrorCode::Unsupported, name + " is " + std::to_string(image.height) + " pixels high, but a mel image has at most " +
                                                 std::to_string(greatestHeight) + " bands; is it another kind of image?"};
    if (wish.params.compatible)
        record = compatibleRecord(image, wish);
    if (record && !record->format.empty() && record->format != "riffusion")
        return Error{ErrorCode::Unsupported,
                     name + " is an image of the format '" + record->format + "', not a Riffusion mel image."};
    if (!record && !wish.params.compatible)
        notices.notice("There is no record with " + name + "; it is read as the peer's, with level " +
                       (wish.gives("level") ? "as given" : "fixed") + ", maxvol " + numberText(wish.params.maxvol) +
                       " and power " + numberText(wish.params.power) + " at 44100 Hz.");
    return Reader(image, name, wish, notices).read(record);
}

Result<void> checkFitsTogether(const TileReading& first, const TileReading& other, const std::string& name)
{
    const RiffusionParams& a = first.params;
    const RiffusionParams& b = other.params;
    struct Pair {
        const char* field;
        double first;
        double other;
    };
    const Pair pairs[] = {{"sample rate", static_cast<double>(first.sampleRate), static_cast<double>(other.sampleRate)},
                          {"n-mels", static_cast<double>(a.bands), static_cast<double>(b.bands)},
                          {"step-ms", a.stepMs, b.stepMs},
                          {"f-min", a.minHz, b.minHz},
                          {"f-max", a.topHz, b.topHz},
                          {"window-ms", a.windowMs, b.windowMs},
                          {"padded-ms", a.paddedMs, b.paddedMs},
                          {"channels", first.stereo ? 2.0 : 1.0, other.stereo ? 2.0 : 1.0}};
    for (const Pair& pair : pairs)
        if (pair.first != pair.other)
            return misfit(name, pair.field, numberText(pair.other), numberText(pair.first));
    return {};
}

} // namespace sonoloom
