// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

/// What the loudness of a whole sound and a meter that runs along share.
/// Source: ITU-R BS.1770-4, annex 1.
namespace sonoloom
{

/// The standard's two filters, one after the other, on one channel, at any sample rate.
class LoudnessWeighting
{
public:
    /// Coefficients of a filter of second order, a0 being 1.
    struct Biquad {
        std::array<double, 3> b;
        std::array<double, 3> a;
    };

    /// @param sampleRate Hz, at least 100
    explicit LoudnessWeighting(int sampleRate);
    /// The next weighted sample.
    double next(double x) { return lowCut_.next(head_.next(x)); }

private:
    /// A filter at work, in the transposed second form.
    class Running
    {
    public:
        explicit Running(const Biquad& filter) : f_(filter) {}
        double next(double x)
        {
            const double y = f_.b[0] * x + first_;
            first_ = f_.b[1] * x - f_.a[1] * y + second_;
            second_ = f_.b[2] * x - f_.a[2] * y;
            return y;
        }

    private:
        Biquad f_;
        double first_ = 0;
        double second_ = 0;
    };
    Running head_;
    Running lowCut_;
};

/// Loudness is measured in steps of 100 ms; a block is four of them.
inline constexpr std::size_t loudnessStepsInBlock = 4;

/// The sample at which a step begins.
constexpr std::size_t loudnessStepEdge(std::size_t step, int sampleRate)
{
    return (step * static_cast<std::size_t>(sampleRate) + 5) / 10;
}

/// How much a channel counts among so many, which are in the order of a WAV file.
double loudnessChannelWeight(std::size_t channel, std::size_t channels);

/// LUFS of a mean square over the weighted channels; -infinity for 0.
double lufsFromPower(double power);

/// Both gates applied; nothing for less than a block, or where no block is above -70 LUFS.
/// @param steps mean square of all weighted channels together, one for each 100 ms
std::optional<double> integratedLufs(const std::vector<double>& steps);

} // namespace sonoloom
