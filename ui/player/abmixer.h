// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace sonoloom
{

/// Which of two sounds is heard, or A minus B.
enum class Side { A, B, Difference };

/// Two sounds at one rate and channel count, interleaved as a device takes them. Either may be empty.
struct AbSounds {
    int sampleRate = 44100;
    int channels = 2;
    std::vector<float> a;
    std::vector<float> b;

    /// Frames of the longer one: the timeline.
    std::size_t frames() const { return std::max(a.size(), b.size()) / static_cast<std::size_t>(channels); }
};

/// Plays two sounds, or their difference, on one timeline; switching, seeking, looping and replacing the sounds while they play cross-fade by a
/// short raised cosine, without a gap.
///
/// read() is for the audio thread: it neither allocates nor locks nor frees. Everything else is for one other thread.
/// A change that comes during a fade waits for its end.
/// Source: UX "What makes an A/B trustworthy": position kept on a switch, click-free, no hidden processing.
class AbMixer
{
public:
    static constexpr double fadeSeconds = 0.008;
    /// Devices with more channels are played on, but sounds are exchanged without a fade there.
    static constexpr int mostChannels = 16;

    AbMixer() = default;
    AbMixer(const AbMixer&) = delete;
    AbMixer& operator=(const AbMixer&) = delete;

    /// Replaces what is played (null: silence); the position stays, in frames, unless it lies beyond the new end.
    void setSounds(std::shared_ptr<const AbSounds> sounds);

    /// Which side is heard from the next read() on.
    void setSide(Side side) { side_.store(side, std::memory_order_relaxed); }
    Side side() const { return side_.load(std::memory_order_relaxed); }

    /// Playing goes on here, with a fade.
    void seek(std::size_t frame) { request(frame, 0); }
    /// The next read() starts exactly here, without a fade: for the start of playing.
    void start(std::size_t frame) { request(frame, cut); }

    /// On reaching `last`, playing goes on at `first`; first == last: no loop. Frames below 2^32.
    void setLoop(std::size_t first, std::size_t last);

    /// The frame that read() brings next.
    std::size_t position() const;
    /// True if the last read() reached the end; until seek() or longer sounds.
    bool atEnd() const { return ended_.load(std::memory_order_acquire) && request_.load() == noRequest; }

    /// Fills `out` (interleaved, whole frames) and returns the frames brought, fewer only at the end; what is left of
    /// `out` is silence.
    std::size_t read(std::span<float> out);

    /// Frees sounds that were replaced and are no longer read. Called by setSounds, too.
    void freeReplaced();

private:
    static constexpr std::uint64_t noRequest = ~std::uint64_t{0};
    static constexpr std::uint64_t cut = std::uint64_t{1} << 63; // a flag beside the frame

    struct Voice {
        Side side = Side::A;
        std::size_t frame = 0;
    };
    void request(std::size_t frame, std::uint64_t flag);
    bool takeRequest(const AbSounds& sounds);
    const AbSounds* acquire();
    void takeChanges(const AbSounds& sounds);
    void fadeTo(Voice voice, const AbSounds& sounds);
    void mixFrame(const AbSounds& sounds, float* out);
    void mixVoices(const AbSounds& sounds, float* out) const;

    std::atomic<Side> side_{Side::A};
    std::atomic<std::uint64_t> request_{noRequest};
    std::atomic<std::uint64_t> loop_{0}; // first in the upper, last in the lower half
    std::atomic<std::size_t> position_{0};
    std::atomic<bool> ended_{false};

    // Hazard pointers: read() publishes what it reads and, while it fades, what it read before; only what is neither
    // offered nor published is freed.
    std::atomic<const AbSounds*> offered_{nullptr};
    std::atomic<const AbSounds*> inUse_{nullptr};
    std::atomic<const AbSounds*> replaced_{nullptr};
    std::vector<std::shared_ptr<const AbSounds>> alive_;

    // The audio thread's own.
    Voice heard_;
    Voice leaving_;
    int fadeFrames_ = 0;
    int fadeLeft_ = 0;
    bool reading_ = false; ///< the last read() brought something
    int exchangeFrames_ = 0;
    int exchangeLeft_ = 0; ///< frames until replaced_ has faded
    std::vector<float> frame_ = std::vector<float>(mostChannels); ///< of replaced_
};

} // namespace sonoloom
