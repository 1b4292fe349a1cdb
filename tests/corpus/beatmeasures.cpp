// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/beatmeasures.h"

#include <cmath>
#include <cstddef>

namespace sonoloom::corpus
{

double beatFMeasure(const std::vector<double>& found, const std::vector<double>& truth)
{
    constexpr double window = 0.07;
    std::size_t hits = 0;
    for (std::size_t f = 0, t = 0; f < found.size() && t < truth.size();) {
        if (std::abs(found[f] - truth[t]) <= window) {
            ++hits;
            ++f;
            ++t;
        } else if (found[f] < truth[t]) {
            ++f;
        } else {
            ++t;
        }
    }
    return hits == 0 ? 0 : 2.0 * static_cast<double>(hits) / static_cast<double>(found.size() + truth.size());
}

} // namespace sonoloom::corpus
