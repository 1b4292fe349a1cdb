// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/clipoverlay.h"

#include "core/pipeline/shape/clipmask.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace sonoloom
{

namespace
{

struct Marks {
    QImage image;
    std::size_t pixels = 0;
};

QImage imageOf(const ClipMask& mask, QRgb colour)
{
    QImage image(static_cast<int>(mask.marked.columns()), static_cast<int>(mask.marked.rows()), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const auto marked = mask.marked.row(static_cast<std::size_t>(y));
        for (std::size_t x = 0; x < marked.size(); ++x)
            if (marked[x])
                line[x] = colour;
    }
    return image;
}

} // namespace

ClipOverlay::ClipOverlay(TimeAxis& axis, QWidget& under) : QWidget(&under), axis_(axis)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    under.installEventFilter(this);
    connect(&axis_, &TimeAxis::changed, this, &ClipOverlay::find);
    setGeometry(under.rect());
}

void ClipOverlay::setTiles(std::shared_ptr<const TilePreview> tiles)
{
    tiles_ = std::move(tiles);
    find();
}

/// Old marks are not shown over a new picture.
void ClipOverlay::find()
{
    marks_ = {};
    pixels_ = 0;
    update();
    if (!tiles_) {
        job_.cancel();
        return;
    }
    const QSize size = QSize(width() - plotmargin::left - plotmargin::right, height()) * devicePixelRatioF();
    const QRgb colour = QColor(255, 40, 40).rgb();
    job_.start<Marks>(
        [tiles = tiles_, from = axis_.from(), to = axis_.to(), size, colour](JobMonitor& monitor) -> Result<Marks> {
            const auto mask = clipMask(*tiles, from, to, size.width(), size.height(), monitor);
            if (!mask)
                return mask.error();
            return Marks{imageOf(mask.value(), colour), mask.value().pixels};
        },
        [this](const Result<Marks>& marks) {
            if (!marks)
                return;
            marks_ = marks.value().image;
            pixels_ = marks.value().pixels;
            update();
        });
}

void ClipOverlay::paintEvent(QPaintEvent*)
{
    if (pixels_ == 0)
        return;
    QPainter painter(this);
    const QRect area = rect().adjusted(plotmargin::left, 0, -plotmargin::right, 0);
    painter.drawImage(area, marks_);
    const QString text = tr("%1 clipped pixels in sight").arg(QLocale().toString(static_cast<qulonglong>(pixels_)));
    const QSize size = painter.fontMetrics().size(0, text) + QSize(2 * spacing::tight, spacing::tight);
    const QRect label(area.right() - size.width() - spacing::tight, area.top() + spacing::tight, size.width(), size.height());
    painter.fillRect(label, palette().color(QPalette::Window));
    painter.setPen(warningColour(palette()));
    painter.drawText(label, Qt::AlignCenter, text);
}

bool ClipOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        find();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sonoloom
