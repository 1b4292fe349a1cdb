// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/interpolation/filmstrip.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double gap = 1;          // pixels between images that are wide enough for one
constexpr double leastForGap = 8;
constexpr double leastForShare = 70;

bool isOurKey(const QKeyEvent& event)
{
    return (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right) && event.modifiers() == Qt::NoModifier;
}

} // namespace

FilmStrip::FilmStrip(TimeAxis& axis, QWidget* parent) : AxisWidget(axis, parent)
{
    setMinimumSize(200, 70);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("filmStrip"));
    setAccessibleName(tr("All images"));
    setToolTip(tr("All images, each over the time in which it sounds. Click or drag to show one and play from there;\n"
                  "Left and Right show the one before and behind; Ctrl and wheel zoom."));
}

void FilmStrip::setFilm(const Film& film)
{
    film_ = film;
    current_ = film_.count() > 0 ? std::min(current_, film_.count() - 1) : 0;
    pictures_ = nullptr;
    painted_.clear();
    update();
}

void FilmStrip::setPictures(std::shared_ptr<const DisplaySpectrogram> pictures)
{
    pictures_ = std::move(pictures);
    painted_.clear();
    update();
}

void FilmStrip::setColourScale(const ColourScale& scale)
{
    if (scale == scale_)
        return;
    scale_ = scale;
    painted_.clear();
    update();
}

void FilmStrip::setCurrent(std::size_t image)
{
    if (image == current_)
        return;
    current_ = image;
    update();
}

QRectF FilmStrip::area() const
{
    return QRectF(rect()).adjusted(plotmargin::left, 2, -plotmargin::right, -2 - fontMetrics().height());
}

QRectF FilmStrip::rectOf(std::size_t image) const
{
    const double left = pixelOf(film_.begin(image));
    const double right = pixelOf(film_.end(image));
    return {QPointF(left, area().top()), QPointF(right - (right - left >= leastForGap ? gap : 0), area().bottom())};
}

int FilmStrip::imageAt(double x) const
{
    const double seconds = secondsAt(x);
    const bool isThere = film_.count() > 0 && seconds >= 0 && seconds < film_.seconds() && x >= area().left() && x <= area().right();
    return isThere ? static_cast<int>(film_.imageAt(seconds)) : -1;
}

void FilmStrip::paintImage(QPainter& painter, std::size_t image)
{
    const QRectF place = rectOf(image);
    const QSize size = (place.size() * devicePixelRatioF()).toSize().expandedTo({1, 1});
    QImage& painted = painted_[image];
    // Beyond the columns that there are, pixels would only repeat.
    const double columns = static_cast<double>(pictures_->columns()) / static_cast<double>(film_.count());
    const QSize wanted(std::min(size.width(), static_cast<int>(columns)), size.height());
    if (painted.size() != wanted) {
        const double each = columns * pictures_->columnSeconds;
        const double half = pictures_->columnSeconds / 2; // columns are centred on their time
        const PaintedPart part{static_cast<double>(image) * each - half, static_cast<double>(image + 1) * each - half, 0, 1, FrequencyScale::Own};
        painted = paintSpectrogram(*pictures_, part, wanted, scale_);
    }
    painter.drawImage(place, painted);
}

/// Of every image, or of as many as there is room for: each second, fifth, tenth and so on.
std::size_t FilmStrip::numbered() const
{
    const double needed = fontMetrics().horizontalAdvance(QString::number(film_.count())) + spacing::normal;
    const double each = area().width() * film_.seconds() / std::max(axis().visible(), 1e-9) / static_cast<double>(film_.count());
    for (std::size_t round = 1;; round *= 10)
        for (const std::size_t step : {1, 2, 5})
            if (static_cast<double>(round * step) * each >= needed || round * step >= film_.count())
                return round * step;
}

void FilmStrip::paintNumber(QPainter& painter, std::size_t image) const
{
    const QRectF place = rectOf(image);
    const bool isCurrent = image == current_;
    QString text = QString::number(image + 1);
    if (place.width() >= leastForShare)
        text += tr(" · %1 % B").arg(std::lround(film_.shares[image] * 100));
    const double needed = fontMetrics().horizontalAdvance(text) + spacing::tight;
    const double left = std::clamp(place.center().x() - needed / 2, area().left(), std::max(area().left(), area().right() - needed));
    const QRectF label(left, area().bottom() + 1, needed, fontMetrics().height());
    painter.fillRect(label, palette().color(isCurrent ? QPalette::Highlight : QPalette::Window));
    painter.setPen(palette().color(isCurrent ? QPalette::HighlightedText : QPalette::WindowText));
    painter.drawText(label, Qt::AlignCenter, text);
}

void FilmStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(area(), palette().color(QPalette::Base));
    if (film_.count() == 0 || axis().visible() <= 0)
        return;
    const std::size_t first = film_.imageAt(axis().from());
    const std::size_t last = film_.imageAt(axis().to());
    painted_.removeIf([&](auto each) { return each.key() < first || each.key() > last; });
    painter.setClipRect(rect().adjusted(plotmargin::left, 0, -plotmargin::right, 0));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t image = first; image <= last && pictures_; ++image)
        paintImage(painter, image);
    const std::size_t every = numbered();
    for (std::size_t image = first; image <= last; ++image)
        if (image == 0 || (image + 1) % every == 0)
            paintNumber(painter, image);
    paintSelection(painter);
    paintNumber(painter, current_);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Highlight), hasFocus() ? 3 : 2));
    painter.drawRect(rectOf(current_).adjusted(0, 0, 0, -1));
    paintPlayhead(painter, Qt::white);
}

void FilmStrip::chooseAt(double x)
{
    if (const int image = imageAt(std::clamp(x, area().left(), area().right() - 1)); image >= 0)
        emit imageChosen(image);
}

void FilmStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || film_.count() == 0)
        return;
    axis().select(0, 0);
    chooseAt(event->position().x());
    emit seekRequested(std::clamp(secondsAt(event->position().x()), 0.0, film_.seconds()));
}

void FilmStrip::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) && film_.count() > 0) {
        chooseAt(event->position().x());
        emit seekRequested(std::clamp(secondsAt(event->position().x()), 0.0, film_.seconds()));
    } else {
        emit imageHovered(imageAt(event->position().x()));
    }
}

void FilmStrip::leaveEvent(QEvent*)
{
    emit imageHovered(-1);
}

bool FilmStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOurKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FilmStrip::keyPressEvent(QKeyEvent* event)
{
    if (!isOurKey(*event) || film_.count() == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const std::size_t next = event->key() == Qt::Key_Right ? std::min(current_ + 1, film_.count() - 1) : current_ > 0 ? current_ - 1 : 0;
    emit imageChosen(static_cast<int>(next));
    emit seekRequested(film_.begin(next));
    axis().follow(film_.begin(next));
}

} // namespace sonoloom
