// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/edit/crossfade.h"

namespace sonoloom
{

/// What of two sounds is brought together in a transition.
enum class CrossfadeAlign { Beat, Bar, Correlation, None };

/// How one sound gives way to another.
struct CrossfadeParams {
    double seconds = 0;
    int bars = 4;
    CrossfadeAlign align = CrossfadeAlign::Bar;
    FadeCurve curve = FadeCurve::Power;
    bool stretch = false;
    bool matchLoudness = true;
    bool operator==(const CrossfadeParams&) const = default;
};

template <class Params, class Visitor>
requires FieldsOf<Params, CrossfadeParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("seconds", p.seconds, Range{0.0, 600.0}, Label{SONO_TR("Params", "Length of the transition")}, "s",
          Help{SONO_TR("Params", "How long both sound; 0 takes the bars")});
    visit("bars", p.bars, Range{1, 64}, Label{SONO_TR("Params", "Bars of the transition")}, "",
          Help{SONO_TR("Params", "Its length in bars of the first sound; without a tempo each is taken as 2 s")});
    visit(
        "align", p.align, Choices{{"beat", "bar", "correlation", "none"}}, Label{SONO_TR("Params", "Align")},
        Help{SONO_TR("Params",
                     "beat and bar lay the second sound's on the first's, correlation lays the same music on itself")});
    visit(
        "curve", p.curve, Choices{{"power", "linear", "bands"}}, Label{SONO_TR("Params", "Curve")},
        Help{SONO_TR("Params",
                     "power keeps the power, linear the sum of the gains, bands changes highs first and basses last")});
    visit("stretch", p.stretch, Label{SONO_TR("Params", "Same tempo")},
          Help{SONO_TR("Params", "Stretches the second sound to the first one's tempo, at the same pitch")});
    visit("match-loudness", p.matchLoudness, Label{SONO_TR("Params", "Match the loudness")},
          Help{SONO_TR("Params", "Brings the second sound to the first one's loudness")});
}

} // namespace sonoloom
