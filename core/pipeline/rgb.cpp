// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/rgb.h"

#include "core/io/imagefile.h"

#include <algorithm>
#include <array>

namespace sonoloom
{

namespace
{

using Colour = std::array<unsigned, 3>;

Colour silenceOf(const std::optional<Record>& record)
{
    if (record && record->format == "wavdiff")
        return {0, 128, 128};
    if (record && record->format == "resonance")
        return {0, 0, 0};
    return {255, 255, 255};
}

/// `sample` of `most` as one of 255, rounded.
unsigned inEightBits(unsigned sample, unsigned most)
{
    return (sample * 255 + most / 2) / most;
}

/// `sample` with `alpha`, both of `most`, laid over `ground` of 255.
unsigned laidOver(unsigned ground, unsigned sample, unsigned alpha, unsigned most)
{
    const std::uint64_t sum = std::uint64_t{sample} * alpha * 255 + std::uint64_t{ground} * (most - alpha) * most;
    const std::uint64_t whole = std::uint64_t{most} * most;
    return static_cast<unsigned>((sum + whole / 2) / whole);
}

} // namespace

Record rgbRecord(Record record)
{
    if (const auto depth = record.params.find("depth"); depth != record.params.end())
        depth->second = "8";
    if (const auto rgb = record.params.find("rgb"); rgb != record.params.end())
        rgb->second = "true";
    return record;
}

Image toRgb(const Image& image, std::optional<Record> record)
{
    Image rgb(image.width, image.height, 3);
    const auto most = static_cast<unsigned>(image.maxValue());
    const Colour silence = silenceOf(record);
    const auto channels = static_cast<std::size_t>(image.channels);
    for (std::size_t pixel = 0; pixel < image.samples.size() / channels; ++pixel) {
        const std::uint16_t* from = image.samples.data() + pixel * channels;
        for (std::size_t c = 0; c < 3; ++c) {
            const unsigned sample = from[channels == 1 ? 0 : c];
            rgb.samples[pixel * 3 + c] = static_cast<std::uint16_t>(
                channels == 4 ? laidOver(silence[c], sample, from[3], most) : inEightBits(sample, most));
        }
    }
    rgb.text = image.text;
    rgb.exif = image.exif;
    if (record && !record->format.empty())
        rgb.text[recordKeyword] = recordToJson(rgbRecord(std::move(*record)));
    return rgb;
}

Result<RgbFile> writeRgb(ImageFiles& images, std::size_t index, const std::filesystem::path& output, Overwrite overwrite)
{
    const auto image = images.load(index);
    if (!image)
        return image.error();
    if (auto written = writePngFile(output, toRgb(image.value(), images.record(index)), overwrite); !written)
        return written.error();
    return RgbFile{output, image->width, image->height, image->depth, image->channels};
}

} // namespace sonoloom
