// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/bandsplit.h"

#include "core/dsp/fft.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace sonoloom
{

namespace
{

constexpr std::array<double, splitBands - 1> edgesHz{200, 3000};
constexpr double halfSeconds = 0.01;
constexpr std::size_t blockLength = 1u << 15;

/// A sinc under a Hann window, its sum 1; 2 * half + 1 values.
std::vector<double> lowPass(double hertz, std::ptrdiff_t half, int sampleRate)
{
    std::vector<double> kernel;
    double sum = 0;
    for (std::ptrdiff_t k = -half; k <= half; ++k) {
        const double x = 2 * std::numbers::pi * hertz * static_cast<double>(k) / sampleRate;
        const double window =
            0.5 + 0.5 * std::cos(std::numbers::pi * static_cast<double>(k) / static_cast<double>(half + 1));
        kernel.push_back((k == 0 ? 1 : std::sin(x) / x) * window);
        sum += kernel.back();
    }
    for (double& value : kernel)
        value /= sum;
    return kernel;
}

/// `samples` through the kernel, its middle being now; silence beyond both ends. By blocks that overlap.
Result<std::vector<float>> filtered(std::span<const float> samples, const std::vector<double>& kernel,
                                    JobMonitor& monitor)
{
    const std::size_t half = kernel.size() / 2;
    const Fft fft(fastFftSize(static_cast<int>(blockLength + kernel.size())));
    const auto size = static_cast<std::size_t>(fft.size());
    AlignedBuffer<float> block(size);
    AlignedBuffer<std::complex<float>> response(static_cast<std::size_t>(fft.bins()));
    AlignedBuffer<std::complex<float>> spectrum(response.size());
    for (std::size_t k = 0; k < kernel.size(); ++k)
        block[k] = static_cast<float>(kernel[k] / static_cast<double>(size));
    fft.forward(block, response);
    std::vector<float> out(samples.size());
    for (std::size_t first = 0; first < samples.size(); first += blockLength) {
        if (monitor.cancelled())
            return cancelledError();
        const std::size_t count = std::min(blockLength, samples.size() - first);
        std::ranges::fill(block.span(), 0.0f);
        std::copy_n(samples.begin() + static_cast<std::ptrdiff_t>(first), count, block.data());
        fft.forward(block, spectrum);
        for (std::size_t k = 0; k < spectrum.size(); ++k)
            spectrum[k] *= response[k];
        fft.inverse(spectrum, block);
        for (std::size_t i = 0; i < count + 2 * half; ++i)
            if (first + i >= half && first + i - half < out.size())
                out[first + i - half] += block[i];
    }
    return out;
}

} // namespace

Result<std::array<std::vector<float>, splitBands>> splitIntoBands(std::span<const float> samples, int sampleRate,
                                                                  JobMonitor& monitor)
{
    const auto half = std::max<std::ptrdiff_t>(1, std::lround(halfSeconds * sampleRate));
    std::array<std::vector<float>, splitBands> bands;
    std::vector<float> below(samples.size());
    for (std::size_t b = 0; b < edgesHz.size(); ++b) {
        auto low = filtered(samples, lowPass(std::min(edgesHz[b], 0.45 * sampleRate), half, sampleRate), monitor);
        if (!low)
            return low.error();
        bands[b] = *low;
        for (std::size_t i = 0; i < samples.size(); ++i)
            bands[b][i] -= below[i];
        below = std::move(*low);
    }
    bands.back().assign(samples.begin(), samples.end());
    for (std::size_t i = 0; i < samples.size(); ++i)
        bands.back()[i] -= below[i];
    return bands;
}

} // namespace sonoloom
