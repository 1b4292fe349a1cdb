// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/alignment.h"

#include "core/analysis/envelopecorrelation.h"
#include "core/analysis/whitecorrelation.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr int lowRate = 5500;             // about; a whole fraction of the sounds' own
constexpr double apartSeconds = 0.003;    // from a peak to where another one begins
// Measured on 14 clips of music, speech and noise against their moved, filtered and noisy copies, MP3 at 64 kbit/s, what came
// back from their mel images (likeness up to 0.043, agreement 0.8 to 0.99), and each other (agreement up to 0.36).
constexpr double leastOverNoise = 9;      // of a correlation of waves that is no accident
constexpr double leastLikeness = 0.06;    // of the same waves
constexpr double likenessInNoise = 0.03;  // of the same waves under noise as loud
constexpr double fewVotes = 0.3;          // of pieces for the same offset, to a sample
constexpr double manyVotes = 0.6;
constexpr double farOverNoise = 15;
constexpr double clearlyBest = 2;         // against the second best
constexpr double leastAgreement = 0.4;    // of envelopes
constexpr double greatAgreement = 0.75;   // what noise as loud as the sound leaves at most
constexpr double leastEnvelopeRatio = 1.1;
constexpr double alikeWherever = 0.55;    // also where repetitions are as good
constexpr double envelopeSeconds = 0.005; // what envelopes can tell
constexpr std::size_t samplesAtOnce = 1u << 18;

/// All channels in one, with different weights, so that opposite ones do not cancel each other out.
std::vector<float> mixed(const Audio& sound)
{
    std::vector<float> mix(sound.sampleCount());
    float weight = 1;
    for (const auto& channel : sound.channels) {
        for (std::size_t i = 0; i < mix.size(); ++i)
            mix[i] += weight * channel[i];
        weight *= 0.7f;
    }
    return mix;
}

/// Every `factor`th sample after a low-pass: a sinc under a Hann window, 8 times as long as the step.
Result<std::vector<float>> decimated(const std::vector<float>& samples, int factor, JobMonitor& monitor)
{
    if (factor == 1)
        return samples;
    const std::ptrdiff_t reach = 4 * factor;
    std::vector<float> kernel;
    for (std::ptrdiff_t k = -reach; k <= reach; ++k) {
        const double x = std::numbers::pi * static_cast<double>(k) / (factor * 1.2);
        const double sinc = k == 0 ? 1 : std::sin(x) / x;
        kernel.push_back(static_cast<float>(sinc * (0.5 + 0.5 * std::cos(std::numbers::pi * static_cast<double>(k) / static_cast<double>(reach + 1)))));
    }
    const auto count = static_cast<std::ptrdiff_t>(samples.size());
    std::vector<float> out(static_cast<std::size_t>((count + factor - 1) / factor));
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (i % samplesAtOnce == 0 && monitor.cancelled())
            return cancelledError();
        const std::ptrdiff_t centre = static_cast<std::ptrdiff_t>(i) * factor;
        for (std::ptrdiff_t k = std::max(-reach, -centre); k <= std::min(reach, count - 1 - centre); ++k)
            out[i] += kernel[static_cast<std::size_t>(k + reach)] * samples[static_cast<std::size_t>(centre + k)];
    }
    return out;
}

/// Two sounds at their full and at a low rate.
struct Signals {
    std::vector<float> first;
    std::vector<float> second;
    std::vector<float> lowFirst;
    std::vector<float> lowSecond;
    int factor = 1;
    int sampleRate = 0;

    double lowSampleRate() const { return static_cast<double>(sampleRate) / factor; }
};

Result<Signals> signalsOf(const Audio& first, const Audio& second, JobMonitor& monitor)
{
    Signals signals{mixed(first), mixed(second), {}, {}, std::max(1, first.sampleRate / lowRate), first.sampleRate};
    auto low = decimated(signals.first, signals.factor, monitor);
    if (!low)
        return low.error();
    signals.lowFirst = std::move(*low);
    low = decimated(signals.second, signals.factor, monitor);
    if (!low)
        return low.error();
    signals.lowSecond = std::move(*low);
    return signals;
}

/// What the waves say, and how much it is worth.
struct WaveformOffset {
    Alignment alignment;
    bool isSure = false;     ///< they are the same waves
    bool isPossible = false; ///< or they are under noise
};

Result<WaveformOffset> byWaveform(const Signals& signals, int threads, JobMonitor& monitor)
{
    const auto apart = static_cast<std::size_t>(std::max(1.0, apartSeconds * signals.lowSampleRate()));
    const auto peak = whiteCorrelation(signals.lowFirst, signals.lowSecond, apart, threads, monitor);
    if (!peak)
        return peak.error();
    const auto reach = static_cast<std::size_t>(3 * signals.factor);
    const auto fine = refinedOffset(signals.first, signals.second, peak->offset * signals.factor, reach, monitor);
    if (!fine)
        return fine.error();
    return WaveformOffset{{AlignedBy::Waveform, fine->offset, fine->fraction, peak->inverted, peak->overSecond},
                          peak->overNoise >= leastOverNoise && fine->likeness >= leastLikeness && fine->votes >= fewVotes,
                          (peak->overNoise >= leastOverNoise && fine->likeness >= likenessInNoise && fine->votes >= manyVotes) ||
                              (peak->overNoise >= farOverNoise && peak->overSecond >= clearlyBest)};
}

/// What the envelopes say, and how much it is worth.
struct EnvelopeOffset {
    Alignment alignment; ///< by Nothing where they are not alike
    bool isSure = false; ///< alike as under no noise
};

Result<EnvelopeOffset> byEnvelopes(const Signals& signals, int threads, JobMonitor& monitor)
{
    const auto peak = envelopeCorrelation(signals.lowFirst, signals.lowSecond, signals.lowSampleRate(), threads, monitor);
    if (!peak)
        return peak.error();
    const bool isUnique = peak->overSecond >= leastEnvelopeRatio || peak->agreement >= alikeWherever;
    if (peak->agreement < leastAgreement || !isUnique)
        return EnvelopeOffset{};
    const bool tooSmall = std::abs(peak->offsetSeconds) < envelopeSeconds;
    const double samples = tooSmall ? 0 : peak->offsetSeconds * signals.sampleRate;
    return EnvelopeOffset{
        {AlignedBy::Envelopes, static_cast<std::ptrdiff_t>(std::llround(samples)), 0, false, peak->overSecond},
        peak->agreement >= greatAgreement};
}

} // namespace

Result<Alignment> findAlignment(const Audio& first, const Audio& second, int threads, JobMonitor& monitor)
{
    if (first.sampleRate != second.sampleRate)
        return Error{ErrorCode::InvalidArgument, "The sounds to align have different sample rates; bring them to the same."};
    const auto signals = signalsOf(first, second, monitor);
    if (!signals)
        return signals.error();
    PartMonitor waves(monitor, 0, 0.7);
    const auto found = byWaveform(signals.value(), threads, waves);
    if (!found)
        return found.error();
    if (found->isSure)
        return found->alignment;
    PartMonitor envelopes(monitor, 0.7, 1);
    const auto coarse = byEnvelopes(signals.value(), threads, envelopes);
    if (!coarse)
        return coarse.error();
    return found->isPossible && !coarse->isSure ? found->alignment : coarse->alignment;
}

} // namespace sonoloom
