// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/iterationgrid.h"

#include "core/dsp/fft.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sonoloom
{

namespace
{

/// So many window tables are kept at most, one for each fraction of a sample that a frame centre can have.
constexpr std::int64_t mostFractions = 32;

/// Sizes up to this much above the smallest are compared for speed.
constexpr double acceptableExcess = 1.12;

std::int64_t hopDenominatorFor(std::int64_t hop, std::int64_t fftSize, std::int64_t synthesisSize)
{
    return 2 * synthesisSize / std::gcd(hop * fftSize, 2 * synthesisSize);
}

/// The size with the most factors of two among the smallest acceptable ones: FFTs like those.
int chooseFftSize(int least, int hop, int synthesisSize)
{
    int chosen = 0;
    int limit = 2 * synthesisSize;
    for (int size = fastFftSize(least); size <= limit; size = fastFftSize(size + 1)) {
        if (hopDenominatorFor(hop, size, synthesisSize) > mostFractions)
            continue;
        if (chosen == 0)
            limit = std::min(limit, static_cast<int>(size * acceptableExcess));
        if (chosen == 0 || (size & -size) > (chosen & -chosen))
            chosen = size;
    }
    return chosen == 0 ? 2 * synthesisSize : chosen;
}

/// size / n for the largest whole n that divides it and leaves at least `least`; `size` itself if none does.
int smallestPart(int size, int least)
{
    for (int n = size / std::max(1, least); n > 1; --n)
        if (size % n == 0)
            return size / n;
    return size;
}

} // namespace

Result<void> checkAnalysis(const LinearAnalysis& analysis)
{
    if (auto ok = checkStft(analysis.stft); !ok)
        return ok;
    if (analysis.sampleRate < 1)
        return Error{ErrorCode::InvalidArgument, "The sample rate must be at least 1 Hz."};
    return {};
}

Result<void> checkAnalysis(const MelAnalysis& analysis)
{
    if (auto ok = checkAnalysis(LinearAnalysis{analysis.stft, analysis.sampleRate}); !ok)
        return ok;
    if (analysis.mel.bands < 1)
        return Error{ErrorCode::InvalidArgument, "n-mels must be at least 1."};
    if (!(analysis.mel.topHz > analysis.mel.minHz) || analysis.mel.minHz < 0)
        return Error{ErrorCode::InvalidArgument, "f-max must lie above f-min, and f-min not below 0 Hz."};
    return {};
}

Result<IterationGrid> iterationGrid(const MelAnalysis& analysis)
{
    if (auto ok = checkAnalysis(analysis); !ok)
        return ok.error();
    if (const double nyquist = analysis.sampleRate / 2.0; analysis.mel.topHz > nyquist)
        return Error{ErrorCode::InvalidArgument, "f-max must not lie above half the sample rate, " +
                                                     std::to_string(static_cast<int>(nyquist)) + " Hz."};

    IterationGrid grid;
    grid.synthesisSize = fastFftSize(analysis.stft.window);
    const double spacing = static_cast<double>(analysis.sampleRate) / grid.synthesisSize;
    // Room for the window's main lobe (2 spacings) above the top frequency, so that nothing folds back.
    const double wanted = 4.0 * (analysis.mel.topHz + 2.0 * spacing) / spacing;
    const int least = static_cast<int>(std::min(std::ceil(wanted), 2.0 * grid.synthesisSize));
    grid.fftSize = chooseFftSize(least, analysis.stft.hop, grid.synthesisSize);

    const std::int64_t whole = 2 * static_cast<std::int64_t>(grid.synthesisSize);
    const std::int64_t product = static_cast<std::int64_t>(analysis.stft.hop) * grid.fftSize;
    const std::int64_t divisor = std::gcd(product, whole);
    grid.hopNumerator = product / divisor;
    grid.hopDenominator = whole / divisor;
    grid.rate = static_cast<double>(analysis.sampleRate) * grid.fftSize / static_cast<double>(whole);
    grid.window = static_cast<double>(analysis.stft.window) * grid.fftSize / static_cast<double>(whole);
    grid.scale = static_cast<double>(whole) / grid.fftSize;
    grid.half = static_cast<int>(grid.window / 2) + 1;
    grid.span = 2 * grid.half;
    return grid;
}

Result<IterationGrid> iterationGrid(const LinearAnalysis& analysis)
{
    if (auto ok = checkAnalysis(analysis); !ok)
        return ok.error();

    IterationGrid grid;
    const int phaseSize = smallestPart(analysis.stft.fftSize, 2 * analysis.stft.window);
    grid.fftSize = smallestPart(phaseSize, analysis.stft.window);
    grid.phaseFactor = phaseSize / grid.fftSize;
    grid.rate = analysis.sampleRate;
    grid.window = analysis.stft.window;
    grid.hopNumerator = analysis.stft.hop;
    grid.half = analysis.stft.window / 2;
    grid.span = analysis.stft.window;
    return grid;
}

} // namespace sonoloom
