// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/base/image.h"
#include "core/codec/codec.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sonoloom
{

/// Images that lie in memory, and where they begin, in seconds.
struct LiveTiles {
    std::vector<std::shared_ptr<const Image>> images;
    std::vector<double> starts;
};

/// A decoding that is heard while it is made.
struct LiveDecodingJob {
    std::vector<std::string> given;    ///< keys of the codec's fields that beat the images' records
    std::function<double()> listener;  ///< where somebody listens now, in seconds; called from the worker
    /// Receives the sound so far, silence where there is none yet: the first quarter of a second at once, then a few times a
    /// second while it grows. Called from the worker.
    std::function<void(std::shared_ptr<const Audio>)> sink;
    double secondsAhead = 8; ///< so much sound is kept ready ahead of the listener; then it waits
    int threads = 1;
    /// Of pieces: the sound that images had which differ from those of now by edits, full scale +-1, and those images. What
    /// was not edited is taken from it. Null: none.
    std::shared_ptr<const Audio> knownSound{};
    LiveTiles knownTiles{};
};

/// Receives a piece of sound that begins at so many seconds. Called from the worker.
using PieceSink = std::function<void(std::shared_ptr<const Audio> piece, double seconds)>;

/// As decodeLive(), of the images around the listener alone, however many there are (`tiles` is asked for them as they are
/// now, from the worker, again and again): at once a quarter of a second from
/// there, then growing pieces, until all that is `secondsAhead` sounds; then it follows the listener until the monitor says
/// cancelled. Where only pixels of the images change, as edits do it, the sound of their columns is brought after them
/// at once. `job.sink` is not used. Errors: as decodeLive().
Result<void> decodeLivePieces(const std::function<LiveTiles()>& tiles, const Codec& codec, const LiveDecodingJob& job, const PieceSink& sink, JobMonitor& monitor);

/// Makes the images' sound around the listener and follows them, until everything sounds or the monitor says cancelled.
/// It is the quick way to hear something; what is kept is made by Decoding::audio().
/// Errors: Cancelled; Unsupported (the format holds no magnitudes to find phases for); what opening and loading report.
Result<void> decodeLive(ImageSet& images, const Codec& codec, const LiveDecodingJob& job, JobMonitor& monitor);

} // namespace sonoloom
