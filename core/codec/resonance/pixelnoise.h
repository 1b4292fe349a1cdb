// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace sonoloom
{

/// One pixel of a block.
struct BlockPixel {
    int level; ///< 0..255
    int place; ///< PixelNoise::placeOf
};

/// How far pixels lie from what was drawn, learnt from blocks whose pixels were all drawn alike: one symmetric histogram
/// for each distance from the block's edges, where a JPEG file blurs. Levels below 0 and above 255 were cut off.
///
/// Source: Dempster, Laird, Rubin, "Maximum likelihood from incomplete data via the EM algorithm", JRSS B 1977.
class PixelNoise
{
public:
    /// The class of a pixel so far from the nearer upright and level edge of its block, 0 and more.
    static int placeOf(int fromUpright, int fromLevel);

    /// First, for all blocks to learn from.
    void noteSpread(const std::vector<BlockPixel>& pixels);
    /// Begins with what was noted.
    void begin();
    /// Then in rounds: all blocks, and update().
    void learn(const std::vector<BlockPixel>& pixels);
    void update();

    /// Logarithm of the chance of a level before any pixel is seen.
    using Prior = std::function<float(int level)>;

    /// The likeliest drawn level, 0..255; between equals the middle one.
    int likeliest(const std::vector<BlockPixel>& pixels, const Prior& prior = {}) const;

private:
    static constexpr int levels = 256;
    static constexpr int widest = 255;
    static constexpr int steps = 4; // distances told apart
    static constexpr int places = steps * steps;
    using Histogram = std::array<double, 2 * widest + 1>;

    void setTables();
    /// Log-likelihoods of the levels from `first` on.
    void judge(const std::vector<BlockPixel>& pixels, int& first, std::vector<float>& logs) const;

    std::array<Histogram, places> counts_{};
    std::array<std::array<float, 2 * widest + 1>, places> logs_{};
    std::array<std::array<float, levels>, places> cutBelow_{}; ///< of a pixel that is 0, by the level drawn
    std::array<std::array<float, levels>, places> cutAbove_{};
    int reach_ = widest; ///< greatest distance that occurs
};

} // namespace sonoloom
