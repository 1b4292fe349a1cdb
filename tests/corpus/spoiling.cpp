// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/spoiling.h"

#include "core/analysis/diagnosis/colourcurves.h"
#include "core/base/random.h"
#include "core/dsp/look/loudness.h"
#include "tests/corpus/qtpictures.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sonoloom::corpus
{

namespace
{

Image withTextsOf(const Image& source, Image image)
{
    image.text = source.text;
    image.exif = source.exif;
    return image;
}

Image inverted(Image image)
{
    for (std::size_t i = 0; i < image.samples.size(); ++i)
        if (image.channels != 4 || i % 4 != 3)
            image.samples[i] = static_cast<std::uint16_t>(image.maxValue() - image.samples[i]);
    return image;
}

Image upsideDown(const Image& image)
{
    Image flipped = image;
    const std::size_t row = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.channels);
    for (std::size_t y = 0; y < static_cast<std::size_t>(image.height); ++y)
        std::copy_n(image.samples.begin() + static_cast<std::ptrdiff_t>(y * row), row,
                    flipped.samples.end() - static_cast<std::ptrdiff_t>((y + 1) * row));
    return flipped;
}

/// What else happened on the way: nothing, JPEG at 90, JPEG at 60.
Image compressed(const Image& image, int strength)
{
    return strength == 0 ? image : withTextsOf(image, throughJpeg(image, strength == 1 ? 90 : 60));
}

/// Half of the maps show loud as their end, the others the image's own values, white as their end.
Image colourMapped(const Image& image, int strength, Random& random)
{
    const auto& curves = colourCurves();
    const ColourCurve& curve = curves[random.next() % curves.size()];
    const bool ofPixels = random.uniform() < 0.3;
    const Grid<float> loudness = loudnessOf(image);
    Image coloured(image.width, image.height, 3);
    for (std::size_t i = 0; i < loudness.cells().size(); ++i) {
        const float value = ofPixels ? 1 - loudness.cells()[i] : loudness.cells()[i];
        const Colour colour = curve.colours[static_cast<std::size_t>(std::clamp(value * 255.0F + 0.5F, 0.0F, 255.0F))];
        coloured.samples[3 * i] = colour.red;
        coloured.samples[3 * i + 1] = colour.green;
        coloured.samples[3 * i + 2] = colour.blue;
    }
    if (strength == 2)
        coloured = scaled(coloured, image.width * 5 / 4, image.height * 5 / 4, true);
    return withTextsOf(image, strength == 0 ? coloured : throughJpeg(coloured, strength == 1 ? 92 : 75));
}

Image resized(const Image& image, int strength, Random& random)
{
    const double factor = strength == 0   ? random.uniform(0.9, 1.1)
                          : strength == 1 ? random.uniform(1.2, 2)
                                          : random.uniform(0.45, 0.8);
    const double other = random.uniform() < 0.5 ? factor : strength == 2 ? random.uniform(0.5, 0.9) : random.uniform(1.1, 1.6);
    const auto size = [](int length, double by) {
        const int result = static_cast<int>(std::lround(length * by));
        return result == length ? length + 9 : result;
    };
    return scaled(image, size(image.width, factor), size(image.height, other), random.uniform() < 0.5);
}

Image part(const Image& image, const PixelBox& box)
{
    Image result(box.width, box.height, image.channels, image.depth);
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x)
            for (int c = 0; c < image.channels; ++c)
                result.at(x, y, c) = image.at(box.left + x, box.top + y, c);
    return withTextsOf(image, std::move(result));
}

Image cropped(const Image& image, int strength, Random& random)
{
    const double share[] = {0.03, 0.2, 0.5};
    const int across = std::max(1, static_cast<int>(image.width * share[strength] * random.uniform(0.7, 1.2)));
    const int down = random.uniform() < 0.5 ? std::max(1, static_cast<int>(image.height * share[strength] * random.uniform(0.3, 1.2))) : 0;
    return part(image, {static_cast<int>(across * random.uniform()), static_cast<int>(down * random.uniform()),
                        image.width - across, image.height - down});
}

void drawTicks(QPainter& painter, const QRect& inside, Random& random)
{
    painter.setFont(QFont(QStringLiteral("Sans"), 9));
    for (int tick = 0; tick <= 5; ++tick) {
        const int x = inside.left() + inside.width() * tick / 6;
        const int y = inside.bottom() - inside.height() * tick / 6;
        painter.drawLine(x, inside.bottom() + 1, x, inside.bottom() + 5);
        painter.drawLine(inside.left() - 5, y, inside.left() - 1, y);
        painter.drawText(QRect(x - 20, inside.bottom() + 7, 40, 14), Qt::AlignCenter, QString::number(tick));
        painter.drawText(QRect(inside.left() - 50, y - 7, 42, 14), Qt::AlignRight, QString::number(static_cast<int>(random.uniform(0, 20000))));
    }
}

void drawColourBar(QPainter& painter, const QRect& inside, const QImage& picture)
{
    const QRect bar(inside.right() + 20, inside.top(), 18, inside.height());
    for (int y = 0; y < bar.height(); ++y) {
        const int level = 255 - 255 * y / bar.height();
        painter.setPen(picture.format() == QImage::Format_Grayscale8 ? QColor(level, level, level) : QColor::fromHsv(level, 200, 255));
        painter.drawLine(bar.left(), bar.top() + y, bar.right(), bar.top() + y);
    }
    painter.setPen(Qt::black);
    painter.drawRect(bar);
}

/// A plain border of 3 to 12 pixels; axes with numbers; these with a title and a colour bar.
Image framed(const Image& image, int strength, Random& random)
{
    const QImage picture = qtImage(image);
    const auto border = static_cast<int>(random.uniform(3, 13));
    const QMargins margins = strength == 0   ? QMargins(border, border, border, border)
                             : strength == 1 ? QMargins(60, 12, 16, 40)
                                             : QMargins(66, 44, 70, 46);
    const QColor paper = strength == 0 && random.uniform() < 0.5 ? QColor(Qt::black) : QColor(Qt::white);
    QImage figure(picture.width() + margins.left() + margins.right(), picture.height() + margins.top() + margins.bottom(), QImage::Format_RGB888);
    figure.fill(paper);
    QPainter painter(&figure);
    painter.drawImage(margins.left(), margins.top(), picture);
    const QRect inside(margins.left(), margins.top(), picture.width(), picture.height());
    painter.setPen(Qt::black);
    if (strength > 0) {
        painter.drawRect(inside.adjusted(-1, -1, 0, 0));
        drawTicks(painter, inside, random);
    }
    if (strength == 2) {
        drawColourBar(painter, inside, picture);
        painter.setFont(QFont(QStringLiteral("Sans"), 14));
        painter.drawText(QRect(0, 6, figure.width(), 30), Qt::AlignCenter, QStringLiteral("Mel spectrogram"));
    }
    painter.end();
    return withTextsOf(image, imageOfQt(image.channels == 1 ? figure.convertToFormat(QImage::Format_Grayscale8) : figure));
}

Image ofDepth(const Image& image, int depth)
{
    Image result(image.width, image.height, image.channels, depth);
    for (std::size_t i = 0; i < image.samples.size(); ++i)
        result.samples[i] = image.depth == depth ? image.samples[i]
                            : depth == 8         ? static_cast<std::uint16_t>(image.samples[i] / 257)
                                                 : static_cast<std::uint16_t>(image.samples[i] * 257);
    return withTextsOf(image, std::move(result));
}

/// Through 8 bits: spread over 16 again, shifted there, or left as 8.
Image eightBit(const Image& image, int strength)
{
    Image coarse = ofDepth(image, 8);
    if (strength == 2)
        return coarse;
    coarse = ofDepth(coarse, 16);
    if (strength == 1)
        for (auto& sample : coarse.samples)
            sample &= 0xFF00;
    return coarse;
}

/// Levels through a straight line, of each channel; black of stereo's red stays.
Image levelled(Image image, double gain, double offset)
{
    const bool stereo = colourLayout(image) == ColourLayout::Stereo;
    for (std::size_t i = 0; i < image.samples.size(); ++i) {
        const bool idle = stereo && i % 3 == 0;
        const double value = image.samples[i] * gain + offset * image.maxValue();
        if (!idle)
            image.samples[i] = static_cast<std::uint16_t>(std::clamp<double>(std::round(value), 0, image.maxValue()));
    }
    return image;
}

/// Loudness times 1.2, 1.5, 2.2, beyond black cut off.
Image clipped(const Image& image, int strength)
{
    const double gain[] = {1.2, 1.5, 2.2};
    return levelled(image, gain[strength], 1 - gain[strength]);
}

Image narrowed(const Image& image, int strength, Random& random)
{
    const double width[] = {0.8, 0.55, 0.3};
    return levelled(image, width[strength], random.uniform(0.15, 0.85) * (1 - width[strength]));
}

/// Rows of the picture's quietest level. @param share of the height
Image emptied(Image image, double share, bool low)
{
    const int rows = static_cast<int>(image.height * share);
    const bool stereo = colourLayout(image) == ColourLayout::Stereo;
    for (int y = low ? image.height - rows : 0; y < (low ? image.height : rows); ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < image.channels; ++c)
                if (c > 0 || !stereo)
                    image.at(x, y, c) = static_cast<std::uint16_t>(image.maxValue());
    return image;
}

} // namespace

Image scaled(const Image& image, int width, int height, bool cubic)
{
    const auto weight = [cubic](double d) {
        d = std::abs(d);
        if (!cubic)
            return std::max(0.0, 1 - d);
        return d < 1 ? 1.5 * d * d * d - 2.5 * d * d + 1 : d < 2 ? -0.5 * d * d * d + 2.5 * d * d - 4 * d + 2 : 0.0;
    };
    const auto along = [&](const Image& from, bool rows, int length) {
        const int old = rows ? from.height : from.width;
        const double ratio = static_cast<double>(old) / length;
        const double reach = std::max(1.0, ratio);
        Image to(rows ? from.width : length, rows ? length : from.height, from.channels, from.depth);
        for (int i = 0; i < length; ++i) {
            const double middle = (i + 0.5) * ratio - 0.5;
            const int first = static_cast<int>(std::floor(middle - 2 * reach));
            const int last = static_cast<int>(std::ceil(middle + 2 * reach));
            std::vector<double> weights;
            double total = 0;
            for (int k = first; k <= last; ++k)
                total += weights.emplace_back(weight((k - middle) / reach));
            for (int j = 0; j < (rows ? from.width : from.height); ++j)
                for (int c = 0; c < from.channels; ++c) {
                    double sum = 0;
                    for (int k = first; k <= last; ++k) {
                        const int source = std::clamp(k, 0, old - 1);
                        sum += weights[static_cast<std::size_t>(k - first)] * (rows ? from.at(j, source, c) : from.at(source, j, c));
                    }
                    (rows ? to.at(j, i, c) : to.at(i, j, c)) =
                        static_cast<std::uint16_t>(std::clamp<double>(std::round(sum / total), 0, from.maxValue()));
                }
        }
        return to;
    };
    return withTextsOf(image, along(along(image, false, width), true, height));
}

Image spoiled(const Image& clean, Fault fault, int strength, std::uint64_t seed)
{
    Random random(seed * 49979687 + static_cast<std::uint64_t>(fault) * 31 + static_cast<std::uint64_t>(strength));
    const int qualities[] = {95, 80, 50};
    const double lows[] = {0.06, 0.12, 0.25};
    const double highs[] = {0.1, 0.25, 0.5};
    switch (fault) {
    case Fault::Framed: return framed(clean, strength, random);
    case Fault::ColourMapped: return colourMapped(clean, strength, random);
    case Fault::Jpeg: return withTextsOf(clean, throughJpeg(clean, qualities[strength]));
    case Fault::Resized: return resized(clean, strength, random);
    case Fault::Cropped: return cropped(clean, strength, random);
    case Fault::UpsideDown: return compressed(upsideDown(clean), strength);
    case Fault::Inverted: return compressed(inverted(clean), strength);
    case Fault::EightBit: return eightBit(clean, strength);
    case Fault::Clipped: return clipped(clean, strength);
    case Fault::NarrowRange: return narrowed(clean, strength, random);
    case Fault::MissingLow: return emptied(clean, lows[strength], true);
    case Fault::MissingHigh: return emptied(clean, highs[strength], false);
    case Fault::TooManyBands: break;
    }
    return clean;
}

} // namespace sonoloom::corpus
