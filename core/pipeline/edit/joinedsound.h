// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/dsp/reconstruct.h"
#include "core/io/audiofile.h"

#include <cstddef>
#include <filesystem>

namespace sonoloom
{

/// How a sound is found for magnitudes, and where it goes.
struct SoundOutput {
    std::filesystem::path place; ///< its suffix says what is written
    ReconstructParams reconstruct;
    AudioWriteParams write;
    Overwrite overwrite = Overwrite::No;
    int threads = 0;
};

/// A sound that was written.
struct JoinedSound {
    std::filesystem::path output;
    int sampleRate = 0;
    int channels = 0;
    std::size_t samples = 0;
    std::size_t columns = 0; ///< of the magnitudes
    double imageError = 0;   ///< mean difference in 8-bit levels between the magnitudes and those of the sound
    double rounds = 0;       ///< of refinement, mean over the timeline
};

/// Errors: InvalidArgument (no suffix of a sound file), Exists. To be asked before any work is done.
Result<void> checkSoundOutput(const SoundOutput& output);

/// The one sound whose magnitudes are those of `mel`, on the int16 scale, to a file, at a rate that its format can
/// have.
/// @param samples length of the sound at the analysis' rate
/// Errors: those of reconstruct, `mel` and writeAudioFile.
Result<JoinedSound> writeJoined(MagnitudeSource& mel, const MelAnalysis& analysis, std::size_t samples,
                                const SoundOutput& output, JobMonitor& monitor);

} // namespace sonoloom
