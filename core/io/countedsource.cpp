// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/countedsource.h"

#include "core/io/failure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int mostChannels = 1024;
constexpr int highestRate = 1'000'000;

Error impossible(const std::filesystem::path& path, const std::string& what)
{
    return {ErrorCode::Corrupt, quoted(path) + " is damaged: " + what + "."};
}

/// @return true if a sample was not finite
bool zeroNotFinite(Audio& audio)
{
    bool replaced = false;
    for (auto& channel : audio.channels) {
        for (float& sample : channel) {
            if (!std::isfinite(sample)) {
                sample = 0.0f;
                replaced = true;
            }
        }
    }
    return replaced;
}

} // namespace

CountedSource::CountedSource(std::filesystem::path path, AudioFileFacts facts, JobMonitor& monitor)
    : path_(std::move(path)), facts_(std::move(facts)), monitor_(monitor)
{
}

Result<Audio> CountedSource::read(std::size_t count)
{
    Audio audio;
    audio.sampleRate = facts_.sampleRate;
    audio.channels.resize(static_cast<std::size_t>(facts_.channels));
    const std::size_t wanted = std::min(count, facts_.samples - position_);
    while (audio.sampleCount() < wanted) {
        const std::size_t before = audio.sampleCount();
        if (auto appended = append(audio, wanted - before); !appended) {
            return appended.error();
        }
        if (audio.sampleCount() == before) {
            for (auto& channel : audio.channels) {
                channel.resize(wanted);
            }
            noticeOnce(damageNoticed_, " is damaged; what cannot be read of it is silence.");
        }
    }
    if (zeroNotFinite(audio)) {
        noticeOnce(notFiniteNoticed_, " has samples that are not numbers; they are read as 0.");
    }
    position_ += wanted;
    return audio;
}

Result<void> CountedSource::rewind()
{
    position_ = 0;
    return reopen();
}

ByteSource* CountedSource::file()
{
    if (!bytes_)
        if (auto opened = FileBytes::open(path_))
            bytes_ = std::move(*opened);
    return bytes_.get();
}

void CountedSource::noticeOnce(bool& noticed, const char* rest)
{
    if (!std::exchange(noticed, true)) {
        monitor_.notice(quoted(path_) + rest);
    }
}

Result<void> checkFacts(const AudioFileFacts& facts, const std::filesystem::path& path)
{
    if (facts.channels < 1 || facts.channels > mostChannels) {
        return impossible(path, "its header says " + std::to_string(facts.channels) + " channels, not 1 to 1024");
    }
    if (facts.sampleRate < 1 || facts.sampleRate > highestRate) {
        return impossible(path, "its header says a rate of " + std::to_string(facts.sampleRate) +
                                    " Hz, not 1 to 1000000 Hz");
    }
    if (facts.samples == 0) {
        return impossible(path, "there is not one sample in it");
    }
    return {};
}

void noticeTruncated(JobMonitor& monitor, const std::filesystem::path& path, const AudioFileFacts& facts)
{
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.3f", static_cast<double>(facts.samples) / facts.sampleRate);
    monitor.notice(quoted(path) + " ends before its header says; the " + seconds + " s that are there are used.");
}

Result<std::unique_ptr<AudioFileSource>> rewound(std::unique_ptr<AudioFileSource> source)
{
    if (auto ready = source->rewind(); !ready) {
        return ready.error();
    }
    return source;
}

} // namespace sonoloom
