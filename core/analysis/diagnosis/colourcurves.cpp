// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/colourcurves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace sonoloom
{

namespace
{

using Vector = std::array<double, 3>;

std::uint8_t byteOf(double value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
}

template <class Function>
ColourTable sampled(Function&& function)
{
    ColourTable table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const Vector colour = function(static_cast<double>(i) / 255);
        table[i] = {byteOf(colour[0]), byteOf(colour[1]), byteOf(colour[2])};
    }
    return table;
}

template <std::size_t terms>
Vector polynomial(const std::array<Vector, terms>& factors, double x)
{
    Vector sum{};
    for (std::size_t i = terms; i-- > 0;)
        for (std::size_t c = 0; c < 3; ++c)
            sum[c] = sum[c] * x + factors[i][c];
    return sum;
}

/// Source: a polynomial through plasma of github.com/BIDS/colormap.
Vector plasma(double x)
{
    static constexpr std::array<Vector, 7> factors{{{0.05873, 0.02334, 0.54334},
                                                    {2.17651, 0.23838, 0.75396},
                                                    {-2.68946, -7.45585, 3.11080},
                                                    {6.13035, 42.34619, -28.51885},
                                                    {-11.10744, -82.66631, 60.13985},
                                                    {10.02307, 71.41362, -54.07219},
                                                    {-3.65871, -22.93153, 18.19191}}};
    return polynomial(factors, x);
}

/// Source: Mikhailov, "Turbo, an improved rainbow colormap", 2019: its polynomial.
Vector turbo(double x)
{
    static constexpr std::array<Vector, 6> factors{{{0.13572, 0.09140, 0.10667},
                                                    {4.61539, 2.19419, 12.64195},
                                                    {-42.66032, 4.84297, -60.58205},
                                                    {132.13108, -14.18503, 110.36277},
                                                    {-152.94239, 4.27730, -89.90310},
                                                    {59.28638, 2.82957, 27.34825}}};
    return polynomial(factors, x);
}

/// Straight lines between corners, as MATLAB defines it.
Vector jet(double x)
{
    const auto hill = [x](double middle) { return std::clamp(1.5 - 4 * std::abs(x - middle), 0.0, 1.0); };
    return {hill(0.75), hill(0.5), hill(0.25)};
}

Vector hot(double x)
{
    const auto rise = [x](double from, double to) { return std::clamp((x - from) / (to - from), 0.0, 1.0); };
    return {rise(-0.0115, 0.365), rise(0.365, 0.746), rise(0.746, 1)};
}

/// Source: Moreland, "Diverging color maps for scientific visualization", ISVC 2009: 9 of its colours and lines between.
Vector coolwarm(double x)
{
    static constexpr std::array<Vector, 9> corners{{{59, 76, 192},
                                                    {98, 130, 234},
                                                    {141, 176, 254},
                                                    {184, 208, 249},
                                                    {221, 221, 221},
                                                    {245, 196, 173},
                                                    {244, 154, 123},
                                                    {222, 96, 77},
                                                    {180, 4, 38}}};
    const double place = x * 8;
    const auto at = std::min<std::size_t>(static_cast<std::size_t>(place), 7);
    const double share = place - static_cast<double>(at);
    Vector colour;
    for (std::size_t c = 0; c < 3; ++c)
        colour[c] = (corners[at][c] * (1 - share) + corners[at + 1][c] * share) / 255;
    return colour;
}

/// Values of a pixel on the 8-bit scale.
struct Pixel {
    float red;
    float green;
    float blue;
};

Pixel pixelAt(const Image& image, std::size_t index)
{
    const std::size_t at = index * static_cast<std::size_t>(image.channels);
    const float scale = image.depth == 16 ? 1.0F / 257 : 1.0F;
    return {scale * static_cast<float>(image.samples[at]), scale * static_cast<float>(image.samples[at + 1]),
            scale * static_cast<float>(image.samples[at + 2])};
}

struct Nearest {
    double place;   ///< 0..255
    float distance; ///< in levels
};

Nearest nearestOn(const ColourTable& colours, const Pixel& pixel)
{
    float least = std::numeric_limits<float>::max();
    std::size_t best = 0;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const float r = pixel.red - colours[i].red;
        const float g = pixel.green - colours[i].green;
        const float b = pixel.blue - colours[i].blue;
        const float distance = r * r + g * g + b * b;
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return {static_cast<double>(best), std::sqrt(least)};
}

} // namespace

const std::vector<ColourCurve>& colourCurves()
{
    static const std::vector<ColourCurve> curves{{"magma", colourTable(ColourMap::Magma)},
                                                 {"viridis", colourTable(ColourMap::Viridis)},
                                                 {"cividis", colourTable(ColourMap::Cividis)},
                                                 {"inferno", colourTable(ColourMap::Inferno)},
                                                 {"plasma", sampled(plasma)},
                                                 {"turbo", sampled(turbo)},
                                                 {"jet", sampled(jet)},
                                                 {"hot", sampled(hot)},
                                                 {"coolwarm", sampled(coolwarm)}};
    return curves;
}

const ColourCurve* colourCurveNamed(std::string_view name)
{
    const auto found = std::ranges::find(colourCurves(), name, &ColourCurve::name);
    return found == colourCurves().end() ? nullptr : &*found;
}

CurveFit fitTo(const ColourCurve& curve, const Image& image)
{
    constexpr std::size_t enough = 4096;
    const std::size_t pixels = image.samples.size() / static_cast<std::size_t>(image.channels);
    const std::size_t step = std::max<std::size_t>(1, pixels / enough) | 1; // odd: no column is met again and again
    std::vector<float> distances;
    std::array<bool, 16> parts{};
    for (std::size_t i = step / 2; i < pixels; i += step) {
        const Nearest nearest = nearestOn(curve.colours, pixelAt(image, i));
        distances.push_back(nearest.distance);
        parts[static_cast<std::size_t>(nearest.place) / 16] = true;
    }
    if (distances.empty())
        return {1000, 1000, 0};
    CurveFit fit;
    for (const float distance : distances)
        fit.distance += distance / static_cast<double>(distances.size());
    const auto far = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() * 95 / 100);
    std::nth_element(distances.begin(), far, distances.end());
    fit.farDistance = *far;
    fit.covered = static_cast<double>(std::ranges::count(parts, true)) / 16;
    return fit;
}

Image valuesOn(const ColourCurve& curve, const Image& image, bool reversed)
{
    Image grey(image.width, image.height, 1, image.depth);
    grey.text = image.text;
    grey.exif = image.exif;
    std::unordered_map<std::uint32_t, std::uint16_t> known; // of 8-bit colours: images have few of them
    for (std::size_t i = 0; i < grey.samples.size(); ++i) {
        const Pixel pixel = pixelAt(image, i);
        const std::uint32_t key = static_cast<std::uint32_t>(std::lround(pixel.red)) << 16 |
                                  static_cast<std::uint32_t>(std::lround(pixel.green)) << 8 |
                                  static_cast<std::uint32_t>(std::lround(pixel.blue));
        const auto [entry, isNew] = known.try_emplace(key);
        if (isNew) {
            const double place = nearestOn(curve.colours, pixel).place / 255;
            entry->second = static_cast<std::uint16_t>(std::lround((reversed ? 1 - place : place) * grey.maxValue()));
        }
        grey.samples[i] = entry->second;
    }
    return grey;
}

} // namespace sonoloom
