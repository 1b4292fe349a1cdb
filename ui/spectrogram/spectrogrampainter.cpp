// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/spectrogrampainter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace sonoloom
{

namespace
{

/// First and one-past-last cell on each pixel of an axis; empty where there is no cell.
struct CellSpan {
    std::size_t first = 0;
    std::size_t end = 0;
    bool operator==(const CellSpan&) const = default;
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
std::vector<CellSpan> columnSpans(const PaintedPart& part, int pixels, double columnSeconds, std::size_t level,
                                  std::size_t cells)
{
    std::vector<CellSpan> spans(static_cast<std::size_t>(pixels));
    const auto cellAt = [&](int x) {
        const double time = part.from + (part.to - part.from) * x / pixels;
        return std::max(0.0, std::floor((time / columnSeconds + 0.5) / static_cast<double>(1u << level)));
    };
    for (int x = 0; x < pixels; ++x) {
        const auto first = static_cast<std::size_t>(cellAt(x));
        if (first < cells)
            spans[static_cast<std::size_t>(x)] = {first, std::min(cells, std::max(first + 1, static_cast<std::size_t>(cellAt(x + 1))))};
    }
    return spans;
}

std::vector<CellSpan> bandSpans(const PaintedPart& part, int pixels, const DisplaySpectrogram& spectrogram)
{
    const BandPlaces places(spectrogram, part.scale);
    const auto bands = static_cast<std::size_t>(spectrogram.bands());
    std::vector<CellSpan> spans(static_cast<std::size_t>(pixels));
    const auto cellAt = [&](std::size_t fromBottom) {
        const double share = part.lowest + (part.highest - part.lowest) * static_cast<double>(fromBottom) / pixels;
        return static_cast<std::size_t>(std::max(0.0, places.bandAt(share)) + 1e-9); // a product just below its whole number
    };
    std::size_t first = cellAt(0);
    for (std::size_t fromBottom = 0; fromBottom < spans.size(); ++fromBottom) {
        const std::size_t next = cellAt(fromBottom + 1);
        const std::size_t from = std::min(bands - 1, first);
        spans[spans.size() - 1 - fromBottom] = {from, std::min(bands, std::max(from + 1, next))};
        first = next;
    }
    return spans;
}

/// Columns of pixels, painted side by side and then put into the image row by row: writing down a column of a large
/// image would touch a new line of the processor's cache with every pixel.
class ColumnPainter
{
public:
    static constexpr std::size_t width = 16; // pixels; a line of the cache

    ColumnPainter(const Grid<std::int16_t>& cells, const std::vector<CellSpan>& bands, const ColourScale& scale)
        : cells_(cells), bands_(bands), colours_(coloursOf(scale.map)), bottom_((scale.topDb - scale.rangeDb) * 100),
          coloursADb_(255.0 / (scale.rangeDb * 100)), loudest_(cells.columns()), painted_(width * bands.size(), colours_[0])
    {
    }

    /// The columns of pixels from `x`, as many as there are up to `width`.
    void paint(QImage& image, std::size_t x, std::span<const CellSpan> columns)
    {
        for (std::size_t i = 0; i < columns.size(); ++i)
            paintColumn(i, columns[i]);
        auto* pixels = reinterpret_cast<QRgb*>(image.bits()) + x;
        const auto stride = static_cast<std::size_t>(image.bytesPerLine()) / sizeof(QRgb);
        for (std::size_t y = 0; y < bands_.size(); ++y)
            for (std::size_t i = 0; i < columns.size(); ++i)
                pixels[y * stride + i] = painted_[i * bands_.size() + y];
    }

private:
    void paintColumn(std::size_t place, const CellSpan& columns)
    {
        const auto column = painted_.begin() + static_cast<std::ptrdiff_t>(place * bands_.size());
        const auto height = static_cast<std::ptrdiff_t>(bands_.size());
        if (columns.end <= columns.first) {
            std::fill_n(column, height, colours_[0]);
            return;
        }
        if (columns == last_) { // zoomed in, a cell is several pixels wide
            std::copy_n(painted_.begin() + static_cast<std::ptrdiff_t>(lastPlace_) * height, height, column);
            return;
        }
        std::ranges::copy(cells_.row(columns.first), loudest_.begin());
        for (std::size_t c = columns.first + 1; c < columns.end; ++c)
            std::ranges::transform(loudest_, cells_.row(c), loudest_.begin(), [](auto a, auto b) { return std::max(a, b); });
        for (std::size_t y = 0; y < bands_.size(); ++y)
            column[static_cast<std::ptrdiff_t>(y)] = colourOfBands(bands_[y]);
        last_ = columns;
        lastPlace_ = place;
    }

    QRgb colourOfBands(const CellSpan& bands) const
    {
        const auto peak = *std::max_element(loudest_.begin() + static_cast<std::ptrdiff_t>(bands.first),
                                            loudest_.begin() + static_cast<std::ptrdiff_t>(bands.end));
        return colours_[static_cast<std::size_t>(std::clamp(static_cast<int>((peak - bottom_) * coloursADb_ + 0.5), 0, 255))];
    }

    const Grid<std::int16_t>& cells_;
    const std::vector<CellSpan>& bands_;
    std::array<QRgb, 256> colours_;
    double bottom_; // hundredths of dB
    double coloursADb_;
    std::vector<std::int16_t> loudest_;
    std::vector<QRgb> painted_; // [width x pixels of height], top first
    CellSpan last_;
    std::size_t lastPlace_ = 0;
};

} // namespace

QImage paintSpectrogram(const DisplaySpectrogram& spectrogram, const PaintedPart& part, const QSize& size,
                        const ColourScale& scale)
{
    QImage image(size, QImage::Format_RGB32);
    if (spectrogram.levels.empty() || size.isEmpty() || part.to <= part.from) {
        image.fill(coloursOf(scale.map)[0]);
        return image;
    }
    const double columnsAPixel = (part.to - part.from) / spectrogram.columnSeconds / size.width();
    std::size_t level = 0;
    while (level + 1 < spectrogram.levels.size() && columnsAPixel >= static_cast<double>(2u << level))
        ++level;
    const auto& cells = spectrogram.levels[level];
    const auto columns = columnSpans(part, size.width(), spectrogram.columnSeconds, level, cells.rows());
    const auto bands = bandSpans(part, size.height(), spectrogram);
    ColumnPainter painter(cells, bands, scale);
    for (std::size_t x = 0; x < columns.size(); x += ColumnPainter::width)
        painter.paint(image, x, std::span(columns).subspan(x, std::min(ColumnPainter::width, columns.size() - x)));
    return image;
}

} // namespace sonoloom
