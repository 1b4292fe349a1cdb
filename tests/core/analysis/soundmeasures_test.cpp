// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/soundmeasures.h"
#include "core/base/random.h"
#include "core/base/units.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace sonoloom;

class SoundMeasuresTest : public QObject
{
    Q_OBJECT

private slots:
    void noise_ofAKnownLevel_isTheRatio();
    void equalSounds_areBounded();
    void magnitudes_inParts_areComparedAsOne();
    void gain_isFound_whateverThePhases();
    void gainOfWaves_isFound_whateverTheNoise();
    void otherChannels_areRefused();
};

namespace
{

Audio noise(std::size_t samples, std::uint64_t seed, std::size_t channels = 2)
{
    Audio sound = Audio::silence(44100, channels, samples);
    Random random(seed);
    for (auto& channel : sound.channels)
        for (float& sample : channel)
            sample = static_cast<float>(random.uniform(-0.5, 0.5));
    return sound;
}

Audio sum(const Audio& a, double factor, const Audio& b, double ofB)
{
    Audio out = a;
    for (std::size_t c = 0; c < a.channelCount(); ++c)
        for (std::size_t i = 0; i < a.sampleCount(); ++i)
            out.channels[c][i] = static_cast<float>(factor * a.channels[c][i] + ofB * b.channels[c][i]);
    return out;
}

} // namespace

void SoundMeasuresTest::noise_ofAKnownLevel_isTheRatio()
{
    JobMonitor monitor;
    const Audio a = noise(44100, 1);
    QVERIFY(std::abs(signalToNoiseDb(a, sum(a, 0.9, a, 0), monitor).value() - 20) < 1e-3);
    QVERIFY(std::abs(signalToNoiseDb(a, sum(a, 1, noise(44100, 2), 0.01), monitor).value() - 40) < 0.1);
    QVERIFY(std::abs(signalToNoiseDb(a, sum(a, -1, a, 0), monitor).value() + 20 * std::log10(2.0)) < 1e-6);
}

void SoundMeasuresTest::equalSounds_areBounded()
{
    JobMonitor monitor;
    const Audio a = noise(4410, 1);
    const Audio silence = Audio::silence(44100, 2, 4410);
    QCOMPARE(signalToNoiseDb(a, a, monitor).value(), boundDb);
    QCOMPARE(signalToNoiseDb(silence, silence, monitor).value(), boundDb);
    QCOMPARE(signalToNoiseDb(silence, a, monitor).value(), -boundDb);
    QCOMPARE(gainBetween(silence, a, 1, monitor).value(), 1.0);
    QCOMPARE(waveGainBetween(a, silence, monitor).value(), 1.0);
}

void SoundMeasuresTest::magnitudes_inParts_areComparedAsOne()
{
    Grid<float> a(3, 2, 1.0f);
    Grid<float> b(3, 2, 0.5f);
    a(1, 1) = 1000;
    b(1, 1) = 1000;
    a(2, 0) = 1e-3f; // both below the floor of 0.1
    b(2, 0) = 1e-6f;
    MagnitudeComparison comparison(2);
    comparison.look(a);
    comparison.add(a, b);
    const auto measures = comparison.measures();
    QVERIFY(std::abs(measures.spectralConvergenceDb - 10 * std::log10(4 * 0.25 / (1e6 + 4))) < 1e-3);
    // Four of six cells differ by a factor of two.
    QVERIFY(std::abs(measures.logSpectralDistanceDb - 20 * std::log10(2.0) * std::sqrt(4.0 / 6)) < 1e-4);
    MagnitudeComparison inParts(1);
    for (std::size_t r = 0; r < 3; ++r) {
        Grid<float> row(1, 2);
        std::ranges::copy(a.row(r), row.cells().begin());
        inParts.look(row);
    }
    for (std::size_t r = 0; r < 3; ++r) {
        Grid<float> x(1, 2);
        Grid<float> y(1, 2);
        std::ranges::copy(a.row(r), x.cells().begin());
        std::ranges::copy(b.row(r), y.cells().begin());
        inParts.add(x, y);
    }
    QCOMPARE(inParts.measures().logSpectralDistanceDb, measures.logSpectralDistanceDb);
}

void SoundMeasuresTest::gain_isFound_whateverThePhases()
{
    JobMonitor monitor;
    Audio a = Audio::silence(44100, 1, 44100);
    Audio b = a;
    for (std::size_t i = 0; i < a.sampleCount(); ++i) {
        const double angle = 2 * std::numbers::pi * 1000 * static_cast<double>(i) / 44100;
        a.channels[0][i] = static_cast<float>(0.5 * std::sin(angle));
        b.channels[0][i] = static_cast<float>(0.25 * std::cos(angle));
    }
    // The frames at both ends, where the sounds are reflected, differ.
    QVERIFY2(std::abs(gainBetween(a, b, 2, monitor).value() - 0.5) < 0.01, qPrintable(QString::number(gainBetween(a, b, 2, monitor).value())));
    QVERIFY(waveGainBetween(a, b, monitor).value() < 0.001);
}

void SoundMeasuresTest::gainOfWaves_isFound_whateverTheNoise()
{
    JobMonitor monitor;
    const Audio a = noise(441000, 1);
    const Audio b = sum(a, -0.3, noise(441000, 2), 1.5);
    QVERIFY(std::abs(waveGainBetween(a, b, monitor).value() - 0.3) < 0.01);
    QVERIFY(gainBetween(a, b, 2, monitor).value() > 1);
}

void SoundMeasuresTest::otherChannels_areRefused()
{
    JobMonitor monitor;
    QCOMPARE(signalToNoiseDb(noise(10, 1, 1), noise(10, 1, 2), monitor).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(gainBetween(noise(10, 1, 1), noise(10, 1, 2), 1, monitor).error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(SoundMeasuresTest)
#include "soundmeasures_test.moc"
