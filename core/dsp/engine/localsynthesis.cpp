// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/localsynthesis.h"

#include "core/dsp/engine/blocksynthesis.h"
#include "core/dsp/engine/phasegradient.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numbers>

namespace sonoloom
{

namespace
{

/// After so many rounds it shows which start is the better one.
constexpr int trialRounds = 2;

Magnitudes rowsOf(const Magnitudes& all, std::size_t first, std::size_t count)
{
    Magnitudes part;
    for (const auto& grid : all) {
        Grid<float> rows(count, grid.columns());
        std::ranges::copy(grid.cells().subspan(first * grid.columns(), count * grid.columns()), rows.cells().begin());
        part.push_back(std::move(rows));
    }
    return part;
}

} // namespace

/// One stretch on its way: what both starts share, and the better of what they came to.
class LocalSynthesis::Attempt
{
public:
    Attempt(const LocalSynthesis& synthesis, const LocalWork& work, const Magnitudes& magnitudes, const Audio& sound,
            int threads, JobMonitor& monitor)
        : engine_(synthesis.engine_), takingUp_(synthesis.spectra_), work_(work), threads_(threads), monitor_(monitor)
    {
        const std::size_t columns = usedColumns(magnitudes.front().rows(), sound.sampleCount(), engine_.stft.hop);
        first_ = work.first - std::min(work.first, synthesis.halo());
        const std::size_t end = std::min(columns, work.end + synthesis.halo());
        block_ = {static_cast<std::int64_t>(first_), end - first_, static_cast<std::int64_t>(sound.sampleCount()) - 1};
        source_ = rowsOf(magnitudes, first_, block_.frames);
        const auto isKept = [&](std::size_t frame) { return work.isKept(first_ + frame); };
        while (known_.first < block_.frames && isKept(known_.first))
            ++known_.first;
        while (known_.first + known_.last < block_.frames && isKept(block_.frames - 1 - known_.last))
            ++known_.last;
        for (const auto& channel : sound.channels) {
            const std::size_t before = work.warm ? block_.frames : known_.first;
            before_.push_back(takingUp_.analyse(channel, first_, before, threads));
            after_.push_back(takingUp_.analyse(channel, first_ + block_.frames - known_.last, work.warm ? 0 : known_.last, threads));
        }
        for (const auto& grid : source_)
            targets_.push_back(engine_.constraint->targets(grid));
    }

    Result<std::vector<BlockSound>> run()
    {
        if (work_.cold)
            findPhases();
        const bool comparing = work_.warm && work_.cold;
        const int trial = comparing ? std::min(work_.rounds, trialRounds) : 0;
        auto warm = started(work_.warm, trial, [this](std::size_t c, auto& i) { startWarm(c, i); });
        auto cold = started(work_.cold, trial, [this](std::size_t c, auto& i) { startCold(c, i); });
        // All channels take the same start: they share their phases.
        auto& better = !work_.warm || (comparing && error(cold) < error(warm)) ? cold : warm;
        std::vector<BlockSound> sounds;
        for (auto& iteration : better) {
            iterate(iteration, work_.rounds - trial, false);
            if (monitor_.cancelled())
                return cancelledError();
            sounds.push_back(synthesise(engine_, iteration, threads_));
        }
        return sounds;
    }

private:
    using Iterations = std::deque<BlockIteration>; // which neither copies nor moves them

    /// One iteration a channel, after `rounds` rounds of which the last is measured; none if this start is not wanted.
    template <class Start>
    Iterations started(bool wanted, int rounds, const Start& start)
    {
        Iterations iterations;
        for (std::size_t c = 0; wanted && c < targets_.size(); ++c) {
            start(c, iterations.emplace_back(engine_, block_, targets_[c], threads_));
            iterate(iterations.back(), rounds, true);
        }
        return iterations;
    }

    void iterate(BlockIteration& iteration, int rounds, bool measuring)
    {
        for (int round = 0; round < rounds && !monitor_.cancelled(); ++round)
            iteration.round(measuring && round + 1 == rounds);
    }

    void startWarm(std::size_t channel, BlockIteration& iteration) const
    {
        iteration.start([&](std::size_t f, std::span<SoundSpectra::Spectrum> spectrum) {
            takingUp_.toIteration(before_[channel].row(f), block_.firstFrame + static_cast<std::int64_t>(f), spectrum);
        });
    }

    /// Every frame by its magnitudes, with phases that continue those of the kept ones.
    void startCold(std::size_t channel, BlockIteration& iteration) const
    {
        iteration.start(magnitudes_[channel], phases_);
    }

    void findPhases()
    {
        magnitudes_ = startMagnitudes(engine_, source_, threads_);
        phases_ = Grid<float>(block_.frames, magnitudes_.front().columns());
        for (std::size_t f = 0; f < known_.first; ++f)
            takePhases(before_, f, f);
        for (std::size_t f = block_.frames - known_.last; f < block_.frames; ++f)
            takePhases(work_.warm ? before_ : after_, work_.warm ? f : f + known_.last - block_.frames, f);
        const bool isMono = magnitudes_.size() == 1;
        integratePhase(isMono ? magnitudes_.front() : sumOfChannels(magnitudes_), engine_.grid.phaseGrid(), known_, first_,
                       phases_);
    }

    /// The phases of a kept frame: those of its channels' sum, from row `row` of `spectra`.
    void takePhases(const std::vector<Grid<SoundSpectra::Spectrum>>& spectra, std::size_t row, std::size_t frame)
    {
        const auto phases = phases_.row(frame);
        for (std::size_t k = 0; k < phases.size(); ++k) {
            SoundSpectra::Spectrum sum{};
            for (const auto& channel : spectra)
                sum += channel(row, k);
            phases[k] = static_cast<float>(std::arg(sum) / (2 * std::numbers::pi));
        }
    }

    /// Mean distance from the targets within the stretch.
    double error(const Iterations& iterations) const
    {
        double sum = 0;
        for (const auto& iteration : iterations)
            for (std::size_t column = work_.first; column < work_.end; ++column)
                sum += iteration.distances()[column - first_];
        return sum;
    }

    const Engine& engine_;
    const SoundSpectra& takingUp_;
    const LocalWork& work_;
    int threads_;
    JobMonitor& monitor_;
    std::size_t first_ = 0;
    Block block_;
    Magnitudes source_;
    Magnitudes targets_;
    KnownFrames known_; ///< the kept frames at both ends of the block
    std::vector<Grid<SoundSpectra::Spectrum>> before_; ///< spectra of all frames for a warm start, else of the first known ones
    std::vector<Grid<SoundSpectra::Spectrum>> after_;  ///< of the last known ones
    Magnitudes magnitudes_;
    Grid<float> phases_;
};

Result<std::vector<BlockSound>> LocalSynthesis::run(const LocalWork& work, const Magnitudes& magnitudes, const Audio& sound,
                                                    int threads, JobMonitor& monitor) const
{
    return Attempt(*this, work, magnitudes, sound, threads, monitor).run();
}

} // namespace sonoloom
