// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/regionmap.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

RegionMap::RegionMap(const QRectF& picture, const TimeAxis& axis, std::shared_ptr<const DisplaySpectrogram> spectrogram, const FrequencyAxis* bands)
    : picture_(picture), from_(axis.from()), to_(std::max(axis.to(), axis.from() + 1e-9)), spectrogram_(std::move(spectrogram)),
      places_(*spectrogram_, bands ? bands->scale() : FrequencyScale::Own)
{
    if (bands) {
        lowest_ = bands->from();
        highest_ = bands->to();
    }
}

QPointF RegionMap::pixelOf(const RegionPoint& point) const
{
    const double place = (places_.shareOf(point.hertz) - lowest_) / (highest_ - lowest_);
    return {picture_.left() + (point.seconds - from_) / (to_ - from_) * picture_.width(), picture_.bottom() - place * picture_.height()};
}

double RegionMap::hertzAt(double y) const
{
    const double share = lowest_ + (picture_.bottom() - y) / picture_.height() * (highest_ - lowest_);
    return std::max(0.0, places_.hertzAt(std::clamp(share, 0.0, 1.0)));
}

RegionPoint RegionMap::pointAt(const QPointF& pixel) const
{
    const double x = std::clamp(pixel.x(), picture_.left(), picture_.right());
    const double y = std::clamp(pixel.y(), picture_.top(), picture_.bottom());
    return {from_ + (x - picture_.left()) / picture_.width() * (to_ - from_), hertzAt(y)};
}

BrushReach RegionMap::reachAt(const QPointF& pixel, double radius) const
{
    const double above = std::max(picture_.top(), pixel.y() - radius);
    const double below = std::min(picture_.bottom(), pixel.y() + radius);
    const double mels = (melFromHertz(hertzAt(above)) - melFromHertz(hertzAt(below))) * radius / std::max(1.0, below - above);
    return {radius / picture_.width() * (to_ - from_) * 1000, mels};
}

QSizeF RegionMap::sizeOf(const RegionPoint& point, const BrushReach& reach) const
{
    const double mel = melFromHertz(point.hertz);
    const QPointF lower = pixelOf({point.seconds, hertzFromMel(std::max(0.0, mel - reach.mels / 2))});
    const QPointF upper = pixelOf({point.seconds + reach.ms / 1000, hertzFromMel(std::max(0.0, mel - reach.mels / 2) + reach.mels)});
    return {upper.x() - lower.x(), lower.y() - upper.y()};
}

} // namespace sonoloom
