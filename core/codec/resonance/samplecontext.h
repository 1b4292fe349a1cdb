// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sonoloom
{

/// What a byte of sound is likely to be between those of the samples before and after: the highest bytes of samples lie
/// near the middle of their neighbours, the lowest anywhere. Learnt from bytes that are known roughly.
class SampleContext
{
public:
    /// Finds how many bytes lie from one sample of a channel to the next, 1 to 12.
    explicit SampleContext(std::span<const std::uint8_t> roughly);

    /// Natural logarithm of the chance that byte `index` is `level`.
    float log(std::size_t index, int level) const;

private:
    using Histogram = std::array<float, 256>;

    /// The middle of the neighbours around the circle of levels.
    static int middle(std::span<const std::uint8_t> bytes, std::size_t index, std::size_t period);
    /// Logarithms of the distances from the middle by the byte's place in the frame, and their mean.
    static double learn(std::span<const std::uint8_t> bytes, std::size_t period, std::vector<Histogram>& logs);

    std::span<const std::uint8_t> bytes_;
    std::size_t period_ = 1;
    std::vector<Histogram> logs_;
};

} // namespace sonoloom
