// SPDX-License-Identifier: GPL-3.0-or-later
// Tempo and beats of sounds that are made here; pieces of music: tempocorpus_test.cpp.
#include "core/analysis/tempo/tempo.h"
#include "core/base/random.h"
#include "tests/corpus/beatmeasures.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace sonoloom;
using corpus::beatFMeasure;

class TempoTest : public QObject
{
    Q_OBJECT

private slots:
    void drums_ofKnownTempo_areFound_data();
    void drums_ofKnownTempo_areFound();
    void swungDrums_areFound_byTheirBeats();
    void bars_beginWithTheBass();
    void sounds_withoutPulse_haveNoTempo_data();
    void sounds_withoutPulse_haveNoTempo();
    void beats_ofClicks_areAllOfThem();
    void silence_aroundMusic_hasNoBeats();
    void halves_ofTheBeat_areNotTaken_whereTheyAreLouder();
    void tempo_ofTheSameSound_doesNotDependOnThreadsAndLevel();
    void tempo_atAnyRateAndChannelCount_isTheSame_data();
    void tempo_atAnyRateAndChannelCount_isTheSame();
    void limits_withoutAnOctave_areRefused();
    void cancelled_work_stops();
};

namespace
{

/// Kicks, snares and hats of noise and sines.
class Drums
{
public:
    Drums(double bpm, double seconds, int rate = 44100, std::size_t channels = 1)
        : sound(Audio::silence(rate, channels, static_cast<std::size_t>(seconds * rate))), bpm_(bpm), random_(3)
    {
    }

    double secondsOf(double beat) const { return 0.25 + 60 / bpm_ * beat; }
    bool holds(double beat) const { return secondsOf(beat) + 0.3 < sound.seconds(); }
    std::vector<double> beats(int step = 1) const
    {
        std::vector<double> all;
        for (int beat = 0; secondsOf(beat) < sound.seconds() - 0.05; beat += step)
            all.push_back(secondsOf(beat));
        return all;
    }

    void kick(double beat, double level = 0.5)
    {
        add(beat, [&](double t) { return level * std::exp(-t * 15) * std::sin(2 * std::numbers::pi * 60 * t); });
    }
    void snare(double beat, double level = 0.3)
    {
        add(beat, [&](double t) { return level * std::exp(-t * 30) * random_.uniform(-1, 1); });
    }
    void hat(double beat, double level = 0.1)
    {
        double last = 0;
        add(beat, [&](double t) {
            const double white = random_.uniform(-1, 1);
            return level * std::exp(-t * 80) * (white - std::exchange(last, white));
        });
    }
    /// Kick on 1 and 3, snare on 2 and 4, hats on the eighths. @param second where in the beat its second eighth is
    void rock(double second = 0.5, double hatBetween = 0.08)
    {
        for (int beat = 0; holds(beat); ++beat) {
            beat % 2 == 0 ? kick(beat) : snare(beat);
            hat(beat);
            hat(beat + second, hatBetween);
        }
    }

    Audio sound;

private:
    template <class Wave>
    void add(double beat, Wave&& wave)
    {
        const auto first = static_cast<std::size_t>(secondsOf(beat) * sound.sampleRate);
        for (std::size_t i = 0;
             i < static_cast<std::size_t>(0.25 * sound.sampleRate) && first + i < sound.sampleCount(); ++i) {
            const auto value = static_cast<float>(wave(static_cast<double>(i) / sound.sampleRate));
            for (auto& channel : sound.channels)
                channel[first + i] += value;
        }
    }

    double bpm_;
    Random random_;
};

Tempo tempoOf(const Audio& sound, int threads = 0)
{
    JobMonitor monitor;
    return findTempo(sound, {}, threads, monitor).value();
}

Audio noise(double seconds, double level, std::uint64_t seed)
{
    Random random(seed);
    Audio sound = Audio::silence(44100, 1, static_cast<std::size_t>(seconds * 44100));
    for (float& sample : sound.channels[0])
        sample = static_cast<float>(level * random.uniform(-1, 1));
    return sound;
}

} // namespace

void TempoTest::drums_ofKnownTempo_areFound_data()
{
    QTest::addColumn<double>("bpm");
    for (const double bpm : {80.0, 87.6, 101.5, 120.0, 131.0, 152.0, 174.0})
        QTest::addRow("%.1f", bpm) << bpm;
}

void TempoTest::drums_ofKnownTempo_areFound()
{
    QFETCH(double, bpm);
    Drums drums(bpm, 20);
    drums.rock();
    const Tempo tempo = tempoOf(drums.sound);
    QVERIFY(tempo.bpm);
    // A frame of 10 ms over 16 beats is a third of a percent at 130 BPM; peaks are found between frames.
    QVERIFY2(std::abs(*tempo.bpm / bpm - 1) < 0.003, qPrintable(QString::number(*tempo.bpm)));
    QVERIFY(beatFMeasure(tempo.beats, drums.beats()) > 0.95);
    QVERIFY(tempo.confidence > 0.5);
    QVERIFY(tempo.confidence <= 1);
}

void TempoTest::swungDrums_areFound_byTheirBeats()
{
    Drums drums(96, 20);
    drums.rock(0.667, 0.1);
    const Tempo tempo = tempoOf(drums.sound);
    QVERIFY(std::abs(tempo.bpm.value_or(0) / 96 - 1) < 0.003);
    QVERIFY(beatFMeasure(tempo.beats, drums.beats()) > 0.95);
}

void TempoTest::bars_beginWithTheBass()
{
    for (const int perBar : {3, 4}) {
        Drums drums(110, 30);
        for (int beat = 0; drums.holds(beat); ++beat) {
            beat % perBar == 0 ? drums.kick(beat) : drums.snare(beat);
            drums.hat(beat);
            drums.hat(beat + 0.5, 0.05);
        }
        const Tempo tempo = tempoOf(drums.sound);
        QCOMPARE(tempo.beatsPerBar, perBar);
        QVERIFY(beatFMeasure(tempo.downbeats, drums.beats(perBar)) > 0.9);
        QVERIFY(tempo.barConfidence > 0.5);
    }
}

void TempoTest::sounds_withoutPulse_haveNoTempo_data()
{
    QTest::addColumn<Audio>("sound");
    QTest::newRow("3 s of silence") << Audio::silence(44100, 1, 3 * 44100);
    QTest::newRow("half a second") << noise(0.5, 0.3, 1);
    QTest::newRow("one sample") << Audio::silence(44100, 2, 1);
    QTest::newRow("nothing") << Audio{};
    QTest::newRow("noise below -80 dB") << noise(10, 0.00005, 1);
    for (const int seed : {1, 2, 3, 4})
        QTest::addRow("noise %d", seed) << noise(5 * seed, 0.3, static_cast<std::uint64_t>(seed));
    Audio tone = Audio::silence(44100, 1, 441000);
    for (std::size_t i = 0; i < tone.sampleCount(); ++i)
        tone.channels[0][i] = 0.5f * static_cast<float>(std::sin(0.06 * static_cast<double>(i)));
    QTest::newRow("a tone") << tone;
}

void TempoTest::sounds_withoutPulse_haveNoTempo()
{
    QFETCH(Audio, sound);
    const Tempo tempo = tempoOf(sound);
    QVERIFY(!tempo.bpm);
    QVERIFY(tempo.beats.empty() && tempo.downbeats.empty());
    QCOMPARE(tempo.confidence, 0.0);
    QCOMPARE(tempo.beatsPerBar, 0);
}

void TempoTest::beats_ofClicks_areAllOfThem()
{
    Drums drums(60, 20);
    for (int beat = 0; drums.holds(beat); ++beat)
        drums.snare(beat);
    const Tempo tempo = tempoOf(drums.sound);
    QCOMPARE(tempo.beats.size(), std::size_t{20});
    QVERIFY(beatFMeasure(tempo.beats, drums.beats()) == 1);
}

void TempoTest::silence_aroundMusic_hasNoBeats()
{
    Drums drums(120, 16);
    drums.rock();
    Audio sound = Audio::silence(44100, 1, 28 * 44100);
    std::ranges::copy(drums.sound.channels[0], sound.channels[0].begin() + 6 * 44100);
    const Tempo tempo = tempoOf(sound);
    QVERIFY(std::abs(tempo.bpm.value_or(0) / 120 - 1) < 0.003);
    QVERIFY2(tempo.beats.front() > 6, qPrintable(QString::number(tempo.beats.front())));
    QVERIFY2(tempo.beats.back() < 22, qPrintable(QString::number(tempo.beats.back())));
}

void TempoTest::halves_ofTheBeat_areNotTaken_whereTheyAreLouder()
{
    Drums drums(84, 24);
    drums.rock(0.5, 0.25); // hats between the beats beat those on them
    const Tempo tempo = tempoOf(drums.sound);
    QVERIFY2(std::abs(tempo.bpm.value_or(0) / 84 - 1) < 0.003, qPrintable(QString::number(tempo.bpm.value_or(0))));
    QVERIFY(beatFMeasure(tempo.beats, drums.beats()) > 0.95);
}

void TempoTest::tempo_ofTheSameSound_doesNotDependOnThreadsAndLevel()
{
    Drums drums(124, 30);
    drums.rock();
    const Tempo one = tempoOf(drums.sound, 1);
    const Tempo four = tempoOf(drums.sound, 4);
    QCOMPARE(four.bpm, one.bpm);
    QCOMPARE(four.beats, one.beats);
    QCOMPARE(four.confidence, one.confidence);
    for (float& sample : drums.sound.channels[0])
        sample *= 0.01f;
    const Tempo soft = tempoOf(drums.sound);
    QVERIFY(std::abs(*soft.bpm - *one.bpm) < 0.01);
    QCOMPARE(soft.beats.size(), one.beats.size());
    for (std::size_t b = 0; b < one.beats.size(); ++b)
        QVERIFY(std::abs(soft.beats[b] - one.beats[b]) < 1e-4);
}

void TempoTest::tempo_atAnyRateAndChannelCount_isTheSame_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("channels");
    for (const int rate : {8000, 11025, 48000, 96000})
        QTest::addRow("%d Hz", rate) << rate << 1;
    QTest::newRow("6 channels") << 44100 << 6;
}

void TempoTest::tempo_atAnyRateAndChannelCount_isTheSame()
{
    QFETCH(int, rate);
    QFETCH(int, channels);
    Drums drums(118, 20, rate, static_cast<std::size_t>(channels));
    drums.rock();
    const Tempo tempo = tempoOf(drums.sound);
    QVERIFY2(std::abs(tempo.bpm.value_or(0) / 118 - 1) < 0.003, qPrintable(QString::number(tempo.bpm.value_or(0))));
    QVERIFY(beatFMeasure(tempo.beats, drums.beats()) > 0.95);
}

void TempoTest::limits_withoutAnOctave_areRefused()
{
    JobMonitor monitor;
    QCOMPARE(findTempo(noise(2, 0.3, 1), {100, 150}, 0, monitor).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(findTempo(noise(2, 0.3, 1), {10, 150}, 0, monitor).error().code, ErrorCode::InvalidArgument);
    Drums drums(150, 20);
    drums.rock();
    const auto slow = findTempo(drums.sound, {50, 110}, 0, monitor);
    QVERIFY(std::abs(slow->bpm.value_or(0) / 75 - 1) < 0.003);
}

void TempoTest::cancelled_work_stops()
{
    class Cancelled final : public JobMonitor
    {
        bool cancelled() const override { return true; }
    } monitor;
    QCOMPARE(findTempo(noise(10, 0.3, 1), {}, 0, monitor).error().code, ErrorCode::Cancelled);
    QCOMPARE(findTempoAsPeer(noise(10, 0.3, 1), 0, monitor).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TempoTest)
#include "tempo_test.moc"
