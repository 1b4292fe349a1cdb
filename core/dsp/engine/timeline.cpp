// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/timeline.h"

#include "core/base/parallel.h"
#include "core/dsp/engine/blockiteration.h"
#include "core/dsp/engine/blocksynthesis.h"
#include "core/dsp/engine/magnitudes.h"
#include "core/dsp/engine/phasegradient.h"
#include "core/dsp/engine/turnstile.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <numbers>
#include <optional>

namespace sonoloom
{

Partition::Partition(std::size_t columns_, const StftParams& stft) : columns(columns_)
{
    const double overlap = static_cast<double>(stft.window) / std::max(1, stft.hop);
    halo = static_cast<std::size_t>(std::clamp(std::ceil(2.4 * overlap), 24.0, 512.0));
    fade = halo / 3;
    core = std::max<std::size_t>(512, 2 * halo);
}

std::size_t Partition::blocks() const
{
    // A rest shorter than two halos belongs to the block before it.
    return std::max<std::size_t>(1, (columns + core - 2 * halo) / core);
}

std::size_t Partition::coreEnd(std::size_t block) const
{
    return block + 1 == blocks() ? columns : (block + 1) * core;
}

std::size_t Partition::begin(std::size_t block) const
{
    return block == 0 ? 0 : coreBegin(block) - halo;
}

std::size_t Partition::end(std::size_t block) const
{
    return std::min(columns, coreEnd(block) + halo);
}

namespace
{

/// The stop rule looks at the error every so many rounds.
constexpr int roundsBetweenLooks = 4;

/// Levels of an 8-bit image.
constexpr double levels = 255;

class Timeline
{
public:
    Timeline(MagnitudeSource& source, const Engine& engine, std::size_t samples, JobMonitor& monitor)
        : source_(source), engine_(engine), monitor_(monitor), partition_(usedColumns(source.columns(), samples, engine.stft.hop), engine.stft)
    {
        audio_ = Audio::silence(engine.sampleRate, static_cast<std::size_t>(source.channelCount()), samples);
    }

    Result<Reconstructed> run(const Effort& effort, int threads)
    {
        if (auto set = setEffort(effort); !set)
            return set.error();
        threads = threads > 0 ? threads : defaultThreadCount();
        const auto blocks = static_cast<int>(std::min<std::size_t>(partition_.blocks(), 1u << 20));
        const int outer = std::min(threads, blocks);
        innerThreads_ = std::max(1, threads / outer);
        tallies_.resize(partition_.blocks());
        parallelFor(partition_.blocks(), outer, [&](std::size_t block) { solve(block); });
        if (failure_)
            return *failure_;
        Reconstructed made = tally();
        made.audio = std::move(audio_);
        return made;
    }

private:
    /// What a block came to, over all channels.
    struct Tally {
        double rounds = 0;
        double distance = 0; ///< of the block's own columns
        float peak = 0;      ///< largest source magnitude
    };

    Result<void> setEffort(const Effort& effort)
    {
        rounds_ = effort.rounds;
        if (effort.stopError <= 0)
            return {};
        const auto peak = peakOf(source_, *engine_.constraint, monitor_);
        if (!peak)
            return peak.error();
        stopDistance_ = effort.stopError / levels * std::pow(*peak, 0.25);
        return {};
    }

    Reconstructed tally() const
    {
        Reconstructed made;
        double distance = 0;
        float peak = 0;
        for (const Tally& block : tallies_) {
            made.rounds += block.rounds / static_cast<double>(tallies_.size() * audio_.channelCount());
            distance += block.distance;
            peak = std::max(peak, block.peak);
        }
        const double values = static_cast<double>(partition_.columns * audio_.channelCount() *
                                                  engine_.constraint->targetLength());
        if (peak > 0)
            made.levelError = levels * distance / values / std::pow(peak, 0.25);
        return made;
    }

    void solve(std::size_t block)
    {
        Magnitudes source;
        reading_.pass(block, [&] {
            if (!stopped())
                read(block, source);
        });
        Magnitudes magnitudes;
        if (!stopped())
            magnitudes = startMagnitudes(engine_, source, innerThreads_);

        Grid<float> phases;
        phasing_.pass(block, [&] {
            if (!stopped())
                phases = findPhases(block, magnitudes);
        });
        std::vector<BlockSound> sounds;
        for (std::size_t channel = 0; channel < source.size() && !stopped(); ++channel)
            sounds.push_back(refine(block, std::move(source[channel]), magnitudes[channel], phases));
        writing_.pass(block, [&] {
            for (std::size_t channel = 0; channel < sounds.size() && !stopped(); ++channel)
                write(block, sounds[channel], audio_.channels[channel]);
        });
    }

    void read(std::size_t block, Magnitudes& magnitudes)
    {
        const std::size_t first = partition_.begin(block);
        auto channels = readMagnitudes(source_, *engine_.constraint, first, partition_.end(block) - first);
        if (!channels)
            return fail(channels.error());
        magnitudes = std::move(*channels);
        for (const auto& grid : magnitudes)
            tallies_[block].peak = std::max(tallies_[block].peak, *std::ranges::max_element(grid.cells()));
    }

    /// One phase for all channels, from the sum of their magnitudes, continuing that of the block before.
    Grid<float> findPhases(std::size_t block, const Magnitudes& magnitudes)
    {
        Grid<float> phases(magnitudes.front().rows(), magnitudes.front().columns());
        std::copy(lastPhases_.begin(), lastPhases_.end(), phases.cells().begin());
        const std::size_t known = lastPhases_.size() / phases.columns();
        const bool isMono = magnitudes.size() == 1;
        integratePhase(isMono ? magnitudes.front() : sumOfChannels(magnitudes), engine_.grid.phaseGrid(), {known, 0},
                       partition_.begin(block), phases);
        if (block + 1 < partition_.blocks()) {
            const std::size_t from = partition_.begin(block + 1) - partition_.begin(block);
            const auto cells = phases.cells().subspan(from * phases.columns());
            lastPhases_.assign(cells.begin(), cells.end());
        }
        return phases;
    }

    BlockSound refine(std::size_t block, Grid<float> source, const Grid<float>& magnitudes, const Grid<float>& phases)
    {
        const Block part{static_cast<std::int64_t>(partition_.begin(block)), source.rows(),
                         static_cast<std::int64_t>(audio_.sampleCount()) - 1};
        const Grid<float> targets = engine_.constraint->targets(std::move(source));
        BlockIteration iteration(engine_, part, targets, innerThreads_);
        iteration.start(magnitudes, phases);
        int round = 0;
        for (; round < rounds_ && !isGoodEnough(iteration, round); ++round) {
            if (stopped())
                return {};
            iteration.round(looksAfter(round));
            advance(1);
        }
        BlockSound sound = synthesise(engine_, iteration, innerThreads_);
        advance(rounds_ - round + 1);
        Tally& tally = tallies_[block];
        tally.rounds += round;
        for (std::size_t column = partition_.coreBegin(block); column < partition_.coreEnd(block); ++column)
            tally.distance += sound.distances[column - partition_.begin(block)];
        return sound;
    }

    bool looksAfter(int round) const { return stopDistance_ > 0 && round % roundsBetweenLooks == roundsBetweenLooks - 1; }

    /// After `round` rounds: is the error that was measured during the last one below the user's?
    bool isGoodEnough(const BlockIteration& iteration, int round) const
    {
        if (round == 0 || !looksAfter(round - 1))
            return false;
        double sum = 0;
        for (const float distance : iteration.distances())
            sum += distance;
        const auto values = static_cast<double>(iteration.distances().size() * engine_.constraint->targetLength());
        return sum <= stopDistance_ * values;
    }

    /// Adds the block's core, faded over its joints with the neighbours; the two fades there sum to 1.
    void write(std::size_t block, const BlockSound& sound, std::vector<float>& out) const
    {
        const auto hop = static_cast<std::int64_t>(engine_.stft.hop);
        const auto half = static_cast<std::int64_t>(partition_.fade) * hop;
        const auto last = static_cast<std::int64_t>(out.size());
        const bool fadesIn = block > 0;
        const bool fadesOut = block + 1 < partition_.blocks();
        const std::int64_t in = static_cast<std::int64_t>(partition_.coreBegin(block)) * hop;
        const std::int64_t away = static_cast<std::int64_t>(partition_.coreEnd(block)) * hop;
        const std::int64_t from = fadesIn ? in - half : 0;
        const std::int64_t to = std::min(last, fadesOut ? away + half : sound.first + static_cast<std::int64_t>(sound.samples.size()));
        for (std::int64_t t = from; t < to; ++t) {
            float weight = 1.0f;
            if (fadesIn && t < in + half)
                weight = rise(t - in, half);
            if (fadesOut && t >= away - half)
                weight = 1.0f - rise(t - away, half);
            out[static_cast<std::size_t>(t)] += weight * sound.samples[static_cast<std::size_t>(t - sound.first)];
        }
    }

    /// 0 at -half, 1 at +half, a half cosine between.
    static float rise(std::int64_t t, std::int64_t half)
    {
        const double x = 0.5 + 0.5 * static_cast<double>(t) / static_cast<double>(half);
        return static_cast<float>(0.5 - 0.5 * std::cos(std::numbers::pi * std::clamp(x, 0.0, 1.0)));
    }

    void advance(int rounds)
    {
        const auto all = static_cast<double>(partition_.blocks() * audio_.channelCount()) * (rounds_ + 1);
        monitor_.progress(static_cast<double>(done_ += static_cast<std::size_t>(rounds)) / all, "Reconstructing");
    }

    bool stopped()
    {
        if (!failed_ && monitor_.cancelled())
            fail(cancelledError());
        return failed_;
    }

    void fail(const Error& error)
    {
        const std::lock_guard lock(failureMutex_);
        if (!failure_)
            failure_ = error;
        failed_ = true;
    }

    MagnitudeSource& source_;
    const Engine& engine_;
    JobMonitor& monitor_;
    Partition partition_;
    Audio audio_;
    int rounds_ = 0;
    double stopDistance_ = 0; ///< mean levelDistance a value; 0: never
    int innerThreads_ = 1;
    Turnstile reading_;
    Turnstile phasing_;
    Turnstile writing_;
    std::vector<float> lastPhases_; ///< of the columns that the next block shares with the one before it
    std::vector<Tally> tallies_;
    std::atomic<std::size_t> done_{0}; ///< rounds
    std::atomic<bool> failed_{false};
    std::mutex failureMutex_;
    std::optional<Error> failure_;
};

} // namespace

Result<Reconstructed> reconstructTimeline(MagnitudeSource& source, const Engine& engine, std::size_t samples,
                                          const Effort& effort, int threads, JobMonitor& monitor)
{
    return Timeline(source, engine, samples, monitor).run(effort, threads);
}

} // namespace sonoloom
