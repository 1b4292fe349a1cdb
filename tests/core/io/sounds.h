// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

/// Keeps what it is told, and cancels once the progress has come to `cancelAt`.
class RecordingMonitor : public sonoloom::JobMonitor
{
public:
    explicit RecordingMonitor(double cancelAt = std::numeric_limits<double>::infinity()) : cancelAt_(cancelAt) {}

    bool cancelled() const override { return !fractions.empty() && fractions.back() >= cancelAt_; }
    void progress(double fraction, std::string_view) override { fractions.push_back(fraction); }
    void notice(std::string_view sentence) override { notices.emplace_back(sentence); }

    std::vector<double> fractions;
    std::vector<std::string> notices;

private:
    double cancelAt_;
};

/// A sine of 440 Hz times (1 + its channel's number) in each channel; peak 0.5.
inline sonoloom::Audio sines(std::size_t samples, int sampleRate = 44100, std::size_t channels = 1)
{
    sonoloom::Audio audio;
    audio.sampleRate = sampleRate;
    for (std::size_t c = 0; c < channels; ++c) {
        const double step = 2.0 * std::numbers::pi * 440.0 * static_cast<double>(c + 1) / sampleRate;
        audio.channels.emplace_back(samples);
        for (std::size_t i = 0; i < samples; ++i) {
            audio.channels[c][i] = static_cast<float>(0.5 * std::sin(step * static_cast<double>(i)));
        }
    }
    return audio;
}

/// The level of the difference of two channels below the level of `expected`, in dB; 0 and more: nothing alike.
inline double differenceDb(const std::vector<float>& actual, const std::vector<float>& expected)
{
    double difference = 0.0;
    double power = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double gap = (i < actual.size() ? actual[i] : 0.0) - double{expected[i]};
        difference += gap * gap;
        power += double{expected[i]} * double{expected[i]};
    }
    return 10.0 * std::log10(difference / power);
}
