// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/findsize.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr std::size_t mostPixels = 1024;  ///< along the axis, in the middle
constexpr std::size_t mostLines = 512;    ///< beside it
constexpr double leastPeriod = 0.06;      ///< rhythm and harmonics make slower ones
constexpr double clearTrace = 6;          ///< strength down the columns; clean images of the corpus reach 4.1
constexpr double clearAcross = 40;        ///< along the rows, where a steady tone has a period of its own: 35

/// Logarithm of the mean curvature at each pixel, less that of its neighbourhood.
std::vector<double> curvature(const Grid<float>& loudness, bool across)
{
    const std::size_t all = across ? loudness.columns() : loudness.rows();
    const std::size_t lines = across ? loudness.rows() : loudness.columns();
    const std::size_t length = std::min(all, mostPixels);
    const std::size_t first = (all - length) / 2;
    const std::size_t step = std::max<std::size_t>(1, lines / mostLines);
    const auto at = [&](std::size_t line, std::size_t i) { return across ? loudness(line, i) : loudness(i, line); };
    std::vector<double> curves;
    for (std::size_t i = first + 1; i + 1 < first + length; ++i) {
        double sum = 1e-4;
        for (std::size_t line = 0; line < lines; line += step)
            sum += std::abs(2 * at(line, i) - at(line, i - 1) - at(line, i + 1));
        curves.push_back(std::log(sum));
    }
    return curves;
}

double medianNear(const std::vector<double>& values, std::ptrdiff_t place, std::ptrdiff_t reach)
{
    const std::ptrdiff_t from = std::max<std::ptrdiff_t>(0, place - reach);
    const std::ptrdiff_t to = std::min<std::ptrdiff_t>(std::ssize(values), place + reach + 1);
    std::vector<double> near(values.begin() + from, values.begin() + to);
    std::nth_element(near.begin(), near.begin() + std::ssize(near) / 2, near.end());
    return near[near.size() / 2];
}

std::vector<double> withoutTrend(const std::vector<double>& values)
{
    constexpr std::ptrdiff_t reach = 12;
    std::vector<double> rest(values.size());
    for (std::ptrdiff_t i = 0; i < std::ssize(values); ++i)
        rest[static_cast<std::size_t>(i)] = std::clamp(values[static_cast<std::size_t>(i)] - medianNear(values, i, reach), -1.0, 1.0);
    return rest;
}

double spectrumAt(const std::vector<double>& values, double frequency)
{
    const std::complex<double> turn = std::polar(1.0, 2 * std::numbers::pi * frequency);
    std::complex<double> sum;
    for (std::size_t i = values.size(); i-- > 0;)
        sum = sum * turn + values[i];
    return std::abs(sum);
}

/// At periods 0 to 0.5.
std::vector<double> spectrumOf(const std::vector<double>& values)
{
    std::vector<double> heights;
    for (std::size_t i = 0; i <= values.size(); ++i)
        heights.push_back(spectrumAt(values, 0.5 * static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(1, values.size()))));
    return heights;
}

/// A size that an axis may have had, of those that leave such a period.
int sizeFrom(int length, double period, int expected)
{
    const std::array<double, 4> sizes{length * (1 - period), length * (1 + period), length * period, length * (2 - period)};
    for (const double size : sizes)
        if (expected > 0 && std::abs(size - expected) < 0.01 * expected + 1)
            return expected;
    for (const int usual : {512, 256, 1024, 128, 768, 384})
        for (const double size : sizes)
            if (std::abs(size - usual) < 0.006 * usual)
                return usual;
    return static_cast<int>(std::lround(sizes[0]));
}

std::string sizeText(int width, int height)
{
    return std::to_string(width) + " x " + std::to_string(height);
}

struct Axes {
    int width;
    int height;
    ScalingTrace across;
    ScalingTrace down;
};

bool hasTraces(const Axes& axes)
{
    return axes.down.strength > clearTrace || axes.across.strength > clearAcross;
}

Finding resizedFinding(const Axes& axes, int width, int height, double confidence)
{
    Finding finding{Fault::Resized, confidence, {}, {}, true};
    finding.what = "The image was resized: it has " + sizeText(axes.width, axes.height) + " pixels and had " + sizeText(width, height) + ".";
    finding.cost = width != axes.width ? "It plays at another speed, and its bands are blurred." : "Its bands are blurred and lie elsewhere.";
    finding.mend.width = width;
    finding.mend.height = height;
    return finding;
}

/// The size is known, and another.
Finding otherThanExpected(const Axes& axes, const Expected& expected)
{
    const int width = expected.width > 0 ? expected.width : axes.width;
    const int height = expected.height > 0 ? expected.height : axes.height;
    const double x = static_cast<double>(axes.width) / width;
    const double y = static_cast<double>(axes.height) / height;
    const bool traces = hasTraces(axes);
    const bool sameScale = std::abs(x / y - 1) < 0.01;
    if (x > 1 || y > 1 || sameScale || traces)
        return resizedFinding(axes, width, height, traces || x > 1 || y > 1 ? 0.98 : 0.8);
    Finding finding{Fault::Cropped, 0.8, {}, {}, false};
    finding.what = "The image has " + sizeText(axes.width, axes.height) + " pixels of the " + sizeText(width, height) + " that it was written with.";
    finding.cost = axes.height < height ? "What is cut off is silent, and the bands that are left are taken for others." : "What is cut off is silent.";
    return finding;
}

} // namespace

double blockTrace(const Grid<float>& loudness)
{
    double weakest = 1e9;
    for (const bool across : {true, false}) {
        const std::vector<double> heights = spectrumOf(withoutTrend(curvature(loudness, across)));
        for (const double period : {0.125, 0.375}) {
            const auto at = static_cast<std::ptrdiff_t>(std::lround(2 * period * static_cast<double>(heights.size() - 1)));
            double height = 0;
            for (std::ptrdiff_t i = at - 1; i <= at + 1 && i < std::ssize(heights); ++i)
                height = std::max(height, i < 0 ? 0.0 : heights[static_cast<std::size_t>(i)]);
            weakest = std::min(weakest, height / (medianNear(heights, at, std::ssize(heights) / 12) + 1e-6));
        }
    }
    return weakest;
}

ScalingTrace scalingTrace(const Grid<float>& loudness, bool across, bool blocks)
{
    const std::vector<double> values = withoutTrend(curvature(loudness, across));
    if (values.size() < 64)
        return {};
    const auto steps = static_cast<std::ptrdiff_t>(values.size());
    const std::vector<double> heights = spectrumOf(values);
    ScalingTrace trace;
    for (auto i = static_cast<std::ptrdiff_t>(std::ceil(leastPeriod * 2 * static_cast<double>(steps))); i <= steps; ++i) {
        const double period = 0.5 * static_cast<double>(i) / static_cast<double>(steps);
        const double eighths = std::round(period * 8); // odd ones are those of blocks nearly always
        if (std::abs(period * 8 - eighths) < 0.05 && (blocks || static_cast<int>(eighths) % 2 == 1))
            continue;
        const double strength = heights[static_cast<std::size_t>(i)] / (medianNear(heights, i, steps / 12) + 1e-6);
        if (strength > trace.strength)
            trace = {period, strength};
    }
    return trace;
}

std::optional<Finding> findSize(const Grid<float>& loudness, const Expected& expected, bool blocks)
{
    const Axes axes{static_cast<int>(loudness.columns()), static_cast<int>(loudness.rows()), scalingTrace(loudness, true, blocks),
                    scalingTrace(loudness, false, blocks)};
    const bool isOther = (expected.width > 0 && expected.width != axes.width) || (expected.height > 0 && expected.height != axes.height);
    if (isOther)
        return otherThanExpected(axes, expected);
    if (expected.content != Content::Mel || (expected.width > 0 && expected.height > 0) || !hasTraces(axes))
        return std::nullopt;
    const int width = axes.across.strength < clearTrace ? axes.width : sizeFrom(axes.width, axes.across.period, expected.width);
    const int height = axes.down.strength < clearTrace ? axes.height : sizeFrom(axes.height, axes.down.period, expected.height);
    return resizedFinding(axes, width, height, 0.8);
}

} // namespace sonoloom
