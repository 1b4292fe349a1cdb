// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/displayspectrogram.h"
#include "core/pipeline/edit/heldmel.h"
#include "core/pipeline/edit/interpolationparams.h"

#include <memory>
#include <vector>

namespace sonoloom
{

/// The timeline of all images between the two that are held, or of those with given shares.
/// Errors: those of interpolationOf.
Result<std::unique_ptr<MagnitudeSource>> betweenHeld(const std::shared_ptr<HeldMel>& mel, const InterpolationParams& params,
                                                     std::vector<double> shares);

/// All images in small, side by side, `columns` columns each, whatever their width.
/// @param begins the first column of each image, and the end
/// Errors: Cancelled, those of betweenHeld.
Result<std::shared_ptr<const DisplaySpectrogram>> drawFilm(const std::shared_ptr<HeldMel>& mel, const InterpolationParams& params,
                                                           const std::vector<std::size_t>& begins, std::size_t columns,
                                                           JobMonitor& monitor);

} // namespace sonoloom
