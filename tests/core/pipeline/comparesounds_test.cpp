// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"
#include "core/pipeline/compare/comparesounds.h"
#include "tests/core/pipeline/sounds.h"

#include <QtTest>

#include <cmath>

using namespace sonoloom;

class CompareSoundsTest : public QObject
{
    Q_OBJECT

private slots:
    void equalSounds_differByNothing();
    void delayAndLevelAndPolarity_areTakenOut();
    void alignOff_leavesTheOffset();
    void matchLevelOff_leavesTheLevel();
    void otherRate_isResampledToTheHigher();
    void stereoAndMono_areComparedAsMono();
    void otherLength_isCutToWhatIsCommon();
    void top_boundsTheSpectralFigures();
    void loudness_isOfTheWholeSoundsAsTheyAre();
    void nothingInCommon_isNoticed_andComparedAllTheSame();
    void silence_hasFiniteFigures();
    void emptyOrSlowSound_isRefused();
    void gainOutOfRange_isRefused();
    void threads_changeNothing();
    void cancelled_stopsAtAnyTime();
};

namespace
{

SoundComparison compared(const Audio& a, const Audio& b, const CompareParams& params = {}, int threads = 2)
{
    JobMonitor monitor;
    auto made = compareTwoSounds(a, b, params, threads, monitor);
    return made ? std::move(*made) : SoundComparison{};
}

/// `gain` times the sound, `delay` samples of silence before it.
Audio delayed(const Audio& sound, std::size_t delay, double gain)
{
    Audio out = Audio::silence(sound.sampleRate, sound.channelCount(), sound.sampleCount() + delay);
    for (std::size_t c = 0; c < sound.channelCount(); ++c)
        for (std::size_t i = 0; i < sound.sampleCount(); ++i)
            out.channels[c][i + delay] = static_cast<float>(gain * sound.channels[c][i]);
    return out;
}

double peakOf(const Audio& sound)
{
    float peak = 0;
    for (const auto& channel : sound.channels)
        for (const float sample : channel)
            peak = std::max(peak, std::abs(sample));
    return peak;
}

} // namespace

void CompareSoundsTest::equalSounds_differByNothing()
{
    const Audio sound = testsupport::fadingMusic(4);
    const auto made = compared(sound, sound);
    QCOMPARE(made.snrDb, 160.0);
    QCOMPARE(made.spectralConvergenceDb, -160.0);
    QCOMPARE(made.logSpectralDistanceDb, 0.0);
    QCOMPARE(made.gainDb, 0.0);
    QCOMPARE(made.alignment.offset, std::ptrdiff_t{0});
    QCOMPARE(peakOf(*made.difference), 0.0);
    QVERIFY(made.conversions.empty());
    QCOMPARE(made.a->sampleCount(), sound.sampleCount());
}

void CompareSoundsTest::delayAndLevelAndPolarity_areTakenOut()
{
    const Audio sound = testsupport::fadingMusic(4);
    const auto made = compared(sound, delayed(sound, 1234, -0.5));
    QCOMPARE(made.alignment.by, AlignedBy::Waveform);
    QCOMPARE(made.alignment.offset, std::ptrdiff_t{1234});
    QVERIFY(std::abs(made.offsetSeconds() - 1234.0 / 44100) < 1e-6);
    QVERIFY(made.alignment.inverted);
    QVERIFY(std::abs(made.gainDb + 6.0206) < 1e-3);
    QVERIFY2(made.snrDb > 120, qPrintable(QString::number(made.snrDb)));
    QVERIFY(peakOf(*made.difference) < 1e-6);
    QCOMPARE(made.firstA, std::size_t{0});
    QCOMPARE(made.firstB, std::size_t{1234});
    QCOMPARE(made.a->sampleCount(), made.b->sampleCount());
    QCOMPARE(compared(delayed(sound, 1234, 1), sound).firstA, std::size_t{1234});
}

void CompareSoundsTest::alignOff_leavesTheOffset()
{
    const Audio sound = testsupport::fadingMusic(3);
    CompareParams params;
    params.align = false;
    const auto made = compared(sound, delayed(sound, 700, 1), params);
    QCOMPARE(made.alignment.by, AlignedBy::Nothing);
    QCOMPARE(made.firstB, std::size_t{0});
    QVERIFY2(made.snrDb < 10, qPrintable(QString::number(made.snrDb)));
}

void CompareSoundsTest::matchLevelOff_leavesTheLevel()
{
    const Audio sound = testsupport::fadingMusic(3);
    CompareParams params;
    params.matchLevel = false;
    const auto made = compared(sound, delayed(sound, 0, 0.5), params);
    QVERIFY(std::abs(made.gainDb + 6.0206) < 1e-3);
    QVERIFY(std::abs(made.snrDb - 6.0206) < 1e-3);
    QVERIFY(std::abs(peakOf(*made.difference) - peakOf(sound) / 2) < 1e-6);
}

void CompareSoundsTest::otherRate_isResampledToTheHigher()
{
    Audio a = Audio::silence(48000, 1, 96000);
    Audio b = Audio::silence(32000, 1, 64000);
    for (Audio* sound : {&a, &b})
        for (std::size_t i = 0; i < sound->sampleCount(); ++i) {
            const double t = static_cast<double>(i) / sound->sampleRate;
            sound->channels[0][i] = static_cast<float>(0.3 * std::sin(6000 * t + 3000 * t * t) * std::exp(-t));
        }
    const auto made = compared(a, b);
    QCOMPARE(made.a->sampleRate, 48000);
    QCOMPARE(made.b->sampleRate, 48000);
    QCOMPARE(made.conversions.size(), std::size_t{1});
    QVERIFY2(made.conversions[0].find("32000 Hz to 48000 Hz") != std::string::npos, made.conversions[0].c_str());
    QCOMPARE(made.alignment.offset, std::ptrdiff_t{0});
    QVERIFY2(made.snrDb > 40, qPrintable(QString::number(made.snrDb)));
}

void CompareSoundsTest::stereoAndMono_areComparedAsMono()
{
    const Audio stereo = testsupport::fadingMusic(3);
    Audio mono = Audio::silence(44100, 1, stereo.sampleCount());
    for (std::size_t i = 0; i < mono.sampleCount(); ++i)
        mono.channels[0][i] = (stereo.channels[0][i] + stereo.channels[1][i]) / 2;
    const auto made = compared(stereo, mono);
    QCOMPARE(made.a->channelCount(), std::size_t{1});
    QVERIFY(made.snrDb > 120);
    QVERIFY2(made.conversions.at(0).find("first sound was mixed from stereo to mono") != std::string::npos,
             made.conversions.at(0).c_str());
}

void CompareSoundsTest::otherLength_isCutToWhatIsCommon()
{
    const Audio sound = testsupport::fadingMusic(5);
    Audio part = sound;
    for (auto& channel : part.channels) {
        channel.resize(4 * 44100);
        channel.erase(channel.begin(), channel.begin() + 20000);
    }
    const auto made = compared(sound, part);
    QCOMPARE(made.alignment.offset, std::ptrdiff_t{-20000});
    QCOMPARE(made.firstA, std::size_t{20000});
    QCOMPARE(made.a->sampleCount(), part.sampleCount());
    QCOMPARE(made.secondsA, 5.0);
    QCOMPARE(made.snrDb, 160.0);
}

void CompareSoundsTest::top_boundsTheSpectralFigures()
{
    Audio low = Audio::silence(44100, 1, 88200);
    Audio both = low;
    Random random(1);
    for (std::size_t i = 0; i < low.sampleCount(); ++i) {
        const double t = static_cast<double>(i) / 44100;
        low.channels[0][i] = static_cast<float>(0.3 * std::sin(3000 * t + 500 * t * t) + 1e-5 * random.uniform(-1, 1));
        both.channels[0][i] = low.channels[0][i] + static_cast<float>(0.3 * std::sin(2 * std::numbers::pi * 15000 * t));
    }
    CompareParams params;
    params.matchLevel = false;
    QVERIFY(compared(low, both, params).spectralConvergenceDb > -3);
    params.topHz = 8000;
    QVERIFY(compared(low, both, params).spectralConvergenceDb < -40);
}

void CompareSoundsTest::loudness_isOfTheWholeSoundsAsTheyAre()
{
    const Audio sound = testsupport::fadingMusic(4);
    const auto made = compared(sound, delayed(sound, 0, 0.5));
    QVERIFY(std::abs(*made.loudnessA.lufs - *made.loudnessB.lufs - 6.0206) < 0.01);
    QVERIFY(std::abs(*made.loudnessA.truePeakDb - *made.loudnessB.truePeakDb - 6.0206) < 0.01);
}

void CompareSoundsTest::nothingInCommon_isNoticed_andComparedAllTheSame()
{
    testsupport::Listener listener;
    Audio noise = Audio::silence(44100, 2, 4 * 44100);
    Random random(9);
    for (auto& channel : noise.channels)
        for (float& sample : channel)
            sample = static_cast<float>(random.uniform(-0.3, 0.3));
    const auto made = compareTwoSounds(testsupport::fadingMusic(3), noise, {}, 2, listener);
    QVERIFY(made);
    QCOMPARE(made.value().alignment.by, AlignedBy::Nothing);
    QVERIFY2(listener.notices.find("nothing in common") != std::string::npos, listener.notices.c_str());
    QCOMPARE(made.value().a->sampleCount(), std::size_t{3 * 44100});
    QVERIFY(std::isfinite(made.value().snrDb));
    const auto energyDb = [](const Audio& sound) {
        double energy = 0;
        for (const auto& channel : sound.channels)
            for (const float sample : channel)
                energy += static_cast<double>(sample) * sample;
        return decibelsFromPower(energy);
    };
    QVERIFY(std::abs(energyDb(*made.value().b) - energyDb(*made.value().a)) < 0.01); // equally loud, though nothing agrees
}

void CompareSoundsTest::silence_hasFiniteFigures()
{
    const Audio silence = Audio::silence(44100, 1, 44100);
    const auto made = compared(silence, silence);
    QCOMPARE(made.snrDb, 160.0);
    QCOMPARE(made.gainDb, 0.0);
    QVERIFY(!made.loudnessA.lufs);
    const auto other = compared(testsupport::fadingMusic(1), Audio::silence(44100, 2, 44100));
    QVERIFY(std::isfinite(other.snrDb) && std::isfinite(other.gainDb) && std::isfinite(other.logSpectralDistanceDb));
}

void CompareSoundsTest::emptyOrSlowSound_isRefused()
{
    JobMonitor monitor;
    const Audio sound = testsupport::fadingMusic(1);
    QCOMPARE(compareTwoSounds(sound, Audio{44100, {{}, {}}}, {}, 1, monitor).error().code, ErrorCode::InvalidArgument);
    QVERIFY(compareTwoSounds(Audio{}, sound, {}, 1, monitor).error().message.find("first") != std::string::npos);
    const Audio slow{50, {std::vector<float>(500, 0.1f)}};
    QVERIFY(compareTwoSounds(slow, slow, {}, 1, monitor).error().message.find("at least 100") != std::string::npos);
}

void CompareSoundsTest::gainOutOfRange_isRefused()
{
    JobMonitor monitor;
    CompareParams params;
    params.gain = 0.5;
    const Audio sound = testsupport::fadingMusic(1);
    QCOMPARE(compareTwoSounds(sound, sound, params, 1, monitor).error().code, ErrorCode::InvalidArgument);
}

void CompareSoundsTest::threads_changeNothing()
{
    const Audio sound = testsupport::fadingMusic(4);
    const Audio other = delayed(sound, 500, 0.7);
    const auto one = compared(sound, other, {}, 1);
    const auto four = compared(sound, other, {}, 4);
    QCOMPARE(one.snrDb, four.snrDb);
    QCOMPARE(one.gainDb, four.gainDb);
    QCOMPARE(one.spectralConvergenceDb, four.spectralConvergenceDb);
    QCOMPARE(one.logSpectralDistanceDb, four.logSpectralDistanceDb);
    QVERIFY(one.difference->channels == four.difference->channels);
}

void CompareSoundsTest::cancelled_stopsAtAnyTime()
{
    const Audio sound = testsupport::fadingMusic(6);
    for (const double when : {0.0, 0.05, 0.2, 0.4, 0.8}) {
        testsupport::StopAt monitor(when);
        const auto made = compareTwoSounds(sound, sound, {}, 2, monitor);
        QVERIFY2(!made, qPrintable(QString::number(when)));
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
    }
}

QTEST_GUILESS_MAIN(CompareSoundsTest)
#include "comparesounds_test.moc"
