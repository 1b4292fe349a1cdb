// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pipeline/crossfade/beatfade.h"
#include "core/project/sequence.h"

#include <filesystem>

namespace sonoloom
{

/// A fade as two clips of a sequence, which cross-fade in the same time with equal power.
/// Errors: Unsupported where the second sound was stretched, which clips cannot be.
Result<Sequence> clipsOf(const BeatFade& fade, const std::filesystem::path& first, const std::filesystem::path& second);

} // namespace sonoloom
