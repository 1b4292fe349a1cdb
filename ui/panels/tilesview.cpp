// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tilesview.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int dragPictureSize = 96;
constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1;
constexpr double wheelNotch = 120;

} // namespace

TilesView::TilesView(TimeAxis& axis, QWidget* parent) : QWidget(parent), axis_(axis)
{
    setMouseTracking(true);
    setMinimumHeight(70);
    setAccessibleName(tr("Images"));
    setToolTip(tr("The images as they are written. Drag one into a file manager or another program."));
    connect(&axis_, &TimeAxis::changed, this, &TilesView::wantPictures);
    connect(&axis_, &TimeAxis::changed, this, qOverload<>(&QWidget::update));
    connect(&pictures_, &TilePictures::changed, this, qOverload<>(&QWidget::update));
}

void TilesView::setTiles(std::shared_ptr<const TilePreview> tiles, const QStringList& names)
{
    tiles_ = std::move(tiles);
    names_ = names;
    pictures_.setTiles(tiles_);
    wantPictures();
    update();
}

/// Pictures of what is in sight, then of what is just beside it.
void TilesView::wantPictures()
{
    if (!tiles_)
        return;
    const double middle = width() / 2.0;
    const double reach = width();
    std::vector<std::pair<double, TilePictures::Wanted>> near;
    for (std::size_t i = 0; i < tiles_->tiles.size(); ++i) {
        const QRectF place = placeOf(i);
        const double away = std::max({0.0, place.left() - middle, middle - place.right()});
        if (away < reach)
            near.push_back({away, {i, (place.size() * devicePixelRatioF()).toSize()}});
    }
    std::ranges::stable_sort(near, {}, &std::pair<double, TilePictures::Wanted>::first);
    std::vector<TilePictures::Wanted> wanted;
    for (const auto& each : near)
        wanted.push_back(each.second);
    pictures_.want(std::move(wanted));
}

void TilesView::resizeEvent(QResizeEvent*)
{
    wantPictures();
}

QRectF TilesView::placeOf(std::size_t tile) const
{
    const double width = this->width() - plotmargin::left - plotmargin::right;
    const double pixelsASecond = axis_.visible() > 0 ? width / axis_.visible() : 0;
    const double start = tiles_->starts[tile];
    const double seconds = tiles_->lengths[tile];
    return {plotmargin::left + (start - axis_.from()) * pixelsASecond, 0, seconds * pixelsASecond,
            static_cast<double>(height())};
}

std::optional<std::size_t> TilesView::tileAt(const QPoint& point) const
{
    if (!tiles_ || point.x() < plotmargin::left || point.x() >= width() - plotmargin::right)
        return std::nullopt;
    for (std::size_t i = 0; i < tiles_->tiles.size(); ++i)
        if (placeOf(i).contains(point))
            return i;
    return std::nullopt;
}

void TilesView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area(plotmargin::left, 0, width() - plotmargin::left - plotmargin::right, height());
    painter.fillRect(area, palette().color(QPalette::Base));
    painter.drawText(QRect(0, 0, plotmargin::left - 6, height()), Qt::AlignRight | Qt::AlignVCenter, tr("Images"));
    painter.setClipRect(area);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t i = 0; tiles_ && i < tiles_->tiles.size(); ++i) {
        const QRectF place = placeOf(i);
        if (place.right() < area.left() || place.left() > area.right())
            continue;
        if (const QImage picture = pictures_.picture(i); !picture.isNull())
            painter.drawImage(place, picture);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(place.adjusted(0, 0, -1, -1));
    }
}

void TilesView::mousePressEvent(QMouseEvent* event)
{
    pressed_ = event->button() == Qt::LeftButton ? tileAt(event->pos()) : std::nullopt;
    pressedAt_ = event->pos();
}

void TilesView::mouseMoveEvent(QMouseEvent* event)
{
    emit pixelHovered(pixelText(event->pos()));
    setCursor(tileAt(event->pos()) ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (!pressed_ || !(event->buttons() & Qt::LeftButton))
        return;
    if ((event->pos() - pressedAt_).manhattanLength() < QApplication::startDragDistance())
        return;
    startDrag(*std::exchange(pressed_, std::nullopt));
}

void TilesView::leaveEvent(QEvent*)
{
    emit pixelHovered({});
}

void TilesView::wheelEvent(QWheelEvent* event)
{
    const double notches = (event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x()) / wheelNotch;
    const double share = (event->position().x() - plotmargin::left) / (width() - plotmargin::left - plotmargin::right);
    if (event->modifiers() & Qt::ControlModifier)
        axis_.zoom(std::pow(zoomStep, -notches), axis_.from() + share * axis_.visible());
    else
        axis_.pan(-notches * panStep * axis_.visible());
}

void TilesView::startDrag(std::size_t tile)
{
    auto mime = dragSource_ ? dragSource_(tile) : nullptr;
    if (!mime)
        return;
    auto* drag = new QDrag(this); // deletes itself after the drop
    drag->setMimeData(mime.release());
    if (const QImage picture = pictures_.picture(tile); !picture.isNull())
        drag->setPixmap(QPixmap::fromImage(picture.scaled(dragPictureSize, dragPictureSize, Qt::KeepAspectRatio)));
    drag->exec(Qt::CopyAction);
}

/// File, pixel and stored value under the cursor.
QString TilesView::pixelText(const QPoint& point) const
{
    const auto tile = tileAt(point);
    if (!tile)
        return {};
    const Image& image = *tiles_->tiles[*tile];
    const QRectF place = placeOf(*tile);
    const int x = std::clamp(static_cast<int>((point.x() - place.left()) / place.width() * image.width), 0, image.width - 1);
    const int y = std::clamp(static_cast<int>((point.y() - place.top()) / place.height() * image.height), 0, image.height - 1);
    QStringList values;
    for (int c = 0; c < image.channels; ++c)
        values.append(QString::number(image.at(x, y, c)));
    const auto index = static_cast<qsizetype>(*tile);
    const QString note = pixelNote_ ? pixelNote_(image, x, y) : QString();
    return tr("%1 · pixel %2, %3 · value %4%5")
        .arg(index < names_.size() ? names_[index] : QString::number(index))
        .arg(x)
        .arg(y)
        .arg(values.join(QStringLiteral(" ")), note);
}

} // namespace sonoloom
