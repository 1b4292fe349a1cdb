// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/livedecoding.h"

#include "core/base/units.h"
#include "core/dsp/livesound.h"

#include <algorithm>
#include <chrono>
#include <limits>
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

/// The first column without sound from `from` on, or the end.
std::size_t soundsUntil(std::span<const SoundState> states, std::size_t from)
{
    const auto rest = states.subspan(std::min(from, states.size()));
    return states.size() - rest.size() + static_cast<std::size_t>(std::ranges::find(rest, SoundState::None) - rest.begin());
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

/// The magnitudes of images, ready to sound.
struct OpenedLive {
    std::unique_ptr<Decoding> decoding;
    LiveSound sound;

    const MelAnalysis& analysis() const { return *decoding->melAnalysis(); }
};

/// `images` must outlive it.
Result<OpenedLive> openLive(ImageSet& images, const Codec& codec, const std::vector<std::string>& given, JobMonitor& monitor)
{
    auto decoding = codec.open(images, given, monitor);
    if (!decoding)
        return decoding.error();
    MagnitudeSource* source = (*decoding)->mel();
    if (!source)
        return Error{ErrorCode::Unsupported, "Images of this format hold no magnitudes; they are decoded as a whole."};
    auto magnitudes = source->read(0, source->columns());
    if (!magnitudes)
        return magnitudes.error();
    auto sound = LiveSound::create(*(*decoding)->melAnalysis(), std::move(*magnitudes), (*decoding)->sampleCount());
    if (!sound)
        return sound.error();
    return OpenedLive{std::move(*decoding), std::move(*sound)};
}

} // namespace

Result<void> decodeLive(ImageSet& images, const Codec& codec, const LiveDecodingJob& job, JobMonitor& monitor)
{
    auto live = openLive(images, codec, job.given, monitor);
    if (!live)
        return live.error();
    return LiveRun(live->sound, live->analysis(), job).run(monitor);
}

namespace
{

constexpr double leastAhead = 2; ///< seconds of a window that are left when the next one begins

class WindowImages final : public ImageSet
{
public:
    explicit WindowImages(std::vector<std::shared_ptr<const Image>> images) : images_(std::move(images)) {}
    std::size_t count() const override { return images_.size(); }
    std::string name(std::size_t index) const override { return "image " + std::to_string(index); }
    Result<Image> load(std::size_t index) override { return Image(*images_[index]); }
    std::optional<Record> record(std::size_t index) override 
    {
        std::vector<std::string> notices;
        return recordOfImage(*images_[index], notices);
    }

private:
    std::vector<std::shared_ptr<const Image>> images_;
};

/// Some images around a listener.
class LiveWindow
{
public:
    LiveWindow(const LiveTiles& tiles, double listener, double secondsAhead)
    {
        if (tiles.images.empty())
            return;
        const auto next = std::ranges::upper_bound(tiles.starts, listener);
        const std::size_t first = next == tiles.starts.begin() ? 0 : static_cast<std::size_t>(next - tiles.starts.begin()) - 1;
        std::size_t end = first + 1;
        while (end < tiles.starts.size() && tiles.starts[end] < listener + secondsAhead)
            ++end;
        from_ = tiles.starts[first];
        if (end < tiles.starts.size())
            nextFrom_ = tiles.starts[end] - std::min(leastAhead, (tiles.starts[end] - from_) / 2);
        images_.assign(tiles.images.begin() + static_cast<std::ptrdiff_t>(first), tiles.images.begin() + static_cast<std::ptrdiff_t>(end));
    }

    bool isEmpty() const { return images_.empty(); }
    double from() const { return from_; }
    /// The listener has left it, or soon will.
    bool isLeftBy(double listener) const { return listener < from_ || listener > nextFrom_; }
    WindowImages images() const { return WindowImages(images_); }

private:
    std::vector<std::shared_ptr<const Image>> images_;
    double from_ = 0;
    double nextFrom_ = std::numeric_limits<double>::infinity();
};

/// The sound of one window, given out in pieces.
class PieceRun
{
public:
    PieceRun(LiveSound& sound, const MelAnalysis& analysis, const LiveDecodingJob& job, const PieceSink& sink, const LiveWindow& window)
        : sound_(sound), analysis_(analysis), job_(job), sink_(sink), window_(window)
    {
    }

    /// Until all of it sounds, or the listener has left.
    Result<void> run(JobMonitor& monitor)
    {
        while (!window_.isLeftBy(job_.listener()) && std::ranges::find(sound_.states(), SoundState::None) != sound_.states().end()) {
            const auto changed = sound_.advance(column(), job_.threads, monitor);
            if (!changed)
                return changed.error();
            if (isFirst_ || Clock::now() - lastSink_ >= betweenSinks)
                give();
        }
        give();
        return {};
    }

private:
    std::size_t column() const
    {
        const double seconds = std::max(0.0, job_.listener() - window_.from());
        return std::min(static_cast<std::size_t>(seconds * analysis_.sampleRate / analysis_.stft.hop), sound_.states().size() - 1);
    }

    /// What sounds without a gap around the listener.
    void give()
    {
        const auto states = sound_.states();
        std::size_t first = column();
        const std::size_t end = soundsUntil(states, first);
        while (first > 0 && states[first - 1] != SoundState::None)
            --first;
        if (end <= first)
            return;
        const Audio& all = sound_.audio();
        const auto hop = static_cast<std::size_t>(analysis_.stft.hop);
        const std::size_t from = std::min(first * hop, all.sampleCount());
        const std::size_t to = end == states.size() ? all.sampleCount() : std::min(end * hop, all.sampleCount());
        auto piece = std::make_shared<Audio>(Audio::silence(all.sampleRate, all.channelCount(), to - from));
        for (std::size_t c = 0; c < all.channelCount(); ++c)
            std::ranges::transform(std::span(all.channels[c]).subspan(from, to - from), piece->channels[c].begin(),
                                   [](float sample) { return sample / static_cast<float>(int16FullScale); });
        sink_(std::move(piece), window_.from() + static_cast<double>(from) / all.sampleRate);
        lastSink_ = Clock::now();
        isFirst_ = false;
    }

    LiveSound& sound_;
    const MelAnalysis& analysis_;
    const LiveDecodingJob& job_;
    const PieceSink& sink_;
    const LiveWindow& window_;
    bool isFirst_ = true;
    Clock::time_point lastSink_;
};

Result<void> soundWindow(const LiveWindow& window, const Codec& codec, const LiveDecodingJob& job, const PieceSink& sink, JobMonitor& monitor)
{
    WindowImages images = window.images();
    auto live = openLive(images, codec, job.given, monitor);
    if (!live)
        return live.error();
    return PieceRun(live->sound, live->analysis(), job, sink, window).run(monitor);
}

} // namespace

Result<void> decodeLivePieces(const std::function<LiveTiles()>& tiles, const Codec& codec, const LiveDecodingJob& job, const PieceSink& sink,
                              JobMonitor& monitor)
{
    while (!monitor.cancelled()) {
        const LiveWindow window(tiles(), job.listener(), job.secondsAhead);
        if (window.isEmpty())
            return {};
        if (auto done = soundWindow(window, codec, job, sink, monitor); !done)
            return done;
        while (!monitor.cancelled() && !window.isLeftBy(job.listener()))
            std::this_thread::sleep_for(betweenLooks);
    }
    return cancelledError();
}

} // namespace sonoloom
