// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/peerinversion.h"
#include "tests/support/golden.h"

#include <QtTest>

using namespace sonoloom;
using testsupport::goldenFloats;
using testsupport::goldenFrames;
using testsupport::relativeL2;

class PeerInversionTest : public QObject
{
    Q_OBJECT

private slots:
    void golden_leastSquares_isWithinTolerance();
    void golden_griffinLim_isWithinTolerance_data();
    void golden_griffinLim_isWithinTolerance();
    void bandsWithinOneBin_areBoundedStill();
    void longTimeline_atItsJoints_keepsItsLevel();
    void threads_neverChangeABit();
    void oneColumn_works();
    void cancelled_stops();
};

namespace
{

constexpr int rate = 44100;
const StftParams goldenStft = stftFromMilliseconds(60, 40, 10, rate);

class Columns final : public MagnitudeSource
{
public:
    Columns(std::size_t columns, int bands, int channels) : columns_(columns), bands_(bands), channels_(channels) {}
    std::size_t columns() const override { return columns_; }
    int channelCount() const override { return channels_; }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override
    {
        if (first + count > columns_)
            return Error{ErrorCode::InvalidArgument, "beyond the end"};
        return std::vector(static_cast<std::size_t>(channels_),
                           Grid<float>(count, static_cast<std::size_t>(bands_), 1000.0f));
    }

private:
    std::size_t columns_;
    int bands_;
    int channels_;
};

struct Stopped final : JobMonitor {
    bool cancelled() const override { return true; }
};

Result<Audio> made(std::size_t columns, int threads, JobMonitor& monitor)
{
    Columns source(columns, 32, 2);
    MelAnalysis analysis{goldenStft, {}, rate};
    analysis.mel.bands = 32;
    const std::size_t samples = columns * static_cast<std::size_t>(goldenStft.hop);
    return reconstructAsPeer(source, analysis, samples, {2, 0.99, 7}, threads, monitor);
}

double levelOf(const std::vector<float>& samples, std::size_t first, std::size_t count)
{
    double sum = 0;
    for (std::size_t i = first; i < first + count; ++i)
        sum += static_cast<double>(samples[i]) * samples[i];
    return 10 * std::log10(sum / static_cast<double>(count));
}

} // namespace

void PeerInversionTest::golden_leastSquares_isWithinTolerance()
{
    const Grid<float> mel = goldenFrames("f32/inv_mel.f32", 48);
    const auto bins = static_cast<std::size_t>(goldenStft.bins());
    const Grid<float> expected = goldenFrames("f32/inv_lin.f32", bins);
    const MelFilterbank bank({48, 0, 10'000}, goldenStft.bins(), rate);
    const LeastSquaresInverse inverse(bank);
    Grid<float> linear(mel.rows(), bins);
    for (std::size_t f = 0; f < mel.rows(); ++f)
        inverse.apply(mel.row(f), linear.row(f));
    const double error = relativeL2({linear.cells().begin(), linear.cells().end()},
                                    {expected.cells().begin(), expected.cells().end()});
    qInfo("invert.lstsq relative L2 %.2g (allowed 1e-3)", error);
    QVERIFY2(error <= 1e-3, qPrintable(QString::number(error)));
}

void PeerInversionTest::golden_griffinLim_isWithinTolerance_data()
{
    QTest::addColumn<int>("iterations");
    QTest::addColumn<double>("allowed"); // the manifest's: twenty times what float32 loses against float64
    QTest::newRow("invert.griffinlim.1") << 1 << 1e-4;
    QTest::newRow("invert.griffinlim.4") << 4 << 2.584e-4;
    QTest::newRow("invert.griffinlim.32") << 32 << 9.267e-3;
}

void PeerInversionTest::golden_griffinLim_isWithinTolerance()
{
    QFETCH(int, iterations);
    QFETCH(double, allowed);
    const Grid<float> magnitudes = goldenFrames("f32/gl_mag.f32", static_cast<std::size_t>(goldenStft.bins()));
    const auto expected = goldenFloats("f32/gl_out_" + std::to_string(iterations) + ".f32");
    JobMonitor monitor;
    const auto sound = griffinLim(magnitudes, goldenStft, {iterations, 0.99, std::nullopt}, expected.size(), 2, monitor);
    QVERIFY(sound);
    const double error = relativeL2(sound.value(), expected);
    qInfo("invert.griffinlim.%d relative L2 %.2g (allowed %.2g)", iterations, error, allowed);
    QVERIFY2(error <= allowed, qPrintable(QString::number(error)));
}

void PeerInversionTest::bandsWithinOneBin_areBoundedStill()
{
    const MelFilterbank bank({512, 0, 10'000}, 257, rate); // the lowest bands lie between two bins, many in one
    const LeastSquaresInverse inverse(bank);
    std::vector<float> magnitudes(257);
    inverse.apply(std::vector<float>(512, 1.0f), magnitudes);
    for (const float magnitude : magnitudes)
        QVERIFY2(std::isfinite(magnitude) && magnitude < 1e4f, qPrintable(QString::number(magnitude)));
}

void PeerInversionTest::longTimeline_atItsJoints_keepsItsLevel()
{
    JobMonitor monitor;
    const auto sound = made(1200, 2, monitor);
    QVERIFY(sound);
    const auto hop = static_cast<std::size_t>(goldenStft.hop);
    const double inside = levelOf(sound.value().channels[0], 100 * hop, 300 * hop);
    // 39 columns of noise-like sound: its level is known to about half a dB; a plain cut or sum would be 3 dB off.
    for (const std::size_t joint : {512u, 1024u}) {
        const double there = levelOf(sound.value().channels[0], joint * hop, 39 * hop);
        QVERIFY2(std::abs(there - inside) < 1.5, qPrintable(QString::number(there - inside)));
    }
}

void PeerInversionTest::threads_neverChangeABit()
{
    JobMonitor monitor;
    const auto one = made(600, 1, monitor);
    const auto three = made(600, 3, monitor);
    QVERIFY(one && three);
    QVERIFY(one.value().channels == three.value().channels);
}

void PeerInversionTest::oneColumn_works()
{
    JobMonitor monitor;
    const auto sound = made(1, 1, monitor);
    QVERIFY(sound);
    QCOMPARE(sound.value().sampleCount(), static_cast<std::size_t>(goldenStft.hop));
}

void PeerInversionTest::cancelled_stops()
{
    Stopped monitor;
    const auto sound = made(600, 1, monitor);
    QVERIFY(!sound);
    QCOMPARE(sound.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(PeerInversionTest)
#include "peerinversion_test.moc"
