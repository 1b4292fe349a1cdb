// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/monitor.h"
#include "core/dsp/resample.h"
#include "core/io/audiofile.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace sonoloom;

class ResampleTest : public QObject
{
    Q_OBJECT

private slots:
    void golden_asPydub_isEqual_data();
    void golden_asPydub_isEqual();
    void stereo_toMono_isFloored();
    void fiveChannels_toMono_sumFlooredShares();
    void length_anyRatio_isRounded_data();
    void length_anyRatio_isRounded();
    void sine_resampled_staysInPlaceAndLevel_data();
    void sine_resampled_staysInPlaceAndLevel();
    void sineAboveNewHalfRate_isGone();
    void sameRate_isUntouched();
    void oneSample_works();
    void rateZero_isRefused();
    void cancelled_stopsInTheMiddle();
};

namespace
{

Audio sine(int rate, double hertz, std::size_t samples)
{
    Audio audio{rate, {std::vector<float>(samples)}};
    for (std::size_t i = 0; i < samples; ++i)
        audio.channels[0][i] = static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate));
    return audio;
}

/// The file's samples on the 16-bit scale, exact for the 16-bit files of the golden set.
std::vector<std::vector<std::int16_t>> int16Of(const Audio& audio)
{
    std::vector<std::vector<std::int16_t>> channels;
    for (const auto& channel : audio.channels) {
        channels.emplace_back();
        for (const float sample : channel)
            channels.back().push_back(static_cast<std::int16_t>(std::lround(sample * 32768.0)));
    }
    return channels;
}

} // namespace

void ResampleTest::golden_asPydub_isEqual_data()
{
    QTest::addColumn<QString>("wav");
    QTest::addColumn<QString>("expected");
    QTest::newRow("pcm.mono+rate.chirp") << "wav/chirp_mono_48000.wav" << "f32/ratecv_chirp.i2";
    QTest::newRow("pcm.mono+rate.clicks") << "wav/clicks_mono_22050.wav" << "f32/ratecv_clicks.i2";
    QTest::newRow("pcm.mono+rate.stereo48") << "wav/stereo_48000.wav" << "f32/ratecv_stereo48.i2";
}

void ResampleTest::golden_asPydub_isEqual()
{
    QFETCH(QString, wav);
    QFETCH(QString, expected);
    JobMonitor monitor;
    const auto audio = readAudioFile(testsupport::goldenPath(wav.toStdString()), monitor);
    QVERIFY(audio);
    const auto mono = monoAsPydub(int16Of(audio.value()));
    const auto converted = rateConvertAsAudioop(mono, audio.value().sampleRate, 44100);
    QVERIFY(converted == testsupport::goldenInt16(expected.toStdString()));
}

void ResampleTest::stereo_toMono_isFloored()
{
    const std::vector<std::vector<std::int16_t>> stereo{{1, -1, 32767, -32768, 3}, {0, 0, 32767, -32768, 4}};
    const std::vector<std::int16_t> expected{0, -1, 32767, -32768, 3};
    QVERIFY(monoAsPydub(stereo) == expected);
}

void ResampleTest::fiveChannels_toMono_sumFlooredShares()
{
    const std::vector<std::vector<std::int16_t>> five{{4}, {-1}, {9}, {5}, {-6}};
    QCOMPARE(monoAsPydub(five).front(), std::int16_t{0 - 1 + 1 + 1 - 2});
}

void ResampleTest::length_anyRatio_isRounded_data()
{
    QTest::addColumn<int>("in");
    QTest::addColumn<int>("out");
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("expected");
    QTest::newRow("48 to 44.1") << 48000 << 44100 << 48000 << 44100;
    QTest::newRow("odd") << 44100 << 48000 << 1001 << 1090;
    QTest::newRow("up much") << 8000 << 192000 << 7 << 168;
    QTest::newRow("down much") << 192000 << 8000 << 1000 << 42;
}

void ResampleTest::length_anyRatio_isRounded()
{
    QFETCH(int, in);
    QFETCH(int, out);
    QFETCH(int, samples);
    QFETCH(int, expected);
    const auto resampled = resample(sine(in, 100, static_cast<std::size_t>(samples)), out);
    QVERIFY(resampled);
    QCOMPARE(resampled.value().sampleCount(), static_cast<std::size_t>(expected));
    QCOMPARE(resampled.value().sampleRate, out);
}

void ResampleTest::sine_resampled_staysInPlaceAndLevel_data()
{
    QTest::addColumn<int>("in");
    QTest::addColumn<int>("out");
    QTest::newRow("44.1 to 48") << 44100 << 48000;
    QTest::newRow("48 to 44.1") << 48000 << 44100;
    QTest::newRow("192 to 22.05") << 192000 << 22050;
    QTest::newRow("8 to 96") << 8000 << 96000;
}

void ResampleTest::sine_resampled_staysInPlaceAndLevel()
{
    QFETCH(int, in);
    QFETCH(int, out);
    const auto resampled = resample(sine(in, 997, static_cast<std::size_t>(in)), out);
    QVERIFY(resampled);
    const Audio expected = sine(out, 997, static_cast<std::size_t>(out));
    // Away from the ends, where the filter looks beyond the sound; -100 dB is soxr VHQ's 24-bit pass band in float.
    double worst = 0;
    for (std::size_t i = expected.sampleCount() / 4; i < expected.sampleCount() * 3 / 4; ++i)
        worst = std::max(worst, std::abs(static_cast<double>(resampled.value().channels[0][i]) - expected.channels[0][i]));
    QVERIFY2(worst < 1e-5, qPrintable(QString::number(worst)));
}

void ResampleTest::sineAboveNewHalfRate_isGone()
{
    const auto resampled = resample(sine(48000, 15000, 48000), 22050);
    QVERIFY(resampled);
    double loudest = 0;
    for (std::size_t i = 5000; i < 17000; ++i)
        loudest = std::max(loudest, std::abs(static_cast<double>(resampled.value().channels[0][i])));
    QVERIFY2(loudest < 1e-5, qPrintable(QString::number(loudest)));
}

void ResampleTest::sameRate_isUntouched()
{
    const Audio audio = sine(44100, 440, 100);
    const auto resampled = resample(audio, 44100);
    QVERIFY(resampled);
    QVERIFY(resampled.value().channels == audio.channels);
}

void ResampleTest::oneSample_works()
{
    const auto resampled = resample(Audio{44100, {{1.0f}}}, 88200);
    QVERIFY(resampled);
    QCOMPARE(resampled.value().sampleCount(), std::size_t{2});
}

void ResampleTest::rateZero_isRefused()
{
    const auto resampled = resample(Audio{44100, {{1.0f}}}, 0);
    QVERIFY(!resampled);
    QCOMPARE(resampled.error().code, ErrorCode::InvalidArgument);
}

void ResampleTest::cancelled_stopsInTheMiddle()
{
    class StopAfter final : public JobMonitor
    {
    public:
        bool cancelled() const override { return ++asked_ > 3; }
        int asked() const { return asked_; }

    private:
        mutable int asked_ = 0;
    };
    StopAfter monitor;
    const auto out = resample(Audio{44100, {std::vector<float>(4'000'000)}}, 48000, monitor);
    QVERIFY(!out);
    QCOMPARE(out.error().code, ErrorCode::Cancelled);
    QVERIFY(monitor.asked() < 10);
}

QTEST_GUILESS_MAIN(ResampleTest)
#include "resample_test.moc"
