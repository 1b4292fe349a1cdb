// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/sounds.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <utility>

namespace sonoloom::corpus
{

namespace
{

using Samples = std::vector<float>;
constexpr double turn = 2 * std::numbers::pi;

struct Stage {
    Samples& samples;
    int rate;
    Random& random;

    std::size_t at(double seconds) const { return std::min(samples.size(), static_cast<std::size_t>(seconds * rate)); }
    double length() const { return static_cast<double>(samples.size()) / rate; }
    double time(std::size_t from, std::size_t i) const { return static_cast<double>(i - from) / rate; }
};

double logUniform(Random& random, double low, double high)
{
    return low * std::pow(high / low, random.uniform());
}

/// One harmonic: what it starts with, and what it keeps from one sample to the next.
struct Partial {
    std::complex<float> start;
    float kept;
    float level = 1;
};

/// Adds the harmonics of a tone whose place in its cycle is `cycles(t)`, under an envelope `swell(t)`.
template <class Cycles, class Swell>
void addPartials(Stage& stage, std::size_t from, std::size_t to, std::vector<Partial> partials, Cycles&& cycles, Swell&& swell)
{
    for (std::size_t i = from; i < to; ++i) {
        const double t = stage.time(from, i);
        const double place = cycles(t);
        const std::complex<float> step = std::polar(1.0F, static_cast<float>(turn * (place - std::floor(place))));
        std::complex<float> harmonic = step;
        float sum = 0;
        for (Partial& partial : partials) {
            sum += partial.level * (partial.start.real() * harmonic.imag() + partial.start.imag() * harmonic.real());
            partial.level *= partial.kept;
            harmonic *= step;
        }
        stage.samples[i] += static_cast<float>(swell(t)) * sum;
    }
}

/// A note of harmonics that decay the faster the higher they are.
void addNote(Stage& stage, double start, double hertz, double seconds, double level)
{
    const double tilt = stage.random.uniform(0.6, 1.6);
    const double decay = stage.random.uniform(0.3, 4);
    const double vibrato = stage.random.uniform() < 0.3 ? stage.random.uniform(0.002, 0.01) : 0.0;
    std::vector<Partial> partials;
    for (int h = 1; h <= 24 && hertz * h < stage.rate / 2.2; ++h) {
        const double strength = level / std::pow(h, tilt) * stage.random.uniform(0.3, 1);
        partials.push_back({std::polar(static_cast<float>(strength), static_cast<float>(stage.random.uniform(0, turn))),
                            static_cast<float>(std::exp(-decay * (0.6 + 0.1 * h) / stage.rate))});
    }
    addPartials(stage, stage.at(start), stage.at(start + seconds), std::move(partials),
                [&](double t) { return hertz * (t + (vibrato > 0 ? vibrato * std::sin(turn * 5.5 * t) / (turn * 5.5) : 0.0)); },
                [&](double t) { return std::min({1.0, t / 0.01, (seconds - t) / 0.03}); });
}

void chords(Stage& stage)
{
    const double beat = stage.random.uniform(0.2, 0.9);
    for (double start = 0; start < stage.length(); start += beat) {
        const double root = logUniform(stage.random, 55, 330);
        for (const int step : {0, 4, 7, 12})
            if (stage.random.uniform() < 0.75)
                addNote(stage, start, root * std::pow(2.0, step / 12.0), beat * stage.random.uniform(0.7, 2), 0.12);
    }
}

/// Noise through a resonance (two poles), with an exponential end. `hertz` 0 is plain noise.
void addBurst(Stage& stage, double start, double hertz, double seconds, double level)
{
    const double radius = hertz > 0 ? std::exp(-std::numbers::pi * hertz * 0.5 / stage.rate) : 0;
    const double middle = 2 * radius * std::cos(turn * hertz / stage.rate);
    double last = 0;
    double beforeLast = 0;
    const std::size_t from = stage.at(start);
    for (std::size_t i = from; i < stage.at(start + 6 * seconds); ++i) {
        const double next = stage.random.uniform(-1, 1) + middle * last - radius * radius * beforeLast;
        beforeLast = std::exchange(last, next);
        stage.samples[i] += static_cast<float>(level * (1 - 0.9 * radius) * next * std::exp(-stage.time(from, i) / seconds));
    }
}

void addKick(Stage& stage, double start)
{
    const double top = stage.random.uniform(90, 200);
    const std::size_t from = stage.at(start);
    for (std::size_t i = from; i < stage.at(start + 0.4); ++i) {
        const double t = stage.time(from, i);
        stage.samples[i] += static_cast<float>(0.6 * std::exp(-t * 9) * std::sin(turn * (45 * t + (top - 45) * 0.03 * (1 - std::exp(-t / 0.03)))));
    }
}

void drums(Stage& stage)
{
    const double beat = stage.random.uniform(0.22, 0.5);
    int number = 0;
    for (double start = 0; start < stage.length(); start += beat / 2, ++number) {
        if (number % 4 == 0)
            addKick(stage, start);
        if (number % 4 == 2)
            addBurst(stage, start, stage.random.uniform(1200, 2500), stage.random.uniform(0.03, 0.08), 0.5);
        addBurst(stage, start, 9000, 0.015, 0.12);
    }
}

/// Noise whose level falls by so many dB an octave: 0 white, 3 pink, 6 brown.
void noise(Stage& stage)
{
    const double mix = stage.random.uniform();
    const double level = logUniform(stage.random, 0.01, 0.3);
    double slow = 0;
    double slower = 0;
    for (float& sample : stage.samples) {
        const double white = stage.random.uniform(-1, 1);
        slow += 0.08 * (white - slow);
        slower += 0.008 * (white - slower);
        sample += static_cast<float>(level * ((1 - mix) * white + mix * 3 * slow + mix * 6 * slower));
    }
}

/// Pulses and breath through three formants, in syllables.
void speech(Stage& stage)
{
    const double voice = logUniform(stage.random, 85, 230);
    for (double start = 0.05; start < stage.length();) {
        const double seconds = stage.random.uniform(0.08, 0.3);
        if (stage.random.uniform() < 0.25) {
            addBurst(stage, start, stage.random.uniform(2500, 7000), seconds / 6, 0.15);
        } else {
            const double formants[3] = {stage.random.uniform(250, 850), stage.random.uniform(850, 2400), stage.random.uniform(2300, 3300)};
            const double glide = stage.random.uniform(-0.25, 0.15);
            std::vector<Partial> partials;
            for (int h = 1; h * voice < 5000; ++h) {
                double gain = 0.002;
                for (const double formant : formants)
                    gain += 0.12 / (1 + std::pow((h * voice - formant) / 90, 2));
                partials.push_back({static_cast<float>(gain), 1});
            }
            addPartials(stage, stage.at(start), stage.at(start + seconds), std::move(partials),
                        [&](double t) { return voice * (t + glide * t * t); },
                        [&](double t) { return std::sin(std::numbers::pi * std::min(1.0, t / seconds)); });
        }
        start += seconds + (stage.random.uniform() < 0.2 ? stage.random.uniform(0.1, 0.5) : 0.02);
    }
    for (float& sample : stage.samples)
        sample += static_cast<float>(0.0008 * stage.random.uniform(-1, 1));
}

void sweep(Stage& stage)
{
    const double from = logUniform(stage.random, 40, 400);
    const double to = logUniform(stage.random, 2000, 16000);
    const double octaves = std::log(to / from) / stage.length();
    for (std::size_t i = 0; i < stage.samples.size(); ++i) {
        const double t = stage.time(0, i);
        stage.samples[i] += static_cast<float>(0.4 * std::sin(turn * from * (std::exp(octaves * t) - 1) / octaves));
    }
}

void clicks(Stage& stage)
{
    for (double start = stage.random.uniform(0.1, 0.8); start < stage.length(); start += stage.random.uniform(0.15, 0.9))
        addBurst(stage, start, stage.random.uniform() < 0.5 ? 0 : stage.random.uniform(800, 5000), 0.002, 0.8);
}

void sparse(Stage& stage)
{
    for (double start = stage.random.uniform(0, 0.6); start < stage.length(); start += stage.random.uniform(0.4, 1.5))
        addNote(stage, start, logUniform(stage.random, 100, 1200), stage.random.uniform(0.15, 0.6), 0.3);
}

void tone(Stage& stage)
{
    const double hertz = logUniform(stage.random, 80, 5000);
    for (std::size_t i = 0; i < stage.samples.size(); ++i)
        stage.samples[i] += static_cast<float>(0.5 * std::sin(turn * hertz * stage.time(0, i)));
}

void mix(Stage& stage)
{
    chords(stage);
    drums(stage);
    speech(stage);
}

struct Kind {
    std::string_view name;
    void (*make)(Stage&);
};

constexpr Kind kinds[] = {{"chords", chords}, {"drums", drums},   {"noise", noise}, {"speech", speech}, {"sweep", sweep},
                          {"clicks", clicks}, {"mix", mix}, {"sparse", sparse}, {"tone", tone}};

} // namespace

const std::vector<std::string_view>& soundKinds()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const Kind& kind : kinds)
            all.push_back(kind.name);
        return all;
    }();
    return names;
}

Audio soundOf(std::string_view kind, std::uint64_t seed, double seconds, int channels, int sampleRate)
{
    Audio audio = Audio::silence(sampleRate, static_cast<std::size_t>(channels), static_cast<std::size_t>(seconds * sampleRate));
    for (std::size_t c = 0; c < audio.channelCount(); ++c) {
        Random random(seed * 1000003 + c);
        Stage stage{audio.channels[c], sampleRate, random};
        std::ranges::find(kinds, kind, &Kind::name)->make(stage);
    }
    return audio;
}

} // namespace sonoloom::corpus
