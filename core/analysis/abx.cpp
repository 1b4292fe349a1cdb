// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/abx.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sonoloom
{

int AbxReport::right() const
{
    return static_cast<int>(std::ranges::count_if(trials, [](const AbxTrial& trial) { return trial.answer == trial.x; }));
}

double abxProbability(int right, int trials)
{
    assert(trials >= 1 && trials <= 1000 && right >= 0 && right <= trials);
    double ways = 1; // to have `k` right of all, from all of them down; the greatest is about 1e300
    double sum = 0;
    for (int k = trials; k >= right; --k) {
        sum += ways;
        ways *= static_cast<double>(k) / (trials - k + 1);
    }
    return std::ldexp(sum, -trials);
}

} // namespace sonoloom
