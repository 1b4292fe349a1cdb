// SPDX-License-Identifier: GPL-3.0-or-later
// The sound around a listener, of images that may be edited while it is heard.
#include "core/base/units.h"
#include "core/pipeline/livedecoding.h"
#include "core/pipeline/liveopening.h"
#include "core/pipeline/region/memoryimages.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>
#include <thread>

namespace sonoloom
{

namespace
{

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto betweenSinks = 250ms;
constexpr auto betweenLooks = 10ms; ///< at a listener who has enough ahead, and at images that may be edited
constexpr double leastAhead = 2;    ///< seconds of a window that are left when the next one begins
constexpr std::size_t columnsBeside = 2; ///< of edited ones, where images overlap by a column

/// Some images around a listener.
class LiveWindow
{
public:
    LiveWindow(const LiveTiles& tiles, double listener, double secondsAhead) : total_(tiles.images.size())
    {
        if (tiles.images.empty())
            return;
        const auto next = std::ranges::upper_bound(tiles.starts, listener);
        first_ = next == tiles.starts.begin() ? 0 : static_cast<std::size_t>(next - tiles.starts.begin()) - 1;
        std::size_t end = first_ + 1;
        while (end < tiles.starts.size() && tiles.starts[end] < listener + secondsAhead)
            ++end;
        if (end < tiles.starts.size())
            nextFrom_ = tiles.starts[end] - std::min(leastAhead, (tiles.starts[end] - tiles.starts[first_]) / 2);
        starts_.assign(tiles.starts.begin() + static_cast<std::ptrdiff_t>(first_), tiles.starts.begin() + static_cast<std::ptrdiff_t>(end));
        images_ = partOf(tiles);
    }

    bool isEmpty() const { return images_.empty(); }
    double from() const { return starts_.front(); }
    /// Seconds from the window's beginning to that of its image.
    double startOf(std::size_t image) const { return starts_[image] - from(); }
    /// The listener has left it, or soon will.
    bool isLeftBy(double listener) const { return listener < from() || listener > nextFrom_; }

    using Images = std::vector<std::shared_ptr<const Image>>;
    const Images& images() const { return images_; }
    void setImages(Images images) { images_ = std::move(images); }

    /// The same images of others; nothing where those lie elsewhere.
    Images among(const LiveTiles& tiles) const
    {
        const bool isThere = tiles.images.size() == total_ && first_ + starts_.size() <= tiles.starts.size() &&
                             std::equal(starts_.begin(), starts_.end(), tiles.starts.begin() + static_cast<std::ptrdiff_t>(first_));
        if (!isThere)
            return {};
        Images part = partOf(tiles);
        const auto isAlike = [](const auto& a, const auto& b) { return a->width == b->width && a->height == b->height && a->text == b->text; };
        return std::equal(part.begin(), part.end(), images_.begin(), images_.end(), isAlike) ? part : Images();
    }

private:
    Images partOf(const LiveTiles& tiles) const
    {
        const auto begin = tiles.images.begin() + static_cast<std::ptrdiff_t>(first_);
        return {begin, begin + static_cast<std::ptrdiff_t>(starts_.size())};
    }

    std::size_t total_;
    std::size_t first_ = 0;
    std::vector<double> starts_;
    Images images_;
    double nextFrom_ = std::numeric_limits<double>::infinity();
};

bool differ(const Image& a, const Image& b, int x)
{
    for (int y = 0; y < a.height; ++y)
        for (int c = 0; c < a.channels; ++c)
            if (a.at(x, y, c) != b.at(x, y, c))
                return true;
    return false;
}

/// The first column in which images differ, and the one behind the last; none if first == end.
std::pair<int, int> changedColumns(const Image& a, const Image& b)
{
    int first = 0;
    int end = a.width;
    while (first < end && !differ(a, b, first))
        ++first;
    while (end > first && !differ(a, b, end - 1))
        --end;
    return {first, end};
}

/// The sound of one window, given out in pieces.
class PieceRun
{
public:
    PieceRun(LiveWindow window, const Codec& codec, const LiveDecodingJob& job, const PieceSink& sink)
        : window_(std::move(window)), codec_(codec), job_(job), sink_(sink)
    {
    }

    /// From what is known of it, where there is such. Errors: as openLive().
    Result<void> open(JobMonitor& monitor)
    {
        const auto now = window_.images();
        const auto known = job_.knownSound ? window_.among(job_.knownTiles) : LiveWindow::Images();
        if (!known.empty())
            window_.setImages(known);
        MemoryImages images(window_.images());
        auto live = openLive(images, codec_, job_.given, monitor);
        if (!live)
            return live.error();
        analysis_ = live->analysis();
        sound_ = std::move(live->sound);
        if (known.empty())
            return {};
        adoptKnown();
        return follow(now, monitor);
    }

    /// Until the listener has left, or the images are others.
    Result<void> run(const std::function<LiveTiles()>& tiles, JobMonitor& monitor)
    {
        while (!window_.isLeftBy(job_.listener())) {
            if (monitor.cancelled())
                return cancelledError();
            const auto now = window_.among(tiles());
            if (now.empty())
                return {};
            if (now != window_.images())
                if (auto followed = follow(now, monitor); !followed)
                    return followed;
            if (auto advanced = advance(monitor); !advanced)
                return advanced;
        }
        return {};
    }

private:
    std::size_t columnAt(double seconds) const
    {
        return static_cast<std::size_t>(std::llround(std::max(0.0, seconds) * analysis_.sampleRate / analysis_.stft.hop));
    }
    std::size_t column() const { return std::min(columnAt(job_.listener() - window_.from()), sound_->states().size() - 1); }

    /// The next piece of work, or a short rest where there is none. What was edited is refined, too.
    Result<void> advance(JobMonitor& monitor)
    {
        const auto has = [this](SoundState state) { return std::ranges::find(sound_->states(), state) != sound_->states().end(); };
        if (!has(SoundState::None) && !(wasEdited_ && has(SoundState::Draft))) {
            if (isNew_)
                give();
            std::this_thread::sleep_for(betweenLooks);
            return {};
        }
        if (const auto changed = sound_->advance(column(), job_.threads, monitor); !changed)
            return changed.error();
        isNew_ = true;
        if (isFirst_ || Clock::now() - lastSink_ >= betweenSinks)
            give();
        return {};
    }

    /// Takes the sound that the images had before.
    void adoptKnown()
    {
        const Audio& live = sound_->audio();
        if (job_.knownSound->sampleRate != live.sampleRate || job_.knownSound->channelCount() != live.channelCount())
            return;
        Audio part = live;
        const auto first = static_cast<std::size_t>(std::llround(window_.from() * live.sampleRate));
        for (std::size_t c = 0; c < part.channelCount(); ++c) {
            const auto& all = job_.knownSound->channels[c];
            for (std::size_t i = 0; i < part.channels[c].size(); ++i)
                part.channels[c][i] = first + i < all.size() ? all[first + i] * static_cast<float>(int16FullScale) : 0.0f;
        }
        (void)sound_->adopt(std::move(part)); // it has the sound's own form
    }

    /// Brings the sound after images that were edited, and gives out what is heard of it.
    Result<void> follow(const LiveWindow::Images& now, JobMonitor& monitor)
    {
        std::size_t first = std::numeric_limits<std::size_t>::max();
        std::size_t end = 0;
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (now[i] == window_.images()[i])
                continue;
            const auto [from, to] = changedColumns(*window_.images()[i], *now[i]);
            const std::size_t begin = columnAt(window_.startOf(i));
            if (from == to)
                continue;
            first = std::min(first, begin + static_cast<std::size_t>(from));
            end = std::max(end, begin + static_cast<std::size_t>(to));
        }
        window_.setImages(now);
        if (end == 0)
            return {};
        MemoryImages images(now);
        auto decoding = codec_.open(images, job_.given, monitor);
        if (!decoding)
            return decoding.error();
        MagnitudeSource& mel = *(*decoding)->mel();
        first -= std::min(first, columnsBeside);
        end = std::min(mel.columns(), end + columnsBeside);
        if (end <= first)
            return {};
        const auto columns = mel.read(first, end - first);
        if (!columns)
            return columns.error();
        const auto changed = sound_->edit(first, *columns, job_.threads, monitor);
        if (!changed)
            return changed.error();
        isNew_ = wasEdited_ = true;
        if (changed->end > changed->first)
            give();
        return {};
    }

    /// What sounds without a gap around the listener.
    void give()
    {
        const auto states = sound_->states();
        std::size_t first = column();
        const std::size_t end = soundsUntil(states, first);
        while (first > 0 && states[first - 1] != SoundState::None)
            --first;
        if (end <= first)
            return;
        const Audio& all = sound_->audio();
        const auto hop = static_cast<std::size_t>(analysis_.stft.hop);
        const std::size_t from = std::min(first * hop, all.sampleCount());
        const std::size_t to = end == states.size() ? all.sampleCount() : std::min(end * hop, all.sampleCount());
        auto piece = std::make_shared<Audio>(Audio::silence(all.sampleRate, all.channelCount(), to - from));
        for (std::size_t c = 0; c < all.channelCount(); ++c)
            std::ranges::transform(std::span(all.channels[c]).subspan(from, to - from), piece->channels[c].begin(),
                                   [](float sample) { return sample / static_cast<float>(int16FullScale); });
        sink_(std::move(piece), window_.from() + static_cast<double>(from) / all.sampleRate);
        lastSink_ = Clock::now();
        isFirst_ = isNew_ = false;
    }

    LiveWindow window_;
    const Codec& codec_;
    const LiveDecodingJob& job_;
    const PieceSink& sink_;
    MelAnalysis analysis_;
    std::optional<LiveSound> sound_;
    bool isFirst_ = true;
    bool isNew_ = false;     ///< something sounds that was not given out yet
    bool wasEdited_ = false;
    Clock::time_point lastSink_;
};

} // namespace

Result<void> decodeLivePieces(const std::function<LiveTiles()>& tiles, const Codec& codec, const LiveDecodingJob& job, const PieceSink& sink,
                              JobMonitor& monitor)
{
    while (!monitor.cancelled()) {
        LiveWindow window(tiles(), job.listener(), job.secondsAhead);
        if (window.isEmpty())
            return {};
        PieceRun run(std::move(window), codec, job, sink);
        if (auto opened = run.open(monitor); !opened)
            return opened;
        if (auto done = run.run(tiles, monitor); !done)
            return done;
    }
    return cancelledError();
}

} // namespace sonoloom
