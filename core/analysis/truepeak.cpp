// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/truepeak.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr std::ptrdiff_t reach = 16; // taps on each side
constexpr std::size_t taps = 2 * reach;
constexpr std::size_t atOnce = 256; // samples
constexpr std::size_t betweenLooks = 256; // blocks

using Kernel = std::array<float, taps>;

int oversampling(int sampleRate)
{
    return sampleRate < 96000 ? 4 : sampleRate < 192000 ? 2 : 1;
}

/// Weights of the samples -reach + 1 .. reach around a place `fraction` behind sample 0: a sinc under a Hann window.
Kernel kernelAt(double fraction)
{
    Kernel kernel{};
    double sum = 0;
    for (std::size_t k = 0; k < taps; ++k) {
        const double d = static_cast<double>(k) - (reach - 1) - fraction;
        const double sinc = std::sin(std::numbers::pi * d) / (std::numbers::pi * d);
        const double value = sinc * (0.5 + 0.5 * std::cos(std::numbers::pi * d / (reach + 0.5)));
        kernel[k] = static_cast<float>(value);
        sum += value;
    }
    for (float& weight : kernel)
        weight = static_cast<float>(weight / sum);
    return kernel;
}

/// What an interpolated value can be at most of samples within +-1.
double greatestSum(const std::vector<Kernel>& kernels)
{
    double greatest = 0;
    for (const Kernel& kernel : kernels) {
        double sum = 0;
        for (const float weight : kernel)
            sum += std::abs(weight);
        greatest = std::max(greatest, sum);
    }
    return greatest;
}

/// The samples first - reach + 1 .. first + atOnce + reach - 1, zero where there are none.
void copyAround(std::span<const float> samples, std::size_t first, std::vector<float>& out)
{
    const auto count = static_cast<std::ptrdiff_t>(samples.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto at = static_cast<std::ptrdiff_t>(first + i) - (reach - 1);
        out[i] = at >= 0 && at < count ? samples[static_cast<std::size_t>(at)] : 0.0f;
    }
}

/// @param around all the kernel's taps, one more for each place after the first
float greatestBetween(std::span<const float> around, const Kernel& kernel)
{
    float greatest = 0;
    for (std::size_t i = 0; i + taps <= around.size(); ++i) {
        float sum = 0;
        for (std::size_t k = 0; k < taps; ++k)
            sum += kernel[k] * around[i + k];
        greatest = std::max(greatest, std::abs(sum));
    }
    return greatest;
}

float greatestMagnitude(std::span<const float> samples)
{
    float greatest = 0;
    for (const float sample : samples)
        greatest = std::max(greatest, std::abs(sample));
    return greatest;
}

/// Kernels for the places between two samples.
std::vector<Kernel> kernelsFor(int sampleRate)
{
    std::vector<Kernel> kernels;
    const int factor = oversampling(sampleRate);
    for (int k = 1; k < factor; ++k)
        kernels.push_back(kernelAt(static_cast<double>(k) / factor));
    return kernels;
}

} // namespace

double truePeakOf(std::span<const float> samples, int sampleRate, JobMonitor& monitor)
{
    float peak = greatestMagnitude(samples);
    const std::vector<Kernel> kernels = kernelsFor(sampleRate);
    const double bound = greatestSum(kernels);
    std::vector<float> around(atOnce + taps - 1);
    for (std::size_t first = 0; first < samples.size(); first += atOnce) {
        if (first / atOnce % betweenLooks == 0 && monitor.cancelled())
            break;
        copyAround(samples, first, around);
        if (greatestMagnitude(around) * bound <= peak)
            continue; // nothing here can be louder
        for (const Kernel& kernel : kernels)
            peak = std::max(peak, greatestBetween(around, kernel));
    }
    return peak;
}

double truePeakWithin(std::span<const float> samples, int sampleRate)
{
    static_assert(truePeakOverlap == taps - 1);
    float peak = greatestMagnitude(samples);
    for (const Kernel& kernel : kernelsFor(sampleRate))
        peak = std::max(peak, greatestBetween(samples, kernel));
    return peak;
}

} // namespace sonoloom
