// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/dsp/engine/iterationbank.h"
#include "core/dsp/engine/iterationgrid.h"
#include "core/dsp/engine/phasegradient.h"
#include "core/dsp/engine/timeline.h"
#include "core/dsp/engine/windowtables.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace sonoloom;

namespace
{

MelAnalysis peerAnalysis()
{
    return {StftParams{17640, 4410, 441}, MelParams{512, 0, 10'000}, 44'100};
}

/// Difference of two phases in turns, within +-0.5.
float turnsBetween(float a, float b)
{
    return a - b - std::nearbyint(a - b);
}

/// Magnitudes of frames of a Hann-windowed signal of one partial, exact by its Gaussian's shape.
Grid<float> gaussianRidge(const IterationGrid& grid, std::size_t frames, double hertz)
{
    Grid<float> magnitudes(frames, static_cast<std::size_t>(grid.bins()));
    const double gamma = 0.25645 * grid.window * grid.window;
    for (std::size_t f = 0; f < frames; ++f)
        for (int k = 0; k < grid.bins(); ++k) {
            const double away = (k * grid.rate / grid.fftSize - hertz) / grid.rate; // cycles a sample
            magnitudes(f, static_cast<std::size_t>(k)) =
                static_cast<float>(1000.0 * std::exp(-std::numbers::pi * away * away * gamma));
        }
    return magnitudes;
}

} // namespace

class EngineTest : public QObject
{
    Q_OBJECT

private slots:
    void iterationGrid_peersAnalysis_isTwentyKilohertz();
    void iterationGrid_anyAnalysis_holdsItsPromises_data();
    void iterationGrid_anyAnalysis_holdsItsPromises();
    void iterationGrid_impossibleAnalysis_isRefused();
    void windowTables_everyFraction_sumOfSquaresIsTheWindows();
    void iterationBank_lowPassedNoise_sumsAsThePaddedGridDoes();
    void startMagnitudes_flatSpectrum_meetTheTargets();
    void startMagnitudes_silence_areZero();
    void integratePhase_steadyPartial_advancesByItsFrequency();
    void integratePhase_knownFrames_areContinued();
    void integratePhase_offsetBesideALouderTone_keepsPhaseZero();
    void partition_anyLength_coversEachColumnOnce();
};

void EngineTest::iterationGrid_peersAnalysis_isTwentyKilohertz()
{
    const auto grid = iterationGrid(peerAnalysis());
    QVERIFY(grid.has_value());
    QCOMPARE(grid->fftSize, 4096);
    QCOMPARE(grid->synthesisSize, 4410);
    QCOMPARE(grid->rate, 20'480.0);
    QCOMPARE(grid->window, 2048.0);
    QCOMPARE(grid->hopNumerator, 1024);
    QCOMPARE(grid->hopDenominator, 5);
    QCOMPARE(grid->position(3), 614); // 614.4
    QCOMPARE(grid->fraction(3), 2);
}

void EngineTest::iterationGrid_anyAnalysis_holdsItsPromises_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<double>("topHz");
    QTest::addColumn<double>("stepMs");
    for (const int rate : {8000, 11025, 22050, 44100, 48000, 96000, 192000})
        for (const double share : {0.1, 0.45, 1.0})
            for (const double stepMs : {0.7, 8.0, 10.0, 23.0})
                QTest::addRow("%d Hz to %g of Nyquist, %g ms", rate, share, stepMs) << rate << share * rate / 2 << stepMs;
}

void EngineTest::iterationGrid_anyAnalysis_holdsItsPromises()
{
    QFETCH(int, rate);
    QFETCH(double, topHz);
    QFETCH(double, stepMs);
    MelAnalysis analysis{stftFromMilliseconds(400, 100, stepMs, rate), MelParams{256, 0, topHz}, rate};
    const auto grid = iterationGrid(analysis);
    QVERIFY(grid.has_value());
    QVERIFY(grid->synthesisSize >= analysis.stft.window);
    QVERIFY(grid->rate / 2 >= topHz || grid->fftSize == 2 * grid->synthesisSize);
    QVERIFY(grid->hopDenominator <= 32);
    QVERIFY(grid->span <= grid->fftSize);
    // A frame is as long, and as far from the next, in seconds as at the file's rate.
    QCOMPARE(grid->window / grid->rate, static_cast<double>(analysis.stft.window) / rate);
    QCOMPARE(grid->hop() / grid->rate, static_cast<double>(analysis.stft.hop) / rate);
}

void EngineTest::iterationGrid_impossibleAnalysis_isRefused()
{
    auto above = peerAnalysis();
    above.mel.topHz = 22'051;
    QCOMPARE(iterationGrid(above).error().code, ErrorCode::InvalidArgument);
    QVERIFY(QString::fromStdString(iterationGrid(above).error().message).contains("f-max"));
    auto gaps = peerAnalysis();
    gaps.stft.hop = 4411;
    QCOMPARE(iterationGrid(gaps).error().code, ErrorCode::InvalidArgument);
    auto none = peerAnalysis();
    none.mel.bands = 0;
    QCOMPARE(iterationGrid(none).error().code, ErrorCode::InvalidArgument);
}

void EngineTest::windowTables_everyFraction_sumOfSquaresIsTheWindows()
{
    const auto grid = iterationGrid(peerAnalysis());
    const WindowTables tables(*grid);
    for (int f = 0; f < 5; ++f) {
        double sum = 0;
        for (int i = 0; i < tables.span(); ++i)
            sum += double(tables.analysis(f)[i]) * tables.analysis(f)[i];
        QVERIFY(std::abs(sum - 0.375 * 2048) < 1e-2); // 3/8 of the length for Hann, wherever it is sampled
    }
}

void EngineTest::iterationBank_lowPassedNoise_sumsAsThePaddedGridDoes()
{
    // The same second of sound, partials below 10 kHz, at both rates: the bands' sums must be alike.
    const auto analysis = peerAnalysis();
    const auto grid = iterationGrid(analysis);
    const IterationBank bank(analysis, *grid);
    Random random(3);
    std::vector<float> full(17'640);
    AlignedBuffer<float> small(static_cast<std::size_t>(grid->fftSize));
    const WindowTables tables(*grid);
    for (int partial = 0; partial < 60; ++partial) {
        const double hertz = random.uniform(100, 9'500);
        const double turns = random.uniform();
        for (int i = 0; i < 17'640; ++i)
            full[static_cast<std::size_t>(i)] += static_cast<float>(
                std::cos(2 * std::numbers::pi * (hertz * (i - 8820) / 44'100.0 + turns)));
        for (int i = 0; i < tables.span(); ++i)
            small[static_cast<std::size_t>(i)] += static_cast<float>(
                tables.analysis(0)[i] *
                std::cos(2 * std::numbers::pi * (hertz * (i - grid->half) / grid->rate + turns)));
    }
    const auto mel = melSpectrogram(full, analysis.stft, analysis.mel, analysis.sampleRate, 1);
    const auto expected = mel.row(20); // centred on sample 8820

    AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(grid->bins()));
    Fft(grid->fftSize).forward(small, spectrum);
    std::vector<float> magnitudes(static_cast<std::size_t>(grid->bins() + kernelLanes));
    kernels().magnitudes(reinterpret_cast<float*>(spectrum.data()), magnitudes.data(), grid->bins());
    std::vector<float> sums(bank.scratchLength());
    kernels().sumBands(bank.matrix().sums(), magnitudes.data(), sums.data());

    double difference = 0;
    double all = 0;
    for (std::size_t b = 0; b < 512; ++b) {
        difference += std::pow(sums[b] - expected[b], 2);
        all += std::pow(expected[b], 2);
    }
    // Linear interpolation of magnitudes over half a window's resolution is good to a few percent.
    QVERIFY2(std::sqrt(difference / all) < 0.05, qPrintable(QString::number(std::sqrt(difference / all))));
}

void EngineTest::startMagnitudes_flatSpectrum_meetTheTargets()
{
    const auto analysis = peerAnalysis();
    const auto grid = iterationGrid(analysis);
    const IterationBank bank(analysis, *grid);
    std::vector<float> flat(static_cast<std::size_t>(grid->bins() + kernelLanes), 2.0f);
    std::vector<float> mel(bank.scratchLength()); // 512
    kernels().sumBands(bank.matrix().sums(), flat.data(), mel.data());
    std::vector<float> magnitudes(flat.size());
    bank.startMagnitudes(mel, magnitudes);
    for (int k = 8; k < 1980; ++k) // below the top band's falling edge
        QVERIFY(std::abs(magnitudes[static_cast<std::size_t>(k)] - 2.0f) < 0.02f);
    for (std::size_t k = 2001; k < 2049; ++k) // above 10 kHz
        QCOMPARE(magnitudes[k], 0.0f);
}

void EngineTest::startMagnitudes_silence_areZero()
{
    const auto analysis = peerAnalysis();
    const auto grid = iterationGrid(analysis);
    const IterationBank bank(analysis, *grid);
    std::vector<float> magnitudes(static_cast<std::size_t>(grid->bins() + kernelLanes), 1.0f);
    bank.startMagnitudes(std::vector<float>(512), magnitudes);
    QVERIFY(std::all_of(magnitudes.begin(), magnitudes.end(), [](float m) { return m == 0.0f; }));
}

void EngineTest::integratePhase_steadyPartial_advancesByItsFrequency()
{
    const auto grid = iterationGrid(peerAnalysis());
    const double hertz = 1234.5;
    const auto magnitudes = gaussianRidge(*grid, 40, hertz);
    Grid<float> phases(40, magnitudes.columns());
    integratePhase(magnitudes, *grid, {}, 0, phases);
    const auto bin = static_cast<std::size_t>(std::lround(hertz * grid->fftSize / grid->rate));
    const double expected = hertz * grid->hop() / grid->rate;
    for (std::size_t f = 1; f + 1 < 39; ++f)
        for (const std::size_t k : {bin - 1, bin, bin + 1}) {
            const float advance = phases(f + 1, k) - phases(f, k);
            QVERIFY(std::abs(turnsBetween(advance, static_cast<float>(expected - std::floor(expected)))) < 0.002f);
        }
}

void EngineTest::integratePhase_knownFrames_areContinued()
{
    const auto grid = iterationGrid(peerAnalysis());
    const double hertz = 800;
    const auto magnitudes = gaussianRidge(*grid, 30, hertz);
    Grid<float> whole(30, magnitudes.columns());
    integratePhase(magnitudes, *grid, {}, 0, whole);
    Grid<float> continued(30, magnitudes.columns());
    for (std::size_t f = 0; f < 10; ++f)
        std::ranges::transform(whole.row(f), continued.row(f).begin(),
                               [](float turns) { return turns + 0.25f; });
    integratePhase(magnitudes, *grid, {10, 0}, 0, continued);
    const auto bin = static_cast<std::size_t>(std::lround(hertz * grid->fftSize / grid->rate));
    for (std::size_t f = 10; f < 30; ++f)
        QVERIFY(std::abs(turnsBetween(continued(f, bin), whole(f, bin) + 0.25f)) < 0.002f);
}

void EngineTest::integratePhase_offsetBesideALouderTone_keepsPhaseZero()
{
    const auto grid = iterationGrid(peerAnalysis());
    auto magnitudes = gaussianRidge(*grid, 40, 0);
    const auto tone = gaussianRidge(*grid, 40, 57.3);
    // It swells, so that its phase differs from bin to bin, and from that of a frame's first bin.
    for (std::size_t f = 0; f < 40; ++f)
        for (std::size_t k = 0; k < magnitudes.columns(); ++k)
            magnitudes(f, k) += 4 * std::exp(0.1f * static_cast<float>(f)) * tone(f, k);
    Grid<float> phases(40, magnitudes.columns());
    integratePhase(magnitudes, *grid, {}, 0, phases);
    for (std::size_t f = 0; f < 40; ++f)
        QCOMPARE(phases(f, 0), 0.0f);
}

void EngineTest::partition_anyLength_coversEachColumnOnce()
{
    for (const std::size_t columns : {1u, 47u, 511u, 512u, 513u, 559u, 560u, 561u, 1024u, 1100u, 60'000u}) {
        const Partition partition(columns, StftParams{});
        std::size_t covered = 0;
        for (std::size_t b = 0; b < partition.blocks(); ++b) {
            QCOMPARE(partition.coreBegin(b), covered);
            covered = partition.coreEnd(b);
            QVERIFY(partition.coreEnd(b) > partition.coreBegin(b));
            QVERIFY(partition.begin(b) <= partition.coreBegin(b) && partition.end(b) >= partition.coreEnd(b));
        }
        QCOMPARE(covered, columns);
    }
}

QTEST_APPLESS_MAIN(EngineTest)
#include "engine_test.moc"
