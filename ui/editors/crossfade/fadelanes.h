// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/crossfade/crossfadesession.h"
#include "ui/spectrogram/axiswidget.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace sonoloom
{

/// The waveforms of two sounds where they lie in their cross-fade, with their beats and bars and how loud each is in it.
/// The ends of the fade are dragged.
class FadeLanes : public AxisWidget
{
    Q_OBJECT

public:
    /// @param axis of the result, must outlive the lanes
    explicit FadeLanes(TimeAxis& axis, QWidget* parent = nullptr);

    /// Null: none. @param names of both
    void setPair(std::shared_ptr<const FadingPair> pair, const QStringList& names);
    /// Null: the sounds lie one behind the other. @param curve of the fade; none: both are added as they are
    void setFade(std::shared_ptr<const MadeFade> made, std::optional<FadeCurve> curve);
    /// Shown in the middle while there is no pair.
    void setMessage(const QString& text);

    /// The fade within this widget; empty: there is none.
    QRectF fadeRect() const;
    QSize sizeHint() const override { return {500, 260}; }

signals:
    /// The user wants a fade of so many seconds; many times in a drag.
    void lengthEdited(double seconds);
    void settled();
    void seekRequested(double seconds);
    /// What is under the cursor; empty: nothing.
    void hovered(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Drag { None, Start, End, Seek };

    QRectF area() const override;
    QRectF laneRect(int lane) const;
    /// Where a lane's sound begins on the axis, and by what its time is stretched there.
    double begin(int lane) const;
    double stretch(int lane) const;
    const Tempo* tempo(int lane) const;
    Drag dragAt(const QPointF& point) const;
    void paintWave(QPainter& painter, int lane) const;
    void paintBeats(QPainter& painter, int lane) const;
    void paintName(QPainter& painter, int lane) const;
    void paintFade(QPainter& painter) const;
    void paintTimes(QPainter& painter) const;
    QString textAt(const QPointF& point) const;

    std::shared_ptr<const FadingPair> pair_;
    std::shared_ptr<const MadeFade> made_;
    std::optional<FadeCurve> curve_;
    QStringList names_;
    QString message_;
    Drag drag_ = Drag::None;
    double pressed_ = 0; ///< pixels
    double lengthAtPress_ = 0;
    double secondsAPixel_ = 0; ///< at the press: the axis may change meanwhile
};

} // namespace sonoloom
