// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/cleanimages.h"

#include "core/base/random.h"
#include "core/codec/resonance/resonance.h"
#include "core/codec/resonance/wavlayout.h"
#include "core/codec/riffusion.h"
#include "core/codec/wavdiff/wavdiff.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>

namespace sonoloom::corpus
{

namespace
{

/// A sound whose WAV file can be asked for, as resonance does.
class WavSource final : public AudioSource
{
public:
    explicit WavSource(std::vector<std::uint8_t> bytes) : file_(std::move(bytes)) {}
    int sampleRate() const override { return 44100; }
    int channelCount() const override { return 1; }
    std::size_t sampleCount() const override { return 1; }
    Result<Audio> read(std::size_t) override { return Audio{}; }
    Result<void> rewind() override { return {}; }
    ByteSource* file() override { return &file_; }

private:
    MemoryBytes file_;
};

/// An image from the middle of what `codec` makes of `source`.
Image encoded(const Codec& codec, AudioSource& source)
{
    JobMonitor monitor;
    std::vector<Image> images;
    const auto keep = [&images](Tile tile) -> Result<void> {
        images.push_back(std::move(tile.image));
        return {};
    };
    const auto done = codec.encode(source, {"sound.wav", "", source.sampleCount()}, keep, 1, monitor);
    if (!done || images.empty()) {
        std::cerr << "The corpus cannot be made: " << (done ? "no images" : done.error().message) << '\n';
        std::abort();
    }
    return images[(images.size() - 1) / 2];
}

template <class Value>
Value oneOf(Random& random, std::initializer_list<Value> values)
{
    return values.begin()[random.next() % values.size()];
}

RiffusionParams melParams(Random& random, int sampleRate)
{
    RiffusionParams params;
    params.bands = oneOf(random, {512, 512, 512, 256, 128, 384, 768});
    params.power = oneOf(random, {0.25, 0.25, 0.25, 0.4, 0.15, 0.5, 1.0});
    params.level = oneOf(random, {LevelRule::Shared, LevelRule::Shared, LevelRule::MinMax, LevelRule::MinMax, LevelRule::Peak});
    params.topHz = std::min(oneOf(random, {10'000.0, 10'000.0, 10'000.0, 8'000.0, 16'000.0, 20'000.0}), sampleRate / 2.0);
    params.durationMs = oneOf(random, {5119, 5119, 5119, 2560, 3000});
    params.depth = random.uniform() < 0.2 ? PixelDepth::Sixteen : PixelDepth::Eight;
    params.rgb = random.uniform() < 0.25;
    if (random.uniform() < 0.2) { // as the peer makes them
        params = {};
        params.compatible = true;
        params.level = LevelRule::MinMax;
        params.channels = RiffusionChannels::Mono;
    }
    return params;
}

double loudness(Random& random)
{
    return std::pow(10.0, -random.uniform(0, 1.5));
}

Audio quieter(Audio audio, double gain)
{
    for (auto& channel : audio.channels)
        for (float& sample : channel)
            sample = static_cast<float>(sample * gain);
    return audio;
}

std::vector<std::uint8_t> wavOf(const Audio& audio, int bytes)
{
    const WavFormat format{WavSamples::Integer, false, audio.sampleRate, static_cast<int>(audio.channelCount()), bytes};
    auto wav = wavHeader(format, audio.sampleCount() * format.frameBytes());
    for (std::size_t i = 0; i < audio.sampleCount(); ++i)
        for (const auto& channel : audio.channels) {
            const auto number = std::llround(std::clamp<double>(channel[i], -1, 0.9999) * std::pow(2.0, 8 * bytes - 1));
            for (int b = 0; b < bytes; ++b)
                wav.push_back(static_cast<std::uint8_t>(number >> (8 * b)));
        }
    return wav;
}

/// Other kinds of sound get other parameters of the same seed.
std::uint64_t mixed(std::uint64_t seed, std::string_view name)
{
    for (const char letter : name)
        seed = seed * 1099511628211u + static_cast<std::uint64_t>(letter);
    return seed;
}

std::string named(const char* format, std::string_view kind, std::uint64_t seed)
{
    return std::string(format) + ' ' + std::string(kind) + ' ' + std::to_string(seed);
}

} // namespace

Sample melImageOf(const Audio& audio, const std::string& name, std::uint64_t seed)
{
    Random random(mixed(seed, name));
    auto source = memorySource(std::make_shared<Audio>(quieter(audio, loudness(random))));
    const auto codec = makeRiffusionCodec(melParams(random, audio.sampleRate));
    return {name, "riffusion", encoded(*codec, *source)};
}

Sample melImage(std::string_view kind, std::uint64_t seed)
{
    Random random(mixed(seed, kind));
    const int channels = random.uniform() < 0.25 ? 2 : 1;
    const int rate = oneOf(random, {44100, 44100, 44100, 48000, 22050});
    const double seconds = random.uniform() < 0.15 ? random.uniform(1, 4) : 5.2; // the rest of the image is silent then
    return melImageOf(soundOf(kind, seed, seconds, channels, rate), named("riffusion", kind, seed), seed);
}

Sample plainMelImage(std::string_view kind, std::uint64_t seed)
{
    auto source = memorySource(std::make_shared<Audio>(soundOf(kind, seed, 5.119)));
    return {named("riffusion plain", kind, seed), "riffusion", encoded(*makeRiffusionCodec(), *source)};
}

Sample phaseImage(std::string_view kind, std::uint64_t seed)
{
    Random random(mixed(seed + 3, kind));
    WavdiffParams params;
    params.size = oneOf(random, {256, 384, 512});
    params.layout = random.uniform() < 0.4 ? WavdiffLayout::Resized : WavdiffLayout::Exact;
    params.depth = random.uniform() < 0.3 ? WavdiffDepth::Eight : WavdiffDepth::Sixteen;
    const bool compatible = random.uniform() < 0.3 && kind != "sparse" && kind != "clicks"; // those are trimmed too short
    const bool resized = compatible || params.layout == WavdiffLayout::Resized;
    const auto codec = makeWavdiffCodec(params);
    if (compatible)
        codec->setCompatible(true);
    const double seconds = compatible ? 14 : resized ? 9 : 0.7 * params.size * params.size / 2 / 44100;
    auto source = memorySource(std::make_shared<Audio>(quieter(soundOf(kind, seed, seconds), loudness(random))));
    return {named("wavdiff", kind, seed), "wavdiff", encoded(*codec, *source)};
}

Sample bytesImage(std::string_view kind, std::uint64_t seed)
{
    Random random(mixed(seed + 11, kind));
    ResonanceParams params;
    params.width = oneOf(random, {768, 512, 640});
    params.height = oneOf(random, {768, 512, 384});
    params.expansion = oneOf(random, {1, 1, 2, 3, 4, 8});
    if (seed % 4 == 0) {
        params.code = ResonanceCode::Bits;
        params.expansion = oneOf(random, {1, 2});
    }
    params.compatible = params.code == ResonanceCode::Bytes && random.uniform() < 0.3;
    const Audio audio = quieter(soundOf(kind, seed, 6, 1 + static_cast<int>(seed % 2)), loudness(random));
    WavSource source(wavOf(audio, params.compatible ? 2 : oneOf(random, {2, 2, 3})));
    return {named("resonance", kind, seed), "resonance", encoded(*makeResonanceCodec(params), source)};
}

} // namespace sonoloom::corpus
