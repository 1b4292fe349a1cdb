// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/look/soundlook.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr std::size_t leastSide = 32;
constexpr std::size_t mostColumns = 1024;
constexpr double tiny = 1e-9;

Grid<float> middle(const Grid<float>& picture)
{
    const std::size_t columns = std::min(picture.columns(), mostColumns);
    const std::size_t first = (picture.columns() - columns) / 2;
    Grid<float> part(picture.rows(), columns);
    for (std::size_t y = 0; y < part.rows(); ++y)
        std::copy_n(picture.row(y).begin() + static_cast<std::ptrdiff_t>(first), columns, part.row(y).begin());
    return part;
}

Grid<float> halved(const Grid<float>& picture)
{
    Grid<float> half(picture.rows() / 2, picture.columns() / 2);
    for (std::size_t y = 0; y < half.rows(); ++y)
        for (std::size_t x = 0; x < half.columns(); ++x)
            half(y, x) = 0.25F * (picture(2 * y, 2 * x) + picture(2 * y, 2 * x + 1) + picture(2 * y + 1, 2 * x) +
                                  picture(2 * y + 1, 2 * x + 1));
    return half;
}

/// First and second differences along one axis.
struct Steps {
    double firsts = 0;  ///< sum of squares
    double seconds = 0;
    double cubes = 0;   ///< of second differences, positive for ridges
    double lengths = 0; ///< sum of |first difference|
    double fourths = 0;
    std::size_t count = 0;

    void add(float before, float here, float after)
    {
        const double first = after - here;
        const double second = 2.0 * here - before - after;
        firsts += first * first;
        seconds += second * second;
        cubes += second * second * second;
        lengths += std::abs(first);
        fourths += first * first * first * first;
        ++count;
    }
    double rough() const { return std::sqrt((seconds + tiny * n()) / (firsts + tiny * n())); }
    double ridge() const { return std::cbrt(cubes / n()) / (std::sqrt(seconds / n()) + 1e-6); }
    double n() const { return static_cast<double>(std::max<std::size_t>(count, 1)); }
};

Steps stepsAcross(const Grid<float>& picture)
{
    Steps steps;
    for (std::size_t y = 0; y < picture.rows(); ++y)
        for (std::size_t x = 1; x + 1 < picture.columns(); ++x)
            steps.add(picture(y, x - 1), picture(y, x), picture(y, x + 1));
    return steps;
}

Steps stepsDown(const Grid<float>& picture, std::size_t from, std::size_t to)
{
    Steps steps;
    for (std::size_t y = from + 1; y + 1 < to; ++y)
        for (std::size_t x = 0; x < picture.columns(); ++x)
            steps.add(picture(y - 1, x), picture(y, x), picture(y + 1, x));
    return steps;
}

/// Slope of the logarithm of roughness over the height, 16 stripes weighted by what goes on in them.
double roughRise(const Grid<float>& picture)
{
    constexpr std::size_t stripes = 16;
    std::array<double, stripes> roughness{};
    std::array<double, stripes> weights{};
    double total = tiny;
    double place = 0;
    double mean = 0;
    for (std::size_t i = 0; i < stripes; ++i) {
        const std::size_t from = picture.rows() * i / stripes;
        const std::size_t to = std::max(from + 3, picture.rows() * (i + 1) / stripes);
        const Steps steps = stepsDown(picture, from, std::min(to, picture.rows()));
        roughness[i] = std::log(steps.rough());
        weights[i] = std::sqrt(steps.firsts / steps.n());
        total += weights[i];
        place += weights[i] * static_cast<double>(i);
        mean += weights[i] * roughness[i];
    }
    double product = 0;
    double squares = tiny;
    for (std::size_t i = 0; i < stripes; ++i) {
        const double distance = place / total - static_cast<double>(i); // upwards
        product += weights[i] * distance * (roughness[i] - mean / total);
        squares += weights[i] * distance * distance;
    }
    return product / squares * std::sqrt(squares / total); // over the spread of what is seen
}

std::vector<double> rowMeans(const Grid<float>& picture)
{
    std::vector<double> means(picture.rows());
    for (std::size_t y = 0; y < picture.rows(); ++y)
        for (const float value : picture.row(y))
            means[y] += value / static_cast<double>(picture.columns());
    return means;
}

std::vector<double> columnMeans(const Grid<float>& picture)
{
    std::vector<double> means(picture.columns());
    for (std::size_t y = 0; y < picture.rows(); ++y)
        for (std::size_t x = 0; x < picture.columns(); ++x)
            means[x] += picture(y, x) / static_cast<double>(picture.rows());
    return means;
}

double variance(const std::vector<double>& values)
{
    double sum = 0;
    double squares = 0;
    for (const double value : values) {
        sum += value;
        squares += value * value;
    }
    const auto n = static_cast<double>(values.size());
    return std::max(0.0, squares / n - sum / n * (sum / n));
}

/// Correlation with the picture moved by `lag`, each row or column less its mean.
double correlation(const Grid<float>& picture, const std::vector<double>& means, std::size_t lag, bool across)
{
    double product = 0;
    double squares = tiny;
    for (std::size_t y = 0; y < picture.rows(); ++y)
        for (std::size_t x = 0; x < picture.columns(); ++x) {
            const double mean = across ? means[y] : means[x];
            const double here = picture(y, x) - mean;
            squares += here * here;
            if ((across ? x : y) >= lag)
                product += here * ((across ? picture(y, x - lag) : picture(y - lag, x)) - mean);
        }
    return product / squares;
}

struct Moments {
    double mean = 0;
    double deviation = 0;
    double skew = 0;
    double median = 0;
};

Moments momentsOf(const Grid<float>& picture)
{
    Moments moments;
    const auto n = static_cast<double>(picture.cells().size());
    for (const float value : picture.cells())
        moments.mean += value / n;
    double squares = 0;
    double cubes = 0;
    for (const float value : picture.cells()) {
        const double distance = value - moments.mean;
        squares += distance * distance;
        cubes += distance * distance * distance;
    }
    moments.deviation = std::sqrt(squares / n);
    moments.skew = cubes / n / (moments.deviation * moments.deviation * moments.deviation + tiny);
    std::vector<float> values(picture.cells().begin(), picture.cells().end());
    const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), half, values.end());
    moments.median = *half;
    return moments;
}

double meanOf(const std::vector<double>& values, std::size_t from, std::size_t to)
{
    double sum = 0;
    for (std::size_t i = from; i < to; ++i)
        sum += values[i];
    return sum / static_cast<double>(to - from);
}

void takeSteps(LookFigures& figures, const Grid<float>& half)
{
    const Steps across = stepsAcross(half);
    const Steps down = stepsDown(half, 0, half.rows());
    figures.roughAcross = across.rough();
    figures.roughDown = down.rough();
    figures.ridgeAcross = across.ridge();
    figures.ridgeDown = down.ridge();
    figures.acrossOverDown = std::log((across.lengths / across.n() + 1e-4) / (down.lengths / down.n() + 1e-4));
    const double a = across.firsts / across.n();
    const double d = down.firsts / down.n();
    figures.peaked = std::log((across.fourths / across.n() + down.fourths / down.n() + 1e-12) / (a * a + d * d + 1e-12));
}

} // namespace

std::optional<LookFigures> lookFigures(const Grid<float>& loudness)
{
    if (loudness.rows() < leastSide || loudness.columns() < leastSide)
        return std::nullopt;
    const Grid<float> full = middle(loudness);
    const Grid<float> half = halved(full);
    const Moments moments = momentsOf(half);
    if (moments.deviation < 1e-4)
        return std::nullopt;
    LookFigures figures;
    figures.mean = moments.mean;
    figures.skew = moments.skew;
    figures.medianOver = moments.median - moments.mean;
    takeSteps(figures, half);
    const std::size_t quarter = full.rows() / 4;
    figures.roughTop = stepsDown(full, 0, quarter).rough();
    figures.roughBottom = stepsDown(full, full.rows() - quarter, full.rows()).rough();
    figures.roughRise = roughRise(full);
    const auto rows = rowMeans(half);
    const auto columns = columnMeans(half);
    figures.acrossFar = correlation(half, rows, 16, true);
    figures.downNear = correlation(half, columns, 4, false);
    figures.columnShare = variance(columns) / (moments.deviation * moments.deviation);
    const std::size_t third = rows.size() / 3;
    figures.lowerOver = (meanOf(rows, rows.size() - third, rows.size()) - meanOf(rows, 0, third)) / moments.deviation;
    return figures;
}

LookFigures LookFigures::inverted() const
{
    LookFigures other = *this;
    other.skew = -skew;
    other.ridgeAcross = -ridgeAcross;
    other.ridgeDown = -ridgeDown;
    other.medianOver = -medianOver;
    other.mean = 1 - mean;
    other.lowerOver = -lowerOver;
    return other;
}

LookFigures LookFigures::flipped() const
{
    LookFigures other = *this;
    std::swap(other.roughTop, other.roughBottom);
    other.roughRise = -roughRise;
    other.lowerOver = -lowerOver;
    return other;
}

std::array<std::pair<std::string_view, double>, 16> namedFigures(const LookFigures& f)
{
    return {{{"roughAcross", f.roughAcross},
             {"roughDown", f.roughDown},
             {"roughTop", f.roughTop},
             {"roughBottom", f.roughBottom},
             {"roughRise", f.roughRise},
             {"skew", f.skew},
             {"acrossFar", f.acrossFar},
             {"downNear", f.downNear},
             {"peaked", f.peaked},
             {"columnShare", f.columnShare},
             {"acrossOverDown", f.acrossOverDown},
             {"ridgeAcross", f.ridgeAcross},
             {"ridgeDown", f.ridgeDown},
             {"medianOver", f.medianOver},
             {"mean", f.mean},
             {"lowerOver", f.lowerOver}}};
}

} // namespace sonoloom
