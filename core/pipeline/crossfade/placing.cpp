// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/crossfade/placing.h"

#include "core/analysis/alignment.h"
#include "core/dsp/fft.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstdio>
#include <numeric>
#include <optional>

namespace sonoloom
{

namespace
{

constexpr double secondsOfBar = 2; // where nothing is known
constexpr double leastBarConfidence = 0.5;
constexpr double fineSeconds = 0.05; // beats are found to within this
constexpr double heardSeconds = 10;  // of a transition, to compare waves
constexpr double sameWaves = 0.6;

std::string text(const char* format, double value)
{
    char out[192];
    std::snprintf(out, sizeof out, format, value);
    return out;
}

/// Mono, or silence beyond the ends.
std::vector<float> stretchOf(const Audio& sound, std::ptrdiff_t first, std::size_t count)
{
    std::vector<float> mono(count);
    for (const auto& channel : sound.channels)
        for (std::size_t i = 0; i < count; ++i) {
            const std::ptrdiff_t at = first + static_cast<std::ptrdiff_t>(i);
            if (at >= 0 && at < static_cast<std::ptrdiff_t>(channel.size()))
                mono[i] += channel[static_cast<std::size_t>(at)];
        }
    return mono;
}

class Placer
{
public:
    Placer(const FadingSounds& sounds, const CrossfadeParams& params, int threads)
        : sounds_(sounds), params_(params), threads_(threads)
    {
    }

    Result<Placing> run(JobMonitor& monitor)
    {
        if (auto fits = chooseLength(); !fits)
            return fits.error();
        if (params_.align == CrossfadeAlign::Correlation) {
            if (auto done = byCorrelation(monitor); !done)
                return done.error();
        } else if (params_.align != CrossfadeAlign::None) {
            byBeats();
        }
        if (made_.aligned == CrossfadeAlign::None) {
            made_.fadeFirst = sounds_.first.sampleCount() - made_.fadeCount;
            made_.offset = static_cast<std::ptrdiff_t>(made_.fadeFirst);
        }
        return made_;
    }

private:
    int rate() const { return sounds_.first.sampleRate; }
    std::size_t samples(double seconds) const
    {
        return static_cast<std::size_t>(std::max(0.0, std::round(seconds * rate())));
    }

    double secondsABar() const
    {
        const Tempo& tempo = sounds_.firstTempo;
        return tempo.bpm ? 60 / *tempo.bpm * (tempo.beatsPerBar > 0 ? tempo.beatsPerBar : 4) : secondsOfBar;
    }

    Result<void> chooseLength()
    {
        const double shorter = std::min(sounds_.first.seconds(), sounds_.second.seconds());
        double seconds = params_.seconds;
        if (seconds > shorter)
            return Error{ErrorCode::InvalidArgument,
                         text("The transition of %.2f s is longer than", seconds) +
                             text(" the shorter sound, %.2f s; give fewer --seconds.", shorter)};
        if (seconds == 0) {
            const int bars = std::min(params_.bars, static_cast<int>(shorter / 2 / secondsABar()));
            seconds = bars > 0 ? bars * secondsABar() : shorter / 2;
            if (bars < params_.bars)
                made_.findings.push_back(
                    text("The sounds are too short for the bars that were asked for; the transition takes %.2f s.",
                         seconds));
        }
        made_.fadeCount = std::min({samples(seconds), sounds_.first.sampleCount(), sounds_.second.sampleCount()});
        return {};
    }

    /// Beats, or those that begin bars.
    struct Marks {
        const std::vector<double>& first;
        const std::vector<double>& second;
        CrossfadeAlign by;
    };

    std::optional<Marks> marks()
    {
        const Tempo& a = sounds_.firstTempo;
        const Tempo& b = sounds_.secondTempo;
        if (!a.bpm || !b.bpm) {
            const char* which = a.bpm ? "second" : b.bpm ? "first" : "";
            made_.findings.push_back(*which ? std::string("No beat was found in the ") + which +
                                                  " sound, so nothing was aligned."
                                            : "No beat was found in either sound, so nothing was aligned.");
            return std::nullopt;
        }
        if (params_.align == CrossfadeAlign::Beat)
            return Marks{a.beats, b.beats, CrossfadeAlign::Beat};
        if (a.barConfidence >= leastBarConfidence && b.barConfidence >= leastBarConfidence)
            return Marks{a.downbeats, b.downbeats, CrossfadeAlign::Bar};
        made_.findings.push_back("It is not sure where bars begin, so beats were aligned instead.");
        return Marks{a.beats, b.beats, CrossfadeAlign::Beat};
    }

    void byBeats()
    {
        const auto found = marks();
        if (!found)
            return;
        const std::size_t entry = samples(found->second.front());
        std::size_t exit = 0;
        bool fits = false;
        for (const double mark : found->first)
            if (samples(mark) + made_.fadeCount <= sounds_.first.sampleCount()) {
                exit = samples(mark);
                fits = true;
            }
        if (!fits || entry + made_.fadeCount > sounds_.second.sampleCount()) {
            made_.findings.push_back(
                "The transition does not fit behind a beat of both sounds, so nothing was aligned.");
            return;
        }
        made_.aligned = found->by;
        made_.fadeFirst = exit;
        made_.offset = static_cast<std::ptrdiff_t>(exit) - static_cast<std::ptrdiff_t>(entry);
        alignWaves();
    }

    /// Where both are the same recording, beats that are 10 ms off would be heard twice: waves decide.
    void alignWaves()
    {
        const std::size_t count = std::min(made_.fadeCount, samples(heardSeconds));
        const auto reach = static_cast<std::ptrdiff_t>(samples(fineSeconds));
        const auto a = stretchOf(sounds_.first, static_cast<std::ptrdiff_t>(made_.fadeFirst), count);
        const std::ptrdiff_t begin = static_cast<std::ptrdiff_t>(made_.fadeFirst) - made_.offset;
        const auto b = stretchOf(sounds_.second, begin - reach, count + 2 * static_cast<std::size_t>(reach));
        const auto [lag, agreement] = bestLag(a, b);
        if (agreement < sameWaves)
            return;
        made_.offset -= lag - reach;
        const auto first = std::max(static_cast<std::ptrdiff_t>(made_.fadeFirst), made_.offset);
        const auto end = std::min({static_cast<std::ptrdiff_t>(made_.fadeFirst + made_.fadeCount),
                                   static_cast<std::ptrdiff_t>(sounds_.first.sampleCount()),
                                   made_.offset + static_cast<std::ptrdiff_t>(sounds_.second.sampleCount())});
        made_.fadeFirst = static_cast<std::size_t>(first);
        made_.fadeCount = static_cast<std::size_t>(std::max(end, first) - first);
        made_.findings.push_back(
            text("Both sounds have the same waves there, which were laid on each other to the sample (%.1f ms).",
                 1000.0 * static_cast<double>(lag - reach) / rate()));
    }

    struct Lag {
        std::ptrdiff_t lag;
        double agreement; ///< up to 1
    };

    /// Where `a` agrees best with a part of the longer `b`.
    static Lag bestLag(const std::vector<float>& a, const std::vector<float>& b)
    {
        const Fft fft(fastFftSize(static_cast<int>(a.size() + b.size())));
        AlignedBuffer<float> samples(static_cast<std::size_t>(fft.size()));
        AlignedBuffer<std::complex<float>> first(static_cast<std::size_t>(fft.bins()));
        AlignedBuffer<std::complex<float>> second(first.size());
        std::ranges::copy(a, samples.data());
        fft.forward(samples, first);
        std::ranges::fill(samples.span(), 0.0f);
        std::ranges::copy(b, samples.data());
        fft.forward(samples, second);
        for (std::size_t k = 0; k < second.size(); ++k)
            second[k] *= std::conj(first[k]);
        fft.inverse(second, samples);
        const double squareA = std::inner_product(a.begin(), a.end(), a.begin(), 0.0);
        double squareB =
            std::inner_product(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(a.size()), b.begin(), 0.0);
        Lag best{0, 0};
        for (std::size_t lag = 0; lag + a.size() <= b.size(); ++lag) {
            const double scale = std::sqrt(squareA * squareB) * fft.size();
            if (scale > 0 && samples[lag] / scale > best.agreement)
                best = {static_cast<std::ptrdiff_t>(lag), samples[lag] / scale};
            if (lag + a.size() < b.size())
                squareB +=
                    static_cast<double>(b[lag + a.size()]) * b[lag + a.size()] - static_cast<double>(b[lag]) * b[lag];
        }
        return best;
    }

    Result<void> byCorrelation(JobMonitor& monitor)
    {
        const auto found = findAlignment(sounds_.first, sounds_.second, threads_, monitor);
        if (!found)
            return found.error();
        if (found->by == AlignedBy::Nothing) {
            made_.findings.push_back(
                "The two sounds have nothing in common that could be found, so nothing was aligned.");
            return {};
        }
        made_.offset = -found->offset;
        made_.inverted = found->inverted;
        const auto begin = std::max<std::ptrdiff_t>(0, made_.offset);
        const auto end = std::min(static_cast<std::ptrdiff_t>(sounds_.first.sampleCount()),
                                  made_.offset + static_cast<std::ptrdiff_t>(sounds_.second.sampleCount()));
        if (end - begin < static_cast<std::ptrdiff_t>(made_.fadeCount))
            return Error{
                ErrorCode::InvalidArgument,
                text("Aligned by what they have in common, both sounds last for %.2f s only; give fewer --seconds.",
                     static_cast<double>(end - begin) / rate())};
        made_.fadeFirst = static_cast<std::size_t>(end) - made_.fadeCount;
        made_.aligned = CrossfadeAlign::Correlation;
        return {};
    }

    const FadingSounds& sounds_;
    const CrossfadeParams& params_;
    int threads_;
    Placing made_;
};

} // namespace

Result<Placing> placeSounds(const FadingSounds& sounds, const CrossfadeParams& params, int threads, JobMonitor& monitor)
{
    return Placer(sounds, params, threads).run(monitor);
}

} // namespace sonoloom
