// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/livesequence.h"

#include "core/base/units.h"
#include "core/dsp/livesound.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <optional>
#include <thread>

namespace sonoloom
{

namespace
{

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto betweenPieces = 250ms;
constexpr auto betweenLooks = 10ms; ///< at a listener who has enough ahead
constexpr double overlapSeconds = 0.5; ///< that two stretches have together
constexpr double fadeSeconds = 0.2;    ///< in the middle of it
constexpr double urgentSeconds = 1;    ///< so little ahead is given out at once
constexpr double behindSeconds = 6;    ///< that stay in the pieces

/// Sound from a sample of the whole on.
struct Placed {
    Audio sound;
    std::size_t from = 0;

    std::size_t end() const { return from + sound.sampleCount(); }
};

/// The sound of columns `first` .. of the magnitudes, which grows.
class Stretch
{
public:
    static Result<Stretch> open(const LiveMel& mel, std::size_t first, std::size_t columns)
    {
        auto magnitudes = mel.source.read(first, columns);
        if (!magnitudes)
            return magnitudes.error();
        const auto hop = static_cast<std::size_t>(mel.analysis.stft.hop);
        const std::size_t from = std::min(first * hop, mel.samples);
        const std::size_t samples = std::min((first + columns) * hop, mel.samples) - from;
        auto sound = LiveSound::create(mel.analysis, std::move(*magnitudes), samples);
        if (!sound)
            return sound.error();
        return Stretch(std::move(*sound), from, hop);
    }

    std::size_t from() const { return from_; }
    std::size_t end() const { return from_ + live_.audio().sampleCount(); }

    /// All of it, be it as a draft.
    bool sounds() const { return std::ranges::find(live_.states(), SoundState::None) == live_.states().end(); }

    /// The next piece of work for a listener at a sample of the whole. False: all is done.
    Result<bool> advance(std::size_t listener, int threads, JobMonitor& monitor)
    {
        const std::size_t column = (std::max(listener, from_) - from_) / hop_;
        const auto changed = live_.advance(std::min(column, live_.states().size() - 1), threads, monitor);
        if (!changed)
            return changed.error();
        return changed->first != changed->end;
    }

    /// The samples around the listener's that sound, at full scale +-1; nothing if his do not.
    std::optional<Placed> heard(std::size_t listener) const
    {
        const auto states = live_.states();
        std::size_t first = std::min((std::max(listener, from_) - from_) / hop_, states.size() - 1);
        std::size_t end = first;
        while (end < states.size() && states[end] != SoundState::None)
            ++end;
        if (end == first)
            return std::nullopt;
        while (first > 0 && states[first - 1] != SoundState::None)
            --first;
        const Audio& all = live_.audio();
        const std::size_t from = std::min(first * hop_, all.sampleCount());
        const std::size_t to = end == states.size() ? all.sampleCount() : std::min(end * hop_, all.sampleCount());
        Placed placed{Audio::silence(all.sampleRate, all.channelCount(), to - from), from_ + from};
        for (std::size_t c = 0; c < all.channelCount(); ++c)
            std::ranges::transform(std::span(all.channels[c]).subspan(from, to - from),
                                   placed.sound.channels[c].begin(),
                                   [](float sample) { return sample / static_cast<float>(int16FullScale); });
        return placed;
    }

private:
    Stretch(LiveSound live, std::size_t from, std::size_t hop) : live_(std::move(live)), from_(from), hop_(hop) {}

    LiveSound live_;
    std::size_t from_;
    std::size_t hop_;
};

/// `next` behind `before`, which it overlaps and outlasts, with a cross-fade in the middle of the overlap.
Placed joined(const Placed& before, const Placed& next)
{
    const std::size_t overlap = before.end() - next.from;
    const auto fade = std::min(overlap, static_cast<std::size_t>(fadeSeconds * before.sound.sampleRate));
    const std::size_t begin = next.from + (overlap - fade) / 2;
    Placed all{Audio::silence(before.sound.sampleRate, before.sound.channelCount(), next.end() - before.from), before.from};
    for (std::size_t c = 0; c < all.sound.channelCount(); ++c) {
        auto& out = all.sound.channels[c];
        std::copy_n(before.sound.channels[c].begin(), begin - before.from, out.begin());
        const auto& later = next.sound.channels[c];
        std::copy(later.begin() + static_cast<std::ptrdiff_t>(begin - next.from), later.end(),
                  out.begin() + static_cast<std::ptrdiff_t>(begin - before.from));
        for (std::size_t i = 0; i < fade; ++i) {
            const double angle = std::numbers::pi / 2 * (static_cast<double>(i) + 0.5) / static_cast<double>(fade);
            const double mixed = std::cos(angle) * before.sound.channels[c][begin - before.from + i] +
                                 std::sin(angle) * later[begin - next.from + i];
            out[begin - before.from + i] = static_cast<float>(mixed);
        }
    }
    return all;
}

/// What of a sound is not longer ago than `behindSeconds`.
Placed recent(Placed placed, std::size_t listener)
{
    const auto behind = static_cast<std::size_t>(behindSeconds * placed.sound.sampleRate);
    const std::size_t from = std::clamp(listener > behind ? listener - behind : 0, placed.from, placed.end());
    for (auto& channel : placed.sound.channels)
        channel.erase(channel.begin(), channel.begin() + static_cast<std::ptrdiff_t>(from - placed.from));
    placed.from = from;
    return placed;
}

class PieceRun
{
public:
    PieceRun(const LiveMel& mel, const LiveDecodingJob& job, const PieceSink& sink) : mel_(mel), job_(job), sink_(sink) {}

    Result<void> run(JobMonitor& monitor)
    {
        while (!monitor.cancelled()) {
            if (auto opened = follow(); !opened)
                return opened;
            if (isDone_) {
                std::this_thread::sleep_for(betweenLooks);
                continue;
            }
            const auto more = stretch_->advance(listener(), job_.threads, monitor);
            if (!more)
                return more.error();
            isDone_ = !*more;
            isNew_ = isNew_ || *more;
            if (isNew_ && (isDone_ || isUrgent() || Clock::now() - lastPiece_ >= betweenPieces))
                give();
        }
        return cancelledError();
    }

private:
    std::size_t samplesOf(double seconds) const { return static_cast<std::size_t>(seconds * mel_.analysis.sampleRate); }
    std::size_t listener() const
    {
        return std::min(samplesOf(std::max(0.0, job_.listener())), mel_.samples > 0 ? mel_.samples - 1 : 0);
    }

    /// The listener will soon have heard all that was given out.
    bool isUrgent() const { return givenEnd_ < listener() + samplesOf(urgentSeconds); }

    /// A stretch where the listener is, or behind the one that he has nearly heard.
    Result<void> follow()
    {
        const std::size_t here = listener();
        const std::size_t from = before_ ? before_->from : stretch_ ? stretch_->from() : 0;
        if (!stretch_ || here < from || here >= stretch_->end()) {
            before_.reset();
            return open(here / static_cast<std::size_t>(mel_.analysis.stft.hop));
        }
        const bool isLast = stretch_->end() >= mel_.samples;
        if (isLast || !stretch_->sounds() || here + samplesOf(job_.secondsAhead / 2) < stretch_->end())
            return {};
        const std::size_t next = stretch_->end() - std::min(stretch_->end() - stretch_->from(), samplesOf(overlapSeconds));
        if (auto heard = whole(here))
            before_ = recent(std::move(*heard), here);
        return open(next / static_cast<std::size_t>(mel_.analysis.stft.hop));
    }

    Result<void> open(std::size_t first)
    {
        const auto hop = static_cast<double>(mel_.analysis.stft.hop);
        const auto wanted = static_cast<std::size_t>(std::ceil(job_.secondsAhead * mel_.analysis.sampleRate / hop));
        const std::size_t columns = mel_.source.columns();
        first = std::min(first, columns - 1);
        auto stretch = Stretch::open(mel_, first, std::min(std::max<std::size_t>(wanted, 1), columns - first));
        if (!stretch)
            return stretch.error();
        stretch_.emplace(std::move(*stretch));
        isDone_ = isNew_ = false;
        if (!before_)
            givenEnd_ = 0;
        return {};
    }

    /// All that sounds without a gap.
    std::optional<Placed> whole(std::size_t here) const
    {
        auto heard = stretch_->heard(before_ ? stretch_->from() : here);
        if (!heard || !before_)
            return heard;
        if (heard->end() < before_->end())
            return std::nullopt; // what is there already lasts longer
        return joined(*before_, *heard);
    }

    void give()
    {
        isNew_ = false;
        auto piece = whole(listener());
        if (!piece)
            return;
        givenEnd_ = piece->end();
        const double seconds = static_cast<double>(piece->from) / piece->sound.sampleRate;
        sink_(std::make_shared<const Audio>(std::move(piece->sound)), seconds);
        lastPiece_ = Clock::now();
    }

    const LiveMel& mel_;
    const LiveDecodingJob& job_;
    const PieceSink& sink_;
    std::optional<Stretch> stretch_;
    std::optional<Placed> before_; ///< what was heard before it
    bool isDone_ = false;
    bool isNew_ = false; ///< something sounds that was not given out yet
    std::size_t givenEnd_ = 0; ///< of the last piece
    Clock::time_point lastPiece_;
};

} // namespace

Result<void> soundPieces(const LiveMel& mel, const LiveDecodingJob& job, const PieceSink& sink, JobMonitor& monitor)
{
    if (mel.source.columns() == 0 || mel.samples == 0)
        return Error{ErrorCode::InvalidArgument, "There is nothing to hear: the magnitudes have no columns."};
    return PieceRun(mel, job, sink).run(monitor);
}

} // namespace sonoloom
