// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/abxrun.h"

#include <QRandomGenerator>

#include <cassert>
#include <utility>

namespace sonoloom
{

AbxSide drawnByTheSystem()
{
    return QRandomGenerator::system()->bounded(2) == 0 ? AbxSide::A : AbxSide::B;
}

AbxRun::AbxRun(int planned, std::function<AbxSide()> draw) : planned_(planned), draw_(std::move(draw)), x_(draw_())
{
    assert(planned >= 1);
}

void AbxRun::answer(AbxSide answer, double seconds)
{
    assert(!ended());
    trials_.push_back({x_, answer, seconds});
    x_ = draw_();
}

} // namespace sonoloom
