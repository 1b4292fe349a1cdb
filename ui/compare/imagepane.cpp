// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/imagepane.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1; // of what is visible, a notch of the wheel
constexpr double wheelNotch = 120;
constexpr double dividerReach = 5; // pixels at either side that take hold of it
constexpr double pixelsShown = 2;  // screen pixels a pixel from which on they are drawn as squares

} // namespace

ImagePane::ImagePane(ImageViewport& viewport, const QString& title, QWidget* parent)
    : QWidget(parent), viewport_(viewport), title_(title)
{
    setMouseTracking(true);
    setMinimumSize(120, 120);
    setAccessibleName(title);
    connect(&viewport_, &ImageViewport::changed, this, qOverload<>(&QWidget::update));
}

void ImagePane::setImage(PaneImage image)
{
    first_ = std::move(image);
    update();
}

void ImagePane::setOther(PaneImage other)
{
    other_ = std::move(other);
    update();
}

void ImagePane::setTitle(const QString& title)
{
    title_ = title;
    setAccessibleName(title);
    update();
}

void ImagePane::setDivider(double share)
{
    share = std::clamp(share, 0.0, 1.0);
    if (share == divider_)
        return;
    divider_ = share;
    update();
    emit dividerMoved(share);
}

/// Below the title.
QRect ImagePane::area() const
{
    return rect().adjusted(0, fontMetrics().height() + spacing::tight, 0, 0);
}

QRectF ImagePane::imageRect() const
{
    if (!first_.image)
        return {};
    const QRectF place = area();
    const double scale = std::min(place.width() / first_.image->width, place.height() / first_.image->height) * viewport_.zoom();
    const QSizeF size(first_.image->width * scale, first_.image->height * scale);
    const auto start = [](double from, double room, double length, double centre) {
        return length <= room ? from + (room - length) / 2
                              : std::clamp(from + room / 2 - centre * length, from + room - length, from);
    };
    return {QPointF(start(place.left(), place.width(), size.width(), viewport_.centre().x()),
                    start(place.top(), place.height(), size.height(), viewport_.centre().y())),
            size};
}

QPointF ImagePane::shareAt(const QPointF& point) const
{
    const QRectF place = imageRect();
    return {(point.x() - place.left()) / place.width(), (point.y() - place.top()) / place.height()};
}

double ImagePane::dividerX() const
{
    const QRectF seen = imageRect() & QRectF(area());
    return seen.left() + divider_ * seen.width();
}

bool ImagePane::isOnDivider(const QPointF& point) const
{
    return other_.image && area().contains(point.toPoint()) && std::abs(point.x() - dividerX()) <= dividerReach;
}

void ImagePane::drawPicture(QPainter& painter, const QImage& picture) const
{
    const QRectF place = imageRect();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, place.width() / picture.width() < pixelsShown);
    painter.drawImage(place, picture);
}

void ImagePane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(QRect(0, 0, width(), fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(title_, Qt::ElideMiddle, width()));
    painter.fillRect(area(), palette().color(QPalette::Base));
    if (!first_.image)
        return;
    painter.setClipRect(area());
    drawPicture(painter, first_.picture);
    if (!other_.image)
        return;
    const double x = dividerX();
    painter.setClipRect(QRectF(area()).adjusted(x - area().left(), 0, 0, 0));
    drawPicture(painter, other_.picture);
    painter.setClipRect(area());
    for (const auto& [colour, thickness] : {std::pair(QColor(0, 0, 0, 160), 4.0), std::pair(QColor(Qt::white), 2.0)}) {
        painter.setPen(QPen(colour, thickness));
        painter.drawLine(QLineF(x, area().top(), x, area().bottom()));
    }
}

void ImagePane::wheelEvent(QWheelEvent* event)
{
    const double notches = (event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x()) / wheelNotch;
    const double step = -notches * panStep / viewport_.zoom();
    if (event->modifiers() & Qt::ControlModifier)
        viewport_.zoomBy(std::pow(zoomStep, notches), shareAt(event->position()));
    else if (event->modifiers() & Qt::ShiftModifier)
        viewport_.pan({0, step});
    else
        viewport_.pan({step, 0});
    event->accept();
}

void ImagePane::mousePressEvent(QMouseEvent* event)
{
    if (!first_.image)
        return;
    movesDivider_ = event->button() == Qt::LeftButton && isOnDivider(event->position());
    if (!movesDivider_)
        held_ = shareAt(event->position());
}

void ImagePane::mouseMoveEvent(QMouseEvent* event)
{
    emit pixelHovered(pixelText(event->position()));
    if (movesDivider_) {
        const QRectF seen = imageRect() & QRectF(area());
        setDivider((event->position().x() - seen.left()) / std::max(1.0, seen.width()));
    } else if (held_) {
        viewport_.pan(*held_ - shareAt(event->position()));
    } else {
        setCursor(isOnDivider(event->position()) ? Qt::SplitHCursor : Qt::ArrowCursor);
    }
}

void ImagePane::mouseReleaseEvent(QMouseEvent*)
{
    held_.reset();
    movesDivider_ = false;
}

void ImagePane::mouseDoubleClickEvent(QMouseEvent*)
{
    viewport_.fit();
}

void ImagePane::leaveEvent(QEvent*)
{
    emit pixelHovered({});
}

QString ImagePane::pixelText(const QPointF& point) const
{
    if (!first_.image || !area().contains(point.toPoint()) || !imageRect().contains(point))
        return {};
    const Image& image = other_.image && point.x() >= dividerX() ? *other_.image : *first_.image;
    const QPointF share = shareAt(point);
    const int x = std::clamp(static_cast<int>(share.x() * image.width), 0, image.width - 1);
    const int y = std::clamp(static_cast<int>(share.y() * image.height), 0, image.height - 1);
    QStringList values;
    for (int c = 0; c < image.channels; ++c)
        values.append(QString::number(image.at(x, y, c)));
    return tr("pixel %1, %2 · value %3").arg(x).arg(y).arg(values.join(QLatin1Char(' ')));
}

} // namespace sonoloom
