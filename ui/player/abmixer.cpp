// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/abmixer.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace sonoloom
{

namespace
{

int framesOf(double seconds, const AbSounds& sounds)
{
    return std::max(1, static_cast<int>(std::lround(seconds * sounds.sampleRate)));
}

/// 0 to 1 by half a cosine, with `left` of `all` frames to go.
float raisedCosine(int left, int all)
{
    const double done = 1.0 - static_cast<double>(left) / all;
    return static_cast<float>(0.5 - 0.5 * std::cos(std::numbers::pi * done));
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

AbMixer::Loop AbMixer::loop() const
{
    const std::uint64_t both = loop_.load(std::memory_order_relaxed);
    return {static_cast<std::size_t>(both >> 32), static_cast<std::size_t>(both & 0xffffffffu)};
}

std::size_t AbMixer::position() const
{
    const std::uint64_t request = request_.load(std::memory_order_acquire);
    return request != noRequest ? static_cast<std::size_t>(request & ~(cut | grain)) : position_.load(std::memory_order_acquire);
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
        exchangeLeft_ = exchangeFrames_ = framesOf(fadeSeconds, *sounds);
    else
        replaced_.store(nullptr);
    return sounds;
}

void AbMixer::fadeTo(Voice voice, std::size_t frames)
{
    leaving_ = heard_;
    heard_ = voice;
    fadeFrames_ = fadeLeft_ = static_cast<int>(frames);
}

bool AbMixer::takeRequest(const AbSounds& sounds)
{
    std::uint64_t request = request_.load(std::memory_order_acquire);
    const int fade = framesOf(fadeSeconds, sounds);
    const int grainFrames = framesOf(grainSeconds, sounds);
    const bool isGrain = request & grain;
    if (request == noRequest || (isGrain && scrubbing_ && grainLeft_ > grainFrames - framesOf(leastGrainSeconds, sounds)))
        return false;
    Voice voice{side_.load(std::memory_order_relaxed), static_cast<std::size_t>(request & ~(cut | grain))};
    const auto twoFades = static_cast<std::size_t>(2 * fade);
    if (!(request & (cut | grain)) && loop().has(voice.frame) && voice.frame + twoFades > loop().last)
        voice.frame = std::max(loop().last, twoFades) - twoFades;
    scrubbing_ = isGrain;
    grainLeft_ = grainFrames;
    if (request & cut) {
        heard_ = {voice.side, voice.frame, isGrain};
        for (std::size_t i = 0; i < gains_.size(); ++i) {
            const float gain = gain_[i].load(std::memory_order_relaxed);
            gains_[i] = {gain, gain, gain, 0};
        }
    }
    if (isGrain || !(request & cut))
        fadeTo(voice, static_cast<std::size_t>(fade));
    position_.store(voice.frame, std::memory_order_release);
    request_.compare_exchange_strong(request, noRequest, std::memory_order_acq_rel); // unless a newer one came
    return true;
}

/// Goes over the loop's end; true if that has begun.
bool AbMixer::takeSeam(const AbSounds& sounds, Loop loop)
{
    const auto fade = static_cast<std::size_t>(framesOf(fadeSeconds, sounds));
    if (!loop.has(heard_.frame) || heard_.frame + fade < loop.last)
        return false;
    const std::size_t left = loop.last - heard_.frame; // so that what leaves never reaches beyond the loop
    const Side side = side_.load(std::memory_order_relaxed);
    if (loop.first >= left)
        fadeTo({side, loop.first - left}, left);
    else
        fadeTo({side, heard_.frame, true}, left);
    return true;
}

void AbMixer::takeChanges(const AbSounds& sounds)
{
    const std::uint64_t request = request_.load(std::memory_order_acquire);
    if (request != noRequest && (request & cut))
        fadeLeft_ = 0; // left over from when it was stopped
    if (fadeLeft_ > 0 || takeRequest(sounds))
        return;
    const auto fade = static_cast<std::size_t>(framesOf(fadeSeconds, sounds));
    if (scrubbing_) {
        if (grainLeft_ <= static_cast<int>(fade) && !heard_.silent)
            fadeTo({heard_.side, heard_.frame, true}, fade);
        return;
    }
    const Side side = side_.load(std::memory_order_relaxed);
    const Loop loop = this->loop();
    if (heard_.silent)
        fadeTo({side, loop.first < loop.last ? loop.first : heard_.frame}, fade);
    else if (takeSeam(sounds, loop))
        return;
    else if (side != heard_.side && !(loop.has(heard_.frame) && heard_.frame + 2 * fade > loop.last)) // else the seam brings it
        fadeTo({side, heard_.frame}, fade);
}

void AbMixer::takeGain(std::size_t index, int fade)
{
    Gain& gain = gains_[index];
    const float wanted = gain_[index].load(std::memory_order_relaxed);
    if (gain.left == 0 && wanted != gain.to)
        gain = {gain.now, gain.now, wanted, fade};
    if (gain.left == 0)
        return;
    --gain.left;
    gain.now = gain.left == 0 ? gain.to : gain.from + raisedCosine(gain.left, fade) * (gain.to - gain.from);
}

float AbMixer::sampleAt(const AbSounds& sounds, const Voice& voice, int channel) const
{
    const std::size_t place = voice.frame * static_cast<std::size_t>(sounds.channels) + static_cast<std::size_t>(channel);
    if (voice.silent)
        return 0.0f;
    switch (voice.side) {
    case Side::A: return gains_[0].now * sounds.a.at(place);
    case Side::B: return gains_[1].now * sounds.b.at(place);
    case Side::Difference: break;
    }
    return sounds.a.at(place) - sounds.b.at(place);
}

/// The frame that both voices make of these sounds.
void AbMixer::mixVoices(const AbSounds& sounds, float* out) const
{
    for (int c = 0; c < sounds.channels; ++c)
        out[c] = sampleAt(sounds, heard_, c);
    if (fadeLeft_ == 0)
        return;
    const float weight = raisedCosine(fadeLeft_, fadeFrames_);
    for (int c = 0; c < sounds.channels; ++c) {
        const float from = sampleAt(sounds, leaving_, c);
        out[c] = from + weight * (out[c] - from); // exactly `from` where both sides are alike
    }
}

void AbMixer::mixFrame(const AbSounds& sounds, float* out)
{
    const int fade = framesOf(fadeSeconds, sounds);
    for (std::size_t i = 0; i < gains_.size(); ++i)
        takeGain(i, fade);
    mixVoices(sounds, out);
    if (exchangeLeft_ > 0) {
        mixVoices(*replaced_.load(std::memory_order_relaxed), frame_.data());
        const float weight = raisedCosine(exchangeLeft_, exchangeFrames_);
        for (int c = 0; c < sounds.channels; ++c)
            out[c] = frame_[static_cast<std::size_t>(c)] + weight * (out[c] - frame_[static_cast<std::size_t>(c)]);
        if (--exchangeLeft_ == 0)
            endExchange();
    }
    if (fadeLeft_ > 0) {
        --fadeLeft_;
        ++leaving_.frame;
    }
    ++heard_.frame;
    grainLeft_ = std::max(0, grainLeft_ - 1);
}

void AbMixer::endExchange()
{
    exchangeLeft_ = 0;
    replaced_.store(nullptr);
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
            if (heard_.frame >= end && fadeLeft_ == 0 && !scrubbing_) {
                endExchange(); // nothing fades any more; what comes next must not wait for it
                break;
            }
            mixFrame(*sounds, out.data() + brought * frameSize);
        }
        position_.store(std::min(heard_.frame, end), std::memory_order_release);
    }
    ended_.store(brought * frameSize < out.size(), std::memory_order_release);
    reading_ = brought > 0;
    return brought;
}

} // namespace sonoloom
