// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/look/soundlook.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace sonoloom
{

namespace
{

/// One term of a logistic regression.
struct Term {
    double LookFigures::* figure;
    double weight;
    bool squared = false;
};

double logistic(const LookFigures& figures, std::span<const Term> terms, double start)
{
    double sum = start;
    for (const Term& term : terms) {
        const double value = std::clamp(figures.*term.figure, -20.0, 20.0);
        sum += term.weight * (term.squared ? value * value : value);
    }
    return 1 / (1 + std::exp(-std::clamp(sum, -30.0, 30.0)));
}

} // namespace

double soundLikelihood(const LookFigures& figures)
{
    static constexpr Term terms[] = {{&LookFigures::roughAcross, -12.93},
                                     {&LookFigures::roughDown, 4.35},
                                     {&LookFigures::roughTop, 4.888},
                                     {&LookFigures::roughBottom, -5.334},
                                     {&LookFigures::skew, 1.954},
                                     {&LookFigures::acrossFar, -8.462},
                                     {&LookFigures::downNear, 12.58},
                                     {&LookFigures::peaked, -1.911},
                                     {&LookFigures::columnShare, -8.387},
                                     {&LookFigures::acrossOverDown, -1.567},
                                     {&LookFigures::ridgeAcross, -1.385},
                                     {&LookFigures::roughAcross, 1.1, true},
                                     {&LookFigures::downNear, -10.04, true},
                                     {&LookFigures::columnShare, 23.91, true}};
    return logistic(figures, terms, 8.087);
}

double invertedLikelihood(const LookFigures& figures)
{
    static constexpr Term terms[] = {{&LookFigures::medianOver, 103},
                                     {&LookFigures::ridgeAcross, 3.026},
                                     {&LookFigures::skew, -1.2},
                                     {&LookFigures::ridgeDown, -1.335}};
    return logistic(figures, terms, 0);
}

double flippedLikelihood(const LookFigures& figures)
{
    static constexpr Term terms[] = {{&LookFigures::roughTop, -4.885},
                                     {&LookFigures::roughBottom, 4.885},
                                     {&LookFigures::lowerOver, -0.1568}};
    return logistic(figures, terms, 0);
}

SoundLook soundLook(const LookFigures& figures)
{
    SoundLook look;
    look.inverted = invertedLikelihood(figures);
    const LookFigures upright = look.inverted > 0.5 ? figures.inverted() : figures;
    look.flipped = flippedLikelihood(upright);
    look.likelihood = std::max(soundLikelihood(upright), soundLikelihood(upright.flipped()));
    return look;
}

} // namespace sonoloom
