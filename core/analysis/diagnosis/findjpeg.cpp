// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/findjpeg.h"

#include "core/analysis/diagnosis/findsize.h"
#include "core/dsp/look/loudness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr int side = 8;
constexpr std::size_t mostBlocks = 3000;
constexpr int greatestStep = 60;
constexpr std::size_t enoughValues = 60;
constexpr double clearComb = 0.25; ///< mean cosine from which values lie on steps
constexpr double clearOdds = 7;    ///< the same in deviations of what chance gives

/// A place in the transform and the step that the standard's table gives it at quality 50.
/// Source: ITU-T T.81, table K.1.
struct Place {
    int across;
    int down;
    double step;
};
constexpr std::array<Place, 14> places{{{1, 0, 11}, {0, 1, 12}, {2, 0, 10}, {1, 1, 12}, {0, 2, 14}, {3, 0, 16}, {2, 1, 14},
                                        {1, 2, 13}, {0, 3, 14}, {4, 0, 24}, {3, 1, 19}, {2, 2, 16}, {1, 3, 17}, {0, 4, 18}}};

using Block = std::array<double, side * side>;

double brightness(const Image& image, int x, int y)
{
    const double scale = image.depth == 16 ? 1.0 / 257 : 1.0;
    if (image.channels == 1)
        return scale * image.at(x, y);
    return scale * (0.299 * image.at(x, y, 0) + 0.587 * image.at(x, y, 1) + 0.114 * image.at(x, y, 2));
}

/// False where the block is even or much of it black or white, which cuts off what the transform said.
bool readBlock(const Image& image, int left, int top, Block& block)
{
    double least = 255;
    double greatest = 0;
    int cutOff = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double value = brightness(image, left + x, top + y);
            block[static_cast<std::size_t>(y * side + x)] = value;
            cutOff += value < 0.5 || value > 254.5 ? 1 : 0;
            least = std::min(least, value);
            greatest = std::max(greatest, value);
        }
    return cutOff <= 6 && greatest - least > 2;
}

double cosineAt(int place, int pixel)
{
    static const auto table = [] {
        std::array<std::array<double, side>, side> all{};
        for (int k = 0; k < side; ++k)
            for (int i = 0; i < side; ++i)
                all[static_cast<std::size_t>(k)][static_cast<std::size_t>(i)] =
                    (k == 0 ? std::sqrt(0.125) : 0.5) * std::cos((2 * i + 1) * k * std::numbers::pi / 16);
        return all;
    }();
    return table[static_cast<std::size_t>(place)][static_cast<std::size_t>(pixel)];
}

double transformed(const Block& block, const Place& place)
{
    double sum = 0;
    for (int y = 0; y < side; ++y) {
        double row = 0;
        for (int x = 0; x < side; ++x)
            row += cosineAt(place.across, x) * block[static_cast<std::size_t>(y * side + x)];
        sum += cosineAt(place.down, y) * row;
    }
    return sum;
}

using Values = std::array<std::vector<double>, places.size()>;

Values transforms(const Image& image)
{
    Values values;
    const int columns = image.width / side;
    const int rows = image.height / side;
    const std::size_t count = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    const std::size_t step = std::max<std::size_t>(1, count / mostBlocks);
    Block block;
    for (std::size_t i = 0; i < count; i += step) {
        const int left = static_cast<int>(i % static_cast<std::size_t>(columns)) * side;
        const int top = static_cast<int>(i / static_cast<std::size_t>(columns)) * side;
        if (readBlock(image, left, top, block))
            for (std::size_t k = 0; k < places.size(); ++k)
                values[k].push_back(transformed(block, places[k]));
    }
    return values;
}

/// The step of a comb that values lie on, 0 if there is none.
int stepOf(const std::vector<double>& values)
{
    int best = 0;
    double bestComb = 0;
    for (int step = 2; step <= greatestStep; ++step) {
        double sum = 0;
        std::size_t count = 0;
        for (const double value : values)
            if (std::abs(value) > 0.5 * step) {
                sum += std::cos(2 * std::numbers::pi * value / step);
                ++count;
            }
        if (count < enoughValues)
            break;
        const double comb = sum / static_cast<double>(count);
        const bool clear = comb > clearComb && comb * std::sqrt(2.0 * static_cast<double>(count)) > clearOdds;
        if (clear && comb > 0.95 * bestComb) { // of a step and its parts, which fit as well, the step
            best = step;
            bestComb = std::max(comb, bestComb);
        }
    }
    return best;
}

/// libjpeg's quality whose table has steps `scale` percent of the standard's.
int qualityOf(double scale)
{
    const double quality = scale <= 100 ? (200 - scale) / 2 : 5000 / scale;
    return static_cast<int>(std::clamp(std::lround(quality), 1L, 100L));
}

const char* costFor(Content content)
{
    switch (content) {
    case Content::Bytes: return "The bytes of the sound are changed; bits survive it, colours do not.";
    case Content::Phase: return "Phases are changed; the sound becomes noisy.";
    case Content::Mel:
    case Content::Other: break;
    }
    return "Blocks of 8 columns by 8 bands sound alike; soft sound beside loud is lost or made up.";
}

} // namespace

std::optional<Finding> findJpeg(const Image& image, Content content)
{
    const Values values = transforms(image);
    std::vector<double> scales;
    int tested = 0;
    for (std::size_t k = 0; k < places.size(); ++k) {
        tested += values[k].size() >= enoughValues ? 1 : 0;
        if (const int step = stepOf(values[k]); step > 0)
            scales.push_back(100 * step / places[k].step);
    }
    if (scales.size() < 3 || 3 * static_cast<int>(scales.size()) < tested)
        return std::nullopt;
    const auto middle = scales.begin() + static_cast<std::ptrdiff_t>(scales.size() / 2);
    std::nth_element(scales.begin(), middle, scales.end());
    Finding finding{Fault::Jpeg, std::min(1.0, 0.6 + 0.05 * static_cast<double>(scales.size())), {}, costFor(content), false};
    finding.what = "The image was a JPEG file, of a quality of about " + std::to_string(qualityOf(*middle)) + ".";
    return finding;
}

std::optional<Finding> findBlocks(const Image& image, Content content)
{
    constexpr double clearBlocks = 2.5; ///< clean images of the corpus reach 1.3, resized ones 2
    if (blockTrace(loudnessOf(image)) < clearBlocks)
        return std::nullopt;
    return Finding{Fault::Jpeg, 0.7, "There are edges at every eighth pixel, as JPEG leaves at a low quality.", costFor(content), false};
}

} // namespace sonoloom
