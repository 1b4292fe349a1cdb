// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/pieces.h"

#include "core/io/audiofile.h"
#include "tests/corpus/styles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>
#include <numbers>

namespace sonoloom::corpus
{

namespace
{

constexpr int sampleRate = 44100;
constexpr const char* soundFont = "/usr/share/sounds/sf2/FluidR3_GM.sf2";

Error unavailable(const QString& what)
{
    return {
        ErrorCode::Unavailable,
        ("FluidSynth could not play the piece (" + what + "); run packaging/install-deps.sh --tests.").toStdString()};
}

Result<Audio> played(const std::string& midi, double seconds)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("piece.mid"));
    if (!file.open(QIODevice::WriteOnly) || file.write(midi.data(), static_cast<qint64>(midi.size())) < 0)
        return unavailable("its notes could not be written");
    file.close();
    const QString wav = folder.filePath("piece.wav");
    QProcess synth;
    synth.start("fluidsynth", {"-ni", "-q", "-g", "0.5", "-r", QString::number(sampleRate), "-R", "0", "-C", "0", "-F",
                               wav, soundFont, file.fileName()});
    if (!synth.waitForFinished(120'000) || synth.exitCode() != 0 || !QFile::exists(wav))
        return unavailable(synth.errorString());
    JobMonitor monitor;
    auto audio = readAudioFile(wav.toStdString(), monitor);
    if (audio)
        for (auto& channel : audio->channels)
            channel.resize(static_cast<std::size_t>(seconds * sampleRate));
    return audio;
}

/// Drums of noise and sweeping sines.
class DrumMachine
{
public:
    DrumMachine(Audio& sound, const Pulse& pulse, Random& random) : sound_(sound), pulse_(pulse), random_(random) {}

    void kick(double beat, double level)
    {
        add(beat, 0.25, [&](double t) {
            return level * std::exp(-t * 14) * std::sin(2 * std::numbers::pi * (50 * t + 3 * (1 - std::exp(-t * 30))));
        });
    }
    void snare(double beat, double level)
    {
        add(beat, 0.15, [&](double t) {
            return level * std::exp(-t * 25) *
                   (0.6 * random_.uniform(-1, 1) + 0.4 * std::sin(2 * std::numbers::pi * 190 * t));
        });
    }
    void hat(double beat, double level)
    {
        double last = 0;
        add(beat, 0.06, [&](double t) {
            const double white = random_.uniform(-1, 1);
            return level * std::exp(-t * 80) * (white - std::exchange(last, white));
        });
    }

private:
    template <class Wave>
    void add(double beat, double seconds, Wave&& wave)
    {
        const auto first = static_cast<std::size_t>(std::lround(pulse_.seconds(beat) * sampleRate));
        for (std::size_t i = 0; i < static_cast<std::size_t>(seconds * sampleRate) && first + i < sound_.sampleCount();
             ++i) {
            const double value = wave(static_cast<double>(i) / sampleRate);
            for (auto& channel : sound_.channels)
                channel[first + i] += static_cast<float>(value);
        }
    }

    Audio& sound_;
    Pulse pulse_;
    Random& random_;
};

Audio machineDrums(const Pulse& pulse, double seconds, Random& random)
{
    Audio sound = Audio::silence(sampleRate, 2, static_cast<std::size_t>(seconds * sampleRate));
    DrumMachine drums(sound, pulse, random);
    const bool syncopated = random.uniform() < 0.5;
    const bool sixteenths = pulse.bpm < 110 && random.uniform() < 0.3;
    const double hat = random.uniform(0.06, 0.2);
    const double hatBetween = random.uniform(0.04, 0.25);
    for (int beat = 0; pulse.seconds(beat) < seconds; ++beat) {
        drums.hat(beat, hat);
        drums.hat(beat + 0.5, hatBetween);
        for (const double place : {0.25, 0.75})
            if (sixteenths)
                drums.hat(beat + place, hat / 2);
        if (beat % 2 == 1)
            drums.snare(beat, 0.4);
        if (beat % 2 == 0 && (!syncopated || beat % 4 == 0))
            drums.kick(beat, 0.6);
        if (syncopated && beat % 4 == 2)
            drums.kick(beat + 0.5, 0.6);
    }
    return sound;
}

Pulse pulseOf(const Style& style, Random& random)
{
    Pulse pulse;
    pulse.bpm = style.leastBpm * std::pow(style.greatestBpm / style.leastBpm, random.uniform());
    pulse.swing = random.uniform(style.leastSwing, style.greatestSwing);
    pulse.sway = random.uniform() < 0.4 ? random.uniform(0, 0.15) : 0.0;
    pulse.start = random.uniform(0.1, 0.9);
    return pulse;
}

Result<Audio> soundOf(const Style& style, const Pulse& pulse, double seconds, Random& random)
{
    if (!style.write)
        return machineDrums(pulse, seconds, random);
    Score score(pulse, random);
    score.loosen(random.uniform(0, 0.012), 0.1);
    const int bars = 1 + static_cast<int>(seconds * pulse.bpm / 60 / style.beatsPerBar);
    Page page{score, random, bars, style.beatsPerBar, 36 + static_cast<int>(random.next() % 12)};
    style.write(page);
    return played(score.midi(), seconds);
}

} // namespace

std::size_t pieceStyles()
{
    return styles().size();
}

Result<Piece> makePiece(std::uint64_t seed, std::size_t index, double seconds)
{
    Random random(seed * 7919 + index);
    const Style& style = styles()[index % styles().size()];
    Piece piece;
    piece.name = style.name + std::to_string(index);
    piece.pulse = pulseOf(style, random);
    piece.beatsPerBar = style.beatsPerBar;
    piece.drums = style.drums;
    for (int beat = 0; piece.pulse.seconds(beat) < seconds - 0.1; ++beat) {
        piece.beats.push_back(piece.pulse.seconds(beat));
        if (beat % style.beatsPerBar == 0)
            piece.downbeats.push_back(piece.beats.back());
    }
    auto sound = soundOf(style, piece.pulse, seconds, random);
    if (!sound)
        return sound.error();
    piece.sound = std::move(*sound);
    return piece;
}

} // namespace sonoloom::corpus
