// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/fields.h"
#include "core/base/grid.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/dsp/mel.h"
#include "core/dsp/stft.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace sonoloom
{

/// How phase is found again. `peer` does what the peers do with torchaudio; the others are Sonoloom's own engine.
enum class ReconstructMethod { Draft, Preview, Balanced, Best, Peer };

struct ReconstructParams {
    ReconstructMethod method = ReconstructMethod::Balanced;
    int iterations = 0;   ///< 0: the method's own number
    double stopError = 0; ///< levels; 0: every round is done
    int seed = 0;
    bool operator==(const ReconstructParams&) const = default;
};

template <class Params, class Visitor>
    requires FieldsOf<Params, ReconstructParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("method", p.method, Choices{{"draft", "preview", "balanced", "best", "peer"}},
          Label{SONO_TR("Params", "Method")},
          Help{SONO_TR("Params", "How phase is found: draft is the fastest, best the truest, peer is torchaudio's way")});
    visit("iterations", p.iterations, Range{0, 10000}, Label{SONO_TR("Params", "Iterations")}, "",
          Help{SONO_TR("Params", "Rounds of refinement; 0 takes the method's own number")});
    visit("stop-error", p.stopError, Range{0.0, 255.0}, Label{SONO_TR("Params", "Good enough at")},
          SONO_TR("Params", "levels"),
          Help{SONO_TR("Params", "Stops where the image would differ by so many levels of 255 on average; 0 does every round")});
    visit("seed", p.seed, Range{0, 2147483647}, Label{SONO_TR("Params", "Seed")}, "",
          Help{SONO_TR("Params", "Start of the random numbers of method peer")});
}

/// Magnitudes that are fetched by column, so that a long timeline need not be in memory.
class MagnitudeSource
{
public:
    virtual ~MagnitudeSource() = default;

    virtual std::size_t columns() const = 0;
    virtual int channelCount() const = 0;

    /// Magnitudes of columns first..first+count-1, one grid a channel, `[count x bands]` or `[count x bins]` as the
    /// analysis says, lowest frequency first. Values that are negative or no number count as 0.
    /// Called from one thread at a time.
    virtual Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) = 0;
};

/// What mel magnitudes are: the analysis that made them.
struct MelAnalysis {
    StftParams stft;
    MelParams mel;
    int sampleRate = 44100;
    bool operator==(const MelAnalysis&) const = default;
};

/// What linear magnitudes are: |STFT|, stft.bins() values a column.
struct LinearAnalysis {
    StftParams stft;
    int sampleRate = 44100;
    bool operator==(const LinearAnalysis&) const = default;
};

/// What was found.
struct Reconstructed {
    Audio audio;
    double rounds = 0; ///< of refinement, mean over the timeline
    /// Mean difference between the magnitudes asked for and those reached, in levels of an 8-bit image of power 0.25 whose
    /// darkest cell is the loudest; nothing where the method does not measure it.
    std::optional<double> levelError;
};

/// Finds the sound whose magnitudes are those of `source`, all channels, as one timeline without seams.
///
/// @param samples length of the result; column k is centred on sample k * hop
/// @param threads 0: all; never changes a bit of the result
/// @return sound on the scale of the magnitudes (the int16 scale for the peers' formats: divide by 32768)
/// Errors: InvalidArgument (bands, rate or lengths that do not fit together), Cancelled, what `source` reports.
/// Source: core/dsp/README.md lists the papers behind each step.
Result<Reconstructed> reconstruct(MagnitudeSource& source, const MelAnalysis& analysis, std::size_t samples,
                                  const ReconstructParams& params, int threads, JobMonitor& monitor);
Result<Reconstructed> reconstruct(MagnitudeSource& source, const LinearAnalysis& analysis, std::size_t samples,
                                  const ReconstructParams& params, int threads, JobMonitor& monitor);

/// Rounds of refinement that these parameters ask for.
int iterationsOf(const ReconstructParams& params);

} // namespace sonoloom
