// SPDX-License-Identifier: GPL-3.0-or-later
// What the reconstruction makes of analyses and magnitudes that are rare, wrong or broken.
#include "core/dsp/reconstruct.h"
#include "tests/core/dsp/signals.h"

#include <QtTest>

#include <atomic>
#include <limits>

using namespace sonoloom;
using namespace sonoloom::test;

class ReconstructInputsTest : public QObject
{
    Q_OBJECT

private slots:
    void oddAnalyses_giveFiniteSoundOfTheRightLength_data();
    void oddAnalyses_giveFiniteSoundOfTheRightLength();
    void cancel_inTheMiddle_returnsCancelled();
    void failingSource_isReported();
    void noColumns_areRefused();
    void rowsOfAnotherAnalysis_areRefused();
    void impossibleAnalyses_areRefused();
    void linearMagnitudes_ofAnyFrames_comeBack_data();
    void linearMagnitudes_ofAnyFrames_comeBack();
    void strangeMagnitudes_giveFiniteSound_data();
    void strangeMagnitudes_giveFiniteSound();
};

void ReconstructInputsTest::oddAnalyses_giveFiniteSoundOfTheRightLength_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<double>("topHz");
    QTest::addColumn<int>("bands");
    QTest::addColumn<double>("stepMs");
    QTest::addColumn<double>("windowMs");
    QTest::addColumn<int>("samples");
    QTest::newRow("eight bands") << 44'100 << 10'000.0 << 8 << 10.0 << 100.0 << 20'000;
    QTest::newRow("4096 bands") << 44'100 << 10'000.0 << 4096 << 10.0 << 100.0 << 20'000;
    QTest::newRow("full bandwidth") << 48'000 << 24'000.0 << 512 << 10.0 << 100.0 << 20'000;
    QTest::newRow("telephone") << 8'000 << 4'000.0 << 128 << 10.0 << 100.0 << 5'000;
    QTest::newRow("192 kHz") << 192'000 << 10'000.0 << 512 << 10.0 << 100.0 << 60'000;
    QTest::newRow("odd window") << 22'050 << 10'000.0 << 512 << 10.0 << 100.0 << 10'001;
    QTest::newRow("window of a millisecond") << 44'100 << 10'000.0 << 64 << 0.5 << 1.0 << 3'000;
    QTest::newRow("no overlap") << 44'100 << 10'000.0 << 64 << 50.0 << 50.0 << 20'000;
    QTest::newRow("one sample") << 44'100 << 10'000.0 << 512 << 10.0 << 100.0 << 1;
    QTest::newRow("300 samples") << 44'100 << 10'000.0 << 512 << 10.0 << 100.0 << 300;
}

void ReconstructInputsTest::oddAnalyses_giveFiniteSoundOfTheRightLength()
{
    QFETCH(int, rate);
    QFETCH(double, topHz);
    QFETCH(int, bands);
    QFETCH(double, stepMs);
    QFETCH(double, windowMs);
    QFETCH(int, samples);
    const MelAnalysis analysis{stftFromMilliseconds(4 * windowMs, windowMs, stepMs, rate), MelParams{bands, 0, topHz}, rate};
    const auto sound = sine(440, static_cast<std::size_t>(samples), rate);
    MagnitudesInMemory source({melOf(sound, analysis)});
    const auto back = reconstructed(source, analysis, sound.size());
    QVERIFY(back.has_value());
    QCOMPARE(back->sampleRate, rate);
    QCOMPARE(back->sampleCount(), sound.size());
    QVERIFY(std::ranges::all_of(back->channels.front(), [](float x) { return std::isfinite(x) && std::abs(x) < 65'536; }));
}

void ReconstructInputsTest::cancel_inTheMiddle_returnsCancelled()
{
    class CancelLater final : public JobMonitor
    {
    public:
        bool cancelled() const override { return ++asked > 6; }
        mutable std::atomic<int> asked{0};
    };
    const auto analysis = analysisAt(44'100, 10'000);
    MagnitudesInMemory source({melOf(music(600'000), analysis)});
    for (const auto method : {ReconstructMethod::Balanced, ReconstructMethod::Peer}) {
        CancelLater monitor;
        ReconstructParams params;
        params.method = method;
        const auto back = reconstruct(source, analysis, 600'000, params, 2, monitor);
        QVERIFY(!back.has_value());
        QCOMPARE(back.error().code, ErrorCode::Cancelled);
    }
}

void ReconstructInputsTest::failingSource_isReported()
{
    MagnitudesInMemory source({Grid<float>(2000, 512)});
    source.failing = true;
    const auto back = reconstructed(source, analysisAt(44'100, 10'000), 44'100, ReconstructMethod::Balanced, 2);
    QVERIFY(!back.has_value());
    QCOMPARE(back.error().message, std::string("b.png: broken"));
}

void ReconstructInputsTest::noColumns_areRefused()
{
    MagnitudesInMemory source({Grid<float>(0, 512)});
    QCOMPARE(reconstructed(source, analysisAt(44'100, 10'000), 10).error().code, ErrorCode::InvalidArgument);
}

void ReconstructInputsTest::rowsOfAnotherAnalysis_areRefused()
{
    MagnitudesInMemory source({Grid<float>(100, 300)});
    const auto back = reconstructed(source, analysisAt(44'100, 10'000), 44'100);
    QCOMPARE(back.error().code, ErrorCode::InvalidArgument);
    QVERIFY(back.error().message.find("300") != std::string::npos);
}

void ReconstructInputsTest::impossibleAnalyses_areRefused()
{
    MagnitudesInMemory source({Grid<float>(10, 512)});
    auto aboveNyquist = analysisAt(44'100, 22'051);
    auto gaps = analysisAt(44'100, 10'000);
    gaps.stft.hop = gaps.stft.window + 1;
    for (const auto& impossible : {aboveNyquist, gaps})
        for (const auto method : {ReconstructMethod::Balanced, ReconstructMethod::Peer}) {
            if (method == ReconstructMethod::Peer && impossible == aboveNyquist)
                continue; // bands above half the rate stay empty, as torchaudio's do
            QCOMPARE(reconstructed(source, impossible, 4410, method).error().code, ErrorCode::InvalidArgument);
        }
    auto noRate = analysisAt(44'100, 10'000);
    noRate.sampleRate = 0;
    auto noBands = analysisAt(44'100, 10'000);
    noBands.mel.bands = 0;
    auto upsideDown = analysisAt(44'100, 10'000);
    upsideDown.mel.minHz = 11'000;
    for (const auto& impossible : {noRate, noBands, upsideDown})
        for (const auto method : {ReconstructMethod::Balanced, ReconstructMethod::Peer})
            QCOMPARE(reconstructed(source, impossible, 4410, method).error().code, ErrorCode::InvalidArgument);
    JobMonitor monitor;
    const LinearAnalysis longHop{{1024, 1024, 1025}, 44'100};
    QCOMPARE(reconstruct(source, longHop, 4410, {}, 1, monitor).error().code, ErrorCode::InvalidArgument);
}

void ReconstructInputsTest::linearMagnitudes_ofAnyFrames_comeBack_data()
{
    QTest::addColumn<int>("fft");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("hop");
    QTest::newRow("unpadded") << 2048 << 2048 << 512;
    QTest::newRow("twice padded") << 4096 << 2048 << 256;
    QTest::newRow("peers'") << 17'640 << 4410 << 441;
    QTest::newRow("odd window") << 1500 << 1499 << 300;
    QTest::newRow("odd size") << 1501 << 1501 << 300;
    QTest::newRow("three times padded") << 3000 << 1000 << 250;
    QTest::newRow("barely padded") << 2100 << 2048 << 512;
}

void ReconstructInputsTest::linearMagnitudes_ofAnyFrames_comeBack()
{
    QFETCH(int, fft);
    QFETCH(int, window);
    QFETCH(int, hop);
    const StftParams frames{fft, window, hop};
    const auto sound = music(2 * 44'100);
    const auto magnitudes = linearMagnitudes(sound, frames);
    MagnitudesInMemory source({magnitudes});
    JobMonitor monitor;
    const auto back = reconstruct(source, LinearAnalysis{frames, 44'100}, sound.size(), {}, 1, monitor);
    QVERIFY(back.has_value());
    QCOMPARE(back->audio.sampleCount(), sound.size());
    const double error = imageError(magnitudes, linearMagnitudes(back->audio.channels.front(), frames));
    QVERIFY2(error < 2.5, qPrintable(QString::number(error))); // four windows overlap at least; silence would be 40
}

void ReconstructInputsTest::strangeMagnitudes_giveFiniteSound_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<float>("everywhere");
    QTest::addColumn<float>("once");
    const float infinite = std::numeric_limits<float>::infinity();
    QTest::newRow("all zero") << 60 << 0.0f << 0.0f;
    QTest::newRow("one white cell") << 60 << 0.0f << 1e6f;
    QTest::newRow("a single column") << 1 << 100.0f << 100.0f;
    QTest::newRow("not a number") << 60 << 100.0f << std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("infinite") << 60 << 100.0f << infinite;
    QTest::newRow("all infinite") << 60 << infinite << infinite;
    QTest::newRow("negative") << 60 << -100.0f << -infinite;
    QTest::newRow("tiny") << 60 << 1e-38f << 1e-42f;
    QTest::newRow("huge") << 60 << 3e38f << 3e38f;
    QTest::newRow("huge beside tiny") << 60 << 1e-30f << 3e38f;
}

void ReconstructInputsTest::strangeMagnitudes_giveFiniteSound()
{
    QFETCH(int, columns);
    QFETCH(float, everywhere);
    QFETCH(float, once);
    const auto rows = static_cast<std::size_t>(columns);
    const auto isFinite = [](const Result<Reconstructed>& found) {
        return found && std::ranges::all_of(found->audio.channels.front(), [](float x) { return std::isfinite(x); });
    };
    JobMonitor monitor;
    for (const auto method : {ReconstructMethod::Draft, ReconstructMethod::Balanced, ReconstructMethod::Peer}) {
        ReconstructParams params;
        params.method = method;
        params.iterations = method == ReconstructMethod::Draft ? 0 : 8;
        Grid<float> bands(rows, 64, everywhere);
        bands(rows / 2, 32) = once;
        MagnitudesInMemory mel({bands});
        QVERIFY(isFinite(reconstruct(mel, analysisAt(22'050, 5'000, 64), rows * 220, params, 1, monitor)));
        Grid<float> bins(rows, 513, everywhere);
        bins(rows / 2, 32) = once;
        MagnitudesInMemory linear({bins});
        QVERIFY(isFinite(reconstruct(linear, LinearAnalysis{{1024, 1024, 256}, 22'050}, rows * 256, params, 1, monitor)));
    }
}

QTEST_APPLESS_MAIN(ReconstructInputsTest)
#include "reconstructinputs_test.moc"
