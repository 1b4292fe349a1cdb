// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/edit/images/meltransition.h"
#include "core/project/sequence.h"

#include <cstddef>

namespace sonoloom
{

/// How a clip gives way to the next one, as columns. @param columns that both have together, unless they are cut
/// @param levelPower of the images' levels, for what is mixed as pixels
/// Errors: those of bandFades.
Result<MelTransition> melTransition(const SequenceClip& clip, std::size_t columns, double levelPower);

} // namespace sonoloom
