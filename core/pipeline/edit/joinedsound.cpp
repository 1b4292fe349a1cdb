// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/joinedsound.h"

#include "core/base/units.h"
#include "core/dsp/resample.h"
#include "core/pipeline/figures.h"
#include "core/pipeline/outputset.h"

#include <algorithm>
#include <cctype>

namespace sonoloom
{

namespace
{

std::string suffixOf(const std::filesystem::path& file)
{
    std::string suffix = file.extension().string();
    suffix.erase(0, suffix.empty() ? 0 : 1);
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    return suffix;
}

} // namespace

Result<void> checkSoundOutput(const SoundOutput& output)
{
    const auto& suffixes = writableAudioSuffixes();
    if (std::ranges::find(suffixes, suffixOf(output.place)) != suffixes.end())
        return OutputSet(output.overwrite).expect(output.place);
    std::string known;
    for (const std::string& each : suffixes)
        known += (known.empty() ? "" : ", ") + each;
    return Error{ErrorCode::InvalidArgument,
                 "'" + output.place.string() + "' has no suffix of a sound file; end it in one of " + known + "."};
}

Result<JoinedSound> writeJoined(MagnitudeSource& mel, const MelAnalysis& analysis, std::size_t samples,
                                const SoundOutput& output, JobMonitor& monitor)
{
    PartMonitor finding(monitor, 0, 0.85);
    PartMonitor measuring(monitor, 0.85, 0.93);
    PartMonitor writing(monitor, 0.93, 1);
    auto found = reconstruct(mel, analysis, samples, output.reconstruct, output.threads, finding);
    if (!found)
        return found.error();
    Audio& sound = found->audio;
    for (auto& channel : sound.channels)
        for (float& sample : channel)
            sample /= static_cast<float>(int16FullScale);
    const auto error = imageErrorOf(sound, mel, analysis, output.threads, measuring);
    if (!error)
        return error.error();
    const int rate = supportedRate(suffixOf(output.place), sound.sampleRate);
    if (rate != sound.sampleRate) {
        monitor.notice("The sound was resampled to " + std::to_string(rate) + " Hz, which the file's format can have.");
        auto resampled = resample(sound, rate);
        if (!resampled)
            return resampled.error();
        sound = std::move(*resampled);
    }
    if (auto written = writeAudioFile(output.place, sound, output.write, output.overwrite, writing); !written)
        return written.error();
    return JoinedSound{output.place,        sound.sampleRate, static_cast<int>(sound.channelCount()),
                       sound.sampleCount(), mel.columns(),    *error,
                       found->rounds};
}

} // namespace sonoloom
