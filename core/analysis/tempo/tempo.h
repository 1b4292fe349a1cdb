// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/fields.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <optional>
#include <vector>

namespace sonoloom
{

/// Which tempos come into question.
struct TempoParams {
    double leastBpm = 50;
    double greatestBpm = 210;
    bool operator==(const TempoParams&) const = default;
};

template <class Params, class Visitor>
requires FieldsOf<Params, TempoParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("min-bpm", p.leastBpm, Range{30.0, 300.0}, Label{SONO_TR("Params", "Slowest tempo")}, "BPM",
          Help{SONO_TR("Params", "Slower readings of the beat are taken at twice the tempo")});
    visit("max-bpm", p.greatestBpm, Range{30.0, 300.0}, Label{SONO_TR("Params", "Fastest tempo")}, "BPM",
          Help{SONO_TR("Params", "Faster readings of the beat are taken at half the tempo")});
}

/// Errors: InvalidArgument (out of range, or a slowest tempo above half the fastest).
Result<void> checkTempoParams(const TempoParams& params);

/// Tempo and beats of a sound.
struct Tempo {
    std::optional<double> bpm;     ///< beats a minute; nothing for silence and for sound without a pulse
    double confidence = 0;         ///< 0 to 1
    std::vector<double> beats;     ///< seconds, ascending; none without a tempo
    int beatsPerBar = 0;           ///< a guess; 0 where bars cannot be told
    std::vector<double> downbeats; ///< a guess: those of the beats that begin a bar
    double barConfidence = 0;      ///< 0 to 1
};

/// Finds the beat that people would tap along with: onsets in four parts of the spectrum, periods of their
/// autocorrelation, a chain of beats for each, and a choice between them by accents, subdivisions and tempo as learnt
/// from music. What is ambiguous stays so: slow drums by themselves, below 80 BPM, are often heard at twice their
/// tempo.
/// @param threads 0: all; never changes a bit
/// Errors: those of checkTempoParams, Cancelled.
/// Source: Ellis, "Beat tracking by dynamic programming", Journal of New Music Research 36(1), 2007 (chains of beats).
Result<Tempo> findTempo(const Audio& sound, const TempoParams& params, int threads, JobMonitor& monitor);

/// What librosa says: always a tempo, 120 for silence; no bars, and its confidence is not known (0).
/// Errors: Cancelled.
Result<Tempo> findTempoAsPeer(const Audio& sound, int threads, JobMonitor& monitor);

} // namespace sonoloom
