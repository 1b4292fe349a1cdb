// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace sonoloom
{

/// Which of two sounds is heard.
enum class Side { A, B };

/// Samples of two sounds at one rate and channel count, interleaved as a device takes them.
struct AbSounds {
    int sampleRate = 44100;
    int channels = 2;
    std::vector<float> a; ///< interleaved; may be empty
    std::vector<float> b;

    std::size_t frames(Side side) const { return (side == Side::A ? a : b).size() / static_cast<std::size_t>(channels); }
    /// Frames of the longer one: the timeline.
    std::size_t frames() const { return std::max(frames(Side::A), frames(Side::B)); }
};

/// Plays two sounds on one timeline and switches between them at the same sample with a short cosine cross-fade.
///
/// read() is for the audio thread: it neither allocates nor locks nor frees. Everything else is for one other thread.
/// Source: UX page "What makes an A/B trustworthy": position kept, click-free, no hidden processing.
class AbMixer
{
public:
    static constexpr double fadeSeconds = 0.008;

    AbMixer();
    ~AbMixer();

    /// Replaces what is played; the position stays where it is (in frames, cut to the new length). Sounds that are no
    /// longer played are freed here, on the caller's thread, not in read(). `sounds` may be null: silence.
    void setSounds(std::shared_ptr<const AbSounds> sounds);

    /// Which side is heard from the next read() on.
    void setSide(Side side) { side_.store(side, std::memory_order_relaxed); }
    Side side() const { return side_.load(std::memory_order_relaxed); }

    /// The next read() starts here.
    void seek(std::size_t frame);
    /// Plays first..last-1 over and over from the moment the position gets there; first == last: no loop.
    void setLoop(std::size_t first, std::size_t last);

    /// The frame that read() brings next.
    std::size_t position() const { return position_.load(std::memory_order_relaxed); }
    bool atEnd() const { return ended_.load(std::memory_order_relaxed); }

    /// Fills `out` (interleaved, a multiple of the channel count); returns the frames brought, fewer only at the end.
    /// The rest of `out` is set to zero.
    std::size_t read(std::span<float> out);

private:
    struct Snapshot;
    void takeSnapshot();
    void takeSeek();
    void mixFrame(const AbSounds& sounds, std::size_t frame, float* out);

    std::atomic<Side> side_{Side::A};
    std::atomic<std::int64_t> seek_{-1};
    std::atomic<std::uint64_t> loop_{0}; // first << 32 | last
    std::atomic<std::size_t> position_{0};
    std::atomic<bool> ended_{false};
    std::atomic<const Snapshot*> offered_{nullptr};
    std::atomic<const Snapshot*> inUse_{nullptr};
    std::vector<std::unique_ptr<const Snapshot>> alive_;
    double mix_ = 0; // 0: A, 1: B; the audio thread's own
};

} // namespace sonoloom
