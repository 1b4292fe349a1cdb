// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/edit/images/meltransition.h"

#include <string>

namespace sonoloom
{

/// Which frequencies change over first.
enum class BlendOrder { Whole, BassFirst, TrebleFirst };

/// How one image gives way to another.
struct BlendParams {
    int region = 0;
    int bands = 8;
    BlendOrder order = BlendOrder::Whole;
    std::string curve = "cosine";
    std::string starts{};
    std::string lengths{};
    MixSpace space = MixSpace::Magnitude;
    bool operator==(const BlendParams&) const = default;
};

template <class Params, class Visitor>
requires FieldsOf<Params, BlendParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("region", p.region, Range{0, 1'000'000}, Label{SONO_TR("Params", "Region")}, "px",
          Help{SONO_TR("Params",
                       "Columns in which both are there: the first one's last, the second's first; 0 is all of the "
                       "narrower")});
    visit("bands", p.bands, Range{1, 512}, Label{SONO_TR("Params", "Frequency bands")}, "",
          Help{SONO_TR("Params", "Bands of equally many rows, each with a time of its own")});
    visit("order", p.order, Choices{{"whole", "bass", "treble"}}, Label{SONO_TR("Params", "Order")},
          Help{SONO_TR("Params", "What changes over first; each band takes half of the region then")});
    visit(
        "curve", p.curve, Label{SONO_TR("Params", "Curve")},
        Help{SONO_TR("Params", "linear, cosine, power, logistic, or points such as 0:0/0.3:0.8/1:1; one, or one a band "
                               "with commas between, the lowest first")});
    visit("starts", p.starts, Label{SONO_TR("Params", "Starts")},
          Help{SONO_TR("Params", "Where a band begins to change, 0 to 1 of the region; one, or one a band with commas "
                                 "between; beats the order")});
    visit(
        "lengths", p.lengths, Label{SONO_TR("Params", "Lengths")},
        Help{SONO_TR("Params", "How long a band changes, 0 to 1 of the region; one, or one a band with commas between; "
                               "beats the order")});
    visit("space", p.space, Choices{{"pixel", "magnitude", "db"}}, Label{SONO_TR("Params", "Space")},
          Help{SONO_TR("Params", "What is mixed: levels of the image, magnitudes, or dB")});
}

/// The time and the curve of each band, the lowest first.
/// Errors: InvalidArgument naming the field (out of range, not a curve, neither one value nor one a band).
Result<std::vector<BandFade>> bandFades(const BlendParams& params);

} // namespace sonoloom
