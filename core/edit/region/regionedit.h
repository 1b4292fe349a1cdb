// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/base/monitor.h"
#include "core/edit/region/regionshape.h"

#include <memory>
#include <vector>

namespace sonoloom
{

/// What happens to the magnitudes within a shape.
enum class RegionOp {
    Gain,   ///< louder or softer
    Erase,  ///< to silence
    Heal,   ///< to the level around: of the bands above and below, or, where there are none, of the columns before and behind
    Smooth, ///< mean over time and frequency
    Paste,  ///< what the shape holds, elsewhere as well
    Shift,  ///< what the shape holds, elsewhere instead
    Mirror, ///< backwards, or upside down
    Keep    ///< the opposite of Erase: what is outside becomes silent
};

/// How what is pasted meets what is there: instead of it, added, multiplied (by shares of the pasted maximum), or the louder.
enum class PasteMode { Replace, Add, Multiply, Max };

enum class MirrorAxis { Time, Frequency };

/// One edit of a spectrogram's magnitudes: it says all about itself and changes nothing by itself.
struct RegionEdit {
    RegionOp op = RegionOp::Gain;
    RegionShape shape{};
    double gainDb = -12;      ///< gain
    double smoothMs = 60;     ///< smooth: standard deviation of a Gauss window
    double smoothMels = 40;   ///< smooth: the same
    double shiftSeconds = 0;  ///< paste, shift: how far, later is positive; whole columns are taken
    double semitones = 0;     ///< paste, shift: how far, higher is positive
    PasteMode mode = PasteMode::Replace; ///< paste, shift
    MirrorAxis axis = MirrorAxis::Time;  ///< mirror
    bool operator==(const RegionEdit&) const = default;
};

template <class Params, class Visitor>
requires FieldsOf<Params, RegionEdit>
void visitFields(Params& p, Visitor&& visit)
{
    visit("op", p.op, Choices{{"gain", "erase", "heal", "smooth", "paste", "shift", "mirror", "keep"}}, Label{SONO_TR("Params", "Edit")},
          Help{SONO_TR("Params", "gain; erase to silence; heal to the level around; smooth; paste elsewhere, too; shift elsewhere; "
                                 "mirror; keep erases all else")});
    visit("gain", p.gainDb, Range{-120, 60}, Label{SONO_TR("Params", "Gain")}, "dB", Help{SONO_TR("Params", "Of gain")});
    visit("smooth-ms", p.smoothMs, Range{0, 2000}, Label{SONO_TR("Params", "Smoothing in time")}, "ms",
          Help{SONO_TR("Params", "Of smooth: standard deviation of the window")});
    visit("smooth-mels", p.smoothMels, Range{0, 1000}, Label{SONO_TR("Params", "Smoothing in frequency")}, "mel",
          Help{SONO_TR("Params", "Of smooth: standard deviation of the window")});
    visit("by-seconds", p.shiftSeconds, Range{-1e6, 1e6}, Label{SONO_TR("Params", "Shift in time")}, "s",
          Help{SONO_TR("Params", "Of paste and shift: how much later; negative is earlier")});
    visit("by-semitones", p.semitones, Range{-120, 120}, Label{SONO_TR("Params", "Shift in pitch")}, "semitones",
          Help{SONO_TR("Params", "Of paste and shift: how much higher; negative is lower")});
    visit("mode", p.mode, Choices{{"replace", "add", "multiply", "max"}}, Label{SONO_TR("Params", "Paste mode")},
          Help{SONO_TR("Params", "Of paste and shift: instead of what is there, added, multiplied by shares of the pasted "
                                 "maximum, or the louder")});
    visit("axis", p.axis, Choices{{"time", "frequency"}}, Label{SONO_TR("Params", "Mirror")},
          Help{SONO_TR("Params", "Of mirror: backwards, or upside down")});
    visit("soft-ms", p.shape.softMs, Range{0, 1000}, Label{SONO_TR("Params", "Soft edge in time")}, "ms",
          Help{SONO_TR("Params", "Width of a shape's edge, on its inside")});
    visit("soft-mels", p.shape.softMels, Range{0, 1000}, Label{SONO_TR("Params", "Soft edge in frequency")}, "mel",
          Help{SONO_TR("Params", "Width of a shape's edge, on its inside")});
    visit("radius-ms", p.shape.radiusMs, Range{0, 10'000}, Label{SONO_TR("Params", "Brush size in time")}, "ms",
          Help{SONO_TR("Params", "Radius of a brush")});
    visit("radius-mels", p.shape.radiusMels, Range{0, 4000}, Label{SONO_TR("Params", "Brush size in frequency")}, "mel",
          Help{SONO_TR("Params", "Radius of a brush")});
    visit("edge", p.shape.brushEdge, Range{0, 1}, Label{SONO_TR("Params", "Soft share")}, "",
          Help{SONO_TR("Params", "Share of a brush's or a harmonic's radius that is edge")});
    visit("harmonics", p.shape.harmonics, Range{1, 200}, Label{SONO_TR("Params", "Harmonics")}, "",
          Help{SONO_TR("Params", "How many, the fundamental included")});
    visit("width-cents", p.shape.widthCents, Range{0, 1200}, Label{SONO_TR("Params", "Width of harmonics")}, "ct",
          Help{SONO_TR("Params", "Of each")});
    visit("width-hz", p.shape.widthHertz, Range{1, 5000}, Label{SONO_TR("Params", "Least width of harmonics")}, "Hz",
          Help{SONO_TR("Params", "Of each; low ones are as wide as the analysis blurs them")});
}

/// Edits in the order in which they were made; each reads what those before it left. Shared, as edits never change.
using RegionEdits = std::vector<std::shared_ptr<const RegionEdit>>;

/// What edits work on.
class RegionCanvas
{
public:
    virtual ~RegionCanvas() = default;
    virtual const RegionGrid& grid() const = 0;
    /// Columns as they were before the edit that is being made, [count x bands] a channel.
    virtual Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) = 0;
    /// New magnitudes for the columns from `first` on, where `weights` are above 0; both [count x bands].
    virtual Result<void> write(std::size_t first, const std::vector<Grid<float>>& magnitudes, const Grid<float>& weights) = 0;
    /// The edit is complete: what was written is what the next one reads.
    virtual void finishEdit() = 0;
};

/// The columns that an edit may change, and empty where it can change none.
RegionSpan touchedColumns(const RegionEdit& edit, const RegionGrid& grid);

/// Makes one edit. Work and memory grow with the columns it touches, a block of them at a time.
/// Errors: Cancelled, those of the canvas. The canvas is then left with a part of the edit.
Result<void> applyEdit(const RegionEdit& edit, RegionCanvas& canvas, const JobMonitor& monitor);

} // namespace sonoloom
