// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/pixelnoise.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double leastChance = 1e-7; // of any distance: a stray pixel must not rule out a level

} // namespace

int PixelNoise::placeOf(int fromUpright, int fromLevel)
{
    return std::min(fromUpright, steps - 1) * steps + std::min(fromLevel, steps - 1);
}

void PixelNoise::noteSpread(const std::vector<BlockPixel>& pixels)
{
    int inmost = 0;
    for (const BlockPixel& pixel : pixels)
        inmost = std::max(inmost, pixel.place);
    double sum = 0;
    int count = 0;
    for (const BlockPixel& pixel : pixels)
        if (pixel.place == inmost) {
            sum += pixel.level;
            ++count;
        }
    const int centre = static_cast<int>(std::lround(sum / count));
    for (const BlockPixel& pixel : pixels)
        counts_[static_cast<std::size_t>(pixel.place)][static_cast<std::size_t>(pixel.level - centre + widest)] += 1;
}

void PixelNoise::begin()
{
    // Distances from an estimate are too short: they are stretched by a third, and the rounds find the true ones.
    for (Histogram& counts : counts_) {
        Histogram wider{};
        for (int d = -widest; d <= widest; ++d)
            for (const int there : {d, d * 4 / 3, d + (d > 0 ? 1 : -1)})
                wider[static_cast<std::size_t>(std::clamp(there, -widest, widest) + widest)] +=
                    counts[static_cast<std::size_t>(d + widest)];
        counts = wider;
    }
    update();
}

void PixelNoise::update()
{
    reach_ = 1;
    for (Histogram& counts : counts_) {
        double total = 0;
        for (const double count : counts)
            total += count;
        if (total <= 0)
            continue;
        for (int d = 0; d <= widest; ++d) {
            const double both = counts[static_cast<std::size_t>(widest + d)] + counts[static_cast<std::size_t>(widest - d)];
            const double chance = both / (2 * total) + leastChance;
            counts[static_cast<std::size_t>(widest + d)] = chance;
            counts[static_cast<std::size_t>(widest - d)] = chance;
            if (chance > 100 * leastChance)
                reach_ = std::max(reach_, d);
        }
    }
    setTables();
    for (Histogram& counts : counts_)
        counts.fill(0);
}

void PixelNoise::setTables()
{
    for (std::size_t place = 0; place < counts_.size(); ++place) {
        const Histogram& chances = counts_[place];
        for (std::size_t d = 0; d < chances.size(); ++d)
            logs_[place][d] = static_cast<float>(std::log(std::max(chances[d], leastChance)));
        double below = 0;
        for (int level = widest; level >= 0; --level) { // a pixel of 0 came from level or more below the drawn one
            below += chances[static_cast<std::size_t>(widest - level)];
            cutBelow_[place][static_cast<std::size_t>(level)] = static_cast<float>(std::log(std::max(below, leastChance)));
            cutAbove_[place][static_cast<std::size_t>(widest - level)] = cutBelow_[place][static_cast<std::size_t>(level)];
        }
    }
}

void PixelNoise::judge(const std::vector<BlockPixel>& pixels, int& first, std::vector<float>& logs) const
{
    const auto [least, greatest] = std::ranges::minmax(pixels, {}, &BlockPixel::level);
    int last = std::min(255, least.level + reach_);
    first = std::max(0, greatest.level - reach_);
    if (first > last) { // a stray pixel
        first = least.level;
        last = greatest.level;
    }
    if (least.level == 0)
        first = 0;
    if (greatest.level == 255)
        last = 255;
    logs.assign(static_cast<std::size_t>(last - first + 1), 0.0f);
    for (const BlockPixel& pixel : pixels) {
        const auto place = static_cast<std::size_t>(pixel.place);
        for (int level = first; level <= last; ++level)
            logs[static_cast<std::size_t>(level - first)] +=
                pixel.level == 0     ? cutBelow_[place][static_cast<std::size_t>(level)]
                : pixel.level == 255 ? cutAbove_[place][static_cast<std::size_t>(level)]
                                     : logs_[place][static_cast<std::size_t>(pixel.level - level + widest)];
    }
}

void PixelNoise::learn(const std::vector<BlockPixel>& pixels)
{
    int first = 0;
    std::vector<float> logs;
    judge(pixels, first, logs);
    const float best = *std::ranges::max_element(logs);
    double total = 0;
    for (const float log : logs)
        total += std::exp(log - best);
    for (std::size_t i = 0; i < logs.size(); ++i) {
        const double share = std::exp(logs[i] - best) / total;
        if (share < 1e-4)
            continue;
        for (const BlockPixel& pixel : pixels)
            if (pixel.level != 0 && pixel.level != 255)
                counts_[static_cast<std::size_t>(pixel.place)]
                       [static_cast<std::size_t>(pixel.level - first - static_cast<int>(i) + widest)] += share;
    }
}

int PixelNoise::likeliest(const std::vector<BlockPixel>& pixels, const Prior& prior) const
{
    int first = 0;
    std::vector<float> logs;
    judge(pixels, first, logs);
    for (std::size_t i = 0; prior && i < logs.size(); ++i)
        logs[i] += prior(first + static_cast<int>(i));
    const float best = *std::ranges::max_element(logs);
    int from = -1;
    int to = -1;
    for (std::size_t i = 0; i < logs.size(); ++i)
        if (logs[i] > best - 0.01f * static_cast<float>(pixels.size())) {
            from = from < 0 ? static_cast<int>(i) : from;
            to = static_cast<int>(i);
        }
    return first + (from + to) / 2;
}

} // namespace sonoloom
