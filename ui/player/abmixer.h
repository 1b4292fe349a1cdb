// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/sidesamples.h"

#include <algorithm>
#include <array>
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
    SideSamples a;
    SideSamples b;

    /// Frames of the longer one: the timeline.
    std::size_t frames() const { return std::max(a.size(), b.size()) / static_cast<std::size_t>(channels); }
};

/// Plays two sounds, or their difference, on one timeline; switching, seeking, looping, another gain and replacing the sounds while they play
/// cross-fade by a short raised cosine, without a gap.
///
/// At a gain of 1 samples pass bit by bit. The difference is of the sounds as they are, without gains.
/// read() is for the audio thread: it neither allocates nor locks nor frees. Everything else is for one other thread.
/// A change that comes during a fade waits for its end.
/// Source: UX "What makes an A/B trustworthy": position kept on a switch, click-free, no hidden processing.
class AbMixer
{
public:
    static constexpr double fadeSeconds = 0.008;
    /// How long a place is heard that scrub() names; the next one is not taken before `leastGrainSeconds`.
    static constexpr double grainSeconds = 0.08;
    static constexpr double leastGrainSeconds = 0.04;
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

    /// What A or B is multiplied with, reached by a fade. @param side not the difference @param gain 0 to 1
    void setGain(Side side, float gain) { gain_[side == Side::A ? 0 : 1].store(gain, std::memory_order_relaxed); }

    /// Playing goes on here, with a fade. A place within two fades before the loop's end is moved to where they begin.
    void seek(std::size_t frame) { request(frame, 0); }
    /// The next read() starts exactly here, without a fade: for the start of playing.
    void start(std::size_t frame) { request(frame, cut); }

    /// A grain of the sound is heard here, with faded ends, and then silence, until scrub() names another place or seek()
    /// or start() ends it.
    void scrub(std::size_t frame) { request(frame, grain); }
    /// The same out of silence: what read() brought last is not faded out.
    void startScrub(std::size_t frame) { request(frame, grain | cut); }

    /// Repeats the frames first..last - 1; first == last: no loop. Frames below 2^32.
    ///
    /// The turn takes as long as without a fade: the end fades into what lies before `first`, so that `first` is heard
    /// whole; where nothing lies before it, the end fades out and the start in.
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
    static constexpr std::uint64_t cut = std::uint64_t{1} << 63; // flags beside the frame
    static constexpr std::uint64_t grain = std::uint64_t{1} << 62;

    struct Voice {
        Side side = Side::A;
        std::size_t frame = 0;
        bool silent = false;
    };
    struct Loop {
        std::size_t first;
        std::size_t last;
        bool has(std::size_t frame) const { return first < last && frame < last; }
    };
    struct Gain {
        float now = 1;
        float from = 1;
        float to = 1;
        int left = 0; ///< frames until `to`
    };
    Loop loop() const;
    void request(std::size_t frame, std::uint64_t flag);
    bool takeRequest(const AbSounds& sounds);
    const AbSounds* acquire();
    void takeChanges(const AbSounds& sounds);
    bool takeSeam(const AbSounds& sounds, Loop loop);
    void fadeTo(Voice voice, std::size_t frames);
    void takeGain(std::size_t index, int fade);
    float sampleAt(const AbSounds& sounds, const Voice& voice, int channel) const;
    void endExchange();
    void mixFrame(const AbSounds& sounds, float* out);
    void mixVoices(const AbSounds& sounds, float* out) const;

    std::atomic<Side> side_{Side::A};
    std::array<std::atomic<float>, 2> gain_{1.0f, 1.0f};
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
    bool scrubbing_ = false;
    int grainLeft_ = 0;
    std::array<Gain, 2> gains_;
    bool reading_ = false; ///< the last read() brought something
    int exchangeFrames_ = 0;
    int exchangeLeft_ = 0; ///< frames until replaced_ has faded
    std::vector<float> frame_ = std::vector<float>(mostChannels); ///< of replaced_
};

} // namespace sonoloom
