// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace sonoloom
{

/// A column between two columns of magnitudes whose energy moves along frequency instead of fading: partials glide.
///
/// The energies of both columns, divided by their sums, are two distributions over the rows. Energy at a quantile of
/// the one goes to the same quantile of the other, `share` of the way; between two rows it is divided by distance. The
/// sum of the energies goes straight from one to the other. Silence has nothing that could move: what stands against it
/// fades.
/// @param a, b, out equally long, >= 0, lowest frequency first @param share 0 to 1; 0 gives `a`, 1 gives `b`
/// Source: Henderson, Solomon, "Audio Transport: A Generalized Portamento via Optimal Transport", DAFx 2019, without
/// its phases and with every row a mass of its own.
void transportColumn(std::span<const float> a, std::span<const float> b, double share, std::span<float> out);

} // namespace sonoloom
