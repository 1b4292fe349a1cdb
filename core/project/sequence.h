// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/edit/images/blendparams.h"

#include <filesystem>
#include <vector>

namespace sonoloom
{

/// How a clip gives way to the next one: Blend mixes as its BlendParams say, Power cross-fades with equal power.
enum class ClipTransition { Cut, Blend, Interpolation, Power };

/// A stretch of a sound file or a mel image within a sequence.
struct SequenceClip {
    std::filesystem::path source; ///< absolute
    double from = 0;              ///< seconds of the source
    double to = 0;                ///< seconds of the source; 0: its end
    double gainDb = 0;
    ClipTransition transition = ClipTransition::Cut;
    double transitionSeconds = 0; ///< that both clips lie on each other, unless they are cut
    BlendParams blend{.bands = 1, .curve = "linear"}; ///< of Blend; Interpolation has its curve. Its region says nothing
    InterpolationSpace interpolation = InterpolationSpace::Transport; ///< of Interpolation
    bool operator==(const SequenceClip&) const = default;
};

template <class Params, class Visitor>
requires FieldsOf<Params, SequenceClip>
void visitFields(Params& p, Visitor&& visit)
{
    constexpr double longest = 1e6;
    visit("from", p.from, Range{0.0, longest}, Label{""}, "s", Help{""});
    visit("to", p.to, Range{0.0, longest}, Label{""}, "s", Help{""});
    visit("gain", p.gainDb, Range{-120, 60}, Label{""}, "dB", Help{""});
    visit("transition", p.transition, Choices{{"cut", "blend", "interpolation", "power"}}, Label{""}, Help{""});
    visit("transition-seconds", p.transitionSeconds, Range{0.0, longest}, Label{""}, "s", Help{""});
    visit("bands", p.blend.bands, Range{1, 512}, Label{""}, "", Help{""});
    visit("order", p.blend.order, Choices{{"whole", "bass", "treble"}}, Label{""}, Help{""});
    visit("curve", p.blend.curve, Label{""}, Help{""});
    visit("starts", p.blend.starts, Label{""}, Help{""});
    visit("lengths", p.blend.lengths, Label{""}, Help{""});
    visit("space", p.blend.space, Choices{{"pixel", "magnitude", "db"}}, Label{""}, Help{""});
    visit("interpolation-space", p.interpolation, Choices{{"pixel", "magnitude", "db", "transport"}}, Label{""},
          Help{""});
}

/// Clips one after the other.
using Sequence = std::vector<SequenceClip>;

} // namespace sonoloom
