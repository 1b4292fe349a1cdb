// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/meltransport.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace sonoloom
{

namespace
{

double energyOf(std::span<const float> column)
{
    double energy = 0;
    for (const float value : column)
        energy += static_cast<double>(value) * value;
    return energy;
}

/// Both columns' energies as distributions, walked from low to high.
class Moving
{
public:
    Moving(std::span<const float> a, std::span<const float> b, double share)
        : a_(distribution(a)), b_(distribution(b)), share_(share), moved_(a.size() + 1)
    {
    }

    /// The distribution on the way, one row more than the columns have.
    const std::vector<double>& run()
    {
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < a_.size() && j < b_.size()) {
            const double mass = std::min(a_[i], b_[j]);
            lay(mass, (1 - share_) * static_cast<double>(i) + share_ * static_cast<double>(j));
            a_[i] -= mass;
            b_[j] -= mass;
            const bool isSpent = a_[i] <= 0;
            j += b_[j] <= 0;
            i += isSpent;
        }
        return moved_;
    }

private:
    static std::vector<double> distribution(std::span<const float> column)
    {
        const double energy = energyOf(column);
        std::vector<double> masses;
        for (const float value : column)
            masses.push_back(static_cast<double>(value) * value / energy);
        return masses;
    }

    void lay(double mass, double place)
    {
        const auto row = static_cast<std::size_t>(place);
        const double above = place - static_cast<double>(row);
        moved_[row] += mass * (1 - above);
        moved_[row + 1] += mass * above;
    }

    std::vector<double> a_;
    std::vector<double> b_;
    double share_;
    std::vector<double> moved_;
};

void fade(std::span<const float> column, double share, std::span<float> out)
{
    std::ranges::transform(column, out.begin(),
                           [&](float value) { return static_cast<float>(value * std::sqrt(share)); });
}

} // namespace

void transportColumn(std::span<const float> a, std::span<const float> b, double share, std::span<float> out)
{
    assert(a.size() == b.size() && a.size() == out.size());
    const double first = energyOf(a);
    const double second = energyOf(b);
    if (share <= 0 || second == 0) {
        fade(a, share <= 0 ? 1 : 1 - share, out);
        return;
    }
    if (share >= 1 || first == 0) {
        fade(b, std::min(share, 1.0), out);
        return;
    }
    const double energy = (1 - share) * first + share * second;
    Moving moving(a, b, share);
    const std::vector<double>& masses = moving.run();
    for (std::size_t row = 0; row < out.size(); ++row)
        out[row] = static_cast<float>(std::sqrt(masses[row] * energy));
}

} // namespace sonoloom
