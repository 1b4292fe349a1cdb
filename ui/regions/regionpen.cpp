// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/regionpen.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr double brushStep = 0.15;    ///< of its radius, under which a point adds nothing
constexpr double lassoSeconds = 0.002;
constexpr double lassoMels = 2;
constexpr std::size_t leastCorners = 3;
constexpr double semitonesPerOctave = 12;
constexpr double leastHertz = 20;

RegionKind kindOf(RegionTool tool)
{
    switch (tool) {
    case RegionTool::Rectangle: return RegionKind::Rectangle;
    case RegionTool::Lasso: return RegionKind::Lasso;
    case RegionTool::Harmonics: return RegionKind::Harmonics;
    default: return RegionKind::Brush;
    }
}

} // namespace

void RegionPen::setTool(RegionTool tool)
{
    if (tool == tool_)
        return;
    tool_ = tool;
    grabbed_.reset();
    if (std::exchange(stroke_, std::nullopt))
        emit strokeChanged();
    emit toolChanged();
}

void RegionPen::setRadius(int pixels)
{
    pixels = std::clamp(pixels, leastRadius, greatestRadius);
    if (pixels == radius_)
        return;
    radius_ = pixels;
    emit radiusChanged(pixels);
}

void RegionPen::select(std::optional<RegionShape> shape)
{
    if (shape == selection_)
        return;
    selection_ = std::move(shape);
    emit selectionChanged();
}

void RegionPen::setRectangle(std::optional<RegionShape> shape)
{
    if (shape == rectangle_)
        return;
    rectangle_ = std::move(shape);
    emit strokeChanged();
}

void RegionPen::begin(const RegionPoint& point, const BrushReach& reach)
{
    if (tool_ == RegionTool::None)
        return;
    stroke_ = RegionShape{kindOf(tool_), {point}};
    stroke_->radiusMs = reach.ms;
    stroke_->radiusMels = reach.mels;
    emit strokeBegan();
    emit strokeChanged();
}

bool RegionPen::isFarEnough(const RegionPoint& point) const
{
    const RegionPoint& last = stroke_->points.back();
    const double seconds = std::abs(point.seconds - last.seconds);
    const double mels = std::abs(melFromHertz(point.hertz) - melFromHertz(last.hertz));
    if (stroke_->kind == RegionKind::Brush)
        return std::hypot(seconds * 1000 / stroke_->radiusMs, mels / stroke_->radiusMels) > brushStep;
    return seconds > lassoSeconds || mels > lassoMels;
}

void RegionPen::grab(const RegionPoint& point)
{
    if (!selected())
        return;
    grabbed_ = Grabbed{*selected(), point};
    stroke_ = selected();
    emit strokeChanged();
}

void RegionPen::moveTo(const RegionPoint& point)
{
    grabbed_->seconds = point.seconds - grabbed_->from.seconds;
    const double ratio = std::max(point.hertz, leastHertz) / std::max(grabbed_->from.hertz, leastHertz);
    grabbed_->semitones = std::round(semitonesPerOctave * std::log2(ratio));
    stroke_ = moved(grabbed_->shape, grabbed_->seconds, grabbed_->semitones);
    emit strokeChanged();
}

void RegionPen::extend(const RegionPoint& point)
{
    if (grabbed_) {
        moveTo(point);
        return;
    }
    if (!stroke_ || !isFarEnough(point))
        return;
    if (stroke_->kind == RegionKind::Rectangle)
        stroke_->points.resize(1); // its other corner moves
    stroke_->points.push_back(point);
    emit strokeChanged();
}

/// A lasso around nothing selects nothing.
void RegionPen::finish()
{
    if (!stroke_)
        return;
    if (const auto grabbed = std::exchange(grabbed_, std::nullopt)) {
        stroke_.reset();
        emit strokeChanged();
        if (grabbed->seconds != 0 || grabbed->semitones != 0)
            emit shifted(grabbed->seconds, grabbed->semitones);
        return;
    }
    const RegionShape done = *std::exchange(stroke_, std::nullopt);
    if (done.kind == RegionKind::Lasso)
        select(done.points.size() >= leastCorners ? std::optional(done) : std::nullopt);
    emit strokeChanged();
    emit stroked(done);
}

} // namespace sonoloom
