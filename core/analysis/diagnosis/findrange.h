// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/diagnosis/finding.h"
#include "core/base/image.h"

#include <optional>

namespace sonoloom
{

/// EightBit: 16-bit samples with 256 levels at most, or 8 bits where 16 are expected.
std::optional<Finding> findEightBit(const Image& image, const Expected& expected);

} // namespace sonoloom
