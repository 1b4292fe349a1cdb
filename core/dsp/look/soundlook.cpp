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
    static constexpr Term terms[] = {{&LookFigures::roughAcross, -14.86},
                                     {&LookFigures::roughDown, 4.675},
                                     {&LookFigures::roughTop, 4.989},
                                     {&LookFigures::roughBottom, -5.213},
                                     {&LookFigures::skew, 2.067},
                                     {&LookFigures::acrossFar, -9.349},
                                     {&LookFigures::downNear, 13.03},
                                     {&LookFigures::peaked, -1.977},
                                     {&LookFigures::columnShare, -10.53},
                                     {&LookFigures::acrossOverDown, -1.765},
                                     {&LookFigures::ridgeAcross, -1.339},
                                     {&LookFigures::roughAcross, 1.284, true},
                                     {&LookFigures::downNear, -10.07, true},
                                     {&LookFigures::columnShare, 27.48, true}};
    return logistic(figures, terms, 9.632);
}

double invertedLikelihood(const LookFigures& figures)
{
    static constexpr Term terms[] = {{&LookFigures::medianOver, 107.7},
                                     {&LookFigures::ridgeAcross, 3.239},
                                     {&LookFigures::skew, -1.287},
                                     {&LookFigures::ridgeDown, -1.383}};
    return logistic(figures, terms, 0);
}

double flippedLikelihood(const LookFigures& figures)
{
    // Clicks mislead the first, a single curve the second; where both agree they are seldom wrong.
    static constexpr Term byQuarters[] = {{&LookFigures::roughTop, -4.323},
                                          {&LookFigures::roughBottom, 4.323},
                                          {&LookFigures::lowerOver, -0.2049}};
    static constexpr Term byStripes[] = {{&LookFigures::roughRise, -14.8}, {&LookFigures::lowerOver, -0.3366}};
    const double first = logistic(figures, byQuarters, 0);
    const double second = logistic(figures, byStripes, 0);
    if ((first > 0.5) != (second > 0.5))
        return 0.5;
    return first > 0.5 ? std::min(first, second) : std::max(first, second);
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
