// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/timeline.h"

#include "core/base/parallel.h"
#include "core/dsp/engine/blockiteration.h"
#include "core/dsp/engine/blocksynthesis.h"
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

using MelGrids = std::vector<Grid<float>>; ///< one a channel

class Timeline
{
public:
    Timeline(MelSource& source, const Engine& engine, std::size_t samples, JobMonitor& monitor)
        : source_(source), engine_(engine), monitor_(monitor), partition_(usedColumns(source, engine, samples), engine.analysis.stft)
    {
        audio_.sampleRate = engine.analysis.sampleRate;
        audio_.channels.assign(static_cast<std::size_t>(source.channelCount()), std::vector<float>(samples, 0.0f));
    }

    Result<Audio> run(int iterations, int threads)
    {
        threads = threads > 0 ? threads : defaultThreadCount();
        const auto blocks = static_cast<int>(std::min<std::size_t>(partition_.blocks(), 1u << 20));
        const int outer = std::min(threads, blocks);
        iterations_ = iterations;
        innerThreads_ = std::max(1, threads / outer);
        parallelFor(partition_.blocks(), outer, [&](std::size_t block) { solve(block); });
        if (failure_)
            return *failure_;
        return std::move(audio_);
    }

private:
    /// Columns centred within the sound or at its very end; more of them would contradict the reflection there.
    static std::size_t usedColumns(MelSource& source, const Engine& engine, std::size_t samples)
    {
        return std::min(source.columns(), samples / static_cast<std::size_t>(engine.analysis.stft.hop) + 1);
    }

    void solve(std::size_t block)
    {
        MelGrids mel;
        reading_.pass(block, [&] {
            if (!stopped())
                read(block, mel);
        });
        std::vector<Grid<float>> magnitudes;
        if (!stopped())
            magnitudes = startMagnitudes(mel);

        Grid<float> phases;
        phasing_.pass(block, [&] {
            if (!stopped())
                phases = findPhases(block, magnitudes);
        });
        std::vector<BlockSound> sounds;
        for (std::size_t channel = 0; channel < mel.size() && !stopped(); ++channel)
            sounds.push_back(refine(block, mel[channel], magnitudes[channel], phases));
        writing_.pass(block, [&] {
            for (std::size_t channel = 0; channel < mel.size() && !stopped(); ++channel)
                write(block, sounds[channel], audio_.channels[channel]);
        });
    }

    void read(std::size_t block, MelGrids& mel)
    {
        auto grids = source_.read(partition_.begin(block), partition_.end(block) - partition_.begin(block));
        if (grids)
            mel = std::move(*grids);
        else
            fail(grids.error());
    }

    std::vector<Grid<float>> startMagnitudes(const MelGrids& mel) const
    {
        const auto bins = static_cast<std::size_t>(engine_.grid.bins());
        std::vector<Grid<float>> all;
        for (const auto& grid : mel) {
            Grid<float> magnitudes(grid.rows(), bins);
            parallelFor((grid.rows() + framesInGroup - 1) / framesInGroup, innerThreads_, [&](std::size_t group) {
                std::vector<float> frame(bins + kernelLanes);
                const std::size_t to = std::min(grid.rows(), (group + 1) * framesInGroup);
                for (std::size_t f = group * framesInGroup; f < to; ++f) {
                    engine_.bank.startMagnitudes(grid.row(f), frame);
                    std::copy_n(frame.begin(), bins, magnitudes.row(f).begin());
                }
            });
            all.push_back(std::move(magnitudes));
        }
        return all;
    }

    /// One phase for all channels, from the sum of their magnitudes, continuing that of the block before.
    Grid<float> findPhases(std::size_t block, const std::vector<Grid<float>>& magnitudes)
    {
        Grid<float> phases(magnitudes.front().rows(), magnitudes.front().columns());
        std::copy(lastPhases_.begin(), lastPhases_.end(), phases.cells().begin());
        const std::size_t known = lastPhases_.size() / phases.columns();
        if (magnitudes.size() == 1) {
            integratePhase(magnitudes.front(), engine_.grid, known, partition_.begin(block), phases);
        } else {
            Grid<float> sum = magnitudes.front();
            for (std::size_t c = 1; c < magnitudes.size(); ++c)
                for (std::size_t i = 0; i < sum.cells().size(); ++i)
                    sum.cells()[i] += magnitudes[c].cells()[i];
            integratePhase(sum, engine_.grid, known, partition_.begin(block), phases);
        }
        if (block + 1 < partition_.blocks()) {
            const std::size_t from = partition_.begin(block + 1) - partition_.begin(block);
            const auto cells = phases.cells().subspan(from * phases.columns());
            lastPhases_.assign(cells.begin(), cells.end());
        }
        return phases;
    }

    BlockSound refine(std::size_t block, const Grid<float>& mel, const Grid<float>& magnitudes, const Grid<float>& phases)
    {
        const Block part{static_cast<std::int64_t>(partition_.begin(block)), mel.rows(),
                         static_cast<std::int64_t>(audio_.sampleCount()) - 1};
        BlockIteration iteration(engine_, part, innerThreads_);
        iteration.start(magnitudes, phases);
        for (int round = 0; round < iterations_; ++round) {
            if (stopped())
                return {};
            iteration.round(mel);
            advance();
        }
        advance();
        return synthesise(engine_, part, iteration, mel, innerThreads_);
    }

    /// Adds the block's core, faded over its joints with the neighbours; the two fades there sum to 1.
    void write(std::size_t block, const BlockSound& sound, std::vector<float>& out) const
    {
        const auto hop = static_cast<std::int64_t>(engine_.analysis.stft.hop);
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

    void advance()
    {
        const auto all = static_cast<double>(partition_.blocks() * audio_.channelCount()) * (iterations_ + 1);
        monitor_.progress(static_cast<double>(++rounds_) / all, "Reconstructing");
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

    MelSource& source_;
    const Engine& engine_;
    JobMonitor& monitor_;
    Partition partition_;
    Audio audio_;
    int iterations_ = 0;
    int innerThreads_ = 1;
    Turnstile reading_;
    Turnstile phasing_;
    Turnstile writing_;
    std::vector<float> lastPhases_; ///< of the columns that the next block shares with the one before it
    std::atomic<std::size_t> rounds_{0};
    std::atomic<bool> failed_{false};
    std::mutex failureMutex_;
    std::optional<Error> failure_;
};

} // namespace

Result<Audio> reconstructTimeline(MelSource& source, const MelAnalysis& analysis, std::size_t samples, int iterations,
                                  int threads, JobMonitor& monitor)
{
    const auto grid = iterationGrid(analysis);
    if (!grid)
        return grid.error();
    const Engine engine(analysis, *grid);
    return Timeline(source, engine, samples, monitor).run(iterations, threads);
}

} // namespace sonoloom
