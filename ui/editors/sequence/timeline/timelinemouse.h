// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/sequence/clips/sequenceeditor.h"
#include "ui/editors/sequence/timeline/timelinelayout.h"
#include "ui/editors/sequence/timeline/timelinepainter.h"

#include <QObject>
#include <QPointF>

class QMouseEvent;

namespace sonoloom
{

class TimeAxis;

/// What the mouse does to the clips of a timeline: select, move, trim, set transitions and gains. Each drag is one step of
/// undo.
class TimelineMouse : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    TimelineMouse(SequenceEditor& editor, TimeAxis& axis, QObject* parent);

    void press(const QMouseEvent& event, const TimelineLayout& layout);
    void move(const QMouseEvent& event, const TimelineLayout& layout);
    void release(const QMouseEvent& event, const TimelineLayout& layout);
    /// A transition's kind goes one on, a gain back to 0.
    void doubleClick(const QMouseEvent& event, const TimelineLayout& layout);
    /// What is dragged goes back to where it was.
    void cancel();

    bool isDragging() const { return drag_ != Drag::None; }
    const TimelineOverlay& overlay() const { return overlay_; }
    void setGap(std::optional<std::size_t> before);
    /// What edges keep to beside the clips themselves.
    void setSnapPlaces(const SnapPlaces& places) { places_ = places; }

    /// What the mouse would do here.
    static Qt::CursorShape cursorFor(TimelineHit::Part part);
    /// For the status line.
    QString textFor(const TimelineHit& hit) const;

signals:
    /// The overlay is another one.
    void changed();
    /// What is being dragged, for the status line.
    void told(const QString& text);
    void menuWanted(const QPoint& globalPoint);

private:
    enum class Drag { None, Pressed, Move, Start, End, Transition, Gain, Band, Pan };

    void begin(const QMouseEvent& event, const TimelineHit& hit, const TimelineLayout& layout);
    void dragStart(double x, const TimelineLayout& layout);
    void dragEnd(double x, const TimelineLayout& layout);
    void dragTransition(double x, const TimelineLayout& layout);
    void dragGain(double y);
    void dragBand(const QPointF& point, const TimelineLayout& layout);
    double snap(double seconds, const TimelineLayout& layout);
    void scrollAt(double x, const TimelineLayout& layout);
    void end();

    SequenceEditor& editor_;
    TimeAxis& axis_;
    SnapPlaces places_;
    TimelineOverlay overlay_;
    Drag drag_ = Drag::None;
    TimelineHit hit_;
    QPointF pressed_;
    Qt::KeyboardModifiers modifiers_;
    Sequence before_;            ///< as it was when the button went down
    ClipPlace place_;            ///< of the clip that is dragged, then
    double from_ = 0;            ///< of its source, then
    double to_ = 0;
    double gripSeconds_ = 0;     ///< from what is dragged to the mouse
    std::vector<double> targets_;
    std::vector<std::size_t> kept_; ///< selected before a band began
};

} // namespace sonoloom
