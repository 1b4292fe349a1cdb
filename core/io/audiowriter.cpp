// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audiofile.h"

#include "core/base/units.h"
#include "core/io/audioformats.h"
#include "core/io/avwriter.h"
#include "core/io/failure.h"
#include "core/io/outputfile.h"
#include "core/io/samplefeed.h"
#include "core/io/sndfilewriter.h"

#include <cstdio>

namespace sonoloom
{

namespace
{

/// The level to write at; tells the monitor if it is not 1.
double chooseLevel(const std::filesystem::path& place, const Audio& audio, JobMonitor& monitor)
{
    const double level = levelWithinFullScale(audio);
    if (level < 1.0) {
        char decibels[32];
        std::snprintf(decibels, sizeof decibels, "%.3g", -decibelsFromAmplitude(level));
        monitor.notice("The sound goes " + std::string(decibels) +
                       " dB over full scale; it is scaled down by as much in " + quoted(place) + ".");
    }
    return level;
}

} // namespace

Result<void> writeAudioFile(const std::filesystem::path& place, const Audio& audio, const AudioWriteParams& params,
                            Overwrite overwrite, JobMonitor& monitor)
{
    const auto format = writableFormat(place);
    if (!format) {
        return format.error();
    }
    if (auto checked = checkWritable(place, **format, audio, params); !checked) {
        return checked;
    }
    auto target = AtomicFile::create(place, overwrite);
    if (!target) {
        return target.error();
    }
    const auto file = OutputFile::open(*target);
    if (!file) {
        return file.error();
    }
    if (hasNotFinite(audio)) {
        monitor.notice("The sound has samples that are not numbers; they are 0 in " + quoted(place) + ".");
    }
    const WritableFormat& kind = **format;
    const bool anyLevel = kind.suffix == "wav" && params.bits == SampleFormat::Float32;
    SampleFeed feed(audio, anyLevel ? 1.0 : chooseLevel(place, audio, monitor), place.filename().string(), monitor);
    const bool byAv = kind.suffix == "m4a" || kind.suffix == "opus";
    const auto encoded = byAv ? encodeWithAv(**file, feed, kind) : encodeWithSndfile(**file, feed, kind, params.bits);
    if (!encoded) {
        return encoded;
    }
    return target->commit();
}

} // namespace sonoloom
