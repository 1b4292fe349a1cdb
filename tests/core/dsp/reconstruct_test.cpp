// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/dsp/reconstruct.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>

using namespace sonoloom;

namespace
{

using Samples = std::vector<float>;

class MelInMemory final : public MagnitudeSource
{
public:
    explicit MelInMemory(std::vector<Grid<float>> channels) : channels_(std::move(channels)) {}

    std::size_t columns() const override { return channels_.front().rows(); }
    int channelCount() const override { return static_cast<int>(channels_.size()); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override
    {
        if (failing)
            return Error{ErrorCode::Corrupt, "b.png: broken"};
        std::vector<Grid<float>> parts;
        for (const auto& channel : channels_) {
            Grid<float> part(count, channel.columns());
            std::ranges::copy(channel.cells().subspan(first * channel.columns(), count * channel.columns()),
                              part.cells().begin());
            parts.push_back(std::move(part));
        }
        return parts;
    }

    bool failing = false;

private:
    std::vector<Grid<float>> channels_;
};

MelAnalysis analysisAt(int rate, double topHz, int bands = 512)
{
    return {stftFromMilliseconds(400, 100, 10, rate), MelParams{bands, 0, topHz}, rate};
}

Grid<float> melOf(const Samples& sound, const MelAnalysis& analysis)
{
    return melSpectrogram(sound, analysis.stft, analysis.mel, analysis.sampleRate, 1);
}

Samples sine(double hertz, std::size_t count, int rate = 44'100)
{
    Samples sound(count);
    for (std::size_t i = 0; i < count; ++i)
        sound[i] = static_cast<float>(8000 * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate));
    return sound;
}

/// Plucked partials over noise bursts: something like music.
Samples music(std::size_t count, std::uint64_t seed = 1)
{
    Samples sound(count);
    Random random(seed);
    for (std::size_t start = 0; start < count; start += 9000) {
        const double pitch = 110 * std::exp2(std::floor(random.uniform(0, 24)) / 12);
        for (std::size_t i = start; i < std::min(count, start + 30'000); ++i) {
            const double t = static_cast<double>(i - start) / 44'100;
            for (int partial = 1; partial <= 8; ++partial)
                sound[i] += static_cast<float>(3000.0 / partial * std::exp(-4 * t * partial) *
                                               std::sin(2 * std::numbers::pi * pitch * partial * t));
            if (t < 0.05)
                sound[i] += static_cast<float>(random.uniform(-2000, 2000) * (1 - t / 0.05));
        }
    }
    return sound;
}

double rmsOf(const Samples& sound, std::size_t from, std::size_t to)
{
    double sum = 0;
    for (std::size_t i = from; i < to; ++i)
        sum += double(sound[i]) * sound[i];
    return std::sqrt(sum / static_cast<double>(to - from));
}

/// Relative mean difference of mel magnitudes to the fourth root: what an image of power 0.25 shows, 0..255.
double imageError(const Grid<float>& a, const Grid<float>& b)
{
    const float peak = *std::ranges::max_element(a.cells());
    double sum = 0;
    for (std::size_t i = 0; i < a.cells().size(); ++i)
        sum += std::abs(std::pow(a.cells()[i] / peak, 0.25) - std::pow(b.cells()[i] / peak, 0.25));
    return 255 * sum / static_cast<double>(a.cells().size());
}

Result<Audio> reconstructed(MagnitudeSource& source, const MelAnalysis& analysis, std::size_t samples,
                            ReconstructMethod method = ReconstructMethod::Balanced, int threads = 1)
{
    JobMonitor monitor;
    ReconstructParams params;
    params.method = method;
    auto found = reconstruct(source, analysis, samples, params, threads, monitor);
    return found ? Result<Audio>(std::move(found->audio)) : Result<Audio>(found.error());
}

} // namespace

class ReconstructTest : public QObject
{
    Q_OBJECT

private slots:
    void sine_comesBack_atPitchAndLevel();
    void click_comesBack_atItsTime();
    void silence_comesBack_asZeros();
    void music_eachMethod_isTruerThanTheOneBefore();
    void longTimeline_atItsJoints_hasNoSeam();
    void longTimeline_anyThreadCount_givesTheSameBits();
    void equalChannels_stayEqual();
    void stereo_quietSide_keepsMidToSideEnergy();
    void oddAnalyses_giveFiniteSoundOfTheRightLength_data();
    void oddAnalyses_giveFiniteSoundOfTheRightLength();
    void cancel_inTheMiddle_returnsCancelled();
    void failingSource_isReported();
    void noColumns_areRefused();
};

void ReconstructTest::sine_comesBack_atPitchAndLevel()
{
    const auto analysis = analysisAt(44'100, 10'000);
    const auto sound = sine(1003, 88'200);
    MelInMemory source({melOf(sound, analysis)});
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
    MelInMemory source({melOf(sound, analysis)});
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

void ReconstructTest::silence_comesBack_asZeros()
{
    const auto analysis = analysisAt(44'100, 10'000);
    MelInMemory source({Grid<float>(100, 512)});
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
    MelInMemory source({mel});
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
    MelInMemory source({melOf(sound, analysis)});
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
    MelInMemory source({melOf(sound, analysis), melOf(music(300'000, 2), analysis)});
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
    MelInMemory source({mel, mel});
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
    MelInMemory source({melOf(left, analysis), melOf(right, analysis)});
    const auto back = reconstructed(source, analysis, left.size());
    QVERIFY(back.has_value());
    const double change = ratio(back->channels[0], back->channels[1]) - ratio(left, right);
    // Phases found apart would bring the ratio to about 0 dB, ten below; sharing them can only narrow the image.
    QVERIFY2(change > -1.5 && change < 4, qPrintable(QString::number(change)));
}

void ReconstructTest::oddAnalyses_giveFiniteSoundOfTheRightLength_data()
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

void ReconstructTest::oddAnalyses_giveFiniteSoundOfTheRightLength()
{
    QFETCH(int, rate);
    QFETCH(double, topHz);
    QFETCH(int, bands);
    QFETCH(double, stepMs);
    QFETCH(double, windowMs);
    QFETCH(int, samples);
    const MelAnalysis analysis{stftFromMilliseconds(4 * windowMs, windowMs, stepMs, rate), MelParams{bands, 0, topHz}, rate};
    const auto sound = sine(440, static_cast<std::size_t>(samples), rate);
    MelInMemory source({melOf(sound, analysis)});
    const auto back = reconstructed(source, analysis, sound.size());
    QVERIFY(back.has_value());
    QCOMPARE(back->sampleRate, rate);
    QCOMPARE(back->sampleCount(), sound.size());
    QVERIFY(std::ranges::all_of(back->channels.front(), [](float x) { return std::isfinite(x) && std::abs(x) < 65'536; }));
}

void ReconstructTest::cancel_inTheMiddle_returnsCancelled()
{
    class CancelLater final : public JobMonitor
    {
    public:
        bool cancelled() const override { return ++asked > 6; }
        mutable std::atomic<int> asked{0};
    };
    const auto analysis = analysisAt(44'100, 10'000);
    MelInMemory source({melOf(music(600'000), analysis)});
    for (const auto method : {ReconstructMethod::Balanced, ReconstructMethod::Peer}) {
        CancelLater monitor;
        ReconstructParams params;
        params.method = method;
        const auto back = reconstruct(source, analysis, 600'000, params, 2, monitor);
        QVERIFY(!back.has_value());
        QCOMPARE(back.error().code, ErrorCode::Cancelled);
    }
}

void ReconstructTest::failingSource_isReported()
{
    MelInMemory source({Grid<float>(2000, 512)});
    source.failing = true;
    const auto back = reconstructed(source, analysisAt(44'100, 10'000), 44'100, ReconstructMethod::Balanced, 2);
    QVERIFY(!back.has_value());
    QCOMPARE(back.error().message, std::string("b.png: broken"));
}

void ReconstructTest::noColumns_areRefused()
{
    MelInMemory source({Grid<float>(0, 512)});
    QCOMPARE(reconstructed(source, analysisAt(44'100, 10'000), 10).error().code, ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(ReconstructTest)
#include "reconstruct_test.moc"
