// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <span>
#include <vector>

namespace sonoloom
{

/// What was played, on its way from the audio thread to a meter: interleaved samples, all of one rate and channel count.
///
/// One thread writes, another reads; neither locks nor allocates.
class HeardRing
{
public:
    HeardRing(int sampleRate, int channels);
    HeardRing(const HeardRing&) = delete;
    HeardRing& operator=(const HeardRing&) = delete;

    int sampleRate() const { return sampleRate_; }
    int channels() const { return channels_; }

    /// From the writing thread. What does not fit is dropped, the whole block at once.
    void push(std::span<const float> interleaved);
    /// Samples which were pushed, but are still in the device, in frames: they are not brought yet.
    void setDelay(int frames) { delay_.store(static_cast<std::size_t>(frames), std::memory_order_relaxed); }

    /// From the reading thread: whole frames that were heard since the last call, as many as fit. @return values brought
    std::size_t pop(std::span<float> out);

private:
    int sampleRate_;
    int channels_;
    std::vector<float> values_;
    std::atomic<std::size_t> written_{0}; ///< counts on without end, and so does read_
    std::atomic<std::size_t> read_{0};
    std::atomic<std::size_t> delay_{0};
};

} // namespace sonoloom
