// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/spectrogramlayer.h"

namespace sonoloom
{

namespace
{

constexpr int leastNameWidth = 48; // pixels between borders under which names are left out

} // namespace

SpectrogramLayer::SpectrogramLayer(QCPAxisRect* area, const TimeAxis& axis, const FrequencyAxis& bands)
    : QCPLayerable(area->parentPlot(), QStringLiteral("main")), area_(area), axis_(axis), bands_(bands)
{
}

void SpectrogramLayer::setSpectrogram(std::shared_ptr<const DisplaySpectrogram> spectrogram)
{
    first_.spectrogram = std::move(spectrogram);
}

void SpectrogramLayer::setOther(std::shared_ptr<const DisplaySpectrogram> other)
{
    other_.spectrogram = std::move(other);
}

void SpectrogramLayer::setScale(const ColourScale& scale)
{
    scale_ = scale;
}

void SpectrogramLayer::setTileBorders(std::vector<double> starts, const QStringList& names)
{
    starts_ = std::move(starts);
    names_ = names;
}

void SpectrogramLayer::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

void SpectrogramLayer::draw(QCPPainter* painter)
{
    if (!first_.spectrogram || axis_.visible() <= 0)
        return;
    const QRect rect = area_->rect();
    drawImage(painter, first_, rect);
    if (hasOther()) {
        const int left = static_cast<int>(std::lround(divider_ * rect.width()));
        drawImage(painter, other_, rect.adjusted(left, 0, 0, 0));
    }
    drawBorders(painter);
    drawMarkers(painter);
    drawSelection(painter);
    drawMeasure(painter);
    if (hasOther())
        drawDivider(painter);
}

/// @param part of the area that is drawn on
void SpectrogramLayer::drawImage(QCPPainter* painter, Picture& picture, const QRect& part)
{
    const QRect rect = area_->rect();
    const double ratio = parentPlot()->bufferDevicePixelRatio();
    const Painted wanted{picture.spectrogram, scale_, {axis_.from(), axis_.to(), bands_.from(), bands_.to(), bands_.scale()}, rect.size() * ratio};
    if (!(wanted == picture.painted)) {
        picture.image = paintSpectrogram(*picture.spectrogram, wanted.part, wanted.size, scale_);
        picture.painted = wanted;
    }
    const QPointF from = QPointF(part.topLeft() - rect.topLeft()) * ratio;
    painter->drawImage(QRectF(part), picture.image, QRectF(from, QSizeF(part.size()) * ratio));
}

void SpectrogramLayer::drawDivider(QCPPainter* painter) const
{
    const QRect rect = area_->rect();
    const double x = rect.left() + divider_ * rect.width();
    for (const auto& [colour, width] : {std::pair(QColor(0, 0, 0, 160), 4.0), std::pair(QColor(Qt::white), 2.0)}) {
        painter->setPen(QPen(colour, width));
        painter->drawLine(QLineF(x, rect.top(), x, rect.bottom()));
    }
}

void SpectrogramLayer::drawBorders(QCPPainter* painter) const
{
    const QRect rect = area_->rect();
    const QColor line(255, 255, 255, 110);
    for (std::size_t i = 0; i < starts_.size(); ++i) {
        const double end = i + 1 < starts_.size() ? starts_[i + 1] : axis_.total();
        if (end < axis_.from() || starts_[i] > axis_.to())
            continue;
        const int x = pixelOf(starts_[i]);
        painter->setPen(line);
        if (starts_[i] > 0)
            painter->drawLine(QLineF(x, rect.top(), x, rect.bottom()));
        const int width = pixelOf(end) - std::max(x, rect.left());
        if (width < leastNameWidth || static_cast<int>(i) >= names_.size())
            continue;
        const QRect place(std::max(x, rect.left()) + 4, rect.top() + 2, width - 8, painter->fontMetrics().height());
        painter->setPen(QColor(255, 255, 255, 190));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(names_[static_cast<int>(i)], Qt::ElideMiddle, place.width()));
    }
}

void SpectrogramLayer::setMarkers(std::vector<double> seconds, const QStringList& names)
{
    markers_ = std::move(seconds);
    markerNames_ = names;
}

void SpectrogramLayer::drawMarkers(QCPPainter* painter) const
{
    const QRect rect = area_->rect();
    const QFontMetrics metrics = painter->fontMetrics();
    for (std::size_t i = 0; i < markers_.size(); ++i) {
        const int x = pixelOf(markers_[i]);
        if (x < rect.left() || x > rect.right())
            continue;
        painter->setPen(QPen(QColor(255, 255, 255, 220), 1, Qt::DashLine));
        painter->drawLine(QLineF(x, rect.top(), x, rect.bottom()));
        const QString name = markerNames_.value(static_cast<qsizetype>(i));
        const QRect flag(x, rect.bottom() - metrics.height() - 2, metrics.horizontalAdvance(name) + 8, metrics.height() + 2);
        painter->fillRect(flag, QColor(0, 0, 0, 170));
        painter->setPen(Qt::white);
        painter->drawText(flag, Qt::AlignCenter, name);
    }
}

void SpectrogramLayer::drawMeasure(QCPPainter* painter) const
{
    if (measure_.isNull())
        return;
    for (const auto& [colour, width] : {std::pair(QColor(0, 0, 0, 160), 3.0), std::pair(QColor(Qt::white), 1.0)}) {
        painter->setPen(QPen(colour, width));
        painter->drawLine(measure_);
    }
}

void SpectrogramLayer::drawSelection(QCPPainter* painter) const
{
    if (!axis_.hasSelection())
        return;
    const QRect rect = area_->rect();
    const int left = pixelOf(axis_.selectedFrom());
    const int right = pixelOf(axis_.selectedTo());
    QColor fill = selectionColour_;
    fill.setAlpha(60);
    painter->setPen(selectionColour_);
    if (bands_.hasSelection()) {
        const QRect part(QPoint(left, pixelOfPlace(bands_.selectedTo())), QPoint(right, pixelOfPlace(bands_.selectedFrom())));
        painter->fillRect(part, fill);
        painter->drawRect(part);
        return;
    }
    painter->fillRect(QRect(QPoint(left, rect.top()), QPoint(right, rect.bottom())), fill);
    painter->drawLine(QLineF(left, rect.top(), left, rect.bottom()));
    painter->drawLine(QLineF(right, rect.top(), right, rect.bottom()));
}

int SpectrogramLayer::pixelOfPlace(double place) const
{
    const QRect rect = area_->rect();
    return rect.bottom() - static_cast<int>(std::lround((place - bands_.from()) / bands_.visible() * rect.height()));
}

int SpectrogramLayer::pixelOf(double seconds) const
{
    const QRect rect = area_->rect();
    return rect.left() + static_cast<int>(std::lround((seconds - axis_.from()) / axis_.visible() * rect.width()));
}

} // namespace sonoloom
