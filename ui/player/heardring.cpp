// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/heardring.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr std::size_t capacity = std::size_t{1} << 18; // more than half a second of two channels at 192 kHz; a power of two

} // namespace

HeardRing::HeardRing(int sampleRate, int channels) : sampleRate_(sampleRate), channels_(channels), values_(capacity) {}

void HeardRing::push(std::span<const float> interleaved)
{
    const std::size_t written = written_.load(std::memory_order_relaxed);
    if (written - read_.load(std::memory_order_acquire) + interleaved.size() > capacity)
        return;
    for (std::size_t i = 0; i < interleaved.size(); ++i)
        values_[(written + i) % capacity] = interleaved[i];
    written_.store(written + interleaved.size(), std::memory_order_release);
}

std::size_t HeardRing::pop(std::span<float> out)
{
    const std::size_t read = read_.load(std::memory_order_relaxed);
    const std::size_t there = written_.load(std::memory_order_acquire) - read;
    const auto frame = static_cast<std::size_t>(channels_);
    const std::size_t held = std::min(there, delay_.load(std::memory_order_relaxed) * frame);
    const std::size_t count = std::min(there - held, out.size()) / frame * frame;
    for (std::size_t i = 0; i < count; ++i)
        out[i] = values_[(read + i) % capacity];
    read_.store(read + count, std::memory_order_release);
    return count;
}

} // namespace sonoloom
