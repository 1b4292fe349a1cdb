// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/look.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sonoloom
{

namespace
{

constexpr int greatestExpansion = 64;
constexpr std::size_t enoughBytes = 100'000;
constexpr int enoughPixels = 100'000;

/// Mean difference of neighbours across the edges x = k * expansion, or elsewhere if not `onEdges`.
double stepAcross(const Image& image, int expansion, bool onEdges)
{
    double sum = 0;
    std::size_t count = 0;
    const int rows = std::max(1, enoughPixels / image.width);
    for (int y = 0; y < image.height; y += image.height / rows + 1)
        for (int x = 1; x < image.width; ++x)
            if ((x % expansion == 0) == onEdges) {
                for (int c = 0; c < 3; ++c)
                    sum += std::abs(image.at(x, y, c) - image.at(x - 1, y, c));
                count += 3;
            }
    return count == 0 ? 0.0 : sum / static_cast<double>(count);
}

/// How the bytes at one place of a sample are spread.
struct PlaceFigures {
    double ends = 0; ///< share near 0 and 255, where the highest byte of quiet samples lies
    double step = 0; ///< mean difference from one sample to the next; 85 for noise
};

PlaceFigures figuresAt(const std::vector<std::uint8_t>& bytes, std::size_t place, std::size_t period)
{
    PlaceFigures figures;
    std::size_t count = 0;
    for (std::size_t i = place; i + period < bytes.size(); i += period, ++count) {
        figures.ends += bytes[i] < 24 || bytes[i] >= 232 ? 1.0 : 0.0;
        figures.step += std::abs(bytes[i] - bytes[i + period]);
    }
    if (count > 0) {
        figures.ends /= static_cast<double>(count);
        figures.step /= static_cast<double>(count);
    }
    return figures;
}

/// The bytes without long runs of zeros: silence says nothing of samples.
std::vector<std::uint8_t> withoutSilence(const std::vector<std::uint8_t>& bytes)
{
    constexpr std::size_t frames = 12; // whole ones for samples of 2, 3 and 4 bytes
    std::vector<std::uint8_t> sounding;
    for (std::size_t i = 0; i + frames <= bytes.size(); i += frames)
        if (std::any_of(bytes.begin() + static_cast<std::ptrdiff_t>(i), bytes.begin() + static_cast<std::ptrdiff_t>(i + frames),
                        [](std::uint8_t byte) { return byte != 0; }))
            sounding.insert(sounding.end(), bytes.begin() + static_cast<std::ptrdiff_t>(i),
                            bytes.begin() + static_cast<std::ptrdiff_t>(i + frames));
    return sounding;
}

/// Mean difference of the bytes at places 0, period, 2 period.. that far apart.
double stepAt(const std::vector<std::uint8_t>& bytes, std::size_t period, std::size_t distance)
{
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i + distance < bytes.size(); i += period, ++count)
        sum += std::abs(bytes[i] - bytes[i + distance]);
    return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

/// Whether what lies below each other is alike: in pictures it is, in noise broken into rows anywhere it is not.
bool goesOnBelow(const std::vector<std::uint8_t>& bytes, std::size_t period, std::size_t rowBytes)
{
    return stepAt(bytes, period, (rowBytes + period / 2) / period * period) < 0.5 * stepAt(bytes, period, period);
}

/// Samples of 16, 24 or 32 bits have a lowest byte like noise and a highest one near 0 or 255.
bool looksLikeSamples(const std::vector<std::uint8_t>& bytes, std::size_t rowBytes)
{
    const auto sounding = withoutSilence(bytes);
    for (const std::size_t period : {2u, 3u, 4u}) {
        const PlaceFigures low = figuresAt(sounding, 0, period);
        const PlaceFigures high = figuresAt(sounding, period - 1, period);
        if (low.step > 55 && high.ends > low.ends + 0.25 && !goesOnBelow(bytes, period, rowBytes))
            return true;
    }
    return false;
}

} // namespace

std::optional<FoundBits> findBits(const Image& image)
{
    for (int expansion = 1; expansion <= greatestExpansion; ++expansion)
        if (auto header = readBitsHeader(image, gridOf(image.width, image.height, expansion)))
            return FoundBits{*header, expansion};
    return std::nullopt;
}

int findExpansion(const Image& image)
{
    int best = 1;
    double greatest = 1.5; // times as high a step on the edges as between them
    for (int expansion = 2; expansion <= std::min({greatestExpansion, image.width / 2}); ++expansion) {
        const double inside = stepAcross(image, expansion, false);
        const double ratio = (stepAcross(image, expansion, true) + 0.01) / (inside + 0.01);
        if (ratio > greatest * 1.01) { // of multiples of the expansion the least
            greatest = ratio;
            best = expansion;
        }
    }
    return best;
}

Recognition recogniseResonance(const Image& image)
{
    std::vector<std::string> notices;
    if (const auto record = recordOfImage(image, notices); record && !record->format.empty())
        return record->format == "resonance" ? Recognition{1.0, "carries a Sonoloom record"}
                                             : Recognition{0.0, "carries a record of the format '" + record->format + "'"};
    if (findBits(image))
        return {0.99, "holds the bits of a file"};
    if (image.channels < 3 || image.depth != 8)
        return {0.0, "is not coloured as bytes are"};
    const Image rgb = asRgb8(image);
    const BlockGrid grid = gridOf(rgb.width, rgb.height, findExpansion(rgb));
    std::vector<std::uint8_t> bytes = topLeftBytes(rgb, grid);
    bytes.resize(std::min(bytes.size(), enoughBytes));
    if (looksLikeSamples(bytes, 3 * static_cast<std::size_t>(grid.columns)))
        return {0.8, "has the colours of a sound file's bytes"};
    return {0.1, "has colours unlike a sound file's bytes"};
}

} // namespace sonoloom
