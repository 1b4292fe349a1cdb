// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/estimate.h"

#include "core/codec/resonance/halvedcolours.h"
#include "core/codec/resonance/pixelnoise.h"
#include "core/codec/resonance/samplecontext.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::size_t learntFrom = 6000; // blocks of one colour
constexpr int rounds = 12;
constexpr int passes = 2; // with what neighbouring samples tell

/// The pixels of the blocks of an image, one colour at a time.
class BlockPixels
{
public:
    BlockPixels(const Image& image, const BlockGrid& grid) : image_(image), grid_(grid) {}

    /// Fills `pixels` with those of one block in one colour.
    void read(std::size_t index, std::vector<BlockPixel>& pixels) const
    {
        const auto block = static_cast<int>(index / 3);
        const int c = static_cast<int>(index % 3);
        const int row = block / grid_.columns;
        const int column = block % grid_.columns;
        const int left = grid_.left(column);
        const int top = grid_.top(row);
        const int right = std::max(left + 1, grid_.left(column + 1));
        const int bottom = std::max(top + 1, grid_.top(row + 1));
        pixels.clear();
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x)
                pixels.push_back({image_.at(x, y, c), PixelNoise::placeOf(std::min(x - left, right - 1 - x),
                                                                         std::min(y - top, bottom - 1 - y))});
    }
    std::size_t count() const { return grid_.blocks() * 3; }

private:
    const Image& image_;
    const BlockGrid& grid_;
};

bool isEven(const std::vector<BlockPixel>& pixels)
{
    return std::ranges::all_of(pixels, [&](const BlockPixel& pixel) { return pixel.level == pixels.front().level; });
}

/// What the blocks tell of the noise, by expectation and maximisation from their spread.
PixelNoise learntNoise(const BlockPixels& blocks)
{
    std::vector<BlockPixel> pixels;
    const std::size_t step = blocks.count() / learntFrom * 2 + 1; // odd in most cases: all three colours
    PixelNoise noise;
    for (std::size_t i = 0; i < blocks.count(); i += step) {
        blocks.read(i, pixels);
        noise.noteSpread(pixels);
    }
    noise.begin();
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < blocks.count(); i += step) {
            blocks.read(i, pixels);
            noise.learn(pixels);
        }
        noise.update();
    }
    return noise;
}

} // namespace

std::vector<std::uint8_t> estimateBytes(const Image& image, const BlockGrid& grid)
{
    const BlockPixels blocks(image, grid);
    std::vector<std::uint8_t> bytes(blocks.count());
    std::vector<BlockPixel> pixels;
    bool even = true;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        blocks.read(i, pixels);
        bytes[i] = static_cast<std::uint8_t>(pixels.front().level);
        even = even && isEven(pixels);
    }
    if (even)
        return bytes;
    const PixelNoise noise = learntNoise(blocks);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        blocks.read(i, pixels);
        bytes[i] = static_cast<std::uint8_t>(noise.likeliest(pixels));
    }
    for (int pass = 0; pass < passes; ++pass) {
        const std::vector<std::uint8_t> roughly = bytes;
        const SampleContext context(roughly);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            blocks.read(i, pixels);
            bytes[i] = static_cast<std::uint8_t>(noise.likeliest(pixels, [&](int level) { return context.log(i, level); }));
        }
    }
    if (auto halved = estimateHalvedColours(image, grid, bytes))
        return std::move(*halved);
    return bytes;
}

} // namespace sonoloom
