// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/livedecoding.h"

#include "core/base/units.h"
#include "core/pipeline/liveopening.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace sonoloom
{

namespace
{

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto betweenSinks = 250ms;
constexpr auto betweenLooks = 20ms; ///< at a listener who has enough ahead

/// The sound so far at full scale +-1.
std::shared_ptr<const Audio> scaled(const Audio& sound)
{
    auto copy = std::make_shared<Audio>(sound);
    for (auto& channel : copy->channels)
        for (float& sample : channel)
            sample /= static_cast<float>(int16FullScale);
    return copy;
}

class LiveRun
{
public:
    LiveRun(LiveSound& sound, const MelAnalysis& analysis, const LiveDecodingJob& job)
        : sound_(sound), job_(job), columnsASecond_(static_cast<double>(analysis.sampleRate) / analysis.stft.hop)
    {
    }

    Result<void> run(JobMonitor& monitor)
    {
        while (std::ranges::find(sound_.states(), SoundState::None) != sound_.states().end()) {
            if (monitor.cancelled())
                return cancelledError();
            if (!isEnoughAhead()) {
                if (const auto changed = sound_.advance(column(), job_.threads, monitor); !changed)
                    return changed.error();
                isNew_ = true;
            } else if (!isNew_) {
                std::this_thread::sleep_for(betweenLooks);
            }
            if (isNew_ && (isFirst_ || isEnoughAhead() || Clock::now() - lastSink_ >= betweenSinks))
                give();
        }
        if (isNew_)
            give();
        return {};
    }

private:
    std::size_t column() const { return static_cast<std::size_t>(std::max(0.0, job_.listener()) * columnsASecond_); }

    bool isEnoughAhead() const
    {
        const std::size_t here = std::min(column(), sound_.states().size());
        const std::size_t until = soundsUntil(sound_.states(), here);
        return until == sound_.states().size() ? here > 0 : static_cast<double>(until - here) >= job_.secondsAhead * columnsASecond_;
    }

    void give()
    {
        job_.sink(scaled(sound_.audio()));
        lastSink_ = Clock::now();
        isNew_ = false;
        isFirst_ = false;
    }

    LiveSound& sound_;
    const LiveDecodingJob& job_;
    double columnsASecond_;
    bool isNew_ = false;   ///< something sounds that was not given out yet
    bool isFirst_ = true;
    Clock::time_point lastSink_;
};

} // namespace

Result<void> decodeLive(ImageSet& images, const Codec& codec, const LiveDecodingJob& job, JobMonitor& monitor)
{
    auto live = openLive(images, codec, job.given, monitor);
    if (!live)
        return live.error();
    return LiveRun(live->sound, live->analysis(), job).run(monitor);
}

} // namespace sonoloom
