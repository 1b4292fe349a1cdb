// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/wavdiffreading.h"

#include "core/codec/wavdiff/lanczos.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int greatestSide = 4096;
constexpr int leastSide = 16;
constexpr int greatestRate = 1'000'000;

using Notice = std::function<void(const std::string&)>;

Result<void> checkImage(const Image& image, const std::string& name)
{
    if (image.width < 1 || image.height < 1)
        return Error{ErrorCode::Corrupt, name + " holds no pixels."};
    if (image.channels < 3)
        return Error{ErrorCode::Unsupported,
                     name + " is grey, but an image of magnitude and phase is coloured; is it a mel image (format riffusion)?"};
    const std::string size = std::to_string(image.width) + " x " + std::to_string(image.height);
    if (std::max(image.width, image.height) > greatestSide || std::min(image.width, image.height) < leastSide)
        return Error{ErrorCode::Unsupported, name + " has " + size + " pixels, but an image of magnitude and phase has " +
                                                 std::to_string(leastSide) + " to " + std::to_string(greatestSide) +
                                                 " a side; is it another kind of image?"};
    return {};
}

/// The record's parameters, `params` where it has none or such as cannot be.
WavdiffParams recordedParams(const Record& record, WavdiffParams params, const std::string& name, const Notice& notice)
{
    for (const Field& field : fieldsOf(params)) {
        const auto text = record.params.find(std::string(field.key));
        if (text == record.params.end())
            continue;
        const std::string before = fieldText(field);
        if (setFieldText(field, text->second) && checkField(field))
            continue;
        notice("The record of " + name + " has '" + text->first + "' " + text->second + ", which cannot be; it is left out.");
        (void)setFieldText(field, before);
    }
    return params;
}

/// Reads one image; holds what several steps need.
class Reader
{
public:
    Reader(const Image& image, const std::string& name, const WavdiffWish& wish, const Notice& notice)
        : image_(image), name_(name), wish_(wish), notice_(notice)
    {
        reading_.width = image.width;
        reading_.height = image.height;
    }

    WavdiffReading read(const std::optional<Record>& record)
    {
        WavdiffParams params;
        params.size = image_.height;
        params.layout = record ? WavdiffLayout::Exact : WavdiffLayout::Resized;
        if (record)
            params = recordedParams(*record, params, name_, notice_);
        settle(params, record.has_value());
        reading_.code.grid = gridOf(params);
        if (params.layout == WavdiffLayout::Exact)
            reading_.code.pixels = WavdiffPixels::Exact;
        reading_.code.depth = params.depth == WavdiffDepth::Sixteen ? 16 : 8;
        if (record)
            takeSound(*record);
        takeExtent(record, params);
        return reading_;
    }

private:
    /// The image's own size and what the user said beat the record, aloud.
    void settle(WavdiffParams& params, bool recorded)
    {
        if (wish_.gives("layout") && wish_.params.layout != params.layout) {
            if (recorded)
                notice_("'layout' is not as the images were made; it is taken as given.");
            params.layout = wish_.params.layout;
        }
        if (!recorded && params.layout == WavdiffLayout::Exact && image_.depth == 8)
            params.depth = WavdiffDepth::Eight;
        if (wish_.gives("depth"))
            params.depth = wish_.params.depth;
        const std::string height = std::to_string(image_.height);
        if (wish_.gives("size") && wish_.params.size != image_.height)
            notice_("'size' is " + std::to_string(wish_.params.size) + " as given, but " + name_ + " is " + height +
                    " pixels high; the height is taken.");
        if (recorded && params.layout == WavdiffLayout::Exact && (params.size != image_.height || params.size != image_.width))
            notice_(name_ + " was resized from " + std::to_string(params.size) + " to " + std::to_string(image_.width) + " x " +
                    height + " pixels, which spoils its phase; it is stretched back.");
        if (image_.depth == 8 && params.depth == WavdiffDepth::Sixteen)
            notice_(name_ + " has 8 bits a pixel instead of 16, so its sound is coarser: at best 42 dB above its noise.");
        if (!recorded && image_.width != image_.height)
            notice_(name_ + " has " + std::to_string(image_.width) + " x " + height + " pixels, where wav_diff's images are "
                    "square; it is stretched, and a part of one plays slower or faster.");
    }

    void takeSound(const Record& record)
    {
        if (record.sampleRate > 0 && record.sampleRate <= greatestRate)
            reading_.sampleRate = record.sampleRate;
        else if (record.sampleRate != 0)
            notice_("The record of " + name_ + " has a sample rate of " + std::to_string(record.sampleRate) +
                    " Hz, which cannot be; 44100 Hz is taken.");
        reading_.channels = std::clamp(record.channels, 0, 2);
        reading_.place = record.tile;
        if (record.source)
            reading_.soundSamples = record.source->samples;
    }

    void takeExtent(const std::optional<Record>& record, const WavdiffParams& params)
    {
        const auto width = static_cast<std::size_t>(reading_.code.grid.columns);
        const auto hop = static_cast<std::size_t>(reading_.code.grid.stft.hop);
        reading_.columns = width;
        reading_.samples = width * hop;
        if (!record || params.trimDb <= 0)
            reading_.soundSamples = 0;
        if (!record || !record->tile || record->tile->columns < 1 || static_cast<std::size_t>(record->tile->columns) > width)
            return;
        reading_.columns = static_cast<std::size_t>(record->tile->columns);
        const std::size_t samples = record->tile->samples;
        const bool plausible = samples > (reading_.columns - 1) * hop && samples <= reading_.columns * hop;
        reading_.samples = plausible ? samples : reading_.columns * hop;
    }

    const Image& image_;
    const std::string& name_;
    const WavdiffWish& wish_;
    const Notice& notice_;
    WavdiffReading reading_;
};

} // namespace

bool WavdiffWish::gives(std::string_view key) const
{
    return std::ranges::find(given, key) != given.end();
}

Result<WavdiffReading> wavdiffReadingOf(const Image& image, const std::string& name, std::optional<Record> record,
                                        const WavdiffWish& wish, const Notice& notice)
{
    if (auto usable = checkImage(image, name); !usable)
        return usable.error();
    if (wish.params.compatible)
        record.reset();
    if (record && record->format.empty())
        record.reset();
    if (record && record->format != "wavdiff")
        return Error{ErrorCode::Unsupported,
                     name + " is an image of the format '" + record->format + "', not one of magnitude and phase."};
    if (!record && !wish.params.compatible && !wish.gives("layout"))
        notice("There is no record with " + name + "; it is read as the peer's, resized from 1025 x 1025 at 44100 Hz.");
    return Reader(image, name, wish, notice).read(record);
}

Grid<std::complex<float>> framesOf(const Image& image, const WavdiffReading& reading, int threads, const JobMonitor& monitor)
{
    const WavdiffGrid& grid = reading.code.grid;
    const Image cells = resizedByLanczos4(image, grid.columns, grid.rows, threads);
    return framesOfCells(cells, reading.columns, reading.code, threads, monitor);
}

} // namespace sonoloom
