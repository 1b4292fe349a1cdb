// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of EBU Tech 3341 that integrated loudness and true peak have to meet, made as the table describes them.
#include "core/analysis/loudness.h"
#include "core/base/units.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace sonoloom;

class LoudnessTest : public QObject
{
    Q_OBJECT

private slots:
    void sines_ofTech3341_haveTheirLoudness_data();
    void sines_ofTech3341_haveTheirLoudness();
    void surround_ofTech3341_hasItsLoudness();
    void lowFrequencies_ofSixChannels_areLeftOut();
    void rate_changesNothing_data();
    void rate_changesNothing();
    void peaks_ofTech3341_areFound_data();
    void peaks_ofTech3341_areFound();
    void peak_betweenLoudSamplesOnly_isFoundBehindQuietOnes();
    void silence_hasNeither();
    void shorterThanABlock_hasNoLoudness();
    void blocks_overlapByThreeQuarters();
    void range_isAllThatCounts();
    void threads_changeNothing();
    void integratedAlone_isThatOfAll_data();
    void integratedAlone_isThatOfAll();
    void cancelled_stops();
};

namespace
{

struct Part {
    double dbfs; ///< of the peaks
    double seconds;
};

void appendSine(Audio& sound, std::size_t channel, double hertz, Part part)
{
    auto& samples = sound.channels[channel];
    const auto count = static_cast<std::size_t>(std::lround(part.seconds * sound.sampleRate));
    for (std::size_t i = 0; i < count; ++i) {
        const double t = static_cast<double>(i) / sound.sampleRate;
        samples.push_back(static_cast<float>(amplitudeFromDecibels(part.dbfs) * std::sin(2 * std::numbers::pi * hertz * t)));
    }
}

Audio stereo(const std::vector<Part>& parts, int sampleRate = 48000, double hertz = 1000)
{
    Audio sound{sampleRate, std::vector<std::vector<float>>(2)};
    for (std::size_t c = 0; c < 2; ++c)
        for (const Part& part : parts)
            appendSine(sound, c, hertz, part);
    return sound;
}

Loudness measured(const Audio& sound, SampleRange range = {}, int threads = 2)
{
    JobMonitor monitor;
    return loudnessOf(sound, range, threads, monitor).value();
}

class Stopped final : public JobMonitor
{
public:
    bool cancelled() const override { return true; }
};

} // namespace

void LoudnessTest::sines_ofTech3341_haveTheirLoudness_data()
{
    QTest::addColumn<QList<double>>("parts"); // dBFS, seconds, dBFS, seconds ...
    QTest::addColumn<double>("lufs");
    QTest::newRow("1") << QList<double>{-23, 20} << -23.0;
    QTest::newRow("2") << QList<double>{-33, 20} << -33.0;
    QTest::newRow("3, relative gate") << QList<double>{-36, 10, -23, 60, -36, 10} << -23.0;
    QTest::newRow("4, both gates") << QList<double>{-72, 10, -36, 10, -23, 60, -36, 10, -72, 10} << -23.0;
    QTest::newRow("5, blocks that overlap") << QList<double>{-26, 20, -20, 20.1, -26, 20} << -23.0;
}

void LoudnessTest::sines_ofTech3341_haveTheirLoudness()
{
    QFETCH(QList<double>, parts);
    QFETCH(double, lufs);
    std::vector<Part> steps;
    for (qsizetype i = 0; i < parts.size(); i += 2)
        steps.push_back({parts[i], parts[i + 1]});
    const auto loudness = measured(stereo(steps));
    QVERIFY(loudness.lufs);
    QVERIFY2(std::abs(*loudness.lufs - lufs) <= 0.1, qPrintable(QString::number(*loudness.lufs)));
}

void LoudnessTest::surround_ofTech3341_hasItsLoudness()
{
    Audio sound{48000, std::vector<std::vector<float>>(5)}; // case 6: L, R, C, Ls, Rs
    const double levels[] = {-28, -28, -24, -30, -30};
    for (std::size_t c = 0; c < 5; ++c)
        appendSine(sound, c, 1000, {levels[c], 20});
    QVERIFY2(std::abs(*measured(sound).lufs + 23) <= 0.1, qPrintable(QString::number(*measured(sound).lufs)));
}

void LoudnessTest::lowFrequencies_ofSixChannels_areLeftOut()
{
    Audio sound{48000, std::vector<std::vector<float>>(6)};
    for (std::size_t c = 0; c < 6; ++c)
        appendSine(sound, c, 1000, {c == 3 ? -10.0 : c < 2 ? -23.0 : -200.0, 5});
    QVERIFY2(std::abs(*measured(sound).lufs + 23) <= 0.1, qPrintable(QString::number(*measured(sound).lufs)));
}

void LoudnessTest::rate_changesNothing_data()
{
    QTest::addColumn<int>("rate");
    for (const int rate : {16000, 22050, 44100, 88200, 96000, 192000})
        QTest::addRow("%d", rate) << rate;
}

/// The weighting is that of 48 kHz: below the low cut, on the slope and in the head, half a tenth being the filters' own
/// difference near half the rate.
void LoudnessTest::rate_changesNothing()
{
    QFETCH(int, rate);
    for (const double hertz : {40.0, 1000.0, 2000.0, 4000.0}) {
        const double wanted = *measured(stereo({{-20, 3}}, 48000, hertz)).lufs;
        const double got = *measured(stereo({{-20, 3}}, rate, hertz)).lufs;
        QVERIFY2(std::abs(wanted - got) < 0.1, qPrintable(QString("%1 Hz: %2, %3").arg(hertz).arg(wanted).arg(got)));
    }
}

void LoudnessTest::peaks_ofTech3341_areFound_data()
{
    QTest::addColumn<double>("amplitude");
    QTest::addColumn<int>("divisor"); // of the sample rate
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("dbtp");
    QTest::newRow("15") << 0.50 << 4 << 0.0 << -6.0;
    QTest::newRow("16") << 0.50 << 4 << 45.0 << -6.0;
    QTest::newRow("17") << 0.50 << 6 << 60.0 << -6.0;
    QTest::newRow("18") << 0.50 << 8 << 67.5 << -6.0;
    QTest::newRow("19") << 1.41 << 4 << 45.0 << 3.0;
}

void LoudnessTest::peaks_ofTech3341_areFound()
{
    QFETCH(double, amplitude);
    QFETCH(int, divisor);
    QFETCH(double, degrees);
    QFETCH(double, dbtp);
    Audio sound{48000, {std::vector<float>(48000)}};
    for (std::size_t i = 0; i < sound.sampleCount(); ++i) {
        // Faded in, for a sine that starts at once has greater peaks.
        const double fade = std::min(1.0, static_cast<double>(i) / 4800);
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / divisor + degrees * std::numbers::pi / 180;
        sound.channels[0][i] = static_cast<float>(fade * amplitude * std::sin(angle));
    }
    for (std::size_t i = 0; i < 4800; ++i)
        sound.channels[0][sound.sampleCount() - 1 - i] *= static_cast<float>(i) / 4800;
    const double peak = measured(sound).truePeakDb.value();
    QVERIFY2(peak <= dbtp + 0.2 && peak >= dbtp - 0.4, qPrintable(QString::number(peak)));
}

void LoudnessTest::peak_betweenLoudSamplesOnly_isFoundBehindQuietOnes()
{
    // One pair of samples with a peak between them, far behind a single louder sample that hides nothing.
    Audio sound{48000, {std::vector<float>(20000)}};
    sound.channels[0][100] = 0.5f;
    for (std::size_t i = 15000; i < 15064; ++i)
        sound.channels[0][i] = static_cast<float>(0.6 * std::sin(std::numbers::pi / 2 * static_cast<double>(i) + std::numbers::pi / 4));
    QVERIFY(measured(sound).truePeakDb.value() > decibelsFromAmplitude(0.55)); // the samples themselves have 0.42
}

void LoudnessTest::silence_hasNeither()
{
    const auto loudness = measured(Audio{48000, {std::vector<float>(96000)}});
    QVERIFY(!loudness.lufs);
    QVERIFY(!loudness.truePeakDb);
    QVERIFY(!measured(stereo({{-75, 5}})).lufs); // below the absolute gate
    QVERIFY(measured(stereo({{-75, 5}})).truePeakDb);
}

void LoudnessTest::shorterThanABlock_hasNoLoudness()
{
    QVERIFY(!measured(stereo({{-20, 0.399}})).lufs);
    QVERIFY(measured(stereo({{-20, 0.4}})).lufs);
    QVERIFY(!measured(Audio{}).lufs);
    QVERIFY(!measured(Audio{8, {std::vector<float>(8000, 0.5f)}}).lufs); // a step would have no sample at times
}

/// Of a tone of four steps between two silent ones on each side the five blocks hold 2, 3, 4, 3 and 2 quarters.
void LoudnessTest::blocks_overlapByThreeQuarters()
{
    const double wanted = -20 + 10 * std::log10((2 + 3 + 4 + 3 + 2) / 20.0);
    const double got = *measured(stereo({{-200, 0.2}, {-20, 0.4}, {-200, 0.2}})).lufs;
    QVERIFY2(std::abs(got - wanted) < 0.1, qPrintable(QString::number(got)));
}

void LoudnessTest::range_isAllThatCounts()
{
    const Audio sound = stereo({{-10, 2}, {-23, 5}, {-10, 2}});
    QVERIFY(std::abs(*measured(sound, {2 * 48000, 5 * 48000}).lufs + 23) <= 0.1);
    QVERIFY(std::abs(*measured(sound, {7 * 48000, 1'000'000'000}).lufs + 10) <= 0.1);
    QVERIFY(!measured(sound, {1'000'000'000, 1}).lufs);
}

void LoudnessTest::threads_changeNothing()
{
    const Audio sound = stereo({{-20, 2}, {-30, 1}}, 44100, 997);
    QVERIFY(measured(sound, {}, 1) == measured(sound, {}, 4));
}

void LoudnessTest::integratedAlone_isThatOfAll_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<double>("seconds");
    QTest::newRow("mono") << 1 << 3.0;
    QTest::newRow("stereo") << 2 << 3.07;
    QTest::newRow("six") << 6 << 2.0;
    QTest::newRow("too short") << 2 << 0.39;
    QTest::newRow("nothing") << 2 << 0.0;
}

void LoudnessTest::integratedAlone_isThatOfAll()
{
    QFETCH(int, channels);
    QFETCH(double, seconds);
    Audio sound{44100, std::vector<std::vector<float>>(static_cast<std::size_t>(channels))};
    for (std::size_t c = 0; c < sound.channelCount(); ++c)
        appendSine(sound, c, 300 + 500 * static_cast<double>(c), {-10 - 3 * static_cast<double>(c), seconds});
    std::vector<float> interleaved;
    for (std::size_t i = 0; i < sound.sampleCount(); ++i)
        for (const auto& channel : sound.channels)
            interleaved.push_back(channel[i]);
    JobMonitor monitor;
    const auto alone = integratedLoudness(interleaved, 44100, channels, monitor);
    QVERIFY(alone);
    QCOMPARE(alone->has_value(), seconds > 0.4);
    QVERIFY(*alone == loudnessOf(sound, {}, 1, monitor)->lufs);
}

void LoudnessTest::cancelled_stops()
{
    Stopped monitor;
    const auto loudness = loudnessOf(stereo({{-20, 1}}), {}, 2, monitor);
    QVERIFY(!loudness);
    QCOMPARE(loudness.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(LoudnessTest)
#include "loudness_test.moc"
