// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/preview.h"
#include "ui/jobs/job.h"
#include "ui/spectrogram/timeaxis.h"

#include <QImage>
#include <QWidget>

#include <memory>

namespace sonoloom
{

/// Lies over the images and marks their clipped pixels; the mouse reaches through. What is marked is found off this thread.
class ClipOverlay : public QWidget
{
    Q_OBJECT

public:
    /// @param axis must outlive the overlay @param under what it lies over, its parent
    ClipOverlay(TimeAxis& axis, QWidget& under);

    /// Images whose channels are levels; null: none.
    void setTiles(std::shared_ptr<const TilePreview> tiles);
    /// Clipped pixels of what is in sight, once they are counted.
    std::size_t clippedInSight() const { return pixels_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find();

    TimeAxis& axis_;
    Job job_;
    std::shared_ptr<const TilePreview> tiles_;
    QImage marks_;
    std::size_t pixels_ = 0;
};

} // namespace sonoloom
