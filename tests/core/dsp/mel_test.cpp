// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/base/units.h"
#include "core/dsp/mel.h"
#include "core/dsp/resample.h"
#include "core/io/audiofile.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace sonoloom;

class MelTest : public QObject
{
    Q_OBJECT

private slots:
    void scale_isHtks();
    void golden_filterbank_isTorchaudios();
    void golden_magnitudes_areTorchaudios_data();
    void golden_magnitudes_areTorchaudios();
    void bank_atEveryBin_sumsToOneBetweenCentres();
    void apply_isTheWeightedSum();
    void twiceTheSound_isTwiceTheMagnitude();
    void feeds_howeverCut_giveTheSameBits_data();
    void feeds_howeverCut_giveTheSameBits();
    void threads_neverChangeABit();
    void finish_beyondTheSound_isZero();
    void oneSample_works();
    void silence_isZero();
};

namespace
{

std::vector<float> noise(std::size_t samples)
{
    Random random(3);
    std::vector<float> signal(samples);
    for (float& sample : signal)
        sample = static_cast<float>(random.uniform(-1000, 1000));
    return signal;
}

const StftParams smallStft{512, 256, 64};
const MelParams smallMel{40, 0, 4000};
constexpr double smallRate = 8000;

Grid<float> inFeedsOf(const std::vector<float>& signal, std::size_t step, int threads)
{
    MelAnalyser analyser(smallStft, smallMel, smallRate, threads);
    std::vector<float> cells;
    const auto take = [&cells](const Grid<float>& mel) { cells.insert(cells.end(), mel.cells().begin(), mel.cells().end()); };
    for (std::size_t i = 0; i < signal.size(); i += step)
        take(analyser.feed(std::span(signal).subspan(i, std::min(step, signal.size() - i))));
    const std::size_t frames = centredFrameCount(signal.size(), smallStft.hop);
    take(analyser.finish(frames));
    Grid<float> all(frames, 40);
    std::ranges::copy(cells, all.cells().begin());
    return all;
}

/// The first `count` samples as the peer sees them: 16 bit, mono.
std::vector<float> peerSamples(const std::string& wav, std::size_t count)
{
    JobMonitor monitor;
    const Audio audio = readAudioFile(testsupport::goldenPath(wav), monitor).value();
    std::vector<std::vector<std::int16_t>> channels;
    for (const auto& channel : audio.channels) {
        channels.emplace_back();
        for (const float sample : channel)
            channels.back().push_back(static_cast<std::int16_t>(std::lround(sample * int16FullScale)));
    }
    const auto mono = monoAsPydub(channels);
    return {mono.begin(), mono.begin() + static_cast<std::ptrdiff_t>(count)};
}

} // namespace

void MelTest::scale_isHtks()
{
    QVERIFY(std::abs(melFromHertz(1000) - 999.9855) < 1e-3);
    QVERIFY(std::abs(hertzFromMel(melFromHertz(4321)) - 4321) < 1e-9);
    QCOMPARE(melFromHertz(0), 0.0);
}

void MelTest::golden_filterbank_isTorchaudios()
{
    const MelFilterbank bank({512, 0, 10'000}, 8821, 44100);
    const auto sums = testsupport::goldenFloats("f32/melbank_rowsum.f32");
    for (int b = 0; b < 512; ++b) {
        const auto& weights = bank.band(b).weights;
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        QVERIFY2(std::abs(sum - sums[static_cast<std::size_t>(b)]) < 1e-4 * std::max(1.0, sum), qPrintable(QString::number(b)));
    }
    const auto compare = [&](int b, int firstBin, const char* file) {
        const auto expected = testsupport::goldenFloats(file);
        const auto& band = bank.band(b);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const std::ptrdiff_t at = firstBin + static_cast<std::ptrdiff_t>(i) - band.first;
            const bool inside = at >= 0 && at < static_cast<std::ptrdiff_t>(band.weights.size());
            const float weight = inside ? band.weights[static_cast<std::size_t>(at)] : 0.0f;
            QVERIFY2(std::abs(weight - expected[i]) < 1e-4f, qPrintable(QString::number(firstBin + static_cast<int>(i))));
        }
    };
    compare(40, 0, "f32/melbank_band40.f32");
    compare(400, 3000, "f32/melbank_band400.f32");
}

void MelTest::golden_magnitudes_areTorchaudios_data()
{
    QTest::addColumn<QString>("wav");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("bands");
    QTest::newRow("riffusion.mel.tones") << "wav/tones_mono_44100.wav" << "f32/mel_tones.f32" << 44100 << 512;
    QTest::newRow("riffusion.mel.music") << "wav/music_stereo_44100.wav" << "f32/mel_music.f32" << 39690 << 192;
}

void MelTest::golden_magnitudes_areTorchaudios()
{
    QFETCH(QString, wav);
    QFETCH(QString, expected);
    QFETCH(int, samples);
    QFETCH(int, bands);
    const auto signal = peerSamples(wav.toStdString(), static_cast<std::size_t>(samples));
    const auto mel = melSpectrogram(signal, {17640, 4410, 441}, {bands, 0, 10'000}, 44100, 2);
    const auto golden = testsupport::goldenFrames(expected.toStdString(), static_cast<std::size_t>(bands));
    QVERIFY(mel.rows() >= golden.rows());
    const std::vector<float> ours(mel.cells().begin(), mel.cells().begin() + static_cast<std::ptrdiff_t>(golden.cells().size()));
    const std::vector<float> theirs(golden.cells().begin(), golden.cells().end());
    const double error = testsupport::relativeL2(ours, theirs);
    double worst = 0;
    for (std::size_t i = 0; i < ours.size(); ++i)
        worst = std::max(worst, std::abs(static_cast<double>(ours[i]) - theirs[i]));
    worst /= *std::ranges::max_element(theirs);
    qInfo("relative L2 %.2g, greatest %.2g of the maximum (both allowed 2e-4)", error, worst);
    QVERIFY(error <= 2e-4);
    QVERIFY(worst <= 2e-4);
}

void MelTest::bank_atEveryBin_sumsToOneBetweenCentres()
{
    const MelFilterbank bank({64, 100, 8000}, 2049, 44100);
    std::vector<double> sums(2049);
    for (int b = 0; b < 64; ++b)
        for (std::size_t i = 0; i < bank.band(b).weights.size(); ++i)
            sums[static_cast<std::size_t>(bank.band(b).first) + i] += bank.band(b).weights[i];
    const auto centre = [](int band) {
        return hertzFromMel(melFromHertz(100) + (band + 1) * (melFromHertz(8000) - melFromHertz(100)) / 65);
    };
    for (std::size_t k = 0; k < sums.size(); ++k) {
        const double hertz = static_cast<double>(k) * 22050 / 2048;
        if (hertz > centre(0) && hertz < centre(63))
            QVERIFY2(std::abs(sums[k] - 1) < 1e-4, qPrintable(QString::number(hertz)));
        if (hertz < 100 || hertz > 8000)
            QCOMPARE(sums[k], 0.0);
    }
}

void MelTest::apply_isTheWeightedSum()
{
    const MelFilterbank bank({10, 0, 4000}, 65, 8000);
    std::vector<float> magnitudes(65);
    std::iota(magnitudes.begin(), magnitudes.end(), 0.0f);
    std::vector<float> mel(10);
    bank.apply(magnitudes, mel);
    for (int b = 0; b < 10; ++b) {
        double sum = 0;
        for (std::size_t i = 0; i < bank.band(b).weights.size(); ++i)
            sum += static_cast<double>(bank.band(b).weights[i]) * (bank.band(b).first + static_cast<double>(i));
        QVERIFY(std::abs(mel[static_cast<std::size_t>(b)] - sum) < 1e-3);
    }
}

void MelTest::twiceTheSound_isTwiceTheMagnitude()
{
    auto signal = noise(3000);
    const auto once = inFeedsOf(signal, 3000, 1);
    for (float& sample : signal)
        sample *= 2;
    const auto twice = inFeedsOf(signal, 3000, 1);
    for (std::size_t i = 0; i < once.cells().size(); ++i)
        QCOMPARE(twice.cells()[i], 2 * once.cells()[i]); // powers of two are exact in float
}

void MelTest::feeds_howeverCut_giveTheSameBits_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("step");
    for (const int samples : {1, 63, 64, 65, 200, 5000})
        for (const int step : {1, 7, 64, 999})
            QTest::addRow("%d samples by %d", samples, step) << samples << step;
}

void MelTest::feeds_howeverCut_giveTheSameBits()
{
    QFETCH(int, samples);
    QFETCH(int, step);
    const auto signal = noise(static_cast<std::size_t>(samples));
    const auto whole = melSpectrogram(signal, smallStft, smallMel, smallRate, 1);
    QVERIFY(inFeedsOf(signal, static_cast<std::size_t>(step), 1) == whole);
}

void MelTest::threads_neverChangeABit()
{
    const auto signal = noise(20000);
    QVERIFY(inFeedsOf(signal, 5000, 1) == inFeedsOf(signal, 5000, 4));
}

void MelTest::finish_beyondTheSound_isZero()
{
    MelAnalyser analyser(smallStft, smallMel, smallRate, 1);
    const auto signal = noise(640); // frames 0..10 are centred on it, 10 on its end
    const std::size_t before = analyser.feed(signal).rows();
    const auto rest = analyser.finish(20);
    QCOMPARE(before + rest.rows(), std::size_t{20});
    for (std::size_t f = 11; f < 20; ++f)
        QVERIFY(std::ranges::all_of(rest.row(f - before), [](float m) { return m == 0.0f; }));
    QVERIFY(std::ranges::any_of(rest.row(10 - before), [](float m) { return m > 0.0f; }));
}

void MelTest::oneSample_works()
{
    const auto mel = melSpectrogram(std::vector<float>{100.0f}, smallStft, smallMel, smallRate, 1);
    QCOMPARE(mel.rows(), std::size_t{1});
    QVERIFY(std::ranges::all_of(mel.cells(), [](float m) { return std::isfinite(m); }));
    QVERIFY(mel(0, 0) > 0.0f);
}

void MelTest::silence_isZero()
{
    const auto mel = melSpectrogram(std::vector<float>(1000), smallStft, smallMel, smallRate, 1);
    QVERIFY(std::ranges::all_of(mel.cells(), [](float m) { return m == 0.0f; }));
}

QTEST_GUILESS_MAIN(MelTest)
#include "mel_test.moc"
