// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/audiofile.h"
#include "core/io/filebytes.h"

#include <filesystem>
#include <memory>

namespace sonoloom
{

/// What every reader of sound files does alike: gives exactly the counted samples, silence where a damaged file gives
/// none, 0 where a sample is not a number; and tells the monitor once of each.
class CountedSource : public AudioFileSource
{
public:
    CountedSource(std::filesystem::path path, AudioFileFacts facts, JobMonitor& monitor);

    const AudioFileFacts& facts() const final { return facts_; }
    int sampleRate() const final { return facts_.sampleRate; }
    int channelCount() const final { return facts_.channels; }
    std::size_t sampleCount() const final { return facts_.samples; }

    Result<Audio> read(std::size_t count) final;
    Result<void> rewind() final;
    ByteSource* file() final;

protected:
    /// Opens the file anew: seeking in packed formats is not exact to the sample in all of them.
    virtual Result<void> reopen() = 0;
    /// Appends up to `wanted` samples to each channel; none only when the file gives no more.
    virtual Result<void> append(Audio& audio, std::size_t wanted) = 0;

    const std::filesystem::path& path() const { return path_; }

private:
    void noticeOnce(bool& noticed, const char* rest);

    std::filesystem::path path_;
    AudioFileFacts facts_;
    JobMonitor& monitor_;
    std::unique_ptr<FileBytes> bytes_; ///< once asked for
    std::size_t position_ = 0;
    bool notFiniteNoticed_ = false;
    bool damageNoticed_ = false;
};

/// Corrupt unless the channels, the rate and the count of samples are possible; see openAudioFile.
Result<void> checkFacts(const AudioFileFacts& facts, const std::filesystem::path& path);

/// Tells the monitor that the file ends before its header says.
void noticeTruncated(JobMonitor& monitor, const std::filesystem::path& path, const AudioFileFacts& facts);

/// `source`, rewound to its first sample.
Result<std::unique_ptr<AudioFileSource>> rewound(std::unique_ptr<AudioFileSource> source);

} // namespace sonoloom
