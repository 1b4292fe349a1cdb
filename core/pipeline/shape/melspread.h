// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace sonoloom
{

/// How loud the cells of a sound are: mel magnitudes counted in steps of a sixteenth octave. Silent cells (0) do not count.
class MelSpread
{
public:
    void add(std::span<const float> mel);

    /// The greatest magnitude, exact; 0 for silence.
    double loudest() const { return loudest_; }
    /// Cells that are not silent.
    std::uint64_t cells() const { return cells_; }
    /// Of these, 0 to 1, those louder than `mel`, but for those in the same step.
    double shareAbove(double mel) const;
    /// The magnitude that so many (0 to 1) of the cells are as loud as or louder, to a step; 0 without cells.
    double reachedBy(double share) const;

private:
    static constexpr int stepBits = 19; ///< of a float's lower bits that a step leaves out: 4 of the fraction stay
    std::array<std::uint64_t, std::size_t{1} << (31 - stepBits)> counts_{};
    std::uint64_t cells_ = 0;
    float loudest_ = 0;
};

} // namespace sonoloom
