// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/avsource.h"

#include "core/io/avreader.h"
#include "core/io/countedsource.h"
#include "core/io/failure.h"

#include <algorithm>
#include <optional>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

class AvSource final : public CountedSource
{
public:
    using CountedSource::CountedSource;

private:
    Result<void> reopen() override
    {
        auto reader = AvReader::open(path());
        if (!reader) {
            return reader.error();
        }
        reader_.emplace(std::move(*reader));
        pending_ = {};
        taken_ = 0;
        return {};
    }

    Result<void> append(Audio& audio, std::size_t wanted) override
    {
        if (taken_ == pending_.sampleCount()) {
            pending_ = reader_->next();
            taken_ = 0;
        }
        const std::size_t count = std::min(wanted, pending_.sampleCount() - taken_);
        for (std::size_t c = 0; c < pending_.channelCount(); ++c) {
            const auto from = pending_.channels[c].begin() + static_cast<std::ptrdiff_t>(taken_);
            audio.channels[c].insert(audio.channels[c].end(), from, from + static_cast<std::ptrdiff_t>(count));
        }
        taken_ += count;
        return {};
    }

    std::optional<AvReader> reader_;
    Audio pending_;
    std::size_t taken_ = 0;
};

/// Headers round their lengths; what is missing beyond this was cut off.
constexpr double missingSeconds = 0.1;

/// Rate, channels and samples by decoding all of it: headers tell them for few formats, and wrongly for some.
Result<AudioFileFacts> measure(AvReader& reader, JobMonitor& monitor)
{
    AudioFileFacts facts;
    facts.container = reader.container();
    facts.encoding = reader.encoding();
    for (Audio block = reader.next(); block.sampleCount() > 0; block = reader.next()) {
        if (monitor.cancelled()) {
            return cancelledError();
        }
        facts.sampleRate = block.sampleRate;
        facts.channels = static_cast<int>(block.channelCount());
        facts.samples += block.sampleCount();
    }
    if (const std::size_t end = reader.endSample(std::max(1, facts.sampleRate)); end > 0) {
        facts.samples = std::min(facts.samples, end); // the encoder's padding goes beyond
    }
    return facts;
}

} // namespace

Result<std::unique_ptr<AudioFileSource>> openWithAv(const fs::path& path, JobMonitor& monitor)
{
    auto reader = AvReader::open(path);
    if (!reader) {
        return reader.error();
    }
    auto facts = measure(*reader, monitor);
    if (!facts) {
        return facts.error();
    }
    if (facts->samples == 0) {
        return Error{ErrorCode::Corrupt, quoted(path) + " is damaged: there is not one sample in it."};
    }
    if (auto checked = checkFacts(*facts, path); !checked) {
        return checked.error();
    }
    if (static_cast<double>(facts->samples) / facts->sampleRate < reader->promisedSeconds() - missingSeconds) {
        noticeTruncated(monitor, path, *facts);
    }
    return rewound(std::make_unique<AvSource>(path, std::move(*facts), monitor));
}

} // namespace sonoloom
