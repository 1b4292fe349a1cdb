// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/crossfade.h"

#include "core/edit/bandsplit.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr std::size_t samplesAtOnce = 1u << 16;

/// The part of the transition in which a band changes over, as shares of it.
struct Window {
    double from = 0;
    double to = 1;
};
constexpr std::array<Window, splitBands> bandWindows{{{0.45, 0.55}, {0.2, 0.8}, {0, 0.6}}};

struct Gains {
    double a;
    double b;
};

/// @param place 0 to 1 @param correlation of the two sounds, 0 to 1
Gains gainsAt(double place, FadeCurve curve, double correlation)
{
    if (curve == FadeCurve::Linear)
        return {1 - place, place};
    const double a = std::cos(std::numbers::pi / 2 * place);
    const double b = std::sin(std::numbers::pi / 2 * place);
    const double less = 1 / std::sqrt(1 + 2 * correlation * a * b);
    return {a * less, b * less};
}

/// How much the waves agree, 0 to 1, `b` turned over where `gain` is negative; opposite ones count as nothing in
/// common.
double correlationOf(std::span<const float> a, std::span<const float> b, double gain)
{
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += static_cast<double>(a[i]) * b[i];
        squareA += static_cast<double>(a[i]) * a[i];
        squareB += static_cast<double>(b[i]) * b[i];
    }
    return squareA > 0 && squareB > 0
               ? std::clamp(std::copysign(1, gain) * product / std::sqrt(squareA * squareB), 0.0, 1.0)
               : 0;
}

/// The transition of one channel, or of a band of it; all three are equally long.
struct Fading {
    std::span<const float> a;
    std::span<const float> b;
    std::span<float> out; ///< is added to
};

/// Errors: Cancelled.
Result<void> addFade(const Fading& fading, const CrossfadePlan& plan, Window window, JobMonitor& monitor)
{
    const double correlation = correlationOf(fading.a, fading.b, plan.secondGain);
    for (std::size_t i = 0; i < fading.out.size(); ++i) {
        if (i % samplesAtOnce == 0 && monitor.cancelled())
            return cancelledError();
        const double whole = (static_cast<double>(i) + 0.5) / static_cast<double>(fading.out.size());
        const double place = std::clamp((whole - window.from) / (window.to - window.from), 0.0, 1.0);
        const Gains gains = gainsAt(place, plan.curve, correlation);
        fading.out[i] += static_cast<float>(gains.a * fading.a[i] + gains.b * plan.secondGain * fading.b[i]);
    }
    return {};
}

Result<void> addBandFades(const Fading& fading, int sampleRate, const CrossfadePlan& plan, JobMonitor& monitor)
{
    const auto bandsA = splitIntoBands(fading.a, sampleRate, monitor);
    if (!bandsA)
        return bandsA.error();
    const auto bandsB = splitIntoBands(fading.b, sampleRate, monitor);
    if (!bandsB)
        return bandsB.error();
    for (std::size_t band = 0; band < splitBands; ++band)
        if (auto done =
                addFade({bandsA.value()[band], bandsB.value()[band], fading.out}, plan, bandWindows[band], monitor);
            !done)
            return done;
    return {};
}

Result<void> checkPlan(const Audio& a, const Audio& b, const CrossfadePlan& plan)
{
    if (a.sampleRate != b.sampleRate || a.channelCount() != b.channelCount())
        return Error{ErrorCode::InvalidArgument,
                     "Both sounds must have the same rate and channels; convert one of them."};
    const auto begin = static_cast<std::ptrdiff_t>(plan.first) - plan.offset;
    const std::size_t end = plan.first + plan.count;
    if (end > a.sampleCount() || begin < 0 || static_cast<std::size_t>(begin) + plan.count > b.sampleCount())
        return Error{ErrorCode::InvalidArgument,
                     "The transition does not lie within both sounds; make it shorter or move it."};
    return {};
}

} // namespace

Result<Audio> crossfade(const Audio& a, const Audio& b, const CrossfadePlan& plan, JobMonitor& monitor)
{
    if (auto fits = checkPlan(a, b, plan); !fits)
        return fits.error();
    const auto begin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(plan.first) - plan.offset);
    const std::size_t behind = b.sampleCount() - begin - plan.count;
    Audio out = Audio::silence(a.sampleRate, a.channelCount(), plan.first + plan.count + behind);
    for (std::size_t c = 0; c < a.channelCount(); ++c) {
        auto& channel = out.channels[c];
        std::copy_n(a.channels[c].begin(), plan.first, channel.begin());
        const Fading fading{{a.channels[c].data() + plan.first, plan.count},
                            {b.channels[c].data() + begin, plan.count},
                            {channel.data() + plan.first, plan.count}};
        const auto done = plan.curve == FadeCurve::Bands ? addBandFades(fading, a.sampleRate, plan, monitor)
                                                         : addFade(fading, plan, {}, monitor);
        if (!done)
            return done.error();
        for (std::size_t i = 0; i < behind; ++i) {
            if (i % samplesAtOnce == 0 && monitor.cancelled())
                return cancelledError();
            channel[plan.first + plan.count + i] =
                static_cast<float>(plan.secondGain * b.channels[c][begin + plan.count + i]);
        }
        monitor.progress(static_cast<double>(c + 1) / static_cast<double>(a.channelCount()), "Mixing the transition");
    }
    return out;
}

} // namespace sonoloom
