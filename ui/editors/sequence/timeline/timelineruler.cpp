// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/timeline/timelineruler.h"

#include "ui/spectrogram/timeaxis.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int rowHeight = 18;
constexpr double leastTimeDistance = 70; // pixels
constexpr double leastBarDistance = 28;
constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1;
constexpr double wheelNotch = 120;
constexpr int usualBeatsPerBar = 4;

/// The first clip of a sound whose tempo is known.
const Tempo* tempoOf(const SequenceEditor& editor, std::size_t clip)
{
    const ClipLook* look = editor.looks().find(editor.sequence()[clip].source);
    return look && look->tempo && look->tempo->bpm && !look->tempo->beats.empty() ? &*look->tempo : nullptr;
}

} // namespace

BarGrid barGridOf(const SequenceEditor& editor)
{
    for (std::size_t c = 0; c < editor.sequence().size(); ++c) {
        const Tempo* tempo = tempoOf(editor, c);
        if (!tempo)
            continue;
        const int beats = tempo->beatsPerBar > 0 ? tempo->beatsPerBar : usualBeatsPerBar;
        const double start = tempo->downbeats.empty() ? tempo->beats.front() : tempo->downbeats.front();
        const double inSource = start - stretchOf(editor.sequence()[c], editor.looks().seconds()).from;
        return {editor.places()[c].from + inSource, beats * 60 / *tempo->bpm, beats};
    }
    return {};
}

TimelineRuler::TimelineRuler(SequenceEditor& editor, TimeAxis& axis, QWidget* parent)
    : QWidget(parent), editor_(editor), axis_(axis)
{
    setObjectName(QStringLiteral("timelineRuler"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Ruler"));
    setToolTip(tr("Click to play from there, drag to select what is repeated, double-click to select nothing."));
    const auto repaint = qOverload<>(&QWidget::update);
    connect(&axis_, &TimeAxis::changed, this, repaint);
    connect(&axis_, &TimeAxis::selectionChanged, this, repaint);
    const auto relayout = [this] {
        updateGeometry();
        update();
    };
    connect(&editor_, &SequenceEditor::changed, this, relayout);
    connect(&editor_.looks(), &ClipLooks::beatsChanged, this, relayout);
}

QSize TimelineRuler::sizeHint() const
{
    return {600, barGridOf(editor_).barSeconds > 0 ? 2 * rowHeight : rowHeight + 4};
}

QRect TimelineRuler::area() const
{
    return rect().adjusted(plotmargin::left, 0, -plotmargin::right, 0);
}

double TimelineRuler::pixelsASecond() const
{
    return axis_.visible() > 0 ? area().width() / axis_.visible() : 0;
}

double TimelineRuler::pixelOf(double seconds) const
{
    return area().left() + (seconds - axis_.from()) * pixelsASecond();
}

double TimelineRuler::secondsAt(double x) const
{
    return pixelsASecond() > 0 ? axis_.from() + (x - area().left()) / pixelsASecond() : 0;
}

void TimelineRuler::setPlayhead(double seconds)
{
    if (std::abs(pixelOf(seconds) - pixelOf(playhead_)) >= 0.5)
        update();
    playhead_ = seconds;
}

void TimelineRuler::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect all = area();
    painter.setClipRect(all.adjusted(-6, 0, 6, 0));
    if (axis_.visible() <= 0)
        return;
    paintLoop(painter);
    const bool bars = barGridOf(editor_).barSeconds > 0;
    paintTimes(painter, QRect(all.left(), 0, all.width(), bars ? rowHeight : height()));
    if (bars)
        paintBars(painter, QRect(all.left(), rowHeight, all.width(), height() - rowHeight));
    paintPlayhead(painter);
}

void TimelineRuler::paintTimes(QPainter& painter, const QRect& row) const
{
    const double step = rulerStep(pixelsASecond(), leastTimeDistance);
    const int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
    painter.setPen(palette().color(QPalette::WindowText));
    for (auto i = static_cast<long long>(std::floor(axis_.from() / step)); static_cast<double>(i) * step <= axis_.to(); ++i) {
        const double x = pixelOf(static_cast<double>(i) * step);
        painter.drawLine(QLineF(x, row.bottom() - 5, x, row.bottom()));
        painter.drawText(QRectF(x + 3, row.top(), leastTimeDistance, row.height() - 2), Qt::AlignLeft | Qt::AlignVCenter, timeText(static_cast<double>(i) * step, decimals));
    }
}

/// Bars with their numbers, as many as there is room for.
void TimelineRuler::paintBars(QPainter& painter, const QRect& row) const
{
    const BarGrid grid = barGridOf(editor_);
    double every = 1;
    while (every * grid.barSeconds * pixelsASecond() < leastBarDistance)
        every *= 2;
    const double step = every * grid.barSeconds;
    QColor colour = palette().color(QPalette::Highlight);
    painter.fillRect(row, palette().color(QPalette::AlternateBase));
    for (auto i = static_cast<long long>(std::floor((axis_.from() - grid.first) / step)); grid.first + static_cast<double>(i) * step <= axis_.to(); ++i) {
        const double seconds = grid.first + static_cast<double>(i) * step;
        if (seconds < -1e-6)
            continue;
        const double x = pixelOf(seconds);
        painter.setPen(QPen(colour, 1));
        painter.drawLine(QLineF(x, row.top(), x, row.bottom()));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(x + 3, row.top(), leastBarDistance, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::number(static_cast<long long>(static_cast<double>(i) * every) + 1));
    }
}

void TimelineRuler::paintLoop(QPainter& painter) const
{
    if (!axis_.hasSelection())
        return;
    QColor fill = palette().color(QPalette::Highlight);
    fill.setAlpha(120);
    painter.fillRect(QRectF(QPointF(pixelOf(axis_.selectedFrom()), 0), QPointF(pixelOf(axis_.selectedTo()), height())), fill);
}

void TimelineRuler::paintPlayhead(QPainter& painter) const
{
    const double x = pixelOf(playhead_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::WindowText));
    painter.drawPolygon(QPolygonF({QPointF(x - 5, height() - 7), QPointF(x + 5, height() - 7), QPointF(x, height())}));
}

void TimelineRuler::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    pressed_ = secondsAt(event->position().x());
    emit seekRequested(std::clamp(pressed_, 0.0, editor_.seconds()));
}

void TimelineRuler::mouseMoveEvent(QMouseEvent* event)
{
    const double here = secondsAt(event->position().x());
    if ((event->buttons() & Qt::LeftButton) && std::abs(here - pressed_) * pixelsASecond() >= QApplication::startDragDistance())
        axis_.select(pressed_, std::min(here, editor_.seconds()));
}

void TimelineRuler::mouseDoubleClickEvent(QMouseEvent*)
{
    axis_.select(0, 0);
}

void TimelineRuler::wheelEvent(QWheelEvent* event)
{
    const double notches = (event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x()) / wheelNotch;
    if (event->modifiers() & Qt::ControlModifier)
        axis_.zoom(std::pow(zoomStep, -notches), secondsAt(event->position().x()));
    else
        axis_.pan(-notches * panStep * axis_.visible());
}

} // namespace sonoloom
