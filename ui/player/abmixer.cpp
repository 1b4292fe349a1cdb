// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/abmixer.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace sonoloom
{

namespace
{

float sampleAt(const AbSounds& sounds, Side side, std::size_t frame, int channel)
{
    const std::size_t place = frame * static_cast<std::size_t>(sounds.channels) + static_cast<std::size_t>(channel);
    const auto of = [place](const std::vector<float>& samples) { return place < samples.size() ? samples[place] : 0.0f; };
    switch (side) {
    case Side::A: return of(sounds.a);
    case Side::B: return of(sounds.b);
    case Side::Difference: break;
    }
    return of(sounds.a) - of(sounds.b);
}

} // namespace

void AbMixer::setSounds(std::shared_ptr<const AbSounds> sounds)
{
    offered_.store(sounds.get());
    if (sounds)
        alive_.push_back(std::move(sounds));
    freeReplaced();
}

void AbMixer::freeReplaced()
{
    const AbSounds* offered = offered_.load();
    const AbSounds* inUse = inUse_.load();
    const AbSounds* replaced = replaced_.load(); // after inUse_: read() writes them in the other order
    std::erase_if(alive_, [&](const auto& sounds) {
        return sounds.get() != offered && sounds.get() != inUse && sounds.get() != replaced;
    });
}

void AbMixer::request(std::size_t frame, std::uint64_t flag)
{
    request_.store(static_cast<std::uint64_t>(frame) | flag, std::memory_order_release);
}

void AbMixer::setLoop(std::size_t first, std::size_t last)
{
    assert(first <= last && last < (std::size_t{1} << 32));
    loop_.store(static_cast<std::uint64_t>(first) << 32 | static_cast<std::uint64_t>(last), std::memory_order_relaxed);
}

std::size_t AbMixer::position() const
{
    const std::uint64_t request = request_.load(std::memory_order_acquire);
    return request != noRequest ? static_cast<std::size_t>(request & ~cut) : position_.load(std::memory_order_acquire);
}

const AbSounds* AbMixer::acquire()
{
    const AbSounds* before = inUse_.load(); // protected since the last read()
    const AbSounds* sounds = offered_.load();
    if (sounds == before || exchangeLeft_ > 0)
        return before; // what is newer waits for the end of the fade
    replaced_.store(before);
    for (;;) {
        inUse_.store(sounds);
        const AbSounds* again = offered_.load();
        if (again == sounds)
            break;
        sounds = again;
    }
    const bool fades = reading_ && before && sounds && before->channels == sounds->channels &&
                       before->sampleRate == sounds->sampleRate && sounds->channels <= mostChannels;
    if (fades)
        exchangeLeft_ = exchangeFrames_ = std::max(1, static_cast<int>(std::lround(fadeSeconds * sounds->sampleRate)));
    else
        replaced_.store(nullptr);
    return sounds;
}

void AbMixer::fadeTo(Voice voice, const AbSounds& sounds)
{
    leaving_ = heard_;
    heard_ = voice;
    fadeFrames_ = std::max(1, static_cast<int>(std::lround(fadeSeconds * sounds.sampleRate)));
    fadeLeft_ = fadeFrames_;
}

bool AbMixer::takeRequest(const AbSounds& sounds)
{
    std::uint64_t request = request_.load(std::memory_order_acquire);
    if (request == noRequest)
        return false;
    const Voice voice{side_.load(std::memory_order_relaxed), static_cast<std::size_t>(request & ~cut)};
    if (request & cut)
        heard_ = voice;
    else
        fadeTo(voice, sounds);
    position_.store(voice.frame, std::memory_order_release);
    request_.compare_exchange_strong(request, noRequest, std::memory_order_acq_rel); // unless a newer one came
    return true;
}

void AbMixer::takeChanges(const AbSounds& sounds)
{
    if (fadeLeft_ > 0 || takeRequest(sounds))
        return;
    const Side side = side_.load(std::memory_order_relaxed);
    const std::uint64_t loop = loop_.load(std::memory_order_relaxed);
    const auto first = static_cast<std::size_t>(loop >> 32);
    const auto last = static_cast<std::size_t>(loop & 0xffffffffu);
    if (first < last && heard_.frame == last)
        fadeTo({side, first}, sounds);
    else if (side != heard_.side)
        fadeTo({side, heard_.frame}, sounds);
}

/// The frame that both voices make of these sounds.
void AbMixer::mixVoices(const AbSounds& sounds, float* out) const
{
    for (int c = 0; c < sounds.channels; ++c)
        out[c] = sampleAt(sounds, heard_.side, heard_.frame, c);
    if (fadeLeft_ == 0)
        return;
    const double done = 1.0 - static_cast<double>(fadeLeft_) / fadeFrames_;
    const auto weight = static_cast<float>(0.5 - 0.5 * std::cos(std::numbers::pi * done));
    for (int c = 0; c < sounds.channels; ++c) {
        const float from = sampleAt(sounds, leaving_.side, leaving_.frame, c);
        out[c] = from + weight * (out[c] - from); // exactly `from` where both sides are alike
    }
}

void AbMixer::mixFrame(const AbSounds& sounds, float* out)
{
    mixVoices(sounds, out);
    if (exchangeLeft_ > 0) {
        mixVoices(*replaced_.load(std::memory_order_relaxed), frame_.data());
        const double done = 1.0 - static_cast<double>(exchangeLeft_) / exchangeFrames_;
        const auto weight = static_cast<float>(0.5 - 0.5 * std::cos(std::numbers::pi * done));
        for (int c = 0; c < sounds.channels; ++c)
            out[c] = frame_[static_cast<std::size_t>(c)] + weight * (out[c] - frame_[static_cast<std::size_t>(c)]);
        if (--exchangeLeft_ == 0)
            replaced_.store(nullptr);
    }
    if (fadeLeft_ > 0) {
        --fadeLeft_;
        ++leaving_.frame;
    }
    ++heard_.frame;
}

std::size_t AbMixer::read(std::span<float> out)
{
    std::fill(out.begin(), out.end(), 0.0f);
    std::size_t brought = 0;
    std::size_t frameSize = 1;
    if (const AbSounds* sounds = acquire()) {
        frameSize = static_cast<std::size_t>(sounds->channels);
        const std::size_t wanted = out.size() / frameSize;
        const std::size_t end = sounds->frames();
        for (; brought < wanted; ++brought) {
            takeChanges(*sounds);
            if (heard_.frame >= end && fadeLeft_ == 0)
                break;
            mixFrame(*sounds, out.data() + brought * frameSize);
        }
        position_.store(std::min(heard_.frame, end), std::memory_order_release);
    }
    ended_.store(brought * frameSize < out.size(), std::memory_order_release);
    reading_ = brought > 0;
    return brought;
}

} // namespace sonoloom
