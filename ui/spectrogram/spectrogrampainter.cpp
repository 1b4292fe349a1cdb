// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/spectrogrampainter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sonoloom
{

namespace
{

/// First and one-past-last cell on each pixel of an axis; empty where there is no cell.
struct CellSpan {
    std::size_t first = 0;
    std::size_t end = 0;
};

std::array<QRgb, 256> coloursOf(ColourMap map)
{
    std::array<QRgb, 256> colours{};
    const ColourTable& table = colourTable(map);
    for (std::size_t i = 0; i < colours.size(); ++i)
        colours[i] = qRgb(table[i].red, table[i].green, table[i].blue);
    return colours;
}

/// Cells of a level of the pyramid under each pixel. Column c of the full resolution covers (c - 0.5 .. c + 0.5) *
/// columnSeconds; cell c of level k covers its 2^k columns.
std::vector<CellSpan> columnSpans(double from, double to, int pixels, double columnSeconds, std::size_t level,
                                  std::size_t cells)
{
    std::vector<CellSpan> spans(static_cast<std::size_t>(pixels));
    const auto cellAt = [&](int x) {
        const double time = from + (to - from) * x / pixels;
        return std::max(0.0, std::floor((time / columnSeconds + 0.5) / static_cast<double>(1u << level)));
    };
    for (int x = 0; x < pixels; ++x) {
        const auto first = static_cast<std::size_t>(cellAt(x));
        if (first < cells)
            spans[static_cast<std::size_t>(x)] = {first, std::min(cells, std::max(first + 1, static_cast<std::size_t>(cellAt(x + 1))))};
    }
    return spans;
}

std::vector<CellSpan> bandSpans(int pixels, std::size_t bands)
{
    std::vector<CellSpan> spans(static_cast<std::size_t>(pixels));
    for (std::size_t y = 0; y < spans.size(); ++y) {
        const std::size_t fromBottom = spans.size() - 1 - y;
        const std::size_t first = fromBottom * bands / spans.size();
        spans[y] = {first, std::max(first + 1, (fromBottom + 1) * bands / spans.size())};
    }
    return spans;
}

} // namespace

QImage paintSpectrogram(const DisplaySpectrogram& spectrogram, double from, double to, const QSize& size,
                        const ColourScale& scale)
{
    const std::array<QRgb, 256> colours = coloursOf(scale.map);
    QImage image(size, QImage::Format_RGB32);
    image.fill(colours[0]);
    if (spectrogram.levels.empty() || size.isEmpty() || to <= from)
        return image;
    const double columnsAPixel = (to - from) / spectrogram.columnSeconds / size.width();
    std::size_t level = 0;
    while (level + 1 < spectrogram.levels.size() && columnsAPixel >= static_cast<double>(2u << level))
        ++level;
    const auto& cells = spectrogram.levels[level];
    const auto columns = columnSpans(from, to, size.width(), spectrogram.columnSeconds, level, cells.rows());
    const auto bands = bandSpans(size.height(), cells.columns());
    const double bottom = (scale.topDb - scale.rangeDb) * 100;
    const double coloursADb = 255.0 / (scale.rangeDb * 100);

    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const auto stride = static_cast<std::size_t>(image.bytesPerLine()) / sizeof(QRgb);
    std::vector<std::int16_t> loudest(cells.columns());
    for (std::size_t x = 0; x < columns.size(); ++x) {
        if (columns[x].end <= columns[x].first)
            continue;
        const auto first = cells.row(columns[x].first);
        std::ranges::copy(first, loudest.begin());
        for (std::size_t c = columns[x].first + 1; c < columns[x].end; ++c)
            std::ranges::transform(loudest, cells.row(c), loudest.begin(), [](auto a, auto b) { return std::max(a, b); });
        for (std::size_t y = 0; y < bands.size(); ++y) {
            const auto peak = *std::max_element(loudest.begin() + static_cast<std::ptrdiff_t>(bands[y].first),
                                                loudest.begin() + static_cast<std::ptrdiff_t>(bands[y].end));
            const int index = std::clamp(static_cast<int>((peak - bottom) * coloursADb + 0.5), 0, 255);
            pixels[y * stride + x] = colours[static_cast<std::size_t>(index)];
        }
    }
    return image;
}

} // namespace sonoloom
