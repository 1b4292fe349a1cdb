// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/displayspectrogram.h"
#include "ui/regions/regionpen.h"
#include "ui/spectrogram/frequencyaxis.h"
#include "ui/spectrogram/timeaxis.h"

#include <QPointF>
#include <QRectF>

#include <memory>

namespace sonoloom
{

/// Where times and frequencies stand in a widget.
class RegionMap
{
public:
    /// @param picture the part of the widget that shows them @param spectrogram whose bands they are, not null
    /// @param bands what of them is seen; null: all, as the images have them
    RegionMap(const QRectF& picture, const TimeAxis& axis, std::shared_ptr<const DisplaySpectrogram> spectrogram, const FrequencyAxis* bands);

    const QRectF& picture() const { return picture_; }
    QPointF pixelOf(const RegionPoint& point) const;
    /// Beyond the picture: its edge.
    RegionPoint pointAt(const QPointF& pixel) const;
    /// Of a brush of so many pixels at a place.
    BrushReach reachAt(const QPointF& pixel, double radius) const;
    /// Half the width and half the height of a brush's mark at a point, in pixels.
    QSizeF sizeOf(const RegionPoint& point, const BrushReach& reach) const;

private:
    double hertzAt(double y) const;

    QRectF picture_;
    double from_;
    double to_;
    std::shared_ptr<const DisplaySpectrogram> spectrogram_;
    BandPlaces places_;
    double lowest_ = 0;
    double highest_ = 1;
};

} // namespace sonoloom
