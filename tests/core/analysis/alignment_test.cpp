// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/alignment.h"
#include "core/base/random.h"
#include "core/dsp/stft.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace sonoloom;

class AlignmentTest : public QObject
{
    Q_OBJECT

private slots:
    void offset_isFoundToTheSample_data();
    void offset_isFoundToTheSample();
    void gainPolarityAndNoise_doNoHarm();
    void partOfTheOther_isFound();
    void beginningsThatOverlapLittle_areFound();
    void oppositeChannels_doNotCancelEachOther();
    void fraction_isMeasured();
    void newPhases_areAlignedByEnvelopes();
    void newPhases_withoutOffset_haveNone();
    void newPhases_ofALoop_areNotTakenForWaves();
    void filteredWaves_areWaves();
    void nothingInCommon_isSaid();
    void silence_isNothingInCommon();
    void repetition_isLessSure();
    void threads_changeNothing();
    void otherRate_isRefused();
    void cancelled_stops();
};

namespace
{

constexpr int rate = 44100;

/// Plucked notes at uneven times, the whole `delay` samples later.
std::vector<float> notes(double seconds, std::uint64_t seed, double delay = 0)
{
    std::vector<float> sound(static_cast<std::size_t>(seconds * rate));
    Random random(seed);
    for (double start = delay; start < static_cast<double>(sound.size()); start += random.uniform(4000, 14000)) {
        const double pitch = 110 * std::exp2(std::floor(random.uniform(0, 30)) / 12);
        const auto first = static_cast<std::size_t>(std::ceil(start));
        for (std::size_t i = first; i < std::min(sound.size(), first + 30'000); ++i) {
            const double t = (static_cast<double>(i) - start) / rate;
            for (int partial = 1; partial <= 6; ++partial)
                sound[i] += static_cast<float>(0.1 / partial * std::exp(-4 * t * partial) *
                                               std::sin(2 * std::numbers::pi * pitch * partial * t));
        }
    }
    return sound;
}

/// Such notes over soft noise.
std::vector<float> music(double seconds, std::uint64_t seed)
{
    auto sound = notes(seconds, seed);
    Random random(seed + 1000);
    for (float& sample : sound)
        sample += static_cast<float>(random.uniform(-0.003, 0.003));
    return sound;
}

Audio from(const std::vector<float>& sound, std::size_t first, std::size_t count, double gain = 1)
{
    Audio part = Audio::silence(rate, 1, count);
    for (std::size_t i = 0; i < count && first + i < sound.size(); ++i)
        part.channels[0][i] = static_cast<float>(gain * sound[first + i]);
    return part;
}

/// The same magnitudes with the phases of noise.
Audio withNewPhases(const Audio& sound)
{
    JobMonitor monitor;
    const StftParams frames{2048, 2048, 512};
    Random random(77);
    std::vector<float> noise(sound.sampleCount());
    for (float& sample : noise)
        sample = static_cast<float>(random.uniform(-1, 1));
    auto spectrum = stft(sound.channels[0], frames, 2, monitor).value();
    const auto phases = stft(noise, frames, 2, monitor).value();
    for (std::size_t i = 0; i < spectrum.cells().size(); ++i)
        spectrum.cells()[i] = std::polar(std::abs(spectrum.cells()[i]), std::arg(phases.cells()[i]));
    return {rate, {inverseStft(spectrum, frames, sound.sampleCount())}};
}

Alignment aligned(const Audio& a, const Audio& b, int threads = 2)
{
    JobMonitor monitor;
    return findAlignment(a, b, threads, monitor).value();
}

class Stopped final : public JobMonitor
{
public:
    bool cancelled() const override { return true; }
};

} // namespace

void AlignmentTest::offset_isFoundToTheSample_data()
{
    QTest::addColumn<int>("offset");
    for (const int offset : {0, 1, -1, 7, -3001, 44100, -200'003})
        QTest::addRow("%d", offset) << offset;
}

void AlignmentTest::offset_isFoundToTheSample()
{
    QFETCH(int, offset);
    const auto sound = music(14, 1);
    const auto a = from(sound, static_cast<std::size_t>(std::max(0, offset)), 300'000);
    const auto b = from(sound, static_cast<std::size_t>(std::max(0, -offset)), 300'000);
    const auto found = aligned(a, b);
    QCOMPARE(found.by, AlignedBy::Waveform);
    QCOMPARE(found.offset, std::ptrdiff_t{offset});
    QVERIFY2(std::abs(found.fraction) < 0.01, qPrintable(QString::number(found.fraction)));
    QVERIFY(!found.inverted);
    QVERIFY2(found.confidence() > 0.5, qPrintable(QString::number(found.confidence())));
}

void AlignmentTest::gainPolarityAndNoise_doNoHarm()
{
    const auto sound = music(12, 2);
    const auto a = from(sound, 0, 400'000);
    auto b = from(sound, 5555, 400'000, -0.05);
    Random random(3);
    for (float& sample : b.channels[0])
        sample += static_cast<float>(random.uniform(-0.01, 0.01)); // about as loud as the sound
    const auto found = aligned(a, b);
    QCOMPARE(found.by, AlignedBy::Waveform);
    QCOMPARE(found.offset, std::ptrdiff_t{-5555});
    QVERIFY(found.inverted);
}

void AlignmentTest::partOfTheOther_isFound()
{
    const auto sound = music(60, 4);
    const auto all = from(sound, 0, sound.size());
    const auto part = from(sound, 1'500'000, 3 * rate);
    QCOMPARE(aligned(all, part).offset, std::ptrdiff_t{-1'500'000});
    QCOMPARE(aligned(part, all).offset, std::ptrdiff_t{1'500'000});
}

void AlignmentTest::beginningsThatOverlapLittle_areFound()
{
    const auto sound = music(20, 5);
    const auto a = from(sound, 0, 10 * rate);
    const auto b = from(sound, 7 * rate, 10 * rate); // 3 s in common
    QCOMPARE(aligned(a, b).offset, std::ptrdiff_t{-7 * rate});
}

void AlignmentTest::oppositeChannels_doNotCancelEachOther()
{
    const auto sound = music(8, 6);
    auto a = from(sound, 0, 200'000);
    auto b = from(sound, 321, 200'000);
    for (Audio* stereo : {&a, &b}) {
        stereo->channels.push_back(stereo->channels[0]);
        for (float& sample : stereo->channels[1])
            sample = -sample;
    }
    QCOMPARE(aligned(a, b).offset, std::ptrdiff_t{-321});
}

void AlignmentTest::fraction_isMeasured()
{
    const Audio a{rate, {notes(8, 7)}};
    const Audio b{rate, {notes(8, 7, 100.3)}};
    const auto found = aligned(a, b);
    QCOMPARE(found.by, AlignedBy::Waveform);
    QCOMPARE(found.offset, std::ptrdiff_t{100});
    QVERIFY2(std::abs(found.fraction - 0.3) < 0.02, qPrintable(QString::number(found.fraction)));
}

void AlignmentTest::newPhases_areAlignedByEnvelopes()
{
    const auto sound = music(14, 8);
    const auto a = from(sound, 20'000, 500'000);
    const auto b = withNewPhases(from(sound, 0, 500'000));
    const auto found = aligned(a, b);
    QCOMPARE(found.by, AlignedBy::Envelopes);
    // Phases of noise smear each onset over its frame of 46 ms.
    QVERIFY2(std::abs(static_cast<double>(found.offset) - 20'000) < 0.006 * rate, qPrintable(QString::number(found.offset)));
    QVERIFY(found.confidence() > 0.2);
}

void AlignmentTest::newPhases_withoutOffset_haveNone()
{
    const auto sound = from(music(10, 9), 0, 400'000);
    const auto found = aligned(sound, withNewPhases(sound));
    QCOMPARE(found.by, AlignedBy::Envelopes);
    QCOMPARE(found.offset, std::ptrdiff_t{0});
}

/// Whatever offset chance brings, every piece of a loop that is as long as a piece votes for it.
void AlignmentTest::newPhases_ofALoop_areNotTakenForWaves()
{
    const auto loop = from(music(2, 17), 0, 32768);
    const auto other = withNewPhases(loop);
    Audio a{rate, {{}}};
    Audio b = a;
    for (int i = 0; i < 12; ++i) {
        a.channels[0].insert(a.channels[0].end(), loop.channels[0].begin(), loop.channels[0].end());
        b.channels[0].insert(b.channels[0].end(), other.channels[0].begin(), other.channels[0].end());
    }
    QCOMPARE(aligned(a, b).by, AlignedBy::Envelopes);
}

void AlignmentTest::filteredWaves_areWaves()
{
    const auto sound = music(8, 18);
    auto filtered = sound;
    for (std::size_t i = filtered.size(); i-- > 2;)
        filtered[i] = sound[i] - 2 * sound[i - 1] + sound[i - 2]; // hardly any bass, a sample later
    const auto found = aligned(from(sound, 0, 300'000), from(filtered, 100, 300'000));
    QCOMPARE(found.by, AlignedBy::Waveform);
    QCOMPARE(found.offset, std::ptrdiff_t{-99});
}

void AlignmentTest::nothingInCommon_isSaid()
{
    const auto a = music(10, 10);
    const auto b = music(10, 11);
    QCOMPARE(aligned(from(a, 0, a.size()), from(b, 0, b.size())).by, AlignedBy::Nothing);
    Random random(12);
    Audio noise = Audio::silence(rate, 1, 300'000);
    for (float& sample : noise.channels[0])
        sample = static_cast<float>(random.uniform(-0.5, 0.5));
    QCOMPARE(aligned(from(a, 0, a.size()), noise).by, AlignedBy::Nothing);
}

void AlignmentTest::silence_isNothingInCommon()
{
    const auto sound = from(music(3, 13), 0, 100'000);
    const auto silence = Audio::silence(rate, 1, 100'000);
    QCOMPARE(aligned(sound, silence).by, AlignedBy::Nothing);
    QCOMPARE(aligned(silence, silence).by, AlignedBy::Nothing);
    QCOMPARE(aligned(silence, silence).confidence(), 0.0);
    QCOMPARE(aligned(Audio::silence(rate, 1, 1), sound).by, AlignedBy::Nothing);
}

void AlignmentTest::repetition_isLessSure()
{
    auto loop = music(2, 14);
    std::vector<float> loops;
    for (int k = 0; k < 6; ++k)
        loops.insert(loops.end(), loop.begin(), loop.end());
    const auto a = from(loops, 0, loops.size());
    const auto found = aligned(a, a);
    QCOMPARE(found.offset, std::ptrdiff_t{0});
    const auto once = music(12, 14);
    QVERIFY(found.confidence() < aligned(from(once, 0, once.size()), from(once, 0, once.size())).confidence());
}

void AlignmentTest::threads_changeNothing()
{
    const auto sound = music(30, 15);
    const auto a = from(sound, 0, 1'000'000);
    const auto b = withNewPhases(from(sound, 4000, 1'000'000));
    const auto one = aligned(a, b, 1);
    const auto four = aligned(a, b, 4);
    QCOMPARE(one.offset, four.offset);
    QCOMPARE(one.peakRatio, four.peakRatio);
    const auto wave = from(sound, 300, 1'000'000);
    QCOMPARE(aligned(a, wave, 1).fraction, aligned(a, wave, 3).fraction);
    QCOMPARE(aligned(a, wave, 1).peakRatio, aligned(a, wave, 3).peakRatio);
}

void AlignmentTest::otherRate_isRefused()
{
    JobMonitor monitor;
    QCOMPARE(findAlignment(Audio{44100, {{0.0f}}}, Audio{48000, {{0.0f}}}, 1, monitor).error().code,
             ErrorCode::InvalidArgument);
}

void AlignmentTest::cancelled_stops()
{
    Stopped monitor;
    const auto sound = from(music(3, 16), 0, 100'000);
    QCOMPARE(findAlignment(sound, sound, 2, monitor).error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(AlignmentTest)
#include "alignment_test.moc"
