// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/timestretch.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace sonoloom;

class TimeStretchTest : public QObject
{
    Q_OBJECT

private slots:
    void tone_stretched_keepsItsPitch_data();
    void tone_stretched_keepsItsPitch();
    void clicks_stretched_lieWhereTheyShould();
    void sameSound_givesTheSameBits();
    void factors_outOfRange_areRefused();
    void cancelled_work_stops();
};

namespace
{

constexpr int rate = 44100;

Audio tone(double seconds)
{
    Audio sound = Audio::silence(rate, 2, static_cast<std::size_t>(seconds * rate));
    for (auto& channel : sound.channels)
        for (std::size_t i = 0; i < channel.size(); ++i)
            channel[i] =
                0.5f * static_cast<float>(std::sin(2 * std::numbers::pi * 440 * static_cast<double>(i) / rate));
    return sound;
}

Audio stretched(const Audio& sound, double factor)
{
    JobMonitor monitor;
    return timeStretched(sound, factor, monitor).value();
}

} // namespace

void TimeStretchTest::tone_stretched_keepsItsPitch_data()
{
    QTest::addColumn<double>("factor");
    for (const double factor : {0.5, 0.91, 1.0, 1.08, 2.0})
        QTest::addRow("%.2f", factor) << factor;
}

void TimeStretchTest::tone_stretched_keepsItsPitch()
{
    QFETCH(double, factor);
    const Audio out = stretched(tone(2), factor);
    QCOMPARE(out.channelCount(), std::size_t{2});
    QCOMPARE(out.sampleCount(), static_cast<std::size_t>(std::llround(2 * rate * factor)));
    int rises = 0;
    const auto& samples = out.channels[1];
    const std::size_t from = samples.size() / 4;
    const std::size_t to = samples.size() * 3 / 4;
    for (std::size_t i = from; i < to; ++i)
        rises += samples[i - 1] < 0 && samples[i] >= 0;
    const double expected = 440.0 * static_cast<double>(to - from) / rate;
    QVERIFY2(std::abs(rises - expected) <= 2, qPrintable(QString::number(rises)));
}

void TimeStretchTest::clicks_stretched_lieWhereTheyShould()
{
    Audio sound = Audio::silence(rate, 1, 4 * rate);
    for (std::size_t at = rate / 2; at + 400 < sound.sampleCount(); at += rate / 2)
        for (std::size_t i = 0; i < 400; ++i)
            sound.channels[0][at + i] = 0.8f * static_cast<float>(std::exp(-0.02 * static_cast<double>(i)) *
                                                                  std::sin(0.3 * static_cast<double>(i)));
    const Audio out = stretched(sound, 1.1);
    for (int click = 1; click < 8; ++click) {
        const auto expected = static_cast<std::ptrdiff_t>(click * rate / 2 * 1.1);
        const auto begin = out.channels[0].begin() + expected - 5000;
        const auto loudest =
            std::max_element(begin, begin + 10'000, [](float a, float b) { return std::abs(a) < std::abs(b); }) -
            begin - 5000;
        QVERIFY2(std::abs(static_cast<double>(loudest)) < 0.01 * rate, qPrintable(QString::number(loudest)));
    }
}

void TimeStretchTest::sameSound_givesTheSameBits()
{
    QVERIFY(stretched(tone(1), 1.07).channels == stretched(tone(1), 1.07).channels);
}

void TimeStretchTest::factors_outOfRange_areRefused()
{
    JobMonitor monitor;
    for (const double factor : {0.0, 0.24, 4.1, std::nan("")})
        QCOMPARE(timeStretched(tone(0.1), factor, monitor).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(stretched(Audio{}, 1.5).sampleCount(), std::size_t{0});
}

void TimeStretchTest::cancelled_work_stops()
{
    class Cancelled final : public JobMonitor
    {
        bool cancelled() const override { return true; }
    } monitor;
    QCOMPARE(timeStretched(tone(1), 1.1, monitor).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TimeStretchTest)
#include "timestretch_test.moc"
