// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/edit/images/melinterpolation.h"

#include <string>
#include <vector>

namespace sonoloom
{

/// What lies between two images.
struct InterpolationParams {
    int steps = 10;
    InterpolationSpace space = InterpolationSpace::Transport;
    std::string curve = "linear";
    double alphaPower = 1;
    bool keepEnergy = true;
    bool operator==(const InterpolationParams&) const = default;
};

template <class Params, class Visitor>
requires FieldsOf<Params, InterpolationParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("steps", p.steps, Range{1, 240}, Label{SONO_TR("Params", "Images")}, "",
          Help{SONO_TR("Params", "How many, the two given ones included; a single one lies in the middle")});
    visit("space", p.space, Choices{{"pixel", "magnitude", "db", "transport"}}, Label{SONO_TR("Params", "Space")},
          Help{SONO_TR("Params", "What is mixed: levels of the image, magnitudes, or dB; transport moves energy along "
                                 "frequency, so that tones glide instead of fading")});
    visit("curve", p.curve, Label{SONO_TR("Params", "Curve")},
          Help{SONO_TR("Params", "How the second one's share rises: linear, cosine, power, logistic, or points such as "
                                 "0:0/0.3:0.8/1:1")});
    visit("alpha-power", p.alphaPower, Range{0.1, 10}, Label{SONO_TR("Params", "Power of the share")}, "",
          Help{SONO_TR("Params", "Exponent of the second one's share; above 1 stays longer with the first")});
    visit(
        "keep-energy", p.keepEnergy, Label{SONO_TR("Params", "Keep the energy")},
        Help{SONO_TR("Params", "Brings each column's energy to what lies straight between the two, as transport always "
                               "does; else what differs gets quieter in the middle")});
}

/// The second image's share in each of the images. Errors: InvalidArgument.
Result<std::vector<double>> sharesOf(const InterpolationParams& params);

} // namespace sonoloom
