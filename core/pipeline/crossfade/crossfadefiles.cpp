// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/crossfade/crossfadefiles.h"

#include "core/dsp/resample.h"
#include "core/pipeline/outputset.h"

namespace sonoloom
{

namespace
{

/// Resampled where the file cannot have the sound's rate.
Result<void> write(Audio sound, const CrossfadeFilesJob& job, JobMonitor& monitor)
{
    const std::string suffix = job.output.extension().string();
    const int rate = suffix.empty() ? sound.sampleRate : supportedRate(suffix.substr(1), sound.sampleRate);
    if (rate != sound.sampleRate) {
        monitor.notice("The result was resampled to " + std::to_string(rate) +
                       " Hz, which the file's format can have.");
        auto resampled = resample(sound, rate);
        if (!resampled)
            return resampled.error();
        sound = std::move(*resampled);
    }
    return writeAudioFile(job.output, sound, job.write, job.overwrite, monitor);
}

} // namespace

Result<BeatFade> crossfadeFiles(const CrossfadeFilesJob& job, JobMonitor& monitor)
{
    if (auto free = OutputSet(job.overwrite).expect(job.output); !free)
        return free.error();
    PartMonitor reading(monitor, 0, 0.1);
    PartMonitor making(monitor, 0.1, 0.9);
    PartMonitor writing(monitor, 0.9, 1);
    auto first = readAudioFile(job.first, reading);
    if (!first)
        return first.error();
    auto second = readAudioFile(job.second, reading);
    if (!second)
        return second.error();
    auto made = job.compatible ? beatFadeAsPeer({std::move(*first), std::move(*second)}, job.params, making)
                               : beatFade({std::move(*first), std::move(*second)}, job.params, job.threads, making);
    if (!made)
        return made.error();
    if (auto written = write(made->sound, job, writing); !written)
        return written.error();
    return made;
}

} // namespace sonoloom
