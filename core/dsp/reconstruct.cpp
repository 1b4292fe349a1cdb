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

/// The engine or the peers' way, once it is known what the magnitudes are.
template <class Analysis>
Result<Reconstructed> reconstructBy(MagnitudeSource& source, const Analysis& analysis, std::size_t samples,
                                    const ReconstructParams& params, int threads, JobMonitor& monitor,
                                    Result<std::shared_ptr<const Engine>> (*makeEngine)(const Analysis&))
{
    if (source.columns() == 0 || source.channelCount() < 1)
        return Error{ErrorCode::InvalidArgument, "There are no columns to make sound of."};
    const int rounds = iterationsOf(params);
    if (params.method == ReconstructMethod::Peer) {
        auto audio = reconstructAsPeer(source, analysis, samples, {rounds, peerMomentum, params.seed}, threads, monitor);
        if (!audio)
            return audio.error();
        return Reconstructed{std::move(*audio), static_cast<double>(rounds), {}};
    }
    const auto engine = makeEngine(analysis);
    if (!engine)
        return engine.error();
    return reconstructTimeline(source, **engine, samples, {rounds, params.stopError}, threads, monitor);
}

} // namespace

int iterationsOf(const ReconstructParams& params)
{
    return params.iterations > 0 ? params.iterations : defaultIterations(params.method);
}

Result<Reconstructed> reconstruct(MagnitudeSource& source, const MelAnalysis& analysis, std::size_t samples,
                                  const ReconstructParams& params, int threads, JobMonitor& monitor)
{
    return reconstructBy(source, analysis, samples, params, threads, monitor, &Engine::forMel);
}

Result<Reconstructed> reconstruct(MagnitudeSource& source, const LinearAnalysis& analysis, std::size_t samples,
                                  const ReconstructParams& params, int threads, JobMonitor& monitor)
{
    return reconstructBy(source, analysis, samples, params, threads, monitor, &Engine::forLinear);
}

} // namespace sonoloom
