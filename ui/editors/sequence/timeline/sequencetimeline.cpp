// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/timeline/sequencetimeline.h"

#include "ui/spectrogram/timeaxis.h"
#include "ui/theme/theme.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double zoomStep = 1.25;
constexpr double panStep = 0.1;
constexpr double wheelNotch = 120;
constexpr int floorHeight = 14; ///< below the clips, where a band can begin
constexpr int leastHeight = 110;
constexpr int mostLaneHeight = 330; ///< more shows no more of a picture
constexpr int margin = 2;

QStringList filesOf(const QMimeData& mime)
{
    QStringList paths;
    for (const QUrl& url : mime.urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

} // namespace

SequenceTimeline::SequenceTimeline(SequenceEditor& editor, TimeAxis& axis, QWidget* parent)
    : QWidget(parent), editor_(editor), axis_(axis), mouse_(editor, axis, this)
{
    setObjectName(QStringLiteral("timeline"));
    setMouseTracking(true);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(leastHeight);
    setAccessibleName(tr("Timeline of clips"));
    setToolTip({});
    const auto repaint = qOverload<>(&QWidget::update);
    connect(&editor_, &SequenceEditor::changed, this, repaint);
    connect(&editor_, &SequenceEditor::snappingChanged, this, repaint);
    connect(&editor_.looks(), &ClipLooks::picturesChanged, this, repaint);
    connect(&editor_.looks(), &ClipLooks::beatsChanged, this, repaint);
    connect(&editor_.selection(), &ClipSelection::changed, this, repaint);
    connect(&axis_, &TimeAxis::changed, this, repaint);
    connect(&axis_, &TimeAxis::selectionChanged, this, repaint);
    connect(&mouse_, &TimelineMouse::changed, this, repaint);
    connect(&mouse_, &TimelineMouse::told, this, &SequenceTimeline::cursorMoved);
    connect(&mouse_, &TimelineMouse::menuWanted, this, &SequenceTimeline::menuRequested);
}

QRect SequenceTimeline::area() const
{
    QRect all = rect().adjusted(plotmargin::left, margin, -plotmargin::right, -floorHeight);
    all.setHeight(std::min(all.height(), mostLaneHeight * (twoLanes_ ? 2 : 1)));
    return all;
}

TimelineLayout SequenceTimeline::layoutNow() const
{
    return {editor_.places(), {area(), axis_.from(), axis_.visible(), twoLanes_}};
}

void SequenceTimeline::setTwoLanes(bool two)
{
    twoLanes_ = two;
    update();
}

void SequenceTimeline::setPlayhead(double seconds)
{
    const TimelineLayout layout = layoutNow();
    const double before = std::exchange(playhead_, seconds);
    for (const double x : {layout.pixelOf(before), layout.pixelOf(seconds)})
        update(QRectF(x - 2, 0, 4, height()).toAlignedRect());
}

void SequenceTimeline::setMarkers(std::vector<double> seconds)
{
    markers_ = std::move(seconds);
    update();
}

SnapPlaces SequenceTimeline::snapPlaces() const
{
    std::vector<double> playhead{playhead_};
    if (axis_.hasSelection())
        playhead.insert(playhead.end(), {axis_.selectedFrom(), axis_.selectedTo()});
    return {tileSeconds_, playhead, markers_};
}

void SequenceTimeline::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QRect all = rect().adjusted(plotmargin::left, 0, -plotmargin::right, 0);
    painter.fillRect(area().adjusted(0, -margin, 0, margin), palette().color(QPalette::Base));
    if (editor_.sequence().empty()) {
        paintEmpty(painter);
        return;
    }
    const TimelineLayout layout = layoutNow();
    painter.setClipRect(all.intersected(event->rect()));
    const bool beats = editor_.looks().beatsWanted();
    paintTimeline(painter, {layout, editor_.sequence(), editor_.looks(), editor_.selection(), mouse_.overlay(), palette(), beats}, event->rect());
    paintTimes(painter, layout);
    if (hasFocus()) {
        painter.setClipping(false);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(all.adjusted(0, 0, -1, -1));
    }
}

void SequenceTimeline::paintTimes(QPainter& painter, const TimelineLayout& layout)
{
    if (axis_.hasSelection()) {
        QColor fill = palette().color(QPalette::Highlight);
        fill.setAlpha(45);
        painter.fillRect(QRectF(QPointF(layout.pixelOf(axis_.selectedFrom()), 0), QPointF(layout.pixelOf(axis_.selectedTo()), height())), fill);
    }
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1, Qt::DotLine));
    for (const double marker : markers_)
        painter.drawLine(QLineF(layout.pixelOf(marker), 0, layout.pixelOf(marker), height()));
    const double x = layout.pixelOf(playhead_);
    painter.setPen(QPen(QColor(0, 0, 0, 160), 3));
    painter.drawLine(QLineF(x, 0, x, height()));
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawLine(QLineF(x, 0, x, height()));
}

void SequenceTimeline::paintEmpty(QPainter& painter)
{
    const QRect all = rect().adjusted(plotmargin::left, margin, -plotmargin::right, -floorHeight);
    painter.fillRect(all, palette().color(QPalette::Base));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1.5, Qt::DashLine));
    painter.drawRoundedRect(all.adjusted(12, 12, -12, -2), 8, 8);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(all.adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Drop sounds, images or folders of images here, or press “Add files …”.\n\n"
                        "They follow one another as clips; drag the diamond between two of them to let one blend into the next."));
}

void SequenceTimeline::mousePressEvent(QMouseEvent* event)
{
    mouse_.setSnapPlaces(snapPlaces());
    mouse_.press(*event, layoutNow());
}

void SequenceTimeline::mouseMoveEvent(QMouseEvent* event)
{
    const TimelineLayout layout = layoutNow();
    if (mouse_.isDragging()) {
        mouse_.move(*event, layout);
        return;
    }
    const TimelineHit hit = layout.hit(event->position());
    setCursor(TimelineMouse::cursorFor(hit.part));
    emit cursorMoved(mouse_.textFor(hit));
}

void SequenceTimeline::mouseReleaseEvent(QMouseEvent* event)
{
    mouse_.release(*event, layoutNow());
    emit dragEnded();
}

void SequenceTimeline::mouseDoubleClickEvent(QMouseEvent* event)
{
    mouse_.doubleClick(*event, layoutNow());
}

void SequenceTimeline::leaveEvent(QEvent*)
{
    emit cursorMoved({});
}

void SequenceTimeline::wheelEvent(QWheelEvent* event)
{
    const double notches = (event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x()) / wheelNotch;
    const bool zooms = wheelZooms_ != event->modifiers().testFlag(Qt::ControlModifier);
    if (zooms && event->angleDelta().y() != 0)
        axis_.zoom(std::pow(zoomStep, -notches), layoutNow().secondsAt(event->position().x()));
    else
        axis_.pan(-notches * panStep * axis_.visible());
}

void SequenceTimeline::selectNext(int step, bool extends)
{
    const auto count = static_cast<int>(editor_.sequence().size());
    if (count == 0)
        return;
    const auto& clips = editor_.selection().clips();
    const auto under = clipAt(editor_.places(), playhead_);
    const auto last = static_cast<int>(clips.empty() ? under.value_or(0) : step < 0 ? clips.front() : clips.back());
    const int next = clips.empty() ? last : std::clamp(last + step, 0, count - 1);
    std::vector<std::size_t> chosen = extends ? clips : std::vector<std::size_t>();
    chosen.push_back(static_cast<std::size_t>(next));
    editor_.selection().select(std::move(chosen));
    axis_.follow(editor_.places()[static_cast<std::size_t>(next)].from);
}

/// Left and right select, with Shift more, with Ctrl and Shift they move clips; up and down zoom.
void SequenceTimeline::keyPressEvent(QKeyEvent* event)
{
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const int step = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1 : 1;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (sideways && shift && (event->modifiers() & Qt::ControlModifier))
        editor_.moveBy(step);
    else if (sideways)
        selectNext(step, shift);
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        axis_.zoom(step < 0 ? 1 / zoomStep : zoomStep, axis_.middle());
    else if (event->key() == Qt::Key_Escape && mouse_.isDragging())
        mouse_.cancel();
    else
        QWidget::keyPressEvent(event);
}

void SequenceTimeline::dragEnterEvent(QDragEnterEvent* event)
{
    if (!filesOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SequenceTimeline::dragMoveEvent(QDragMoveEvent* event)
{
    mouse_.setGap(layoutNow().gapAt(event->position().x()));
    event->acceptProposedAction();
}

void SequenceTimeline::dragLeaveEvent(QDragLeaveEvent*)
{
    mouse_.setGap(std::nullopt);
}

void SequenceTimeline::dropEvent(QDropEvent* event)
{
    mouse_.setGap(std::nullopt);
    event->acceptProposedAction();
    emit filesDropped(filesOf(*event->mimeData()), layoutNow().gapAt(event->position().x()));
}

} // namespace sonoloom
