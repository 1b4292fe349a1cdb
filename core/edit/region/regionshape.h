// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/base/result.h"
#include "core/dsp/mel.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sonoloom
{

/// A place in a spectrogram.
struct RegionPoint {
    double seconds = 0;
    double hertz = 0;
    bool operator==(const RegionPoint&) const = default;
};

enum class RegionKind { Rectangle, Lasso, Brush, Harmonics };

/// A part of a spectrogram, in seconds and hertz: it stays what it is when bands or images change.
///
/// Its edge is soft on the inside, so that nothing outside of it changes. Distances in frequency are in mel (HTK's).
struct RegionShape {
    RegionKind kind = RegionKind::Rectangle;
    /// Rectangle: two opposite corners. Lasso: the corners of a polygon. Brush: the way of its middle, one point at least.
    /// Harmonics: the fundamental from its first to its last point.
    std::vector<RegionPoint> points{};
    double softMs = 10;      ///< rectangle, lasso, ends of harmonics: width of the edge in time, at most a quarter of the shape
    double softMels = 12;    ///< rectangle, lasso: the same in frequency
    double radiusMs = 30;    ///< brush
    double radiusMels = 40;  ///< brush
    double brushEdge = 0.4;  ///< brush, harmonics: share of the radius that is edge
    int harmonics = 16;      ///< the fundamental included
    double widthCents = 80;  ///< harmonics: width of each
    double widthHertz = 50;  ///< harmonics: width of each at least
    bool operator==(const RegionShape&) const = default;
};

/// Columns and bands of mel magnitudes on a timeline: column k stands for the time k * columnSeconds.
struct RegionGrid {
    double columnSeconds = 0.01;
    std::size_t columns = 0;
    MelParams mel{};

    std::size_t bands() const { return static_cast<std::size_t>(mel.bands); }
    double melOf(double band) const;  ///< of a band's centre
    double bandAt(double mel) const;  ///< the inverse
    double hertzOf(double band) const { return hertzFromMel(melOf(band)); }
};

/// Columns first .. end - 1.
struct RegionSpan {
    std::size_t first = 0;
    std::size_t end = 0;
    bool isEmpty() const { return end <= first; }
    bool operator==(const RegionSpan&) const = default;
};

/// What a shape spans, its edges included.
struct RegionBounds {
    double from = 0; ///< seconds
    double to = 0;
    double lowestMel = 0;
    double highestMel = 0;
};

/// Half of the width of a harmonic at this frequency, in hertz.
double halfWidthOf(const RegionShape& shape, double hertz);

/// Of a shape without points: nothing, at 0.
RegionBounds boundsOf(const RegionShape& shape);

/// The columns of the grid within the shape's bounds; empty where it lies outside or has no extent.
RegionSpan columnsOf(const RegionShape& shape, const RegionGrid& grid);

/// How much each cell belongs to the shape, [columns of the span x bands], 0 outside to 1.
Grid<float> weightsOf(const RegionShape& shape, const RegionGrid& grid, const RegionSpan& span);

/// The shape elsewhere: later by seconds, higher by semitones.
RegionShape moved(RegionShape shape, double seconds, double semitones);

/// "0.5:440/0.75:466.2": seconds and hertz.
std::string pointsText(const std::vector<RegionPoint>& points);

/// Reads that. Errors: InvalidArgument (no numbers, negative ones, more than 100000 points).
Result<std::vector<RegionPoint>> pointsFrom(std::string_view text);

} // namespace sonoloom
