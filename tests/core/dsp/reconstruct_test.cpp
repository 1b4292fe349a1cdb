// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/reconstruct.h"
#include "tests/core/dsp/signals.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

using namespace sonoloom;
using namespace sonoloom::test;

namespace
{

using Samples = std::vector<float>;

double rmsOf(const Samples& sound, std::size_t from, std::size_t to)
{
    double sum = 0;
    for (std::size_t i = from; i < to; ++i)
        sum += double(sound[i]) * sound[i];
    return std::sqrt(sum / static_cast<double>(to - from));
}

} // namespace

class ReconstructTest : public QObject
{
    Q_OBJECT

private slots:
    void sine_comesBack_atPitchAndLevel();
    void click_comesBack_atItsTime();
    void constantOffset_comesBack();
    void silence_comesBack_asZeros();
    void music_eachMethod_isTruerThanTheOneBefore();
    void longTimeline_atItsJoints_hasNoSeam();
    void longTimeline_anyThreadCount_givesTheSameBits();
    void equalChannels_stayEqual();
    void stereo_quietSide_keepsMidToSideEnergy();
    void linearMagnitudes_comeBack_truerThanFromMel();
    void stopError_endsEarly_whereItIsReached();
    void levelError_isThatOfTheResult();
};

void ReconstructTest::sine_comesBack_atPitchAndLevel()
{
    const auto analysis = analysisAt(44'100, 10'000);
    const auto sound = sine(1003, 88'200);
    MagnitudesInMemory source({melOf(sound, analysis)});
    const auto back = reconstructed(source, analysis, sound.size());
    QVERIFY(back.has_value());
    const Samples& result = back->channels.front();
    QCOMPARE(result.size(), sound.size());
    QVERIFY(std::abs(20 * std::log10(rmsOf(result, 8820, 79'380) / rmsOf(sound, 8820, 79'380))) < 0.2);
    // Zero crossings over 1.6 s count the pitch to within 1 Hz, what a mel band of 5.6 mel (9 Hz here) allows easily.
    int crossings = 0;
    for (std::size_t i = 8820; i < 79'380; ++i)
        crossings += result[i - 1] < 0 && result[i] >= 0;
    QVERIFY2(std::abs(crossings / 1.6 - 1003) < 2, qPrintable(QString::number(crossings / 1.6)));
}

void ReconstructTest::click_comesBack_atItsTime()
{
    const auto analysis = analysisAt(44'100, 10'000);
    Samples sound(44'100);
    sound[20'000] = 30'000;
    MagnitudesInMemory source({melOf(sound, analysis)});
    const auto back = reconstructed(source, analysis, sound.size());
    QVERIFY(back.has_value());
    const Samples& result = back->channels.front();
    double moment = 0;
    double energy = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        moment += double(result[i]) * result[i] * static_cast<double>(i);
        energy += double(result[i]) * result[i];
    }
    QVERIFY2(std::abs(moment / energy - 20'000) < 44, qPrintable(QString::number(moment / energy))); // 1 ms
}

void ReconstructTest::constantOffset_comesBack()
{
    constexpr double offset = 1500;
    const auto analysis = analysisAt(44'100, 10'000);
    // Drum strokes louder than the offset and near it: their phases reach 0 Hz first.
    Samples sound(88'200);
    Random random(4);
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const double t = static_cast<double>(i % 11'025) / 44'100;
        sound[i] = static_cast<float>(offset + 12'000 * std::exp(-12 * t) * std::sin(2 * std::numbers::pi * 45 * t) +
                                      random.uniform(-100, 100));
    }
    const auto missingOf = [&](const Samples& result) { // share of the offset
        double sum = 0;
        for (std::size_t t = 8820; t < sound.size() - 8820; ++t)
            sum += sound[t] - result[t];
        return std::abs(sum / static_cast<double>(sound.size() - 17'640)) / offset;
    };
    JobMonitor monitor;
    MagnitudesInMemory linear({linearMagnitudes(sound, analysis.stft)});
    const auto fromLinear = reconstruct(linear, LinearAnalysis{analysis.stft, 44'100}, sound.size(), {}, 1, monitor);
    const double linearMissing = missingOf(fromLinear->audio.channels.front());
    QVERIFY2(linearMissing < 0.01, qPrintable(QString::number(linearMissing)));
    // No band sees 0 Hz: mel images have it from its ridge's flanks only.
    MagnitudesInMemory mel({melOf(sound, analysis)});
    const double melMissing = missingOf(reconstructed(mel, analysis, sound.size())->channels.front());
    QVERIFY2(melMissing < 0.2, qPrintable(QString::number(melMissing)));
}

void ReconstructTest::silence_comesBack_asZeros()
{
    const auto analysis = analysisAt(44'100, 10'000);
    MagnitudesInMemory source({Grid<float>(100, 512)});
    for (const auto method : {ReconstructMethod::Draft, ReconstructMethod::Balanced, ReconstructMethod::Peer}) {
        const auto back = reconstructed(source, analysis, 44'000, method);
        QVERIFY(back.has_value());
        QVERIFY(std::ranges::all_of(back->channels.front(), [](float x) { return x == 0.0f; }));
    }
}

void ReconstructTest::music_eachMethod_isTruerThanTheOneBefore()
{
    const auto analysis = analysisAt(44'100, 10'000);
    const auto sound = music(4 * 44'100);
    const auto mel = melOf(sound, analysis);
    MagnitudesInMemory source({mel});
    double before = 1e9;
    for (const auto method : {ReconstructMethod::Draft, ReconstructMethod::Preview, ReconstructMethod::Balanced,
                              ReconstructMethod::Best}) {
        const auto back = reconstructed(source, analysis, sound.size(), method);
        QVERIFY(back.has_value());
        const double error = imageError(mel, melOf(back->channels.front(), analysis));
        QVERIFY2(error < before, qPrintable(QString::number(error)));
        before = error;
    }
}

void ReconstructTest::longTimeline_atItsJoints_hasNoSeam()
{
    const auto analysis = analysisAt(44'100, 10'000);
    const auto sound = music(13 * 44'100);
    MagnitudesInMemory source({melOf(sound, analysis)});
    const auto back = reconstructed(source, analysis, sound.size());
    QVERIFY(back.has_value());
    const auto flux = [&](const Samples& x) {
        JobMonitor monitor;
        const auto frames = stft(x, StftParams{2048, 2048, 256}, 1, monitor);
        std::vector<double> result(frames->rows());
        for (std::size_t f = 1; f < frames->rows(); ++f)
            for (std::size_t k = 0; k < 464; ++k)
                result[f] += std::abs(std::abs((*frames)(f, k)) - std::abs((*frames)(f - 1, k)));
        return result;
    };
    const auto ours = flux(back->channels.front());
    const auto theirs = flux(sound);
    for (const std::size_t joint : {512u * 441u, 1024u * 441u}) {
        double a = 0;
        double b = 0;
        for (std::size_t f = joint / 256 - 8; f < joint / 256 + 8; ++f) {
            a += ours[f];
            b += theirs[f];
        }
        QVERIFY2(a / b > 0.8 && a / b < 1.3, qPrintable(QString::number(a / b)));
    }
}

void ReconstructTest::longTimeline_anyThreadCount_givesTheSameBits()
{
    const auto analysis = analysisAt(22'050, 5'000, 128);
    const auto sound = music(300'000);
    MagnitudesInMemory source({melOf(sound, analysis), melOf(music(300'000, 2), analysis)});
    const auto one = reconstructed(source, analysis, sound.size(), ReconstructMethod::Preview, 1);
    QVERIFY(one.has_value());
    for (const int threads : {2, 3, 8}) {
        const auto many = reconstructed(source, analysis, sound.size(), ReconstructMethod::Preview, threads);
        QVERIFY(many.has_value());
        QVERIFY(many->channels == one->channels);
    }
}

void ReconstructTest::equalChannels_stayEqual()
{
    const auto analysis = analysisAt(44'100, 10'000, 256);
    const auto mel = melOf(music(66'150), analysis);
    MagnitudesInMemory source({mel, mel});
    const auto back = reconstructed(source, analysis, 66'150);
    QVERIFY(back.has_value());
    QVERIFY(back->channels[0] == back->channels[1]);
}

void ReconstructTest::stereo_quietSide_keepsMidToSideEnergy()
{
    const auto analysis = analysisAt(44'100, 10'000);
    const auto centre = music(3 * 44'100);
    const auto side = music(3 * 44'100, 7);
    Samples left(centre.size());
    Samples right(centre.size());
    for (std::size_t i = 0; i < centre.size(); ++i) {
        left[i] = centre[i] + 0.3f * side[i];
        right[i] = centre[i] - 0.3f * side[i];
    }
    const auto ratio = [](const Samples& l, const Samples& r) {
        double mid = 0;
        double across = 0;
        for (std::size_t i = 0; i < l.size(); ++i) {
            mid += std::pow(l[i] + r[i], 2);
            across += std::pow(l[i] - r[i], 2);
        }
        return 10 * std::log10(mid / across);
    };
    MagnitudesInMemory source({melOf(left, analysis), melOf(right, analysis)});
    const auto back = reconstructed(source, analysis, left.size());
    QVERIFY(back.has_value());
    const double change = ratio(back->channels[0], back->channels[1]) - ratio(left, right);
    // Phases found apart would bring the ratio to about 0 dB, ten below; sharing them can only narrow the image.
    QVERIFY2(change > -1.5 && change < 4, qPrintable(QString::number(change)));
}

void ReconstructTest::linearMagnitudes_comeBack_truerThanFromMel()
{
    const auto sound = music(4 * 44'100);
    const auto analysis = analysisAt(44'100, 10'000);
    const auto mel = melOf(sound, analysis);
    JobMonitor monitor;
    MagnitudesInMemory linear({linearMagnitudes(sound, analysis.stft)});
    const auto fromLinear = reconstruct(linear, LinearAnalysis{analysis.stft, 44'100}, sound.size(), {}, 1, monitor);
    QVERIFY(fromLinear.has_value());
    MagnitudesInMemory bands({mel});
    const auto fromMel = reconstructed(bands, analysis, sound.size());
    const double a = imageError(mel, melOf(fromLinear->audio.channels.front(), analysis));
    const double b = imageError(mel, melOf(fromMel->channels.front(), analysis));
    QVERIFY2(a < 0.75 * b, qPrintable(QString("%1, from mel %2").arg(a).arg(b)));
}

void ReconstructTest::stopError_endsEarly_whereItIsReached()
{
    const auto analysis = analysisAt(44'100, 10'000);
    const auto sound = music(3 * 44'100);
    MagnitudesInMemory source({melOf(sound, analysis)});
    JobMonitor monitor;
    ReconstructParams params;
    const auto all = reconstruct(source, analysis, sound.size(), params, 1, monitor);
    QCOMPARE(all->rounds, 32.0);
    params.stopError = 4;
    const auto early = reconstruct(source, analysis, sound.size(), params, 1, monitor);
    QVERIFY2(early->rounds < 32 && early->rounds >= 4, qPrintable(QString::number(early->rounds)));
    QVERIFY2(*early->levelError <= 4, qPrintable(QString::number(*early->levelError)));
    QVERIFY(*all->levelError < *early->levelError);
    params.stopError = 1e-6;
    QCOMPARE(reconstruct(source, analysis, sound.size(), params, 1, monitor)->rounds, 32.0);
}

void ReconstructTest::levelError_isThatOfTheResult()
{
    const auto analysis = analysisAt(44'100, 10'000);
    const auto sound = music(13 * 44'100);
    const auto mel = melOf(sound, analysis);
    MagnitudesInMemory source({mel});
    JobMonitor monitor;
    const auto found = reconstruct(source, analysis, sound.size(), {}, 1, monitor);
    const double measured = imageError(mel, melOf(found->audio.channels.front(), analysis));
    // The engine looks before its last projection, which makes the result a little truer, and through its own small grid.
    QVERIFY2(*found->levelError > 0.8 * measured && *found->levelError < 1.5 * measured,
             qPrintable(QString("%1 measured %2").arg(*found->levelError).arg(measured)));
}

QTEST_APPLESS_MAIN(ReconstructTest)
#include "reconstruct_test.moc"
