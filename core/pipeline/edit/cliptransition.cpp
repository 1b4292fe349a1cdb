// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/cliptransition.h"

namespace sonoloom
{

Result<MelTransition> melTransition(const SequenceClip& clip, std::size_t columns, double levelPower)
{
    if (clip.transition == ClipTransition::Cut)
        return MelTransition{};
    MelTransition transition{columns, {{0, 1, {BlendShape::Power}}}, {}, {}};
    if (clip.transition == ClipTransition::Power)
        return transition;
    auto bands = bandFades(clip.blend);
    if (!bands)
        return bands.error();
    transition.bands = std::move(*bands);
    transition.scale = {clip.blend.space, levelPower};
    if (clip.transition == ClipTransition::Interpolation)
        transition.interpolation =
            MelInterpolation{clip.interpolation, levelPower, addsSquares(transition.bands.front().curve)};
    return transition;
}

} // namespace sonoloom
