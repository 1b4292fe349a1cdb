// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/random.h"
#include "core/io/audiofile.h"

#include <atomic>
#include <cmath>
#include <filesystem>
#include <numbers>
#include <string>

/// Sounds and monitors for the tests of core/pipeline.
namespace sonoloom::testsupport
{

/// A few decaying notes with harmonics and soft noise, left and right different, all fading linearly in dB to -40 dB.
inline Audio fadingMusic(double seconds, int sampleRate = 44100)
{
    const auto samples = static_cast<std::size_t>(std::lround(seconds * sampleRate));
    Audio audio{sampleRate, {std::vector<float>(samples), std::vector<float>(samples)}};
    Random random(5);
    for (std::size_t i = 0; i < samples; ++i) {
        const double t = static_cast<double>(i) / sampleRate;
        const double fade = std::pow(10.0, -40.0 / 20 * t / seconds);
        const auto note = static_cast<int>(t * 4);
        const double since = t - note / 4.0;
        const double hertz = 220 * std::pow(2.0, (note * 5 % 12) / 12.0);
        double tone = 0;
        for (int h = 1; h <= 8; ++h)
            tone += std::sin(2 * std::numbers::pi * hertz * h * t) / h * std::exp(-3 * since * h);
        for (std::size_t c = 0; c < 2; ++c)
            audio.channels[c][i] =
                static_cast<float>(fade * ((c == 0 ? 0.25 : 0.15) * tone + 0.01 * random.uniform(-1, 1)));
    }
    return audio;
}

/// Writes `audio` as 24-bit WAV or what the suffix says; false if it could not.
inline bool write(const std::filesystem::path& place, const Audio& audio)
{
    JobMonitor monitor;
    return writeAudioFile(place, audio, {}, Overwrite::Yes, monitor).has_value();
}

/// Stops the job once it has come this far.
class StopAt final : public JobMonitor
{
public:
    explicit StopAt(double fraction) : stop_(fraction) {}
    bool cancelled() const override { return stopped_; }
    void progress(double fraction, std::string_view) override
    {
        if (fraction >= stop_)
            stopped_ = true;
    }

private:
    double stop_;
    std::atomic<bool> stopped_ = false;
};

/// Remembers notices.
class Listener final : public JobMonitor
{
public:
    void notice(std::string_view sentence) override { notices += std::string(sentence) + '\n'; }
    std::string notices;
};

inline std::size_t filesIn(const std::filesystem::path& folder)
{
    std::error_code ignored;
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, ignored))
        count += entry.is_regular_file() ? 1 : 0;
    return count;
}

} // namespace sonoloom::testsupport
