// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/midiscore.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sonoloom::corpus
{

namespace
{

constexpr double ticksPerSecond = 960; // 480 a quarter note of half a second

std::string bigEndian(unsigned value, int bytes)
{
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        text += static_cast<char>(value >> shift & 255);
    return text;
}

std::string variableLength(unsigned long value)
{
    std::string text(1, static_cast<char>(value & 127));
    while (value >>= 7)
        text.insert(text.begin(), static_cast<char>((value & 127) | 128));
    return text;
}

std::string message(int status, int first, int second)
{
    return {static_cast<char>(status), static_cast<char>(first), static_cast<char>(second)};
}

/// Bends the middle of 0..1 to `middle`.
double bent(double place, double middle)
{
    return place < 0.5 ? place * 2 * middle : middle + (place - 0.5) * 2 * (1 - middle);
}

} // namespace

double Pulse::seconds(double beat) const
{
    const double eighths = 2 * (beat - std::floor(beat));
    const double eighth = (std::floor(eighths) + bent(eighths - std::floor(eighths), sixteenths)) / 2;
    const double place = std::floor(beat) + bent(eighth, swing);
    return start + 60 / bpm * (place + sway * std::sin(2 * std::numbers::pi * place / 40));
}

void Score::part(int channel, int program, int volume)
{
    events_.push_back({0, -1, {static_cast<char>(0xC0 | channel), static_cast<char>(program)}});
    events_.push_back({0, -1, message(0xB0 | channel, 7, volume)});
}

void Score::note(int channel, double beat, double beats, int key, int velocity)
{
    const double seconds = pulse_.seconds(beat) + late_ * random_.uniform(-1, 1);
    const auto tick = std::max(0L, std::lround(seconds * ticksPerSecond));
    const auto length = std::max(1L, std::lround(beats * 60 / pulse_.bpm * ticksPerSecond));
    const int loud =
        std::clamp(static_cast<int>(std::lround(velocity * (1 + loose_ * random_.uniform(-1, 1)))), 1, 127);
    events_.push_back({tick, 1, message(0x90 | channel, key, loud)});
    events_.push_back({tick + length, 0, message(0x80 | channel, key, 0)});
}

std::string Score::midi() const
{
    auto events = events_;
    std::ranges::stable_sort(
        events, [](const Event& a, const Event& b) { return a.tick != b.tick ? a.tick < b.tick : a.order < b.order; });
    std::string track;
    long now = 0;
    for (const Event& event : events) {
        track += variableLength(static_cast<unsigned long>(event.tick - now)) + event.bytes;
        now = event.tick;
    }
    track += variableLength(480) + std::string("\xff\x2f\x00", 3);
    return "MThd" + bigEndian(6, 4) + bigEndian(0, 2) + bigEndian(1, 2) + bigEndian(480, 2) + "MTrk" +
           bigEndian(static_cast<unsigned>(track.size()), 4) + track;
}

} // namespace sonoloom::corpus
