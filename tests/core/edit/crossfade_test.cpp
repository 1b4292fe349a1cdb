// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/edit/bandsplit.h"
#include "core/edit/crossfade.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace sonoloom;

class CrossfadeTest : public QObject
{
    Q_OBJECT

private slots:
    void samples_outsideTheFade_areTheirOwn_data();
    void samples_outsideTheFade_areTheirOwn();
    void power_ofUnrelatedSounds_staysTheSame();
    void sameWaves_fadeIntoThemselves_unchanged_data();
    void sameWaves_fadeIntoThemselves_unchanged();
    void linear_gains_addUpToOne();
    void bands_changeBassesLast();
    void bands_ofASound_addUpToIt();
    void secondGain_countsFromTheFadeOn();
    void fade_ofNoSamples_isACut();
    void plans_thatDoNotFit_areRefused();
    void cancelled_work_stops();
};

namespace
{

constexpr int rate = 44100;

Audio noise(std::size_t samples, std::uint64_t seed, std::size_t channels = 2)
{
    Random random(seed);
    Audio sound = Audio::silence(rate, channels, samples);
    for (auto& channel : sound.channels)
        for (float& sample : channel)
            sample = static_cast<float>(random.uniform(-0.5, 0.5));
    return sound;
}

Audio tone(std::size_t samples, double hertz, float level)
{
    Audio sound = Audio::silence(rate, 1, samples);
    for (std::size_t i = 0; i < samples; ++i)
        sound.channels[0][i] =
            level * static_cast<float>(std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate));
    return sound;
}

double power(const std::vector<float>& samples, std::size_t first, std::size_t count)
{
    double sum = 0;
    for (std::size_t i = first; i < first + count; ++i)
        sum += static_cast<double>(samples[i]) * samples[i] / static_cast<double>(count);
    return sum;
}

Audio faded(const Audio& a, const Audio& b, const CrossfadePlan& plan)
{
    JobMonitor monitor;
    return crossfade(a, b, plan, monitor).value();
}

} // namespace

void CrossfadeTest::samples_outsideTheFade_areTheirOwn_data()
{
    QTest::addColumn<int>("curve");
    QTest::addColumn<int>("offset");
    for (const auto& [name, curve] :
         {std::pair{"power", FadeCurve::Power}, {"linear", FadeCurve::Linear}, {"bands", FadeCurve::Bands}}) {
        QTest::addRow("%s, later", name) << static_cast<int>(curve) << 6000;
        QTest::addRow("%s, earlier", name) << static_cast<int>(curve) << -3000;
    }
}

void CrossfadeTest::samples_outsideTheFade_areTheirOwn()
{
    QFETCH(int, curve);
    QFETCH(int, offset);
    const Audio a = noise(10'000, 1);
    const Audio b = noise(15'000, 2);
    const Audio out = faded(a, b, {offset, 6000, 3000, static_cast<FadeCurve>(curve)});
    QCOMPARE(out.sampleCount(), static_cast<std::size_t>(15'000 + offset));
    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t i = 0; i < out.sampleCount(); ++i)
            if (i < 6000 || i >= 9000)
                QVERIFY(out.channels[c][i] ==
                        (i < 6000 ? a.channels[c][i] : b.channels[c][i - static_cast<std::size_t>(offset)]));
}

void CrossfadeTest::power_ofUnrelatedSounds_staysTheSame()
{
    const Audio a = noise(100'000, 1, 1);
    const Audio b = noise(100'000, 2, 1);
    const Audio out = faded(a, b, {0, 0, 100'000, FadeCurve::Power});
    for (std::size_t part = 0; part < 10; ++part) // of 10000 samples the power is known within 3 %
        QVERIFY(std::abs(10 * std::log10(power(out.channels[0], part * 10'000, 10'000) / (1.0 / 12))) < 0.2);
}

void CrossfadeTest::sameWaves_fadeIntoThemselves_unchanged_data()
{
    QTest::addColumn<int>("curve");
    QTest::newRow("power") << static_cast<int>(FadeCurve::Power);
    QTest::newRow("linear") << static_cast<int>(FadeCurve::Linear);
    QTest::newRow("bands") << static_cast<int>(FadeCurve::Bands);
}

void CrossfadeTest::sameWaves_fadeIntoThemselves_unchanged()
{
    QFETCH(int, curve);
    const Audio a = noise(50'000, 1);
    const Audio out = faded(a, a, {0, 10'000, 30'000, static_cast<FadeCurve>(curve)});
    double difference = 0;
    for (std::size_t i = 0; i < 50'000; ++i)
        difference += std::pow(out.channels[0][i] - a.channels[0][i], 2) / 50'000;
    // cos + sin less the correlation is within 3 % of 1 where the waves are the same.
    QVERIFY2(10 * std::log10(power(a.channels[0], 0, 50'000) / std::max(difference, 1e-20)) > 60,
             qPrintable(QString::number(difference)));
}

void CrossfadeTest::linear_gains_addUpToOne()
{
    Audio a = Audio::silence(rate, 1, 1000);
    std::ranges::fill(a.channels[0], 1.0f);
    const Audio silent = Audio::silence(rate, 1, 1000);
    const Audio first = faded(a, silent, {0, 0, 1000, FadeCurve::Linear});
    const Audio second = faded(silent, a, {0, 0, 1000, FadeCurve::Linear});
    for (std::size_t i = 0; i < 1000; ++i) {
        QVERIFY(std::abs(first.channels[0][i] + second.channels[0][i] - 1) < 1e-6);
        QVERIFY(std::abs(second.channels[0][i] - (static_cast<double>(i) + 0.5) / 1000) < 1e-6);
    }
}

void CrossfadeTest::bands_changeBassesLast()
{
    constexpr std::size_t length = 4 * rate;
    const Audio silent = Audio::silence(rate, 1, length);
    const CrossfadePlan plan{0, 0, length, FadeCurve::Bands};
    const auto shareAt = [&](const Audio& a, double place) {
        const Audio out = faded(a, silent, plan);
        const auto first = static_cast<std::size_t>(place * length);
        return power(out.channels[0], first, 4410) / power(a.channels[0], first, 4410);
    };
    QVERIFY(shareAt(tone(length, 60, 0.5f), 0.35) > 0.98);
    QVERIFY(shareAt(tone(length, 60, 0.5f), 0.62) < 0.01);
    QVERIFY(shareAt(tone(length, 9000, 0.5f), 0.3) < 0.6);
    QVERIFY(shareAt(tone(length, 9000, 0.5f), 0.65) < 0.01);
    QVERIFY(shareAt(tone(length, 1000, 0.5f), 0.15) > 0.98);
    QVERIFY(shareAt(tone(length, 1000, 0.5f), 0.85) < 0.01);
}

void CrossfadeTest::bands_ofASound_addUpToIt()
{
    const Audio sound = noise(70'000, 3, 1); // more than two blocks
    JobMonitor monitor;
    const auto bands = splitIntoBands(sound.channels[0], rate, monitor);
    for (std::size_t i = 0; i < 70'000; ++i)
        QVERIFY(std::abs(bands.value()[0][i] + bands.value()[1][i] + bands.value()[2][i] - sound.channels[0][i]) <
                1e-6);
    QVERIFY(power(bands.value()[0], 0, 70'000) < 0.03 * power(sound.channels[0], 0, 70'000)); // 200 of 22050 Hz
    QVERIFY(power(bands.value()[2], 0, 70'000) > 0.8 * power(sound.channels[0], 0, 70'000));
}

void CrossfadeTest::secondGain_countsFromTheFadeOn()
{
    const Audio a = noise(5000, 1);
    const Audio b = noise(5000, 2);
    const Audio out = faded(a, b, {2000, 2000, 1000, FadeCurve::Power, 0.5});
    QCOMPARE(out.channels[0][1999], a.channels[0][1999]);
    QCOMPARE(out.channels[0][3000], 0.5f * b.channels[0][1000]);
    QCOMPARE(out.channels[1].back(), 0.5f * b.channels[1].back());
}

void CrossfadeTest::fade_ofNoSamples_isACut()
{
    const Audio a = noise(5000, 1);
    const Audio b = noise(5000, 2);
    const Audio out = faded(a, b, {4000, 5000, 0});
    QCOMPARE(out.channels[0][4999], a.channels[0][4999]);
    QCOMPARE(out.channels[0][5000], b.channels[0][1000]);
    QCOMPARE(out.sampleCount(), std::size_t{9000});
}

void CrossfadeTest::plans_thatDoNotFit_areRefused()
{
    JobMonitor monitor;
    const Audio a = noise(5000, 1);
    for (const CrossfadePlan& plan : {CrossfadePlan{0, 4000, 1001}, {4000, 3000, 500}, {-4500, 0, 600}})
        QCOMPARE(crossfade(a, a, plan, monitor).error().code, ErrorCode::InvalidArgument);
    Audio other = a;
    other.sampleRate = 48000;
    QCOMPARE(crossfade(a, other, {0, 0, 10}, monitor).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(crossfade(a, noise(5000, 1, 1), {0, 0, 10}, monitor).error().code, ErrorCode::InvalidArgument);
}

void CrossfadeTest::cancelled_work_stops()
{
    class Cancelled final : public JobMonitor
    {
        bool cancelled() const override { return true; }
    } monitor;
    const Audio a = noise(5000, 1);
    QCOMPARE(crossfade(a, a, {0, 100, 100}, monitor).error().code, ErrorCode::Cancelled);
    QCOMPARE(crossfade(a, a, {0, 100, 4900, FadeCurve::Bands}, monitor).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(CrossfadeTest)
#include "crossfade_test.moc"
