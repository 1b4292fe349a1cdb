// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/estimate.h"

#include "core/codec/resonance/halvedcolours.h"
#include "core/codec/resonance/pixelnoise.h"
#include "core/codec/resonance/samplecontext.h"

#include <algorithm>
#include <cmath>
#include <optional>

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
        const auto [left, top, right, bottom] = edgesOf(row, column);
        pixels.clear();
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x)
                pixels.push_back({image_.at(x, y, c), PixelNoise::placeOf(std::min(x - left, right - 1 - x),
                                                                         std::min(y - top, bottom - 1 - y))});
    }
    std::size_t count() const { return grid_.blocks() * 3; }

    /// The colours of all blocks if each is of one colour, else nothing.
    std::optional<std::vector<std::uint8_t>> evenColours() const
    {
        std::vector<std::uint8_t> colours;
        colours.reserve(count());
        for (int row = 0; row < grid_.rows; ++row)
            for (int column = 0; column < grid_.columns; ++column) {
                const Edges block = edgesOf(row, column);
                if (!isEven(block))
                    return std::nullopt;
                for (int c = 0; c < 3; ++c)
                    colours.push_back(static_cast<std::uint8_t>(image_.at(block.left, block.top, c)));
            }
        return colours;
    }

private:
    struct Edges {
        int left;
        int top;
        int right;  ///< behind it
        int bottom; ///< below it
    };

    Edges edgesOf(int row, int column) const
    {
        const int left = grid_.left(column);
        const int top = grid_.top(row);
        return {left, top, std::max(left + 1, grid_.left(column + 1)), std::max(top + 1, grid_.top(row + 1))};
    }

    bool isEven(const Edges& block) const
    {
        for (int y = block.top; y < block.bottom; ++y)
            for (int x = block.left; x < block.right; ++x)
                for (int c = 0; c < 3; ++c)
                    if (image_.at(x, y, c) != image_.at(block.left, block.top, c))
                        return false;
        return true;
    }

    const Image& image_;
    const BlockGrid& grid_;
};

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
    if (auto even = blocks.evenColours())
        return std::move(*even);
    std::vector<std::uint8_t> bytes(blocks.count());
    std::vector<BlockPixel> pixels;
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
