// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/loudness.h"
#include "core/analysis/loudnessmeter.h"
#include "core/base/units.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace sonoloom;

class LoudnessMeterTest : public QObject
{
    Q_OBJECT

private slots:
    void allOfIt_inPiecesOfAnySize_isAsLoudAsTheWholeSound_data();
    void allOfIt_inPiecesOfAnySize_isAsLoudAsTheWholeSound();
    void momentaryAndShortTerm_ofASine_followIt();
    void peak_acrossTwoPieces_isFound();
    void nothingYet_isUndefined();
    void silence_isMinusInfinity();
    void tooQuiet_hasNoIntegratedLoudness();
};

namespace
{

/// Bursts of a chord, louder on the left; interleaved.
std::vector<float> bursts(int sampleRate, double seconds)
{
    std::vector<float> samples;
    const auto frames = static_cast<std::size_t>(seconds * sampleRate);
    for (std::size_t i = 0; i < frames; ++i) {
        const double t = static_cast<double>(i) / sampleRate;
        const double envelope = std::exp(-3 * std::fmod(t, 0.7));
        const double tone = std::sin(2 * std::numbers::pi * 311 * t) + std::sin(2 * std::numbers::pi * 4567 * t);
        samples.push_back(static_cast<float>(0.6 * envelope * tone));
        samples.push_back(static_cast<float>(0.3 * envelope * tone));
    }
    return samples;
}

std::vector<float> sine(double dbfs, double seconds, double hertz = 1000)
{
    std::vector<float> samples;
    for (int i = 0; i < static_cast<int>(seconds * 48000); ++i)
        for (int c = 0; c < 2; ++c)
            samples.push_back(static_cast<float>(amplitudeFromDecibels(dbfs) * std::sin(2 * std::numbers::pi * hertz * i / 48000)));
    return samples;
}

constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace

void LoudnessMeterTest::allOfIt_inPiecesOfAnySize_isAsLoudAsTheWholeSound_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("piece");
    QTest::newRow("frame by frame") << 44100 << 1;
    QTest::newRow("small") << 48000 << 37;
    QTest::newRow("as devices take") << 44100 << 1024;
    QTest::newRow("a second") << 96000 << 96000;
}

void LoudnessMeterTest::allOfIt_inPiecesOfAnySize_isAsLoudAsTheWholeSound()
{
    QFETCH(int, rate);
    QFETCH(int, piece);
    std::vector<float> samples = bursts(rate, 3.3);
    samples.resize(samples.size() + 64); // the meter has no zeros behind the end
    Audio whole{rate, std::vector<std::vector<float>>(2)};
    for (std::size_t i = 0; i < samples.size(); ++i)
        whole.channels[i % 2].push_back(samples[i]);
    JobMonitor monitor;
    const auto expected = loudnessOf(whole, {}, 1, monitor);
    LoudnessMeter meter(rate, 2);
    const auto step = static_cast<std::size_t>(2 * piece);
    for (std::size_t at = 0; at < samples.size(); at += step)
        meter.add(std::span(samples).subspan(at, std::min(step, samples.size() - at)));
    const MeterReading reading = meter.reading();
    QVERIFY(std::abs(*reading.integratedLufs - *expected->lufs) < 1e-9); // the order of sums differs
    QVERIFY(std::abs(*reading.truePeakDb - *expected->truePeakDb) < 1e-9);
}

void LoudnessMeterTest::momentaryAndShortTerm_ofASine_followIt()
{
    LoudnessMeter meter(48000, 2);
    meter.add(sine(-23, 3.5)); // both channels: EBU Tech 3341, case 1: as many LUFS
    QVERIFY(std::abs(*meter.reading().momentaryLufs + 23) < 0.1); // its tolerance
    QVERIFY(std::abs(*meter.reading().shortTermLufs + 23) < 0.1);
    meter.add(sine(-33, 0.5));
    QVERIFY(std::abs(*meter.reading().momentaryLufs + 33) < 0.1);
    const double energy = 10 * std::log10((25 * std::pow(10, -2.3) + 5 * std::pow(10, -3.3)) / 30);
    QVERIFY(std::abs(*meter.reading().shortTermLufs - energy) < 0.1);
    QVERIFY(std::abs(*meter.reading().truePeakDb + 23) < 0.2);
}

void LoudnessMeterTest::peak_acrossTwoPieces_isFound()
{
    // EBU Tech 3341, case 16: a quarter of the rate, 45 degrees off: no sample above -9 dB, between them -6.
    std::vector<float> samples;
    for (int i = 0; i < 4800; ++i)
        samples.push_back(static_cast<float>(0.5 * std::sin(std::numbers::pi * (i / 2.0 + 0.25))));
    LoudnessMeter meter(48000, 1);
    for (std::size_t at = 0; at < samples.size(); at += 16) // shorter than what is weighed
        meter.add(std::span(samples).subspan(at, 16));
    QVERIFY2(std::abs(*meter.reading().truePeakDb + 6) < 0.2, qPrintable(QString::number(*meter.reading().truePeakDb)));
}

void LoudnessMeterTest::nothingYet_isUndefined()
{
    LoudnessMeter meter(48000, 2);
    QVERIFY(meter.reading() == MeterReading{});
    meter.add(sine(-20, 0.39));
    QVERIFY(!meter.reading().momentaryLufs);
    QVERIFY(!meter.reading().integratedLufs);
    QVERIFY(meter.reading().truePeakDb);
    meter.add(sine(-20, 0.02));
    QVERIFY(meter.reading().momentaryLufs);
    QVERIFY(meter.reading().integratedLufs);
    QVERIFY(!meter.reading().shortTermLufs);
}

void LoudnessMeterTest::silence_isMinusInfinity()
{
    LoudnessMeter meter(48000, 2);
    meter.add(std::vector<float>(2 * 48000 * 4));
    QVERIFY(meter.reading() == (MeterReading{-infinity, -infinity, -infinity, -infinity}));
}

void LoudnessMeterTest::tooQuiet_hasNoIntegratedLoudness()
{
    LoudnessMeter meter(48000, 2);
    meter.add(sine(-80, 2));
    QVERIFY(!meter.reading().integratedLufs); // below the gate at -70 LUFS
    QVERIFY(std::abs(*meter.reading().momentaryLufs + 80) < 0.1);
}

QTEST_APPLESS_MAIN(LoudnessMeterTest)
#include "loudnessmeter_test.moc"
