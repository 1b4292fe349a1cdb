// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"

namespace sonoloom
{

/// How two sounds, or two sets of images, are compared.
struct CompareParams {
    double gain = 50;
    bool align = true;
    bool matchLevel = true;
    double topHz = 0;
    bool operator==(const CompareParams&) const = default;
};

template <class Params, class Visitor>
    requires FieldsOf<Params, CompareParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("gain", p.gain, Range{1.0, 65'535.0}, Label{SONO_TR("Params", "Gain of the difference")}, "",
          Help{SONO_TR("Params", "By what the difference is multiplied in pictures")});
    visit("align", p.align, Label{SONO_TR("Params", "Align")},
          Help{SONO_TR("Params", "Finds how sounds lie to each other in time and takes the offset out")});
    visit("match-level", p.matchLevel, Label{SONO_TR("Params", "Match the level")},
          Help{SONO_TR("Params", "Takes out by how much the second sound is louder, and an opposite polarity")});
    visit("top", p.topHz, Range{0.0, 192'000.0}, Label{SONO_TR("Params", "Compare up to")}, "Hz",
          Help{SONO_TR("Params", "Highest frequency that the spectral figures look at; 0 is half the sample rate")});
}

} // namespace sonoloom
