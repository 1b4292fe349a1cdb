// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/blend/bandoverlay.h"

#include "core/dsp/mel.h"
#include "ui/editors/blend/bandediting.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr double leastCurve = 10; // pixels of height from which on curves are drawn
constexpr int steps = 32;
const QColor lineColour(255, 255, 255, 190);

QString hertzShort(double hertz)
{
    return hertz < 1000 ? QString::number(static_cast<int>(hertz + 0.5)) : QString::number(hertz / 1000, 'f', 1) + QLatin1Char('k');
}

void paintCurve(QPainter& painter, const QRectF& row, const BandFade& fade, int input)
{
    QPolygonF line;
    for (int i = 0; i <= steps; ++i) {
        const double place = static_cast<double>(i) / steps;
        const BandGains gains = gainsAt(fade, place);
        const double gain = input == 0 ? gains.first : gains.second;
        line << QPointF(row.left() + place * row.width(), row.bottom() - 1 - gain * (row.height() - 2));
    }
    painter.drawPolyline(line);
}

void paintEdges(QPainter& painter, const QRectF& overlap, const BandFades& fades)
{
    QPolygonF starts;
    QPolygonF ends;
    for (std::size_t b = 0; b < fades.size(); ++b)
        for (const std::size_t edge : {b, b + 1}) {
            const double y = overlap.bottom() - overlap.height() * static_cast<double>(edge) / static_cast<double>(fades.size());
            starts << QPointF(overlap.left() + fades[b].start * overlap.width(), y);
            ends << QPointF(overlap.left() + (fades[b].start + fades[b].length) * overlap.width(), y);
        }
    painter.drawPolyline(starts);
    painter.drawPolyline(ends);
}

} // namespace

void paintBandOverlay(QPainter& painter, const QRectF& overlap, const BlendParams& params, int input)
{
    const auto fades = bandFades(params);
    if (!fades || overlap.width() < 2)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lineColour, 1.2));
    const double height = overlap.height() / static_cast<double>(fades->size());
    if (height < leastCurve)
        paintEdges(painter, overlap, *fades);
    for (std::size_t b = 0; height >= leastCurve && b < fades->size(); ++b) {
        const QRectF row(overlap.left(), overlap.bottom() - static_cast<double>(b + 1) * height, overlap.width(), height);
        paintCurve(painter, row, (*fades)[b], input);
    }
    painter.restore();
}

QStringList bandNames(const MelAnalysis& analysis, int bands)
{
    const double lowest = melFromHertz(analysis.mel.minHz);
    const double highest = melFromHertz(analysis.mel.topHz);
    QStringList names;
    for (int b = 0; b < bands; ++b)
        names.append(hertzShort(hertzFromMel(lowest + (highest - lowest) * b / bands)) + QStringLiteral("–") +
                     hertzShort(hertzFromMel(lowest + (highest - lowest) * (b + 1) / bands)));
    return names;
}

} // namespace sonoloom
