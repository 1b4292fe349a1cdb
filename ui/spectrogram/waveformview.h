// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/waveform.h"
#include "ui/spectrogram/axiswidget.h"

#include <memory>

namespace sonoloom
{

/// The waveform of a sound over the shared time axis, one lane a channel; samples at or beyond full scale are marked.
class WaveformView : public AxisWidget
{
    Q_OBJECT

public:
    /// @param axis must outlive the view
    explicit WaveformView(TimeAxis& axis, QWidget* parent = nullptr);

    /// Null: none. @param name for the lane: "A", "B"
    void setWaveform(std::shared_ptr<const Waveform> waveform, const QString& name);

    QSize sizeHint() const override { return {400, 56}; }

signals:
    void seekRequested(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void paintLane(QPainter& painter, const QRectF& lane, std::size_t channel) const;

    std::shared_ptr<const Waveform> waveform_;
    QString name_;
    double pressed_ = 0; ///< seconds
};

} // namespace sonoloom
