// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audiosource.h"
#include "core/base/grid.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/dsp/reconstruct.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace sonoloom
{

/// Takes mel magnitudes, one grid `[columns x bands]` a channel, of columns `first` and on.
using ColumnSink = std::function<Result<void>(std::size_t first, const std::vector<Grid<float>>& mel)>;

/// Least and greatest of some magnitudes.
struct MelRange {
    float least = 0.0f;
    float greatest = 0.0f;
};

/// The mel magnitudes of a sound from its first column to its last, in blocks, as often as asked.
class MelPass
{
public:
    virtual ~MelPass() = default;
    /// Errors: Cancelled, what the sound or the sink reports.
    virtual Result<void> run(const ColumnSink& sink, JobMonitor& monitor) = 0;
    /// Of each column over all channels, where that is known without a run; else null. Then runs are cheap, too.
    virtual const std::vector<MelRange>* columnRanges() const { return nullptr; }
};

/// Of one row of all channels.
MelRange rangeOfColumn(const std::vector<Grid<float>>& mel, std::size_t row);

/// One analysis over the whole source, reflected at its two true ends only: column k is centred on sample k * hop.
class TimelinePass final : public MelPass
{
public:
    /// @param channels 1 or 2, to which the source is mixed @param columns in all
    TimelinePass(AudioSource& source, const MelAnalysis& analysis, int channels, std::size_t columns, int threads)
        : source_(source), analysis_(analysis), channels_(channels), columns_(columns), threads_(threads)
    {
    }
    Result<void> run(const ColumnSink& sink, JobMonitor& monitor) override;

private:
    AudioSource& source_;
    MelAnalysis analysis_;
    int channels_;
    std::size_t columns_;
    int threads_;
};

/// Keeps what the first run brought, if it is not too much, and repeats it in later ones.
class KeptPass final : public MelPass
{
public:
    static constexpr std::size_t greatestBytes = std::size_t{192} << 20;

    /// @param bytes that the magnitudes of the whole pass take
    KeptPass(MelPass& inner, std::size_t bytes) : inner_(inner), keeps_(bytes <= greatestBytes) {}
    Result<void> run(const ColumnSink& sink, JobMonitor& monitor) override;

private:
    struct Block {
        std::size_t first;
        std::vector<Grid<float>> mel;
    };
    Result<void> replay(const ColumnSink& sink, JobMonitor& monitor) const;

    MelPass& inner_;
    bool keeps_;
    bool complete_ = false;
    std::vector<Block> blocks_;
};

} // namespace sonoloom
