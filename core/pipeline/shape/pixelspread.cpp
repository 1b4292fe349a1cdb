// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/shape/pixelspread.h"

#include "core/base/parallel.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

using Values = std::array<std::uint64_t, 256>;
constexpr int colours = 3;

/// Counts of red, green and blue; grey counts as all three.
struct Tally {
    std::array<Values, colours> values{};
    bool grey = true; ///< no pixel whose colours differ
};

void countRow(const Image& image, int y, Tally& tally)
{
    const int shift = image.depth == 16 ? 8 : 0;
    const std::size_t channels = static_cast<std::size_t>(image.channels);
    const std::uint16_t* pixel = image.samples.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) * channels;
    for (int x = 0; x < image.width; ++x, pixel += channels)
        for (std::size_t c = 0; c < colours; ++c) {
            const std::uint16_t value = pixel[channels == 1 ? 0 : c];
            ++tally.values[c][static_cast<std::size_t>(value >> shift) & 255u];
            tally.grey = tally.grey && value == pixel[0];
        }
}

Tally tallyOf(const Image& image, std::size_t rowStep)
{
    Tally tally;
    for (int y = 0; y < image.height; y += static_cast<int>(rowStep))
        countRow(image, y, tally);
    return tally;
}

bool isUnused(const Values& values)
{
    return std::all_of(values.begin() + 1, values.end(), [](std::uint64_t count) { return count == 0; });
}

std::vector<PixelSpread::Counts> named(const Tally& sum, PixelMeaning meaning)
{
    using Channel = PixelSpread::Channel;
    if (sum.grey)
        return {{Channel::Grey, sum.values[0]}};
    if (meaning == PixelMeaning::Levels && isUnused(sum.values[0]))
        return {{Channel::Left, sum.values[1]}, {Channel::Right, sum.values[2]}};
    return {{Channel::Red, sum.values[0]}, {Channel::Green, sum.values[1]}, {Channel::Blue, sum.values[2]}};
}

} // namespace

std::uint64_t PixelSpread::total() const
{
    std::uint64_t sum = 0;
    for (const Counts& counts : channels)
        for (const std::uint64_t count : counts.values)
            sum += count;
    return sum;
}

int PixelSpread::least() const
{
    for (std::size_t value = 0; value < 256; ++value)
        if (std::ranges::any_of(channels, [&](const Counts& counts) { return counts.values[value] > 0; }))
            return static_cast<int>(value);
    return 255;
}

int PixelSpread::greatest() const
{
    for (std::size_t value = 256; value-- > 0;)
        if (std::ranges::any_of(channels, [&](const Counts& counts) { return counts.values[value] > 0; }))
            return static_cast<int>(value);
    return 0;
}

double PixelSpread::shareOf(int value) const
{
    std::uint64_t count = 0;
    for (const Counts& counts : channels)
        count += counts.values[static_cast<std::size_t>(value)];
    const std::uint64_t all = total();
    return all == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(all);
}

PixelSpread spreadOf(const std::vector<std::shared_ptr<const Image>>& images, PixelMeaning meaning, int threads)
{
    std::size_t samples = 0;
    for (const auto& image : images)
        samples += image->samples.size();
    PixelSpread spread;
    spread.rowStep = std::max<std::size_t>(1, (samples + mostCountedPixels - 1) / mostCountedPixels);
    std::vector<Tally> tallies(images.size());
    parallelFor(images.size(), threads, [&](std::size_t i) { tallies[i] = tallyOf(*images[i], spread.rowStep); });
    Tally sum;
    for (const Tally& tally : tallies) {
        sum.grey = sum.grey && tally.grey;
        for (std::size_t c = 0; c < colours; ++c)
            std::ranges::transform(sum.values[c], tally.values[c], sum.values[c].begin(), std::plus{});
    }
    spread.channels = named(sum, meaning);
    return spread;
}

} // namespace sonoloom
