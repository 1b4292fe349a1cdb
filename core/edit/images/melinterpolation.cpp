// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/melinterpolation.h"

#include "core/edit/images/meltransport.h"

#include <cmath>

namespace sonoloom
{

namespace
{

double energyOf(std::span<const float> column)
{
    double energy = 0;
    for (const float value : column)
        energy += static_cast<double>(value) * value;
    return energy;
}

void scaleTo(double energy, std::span<float> column)
{
    const double own = energyOf(column);
    const double gain = own > 0 ? std::sqrt(energy / own) : 0;
    for (float& value : column)
        value = static_cast<float>(value * gain);
}

} // namespace

void interpolateColumn(std::span<const float> a, std::span<const float> b, double share,
                       const MelInterpolation& interpolation, std::span<float> out)
{
    if (interpolation.space == InterpolationSpace::Transport) {
        transportColumn(a, b, share, out);
        return;
    }
    const MixScale scale{static_cast<MixSpace>(interpolation.space), interpolation.power};
    for (std::size_t row = 0; row < out.size(); ++row)
        out[row] = mixedMagnitude(a[row], b[row], share, interpolation.squares, scale);
    if (interpolation.keepsEnergy && share > 0 && share < 1)
        scaleTo((1 - share) * energyOf(a) + share * energyOf(b), out);
}

} // namespace sonoloom
