// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/codec/wavdiff/wavdiff.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

/// What the tests of wavdiff's images share: sounds, sets of images in memory, both ways.
namespace sonoloom::testsupport
{

struct Listener final : JobMonitor {
    explicit Listener(std::string& text) : text_(text) {}
    void notice(std::string_view sentence) override { text_ += std::string(sentence) + '\n'; }
    std::string& text_;
};

class Tiles final : public ImageSet
{
public:
    explicit Tiles(std::vector<Tile> tiles) : tiles_(std::move(tiles)) {}
    std::size_t count() const override { return tiles_.size(); }
    std::string name(std::size_t index) const override { return "tile " + std::to_string(index); }
    Result<Image> load(std::size_t index) override { return tiles_[index].image; }
    std::optional<Record> record(std::size_t index) override
    {
        return tiles_[index].record.format.empty() ? std::nullopt : std::optional(tiles_[index].record);
    }

private:
    std::vector<Tile> tiles_;
};

/// Notes with harmonics over noise, each channel its own.
inline Audio notes(std::size_t samples, int channels = 1, int rate = 44100, double gain = 0.5)
{
    Audio audio = Audio::silence(rate, static_cast<std::size_t>(channels), samples);
    Random random(7);
    for (std::size_t c = 0; c < audio.channelCount(); ++c)
        for (std::size_t i = 0; i < samples; ++i) {
            const double t = static_cast<double>(i) / rate;
            const double hertz = 220 * (1 + static_cast<double>(c)) * std::pow(2.0, std::floor(t * 3) / 12.0);
            double tone = 0.05 * random.uniform(-1, 1);
            for (int h = 1; h < 6; ++h)
                tone += 0.3 / h * std::sin(2 * std::numbers::pi * hertz * h * t);
            audio.channels[c][i] = static_cast<float>(gain * tone);
        }
    return audio;
}

/// 10 log10 of signal over difference, all channels; -infinity if the shapes differ.
inline double snrDb(const Audio& original, const Audio& other)
{
    if (original.channelCount() != other.channelCount() || original.sampleCount() != other.sampleCount())
        return -std::numeric_limits<double>::infinity();
    double signal = 0;
    double noise = 1e-30;
    for (std::size_t c = 0; c < original.channelCount(); ++c)
        for (std::size_t i = 0; i < original.sampleCount(); ++i) {
            const double x = original.channels[c][i];
            signal += x * x;
            noise += (x - other.channels[c][i]) * (x - other.channels[c][i]);
        }
    return 10 * std::log10(signal / noise);
}

/// Both ways, with what was noticed on the last way back and the last error's sentence.
class WavdiffRig
{
public:
    std::vector<Tile> encoded(const WavdiffParams& params, const Audio& audio, int threads = 2)
    {
        Listener monitor(notices_);
        std::vector<Tile> tiles;
        const auto source = memorySource(std::make_shared<Audio>(audio));
        const auto keep = [&tiles](Tile tile) -> Result<void> {
            tiles.push_back(std::move(tile));
            return {};
        };
        const auto done = makeWavdiffCodec(params)->encode(*source, {"song.wav", {}, audio.sampleCount()}, keep, threads, monitor);
        error_ = done ? "" : done.error().message;
        return done ? tiles : std::vector<Tile>{};
    }

    Audio decoded(std::vector<Tile> tiles, const std::vector<std::string>& given = {}, const WavdiffParams& params = {})
    {
        notices_.clear();
        Listener monitor(notices_);
        Tiles images(std::move(tiles));
        const auto decoding = makeWavdiffCodec(params)->open(images, given, monitor);
        error_ = decoding ? "" : decoding.error().message;
        if (!decoding)
            return {};
        auto sound = decoding.value()->audio({}, 2, monitor);
        error_ = sound ? "" : sound.error().message;
        return sound ? sound.value().audio : Audio{};
    }

    Audio roundTrip(const WavdiffParams& params, const Audio& audio) { return decoded(encoded(params, audio)); }

    const std::string& error() const { return error_; }
    bool noticed(const std::string& words) const { return notices_.find(words) != std::string::npos; }

private:
    std::string notices_;
    std::string error_;
};

} // namespace sonoloom::testsupport
