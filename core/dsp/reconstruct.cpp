// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/reconstruct.h"

#include "core/dsp/engine/timeline.h"
#include "core/dsp/peerinversion.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr double peerMomentum = 0.99;

/// Rounds after the first guess when the user did not say. Measured: README.md.
int defaultIterations(ReconstructMethod method)
{
    switch (method) {
    case ReconstructMethod::Draft: return 0;
    case ReconstructMethod::Preview: return 4;
    case ReconstructMethod::Balanced: return 32;
    case ReconstructMethod::Best: return 100;
    case ReconstructMethod::Peer: return 32;
    }
    return 32;
}

} // namespace

Result<Audio> reconstruct(MelSource& source, const MelAnalysis& analysis, std::size_t samples,
                          const ReconstructParams& params, int threads, JobMonitor& monitor)
{
    if (source.columns() == 0 || source.channelCount() < 1)
        return Error{ErrorCode::InvalidArgument, "There are no columns to make sound of."};
    const int iterations = params.iterations > 0 ? params.iterations : defaultIterations(params.method);
    if (params.method == ReconstructMethod::Peer)
        return reconstructAsPeer(source, analysis, samples, {iterations, peerMomentum, params.seed}, threads, monitor);
    return reconstructTimeline(source, analysis, samples, iterations, threads, monitor);
}

} // namespace sonoloom
