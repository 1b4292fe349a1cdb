// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace sonoloom::corpus
{

/// Harmonic mean of precision and recall of beats, one found beat for each true one within 70 ms; seconds, ascending.
/// Source: Davies, Degara, Plumbley, "Evaluation methods for musical audio beat tracking algorithms", QMUL 2009.
double beatFMeasure(const std::vector<double>& found, const std::vector<double>& truth);

} // namespace sonoloom::corpus
