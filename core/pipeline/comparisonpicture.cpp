// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/comparisonpicture.h"

#include "core/io/colourmap.h"
#include "core/io/panelpicture.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int plotWidth = 1280;
constexpr int plotHeight = 256;
constexpr double shownDb = 90;        // under the loudest cell of the original
constexpr double differenceDb = 24;   // that take the last colour
constexpr double spectrogramTickDb = 30;
constexpr double differenceTickDb = 6;

/// Cells of a spectrogram in `plotWidth` x `plotHeight`, the greatest that fall on each pixel; top row first.
Grid<float> pixelsOf(const DisplaySpectrogram& spectrogram)
{
    Grid<float> pixels(plotHeight, plotWidth, static_cast<float>(DisplaySpectrogram::floorDb));
    std::size_t level = 0;
    while (level + 1 < spectrogram.levels.size() && spectrogram.levels[level + 1].rows() >= plotWidth)
        ++level;
    const auto& cells = spectrogram.levels[level];
    const auto range = [](std::size_t pixel, std::size_t pixels, std::size_t count) {
        const std::size_t from = pixel * count / pixels;
        return std::pair(from, std::max(from + 1, (pixel + 1) * count / pixels));
    };
    for (std::size_t x = 0; x < plotWidth; ++x) {
        const auto [firstColumn, endColumn] = range(x, plotWidth, cells.rows());
        for (std::size_t y = 0; y < plotHeight; ++y) {
            const auto [firstBand, endBand] = range(y, plotHeight, cells.columns());
            float& pixel = pixels(plotHeight - 1 - y, x);
            for (std::size_t c = firstColumn; c < endColumn; ++c)
                for (std::size_t b = firstBand; b < endBand; ++b)
                    pixel = std::max(pixel, static_cast<float>(cells(c, b)) / 100.0f);
        }
    }
    return pixels;
}

/// Colours of pixels, where `low` dB is the map's first and `high` its last.
Image coloured(const Grid<float>& pixels, double low, double high, ColourMap map)
{
    Image image(static_cast<int>(pixels.columns()), static_cast<int>(pixels.rows()), 3);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const double value = pixels(static_cast<std::size_t>(y), static_cast<std::size_t>(x));
            const Colour colour = colourOf(map, static_cast<float>((value - low) / (high - low)));
            image.at(x, y, 0) = colour.red;
            image.at(x, y, 1) = colour.green;
            image.at(x, y, 2) = colour.blue;
        }
    return image;
}

std::string text(const char* format, double value)
{
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, format, value);
    return buffer;
}

/// The key to `low`..`high` dB with a tick every `step`.
void addKey(PicturePanel& panel, double low, double high, double step, ColourMap map)
{
    Grid<float> ramp(256, 1);
    for (std::size_t i = 0; i < 256; ++i)
        ramp(255 - i, 0) = static_cast<float>(low + (high - low) * static_cast<double>(i) / 255);
    panel.key = coloured(ramp, low, high, map);
    for (double db = std::ceil(low / step) * step; db <= high; db += step)
        panel.keyTicks.push_back({(db - low) / (high - low), text("%.0f dB", db == 0 ? 0.0 : db)});
}

std::vector<AxisTick> frequencyTicks(const DisplaySpectrogram& spectrogram)
{
    std::vector<AxisTick> ticks;
    double lastPlace = -1;
    for (const double hertz : {50., 100., 200., 500., 1000., 2000., 5000., 10000., 20000., 50000.}) {
        const double place = (spectrogram.bandOf(hertz) + 0.5) / spectrogram.bands();
        if (place < 0 || place > 1 || place - lastPlace < 0.07)
            continue;
        ticks.push_back({place, hertz < 1000 ? text("%.0f Hz", hertz) : text("%.0f kHz", hertz / 1000)});
        lastPlace = place;
    }
    return ticks;
}

/// Whole steps of 1, 2 or 5 that leave about ten ticks.
std::vector<AxisTick> timeTicks(double seconds)
{
    std::vector<AxisTick> ticks;
    if (seconds <= 0)
        return ticks;
    const double decade = std::pow(10.0, std::floor(std::log10(seconds / 10)));
    const double rough = seconds / 10 / decade;
    const double step = decade * (rough <= 1 ? 1 : rough <= 2 ? 2 : rough <= 5 ? 5 : 10);
    const char* format = step < 0.01 ? "%.3f s" : step < 0.1 ? "%.2f s" : step < 1 ? "%.1f s" : "%.0f s";
    for (double second = 0; second <= seconds * (1 + 1e-9); second += step)
        ticks.push_back({second / seconds, text(format, second)});
    return ticks;
}

PicturePanel spectrogramPanel(const std::string& title, const Grid<float>& pixels, double highest)
{
    PicturePanel panel{title, coloured(pixels, highest - shownDb, highest, ColourMap::Magma), {}, {}, {}};
    addKey(panel, highest - shownDb, highest, spectrogramTickDb, ColourMap::Magma);
    return panel;
}

PicturePanel differencePanel(const Grid<float>& original, const Grid<float>& result, double highest)
{
    const auto least = static_cast<float>(highest - shownDb);
    Grid<float> difference(original.rows(), original.columns());
    for (std::size_t i = 0; i < difference.cells().size(); ++i)
        difference.cells()[i] = std::abs(std::max(least, original.cells()[i]) - std::max(least, result.cells()[i]));
    PicturePanel panel{"Difference", coloured(difference, 0, differenceDb, ColourMap::Viridis), {}, {}, {}};
    addKey(panel, 0, differenceDb, differenceTickDb, ColourMap::Viridis);
    return panel;
}

} // namespace

Image comparisonPicture(const DisplaySpectrogram& original, const DisplaySpectrogram& result, const std::string& title)
{
    const Grid<float> before = pixelsOf(original);
    const Grid<float> after = pixelsOf(result);
    const double loudest = *std::ranges::max_element(before.cells());
    const double highest = std::max(-60.0, std::ceil(loudest / 10) * 10);
    PanelPicture picture;
    picture.title = title;
    picture.panels = {spectrogramPanel("Original", before, highest), spectrogramPanel("Reconstruction", after, highest),
                      differencePanel(before, after, highest)};
    for (PicturePanel& panel : picture.panels)
        panel.ticks = frequencyTicks(original);
    picture.ticks = timeTicks(original.seconds);
    picture.axisTitle = "Time";
    return drawPanels(picture);
}

} // namespace sonoloom
