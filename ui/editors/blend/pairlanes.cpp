// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/blend/pairlanes.h"

#include "ui/spectrogram/reading.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double gap = 3;      // pixels between the lanes
constexpr double reach = 6;    // pixels from an edge that take hold of it
constexpr double keyStep = 0.01; // seconds
constexpr int buttonSize = 24;

bool isOurKey(const QKeyEvent& event)
{
    return (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right) && !(event.modifiers() & ~Qt::ShiftModifier);
}

} // namespace

PairLanes::PairLanes(TimeAxis& axis, QWidget* parent) : AxisWidget(axis, parent)
{
    setMinimumSize(200, 110);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("pairLanes"));
    setAccessibleName(tr("Both inputs where they overlap"));
    setToolTip(tr("Drag an edge of the overlap, or B itself. Left and Right do the same by a hundredth of a second,\n"
                  "with Shift by a tenth. Click to play from there; Ctrl and wheel zoom."));
    for (int input = 0; input < 2; ++input) {
        auto* button = new QToolButton(this);
        button->setObjectName(input == 0 ? QStringLiteral("hearA") : QStringLiteral("hearB"));
        button->setText(input == 0 ? QStringLiteral("A") : QStringLiteral("B"));
        button->setCheckable(true);
        button->setAutoRaise(true); // which shows whether it is checked
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setToolTip(input == 0 ? tr("Hear A alone") : tr("Hear B alone"));
        button->setAccessibleName(button->toolTip());
        hear_[static_cast<std::size_t>(input)] = button;
    }
    takeIcons();
}

void PairLanes::takeIcons()
{
    for (QToolButton* button : hear_)
        button->setIcon(themedIcon(QStringLiteral("sound"), palette()));
}

void PairLanes::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && hear_.back())
        takeIcons();
}

void PairLanes::setPicture(int input, std::shared_ptr<const DisplaySpectrogram> picture, const QString& name)
{
    Lane& lane = lanes_[static_cast<std::size_t>(input)];
    lane.picture = std::move(picture);
    lane.name = name;
    lane.painted = {};
    update();
}

void PairLanes::setColourScale(const ColourScale& scale)
{
    if (scale == scale_)
        return;
    scale_ = scale;
    for (Lane& lane : lanes_)
        lane.painted = {};
    update();
}

void PairLanes::setOverlap(double seconds, double longest)
{
    overlap_ = seconds;
    longest_ = longest;
    update();
}

void PairLanes::setMessage(const QString& text)
{
    message_ = text;
    update();
}

QRectF PairLanes::laneRect(int input) const
{
    const double height = (area().height() - gap) / 2;
    return {area().left(), area().top() + input * (height + gap), area().width(), height};
}

double PairLanes::length(int input) const
{
    const Lane& lane = lanes_[static_cast<std::size_t>(input)];
    return lane.picture ? lane.picture->seconds : 0;
}

double PairLanes::begin(int input) const
{
    return input == 0 ? 0 : std::max(0.0, length(0) - overlap_);
}

QRectF PairLanes::overlapRect() const
{
    return {QPointF(pixelOf(begin(1)), area().top()), QPointF(pixelOf(begin(1) + overlap_), area().bottom())};
}

/// The part of the lane that is in sight and has a picture.
void PairLanes::paintPicture(QPainter& painter, int input)
{
    Lane& lane = lanes_[static_cast<std::size_t>(input)];
    const double from = std::max(axis().from(), begin(input));
    const double to = std::min(axis().to(), begin(input) + length(input));
    if (!lane.picture || to <= from)
        return;
    const PaintedPart part{from - begin(input), to - begin(input), 0, 1, FrequencyScale::Own};
    const QRectF place(QPointF(pixelOf(from), laneRect(input).top()), QPointF(pixelOf(to), laneRect(input).bottom()));
    const QSize size = (place.size() * devicePixelRatioF()).toSize().expandedTo({1, 1});
    if (lane.painted.size() != size || !(lane.part == part)) {
        lane.painted = paintSpectrogram(*lane.picture, part, size, scale_);
        lane.part = part;
    }
    painter.drawImage(place, lane.painted);
}

void PairLanes::paintLane(QPainter& painter, int input)
{
    const QRectF place = laneRect(input);
    painter.fillRect(place, palette().color(lanes_[0].picture || lanes_[1].picture ? QPalette::AlternateBase : QPalette::Base));
    paintPicture(painter, input);
}

void PairLanes::paintName(QPainter& painter, int input) const
{
    const Lane& lane = lanes_[static_cast<std::size_t>(input)];
    const QRectF place = laneRect(input);
    const QString name = painter.fontMetrics().elidedText(lane.name, Qt::ElideMiddle, static_cast<int>(place.width() / 2));
    if (name.isEmpty())
        return;
    const double begins = std::max(place.left(), pixelOf(begin(input) + (input == 1 ? overlap_ : 0))); // beside the overlap
    const QRectF label(QPointF(std::min(begins, place.right() - place.width() / 3) + 4, place.top() + 3),
                       QSizeF(painter.fontMetrics().horizontalAdvance(name) + 8, painter.fontMetrics().height() + 2));
    painter.fillRect(label, QColor(0, 0, 0, 150));
    painter.setPen(Qt::white);
    painter.drawText(label, Qt::AlignCenter, name);
}

void PairLanes::paintOverlap(QPainter& painter) const
{
    const QRectF overlap = overlapRect();
    for (int input = 0; input < 2 && overlay_; ++input)
        overlay_(painter, QRectF(overlap.left(), laneRect(input).top(), overlap.width(), laneRect(input).height()), input);
    for (const auto& [colour, thickness] : {std::pair(QColor(0, 0, 0, 160), 4.0), std::pair(QColor(Qt::white), 2.0)}) {
        painter.setPen(QPen(colour, thickness));
        painter.drawLine(QLineF(overlap.left(), overlap.top(), overlap.left(), overlap.bottom()));
        painter.drawLine(QLineF(overlap.right(), overlap.top(), overlap.right(), overlap.bottom()));
    }
}

void PairLanes::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setClipRect(area());
    for (int input = 0; input < 2; ++input)
        paintLane(painter, input);
    if (lanes_[0].picture && lanes_[1].picture)
        paintOverlap(painter);
    for (int input = 0; input < 2; ++input)
        paintName(painter, input);
    paintSelection(painter);
    if (!message_.isEmpty()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(area(), Qt::AlignCenter | Qt::TextWordWrap, message_);
    }
    if (lanes_[0].picture || lanes_[1].picture)
        paintPlayhead(painter, Qt::white);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(area().adjusted(0, 0, -1, -1));
    }
}

void PairLanes::resizeEvent(QResizeEvent*)
{
    for (int input = 0; input < 2; ++input) {
        const QRectF lane = laneRect(input);
        hear_[static_cast<std::size_t>(input)]->setGeometry(2, static_cast<int>(lane.center().y()) - buttonSize / 2,
                                                            plotmargin::left - 6, buttonSize);
    }
}

PairLanes::Drag PairLanes::dragAt(const QPointF& point) const
{
    if (!lanes_[0].picture || !lanes_[1].picture)
        return lanes_[0].picture || lanes_[1].picture ? Drag::Seek : Drag::None;
    const double toStart = std::abs(point.x() - overlapRect().left());
    const double toEnd = std::abs(point.x() - overlapRect().right());
    if (std::min(toStart, toEnd) <= reach)
        return toStart <= toEnd ? Drag::Start : Drag::End;
    return Drag::Seek;
}

void PairLanes::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !area().contains(event->position()))
        return;
    drag_ = dragAt(event->position());
    if (drag_ == Drag::Seek && event->modifiers() == Qt::ShiftModifier && laneRect(1).contains(event->position()))
        drag_ = Drag::Second;
    pressed_ = event->position().x();
    overlapAtPress_ = overlap_;
    secondsAPixel_ = axis().visible() / std::max(1.0, area().width());
    if (drag_ == Drag::Seek)
        emit seekRequested(std::clamp(secondsAt(pressed_), 0.0, axis().total()));
}

void PairLanes::mouseMoveEvent(QMouseEvent* event)
{
    const double moved = (event->position().x() - pressed_) * secondsAPixel_;
    if (drag_ == Drag::Start || drag_ == Drag::Second) {
        wantOverlap(overlapAtPress_ - moved);
    } else if (drag_ == Drag::End) {
        wantOverlap(overlapAtPress_ + moved);
    } else if (drag_ == Drag::Seek && (event->buttons() & Qt::LeftButton)) {
        if (std::abs(event->position().x() - pressed_) > reach)
            axis().select(secondsAt(pressed_), secondsAt(event->position().x()));
    } else {
        const Drag drag = dragAt(event->position());
        setCursor(drag == Drag::Start || drag == Drag::End ? Qt::SplitHCursor : Qt::ArrowCursor);
        emit hovered(textAt(event->position()));
    }
}

void PairLanes::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(drag_, Drag::None);
    if (drag == Drag::Seek && std::abs(event->position().x() - pressed_) <= reach)
        axis().select(0, 0);
    else if (drag != Drag::None && drag != Drag::Seek)
        emit settled();
}

void PairLanes::wantOverlap(double seconds)
{
    seconds = std::clamp(seconds, 0.0, longest_);
    if (seconds != overlap_)
        emit overlapEdited(seconds);
}

QString PairLanes::textAt(const QPointF& point) const
{
    for (int input = 0; input < 2; ++input) {
        const Lane& lane = lanes_[static_cast<std::size_t>(input)];
        const QRectF place = laneRect(input);
        const double seconds = secondsAt(point.x()) - begin(input);
        if (!lane.picture || !place.contains(point) || seconds < 0 || seconds >= length(input))
            continue;
        const double height = (place.bottom() - point.y()) / place.height();
        return (input == 0 ? QStringLiteral("A · ") : QStringLiteral("B · ")) +
               readingText(readingAt(*lane.picture, FrequencyScale::Own, seconds, height));
    }
    return {};
}

bool PairLanes::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOurKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void PairLanes::keyPressEvent(QKeyEvent* event)
{
    if (!isOurKey(*event) || longest_ <= 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double step = keyStep * (event->modifiers() & Qt::ShiftModifier ? 10 : 1);
    wantOverlap(overlap_ + (event->key() == Qt::Key_Left ? step : -step));
}

void PairLanes::keyReleaseEvent(QKeyEvent* event)
{
    if (isOurKey(*event) && !event->isAutoRepeat())
        emit settled();
    QWidget::keyReleaseEvent(event);
}

void PairLanes::leaveEvent(QEvent*)
{
    emit hovered({});
}

} // namespace sonoloom
