// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QString>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace sonoloom
{

class FrequencyAxis;
class SpectrogramView;
class TimeAxis;

/// What dragging with the left button does in a spectrogram.
enum class DragTool {
    Navigate, ///< moves the picture; with Shift: zooms to the area
    Time,     ///< selects time
    Region,   ///< selects time and frequency
    Measure   ///< tells how far two points are apart
};

/// What the wheel does without keys. Ctrl with it does the other.
enum class WheelUse { Pan, Zoom };

/// The gestures in the picture of a spectrogram view and in its ruler.
class SpectrogramMouse : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    SpectrogramMouse(SpectrogramView& view, TimeAxis& axis, FrequencyAxis& bands);

    void setTool(DragTool tool) { tool_ = tool; }
    DragTool tool() const { return tool_; }
    void setWheelUse(WheelUse use) { wheelUse_ = use; }

    /// Events of the plot, in its coordinates. True: taken.
    bool handle(QEvent* event);

signals:
    void clicked(double seconds);
    void scrubbed(double seconds);
    void scrubEnded();
    /// In coordinates of the plot. @param onScale in the frequency axis left of the picture
    void menuRequested(const QPoint& point, bool onScale);
    /// How far two points are apart; empty: no longer.
    void measured(const QString& text);

private:
    void onWheel(const QWheelEvent& event);
    bool onKey(const QKeyEvent& event);
    void onPress(const QMouseEvent& event);
    void onMove(const QPoint& point);
    void onRelease(const QPoint& point);
    void dragTo(const QPoint& point);
    void measureTo(const QPoint& point);
    void showCursor(const QPoint& point);

    enum class Drag { None, Divider, Ruler, Pan, Zoom, Tool };

    SpectrogramView& view_;
    TimeAxis& axis_;
    FrequencyAxis& bands_;
    DragTool tool_ = DragTool::Time;
    WheelUse wheelUse_ = WheelUse::Pan;
    Drag drag_ = Drag::None;
    bool moved_ = false;
    QPoint pressed_;
    double pressedSeconds_ = 0;
    double pressedPlace_ = 0;
};

} // namespace sonoloom
