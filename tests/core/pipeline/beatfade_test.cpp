// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/dsp/resample.h"
#include "core/pipeline/crossfade/beatfade.h"
#include "core/pipeline/crossfade/crossfadefiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace sonoloom;

class BeatFadeTest : public QObject
{
    Q_OBJECT

private slots:
    void knownTempos_giveTheSame_withoutListeningAgain();
    void loop_intoItself_goesOn_data();
    void loop_intoItself_goesOn();
    void piece_oneBarLater_byCorrelation_givesBackThePiece();
    void piece_oneBarLater_onABar_isCutBetweenEqualBars();
    void beats_ofTwoTempos_meetAtTheFade();
    void stretched_second_hasTheFirstsTempo();
    void loudness_isMatched_whereItDiffers();
    void rates_andChannels_areMatched();
    void without_beats_fallsBack_andSaysSo();
    void oppositePolarity_isTurned();
    void lengths_areChecked();
    void peersWay_addsWithoutFade();
    void file_ofTwoFiles_isWritten();
    void cancelled_work_stops();
};

namespace
{

constexpr int rate = 44100;

bool has(const BeatFade& made, const std::string& words)
{
    return std::ranges::any_of(made.findings,
                               [&](const std::string& finding) { return finding.find(words) != std::string::npos; });
}

/// A groove of four beats a bar with a bass that walks four bars, no two bars of `bars` alike where `varied`.
Audio groove(double bpm, double seconds, std::uint64_t seed, bool varied = true, int sampleRate = rate)
{
    Audio sound = Audio::silence(sampleRate, 1, static_cast<std::size_t>(seconds * sampleRate));
    auto& samples = sound.channels[0];
    const auto perBeat = static_cast<std::size_t>(std::lround(60 / bpm * sampleRate));
    Random random(seed);
    for (std::size_t beat = 0; beat * perBeat < samples.size(); ++beat) {
        Random hit(varied ? random.next() : beat % 4);
        const double bass = 55 * std::pow(2, (varied ? static_cast<double>(hit.next() % 8) : 0.0) / 12);
        for (std::size_t i = 0; i < perBeat && beat * perBeat + i < samples.size(); ++i) {
            const double t = static_cast<double>(i) / sampleRate;
            double value = 0.06 * hit.uniform(-1, 1) * std::exp(-t * 60);
            if (beat % 2 == 0)
                value += (beat % 4 == 0 ? 0.5 : 0.3) * std::exp(-t * 14) * std::sin(2 * std::numbers::pi * bass * t);
            else
                value += 0.25 * hit.uniform(-1, 1) * std::exp(-t * 25);
            value += 0.05 * std::sin(2 * std::numbers::pi * 4 * bass * t) * std::exp(-t * 3);
            samples[beat * perBeat + i] += static_cast<float>(value);
        }
    }
    return sound;
}

Audio from(const Audio& sound, std::size_t first)
{
    Audio rest{sound.sampleRate, {}};
    for (const auto& channel : sound.channels)
        rest.channels.emplace_back(channel.begin() + static_cast<std::ptrdiff_t>(first), channel.end());
    return rest;
}

double snrDb(const Audio& truth, const Audio& sound, std::size_t first, std::size_t count)
{
    double signal = 1e-20;
    double noise = 1e-20;
    for (std::size_t i = first; i < first + count; ++i) {
        signal += std::pow(truth.channels[0][i], 2);
        noise += std::pow(truth.channels[0][i] - sound.channels[0][i], 2);
    }
    return 10 * std::log10(signal / noise);
}

BeatFade faded(const Audio& a, const Audio& b, const CrossfadeParams& params)
{
    JobMonitor monitor;
    return beatFade({a, b}, params, 0, monitor).value();
}

Audio noise(double seconds, double level)
{
    Random random(9);
    Audio sound = Audio::silence(rate, 1, static_cast<std::size_t>(seconds * rate));
    for (float& sample : sound.channels[0])
        sample = static_cast<float>(level * random.uniform(-1, 1));
    return sound;
}

} // namespace

void BeatFadeTest::knownTempos_giveTheSame_withoutListeningAgain()
{
    const Audio a = groove(120, 16, 1);
    const Audio b = groove(126, 16, 2);
    CrossfadeParams params;
    params.bars = 2;
    params.stretch = true;
    const BeatFade made = faded(a, b, params);
    QVERIFY(made.tempos && std::abs(*made.tempos->second.bpm - 126) < 1); // before it was stretched
    JobMonitor monitor;
    const BeatFade again = beatFade({a, b, made.tempos}, params, 0, monitor).value();
    QCOMPARE(again.sound.channels, made.sound.channels);
    QCOMPARE(again.findings, made.findings);
    auto wrong = std::make_shared<FoundTempos>(*made.tempos);
    wrong->second.bpm.reset();
    QCOMPARE((beatFade({a, b, wrong}, params, 0, monitor)->stretch), 1.0);
}

void BeatFadeTest::loop_intoItself_goesOn_data()
{
    QTest::addColumn<int>("align");
    QTest::newRow("beat") << static_cast<int>(CrossfadeAlign::Beat);
    QTest::newRow("bar") << static_cast<int>(CrossfadeAlign::Bar);
}

void BeatFadeTest::loop_intoItself_goesOn()
{
    QFETCH(int, align);
    const Audio loop = groove(120, 60, 1, false);
    Audio a = loop;
    a.channels[0].resize(24 * rate);
    CrossfadeParams params;
    params.align = static_cast<CrossfadeAlign>(align);
    params.bars = 2;
    const BeatFade made = faded(a, from(a, 4 * rate / 2), params); // a bar later
    QCOMPARE(made.aligned, params.align);
    QVERIFY(std::abs(made.fadeSeconds - 4) < 0.05);
    if (params.align == CrossfadeAlign::Beat)
        return; // kick may meet snare
    // A loop goes on as if nothing had been: to the sample, since the waves are the same.
    const std::size_t count = std::min(made.sound.sampleCount(), loop.sampleCount());
    QVERIFY2(snrDb(loop, made.sound, 0, count) > 30, qPrintable(QString::number(snrDb(loop, made.sound, 0, count))));
    QVERIFY(has(made, "same waves"));
}

void BeatFadeTest::piece_oneBarLater_byCorrelation_givesBackThePiece()
{
    const Audio piece = groove(112, 30, 2);
    const auto bar = static_cast<std::size_t>(4 * std::lround(60 / 112.0 * rate));
    Audio a = piece;
    a.channels[0].resize(20 * rate);
    for (const FadeCurve curve : {FadeCurve::Power, FadeCurve::Linear, FadeCurve::Bands}) {
        CrossfadeParams params;
        params.align = CrossfadeAlign::Correlation;
        params.seconds = 3;
        params.curve = curve;
        params.matchLoudness = false;
        const BeatFade made = faded(a, from(piece, bar), params);
        QCOMPARE(made.aligned, CrossfadeAlign::Correlation);
        QCOMPARE(made.secondStart, static_cast<double>(bar) / rate);
        QCOMPARE(made.fadeStart, 17.0);
        QCOMPARE(made.sound.sampleCount(), piece.sampleCount());
        QVERIFY(snrDb(piece, made.sound, 0, 17 * rate) > 100);
        QVERIFY(snrDb(piece, made.sound, 17 * rate, 3 * rate) > 60);
        QVERIFY(snrDb(piece, made.sound, 20 * rate, 10 * rate) > 100);
    }
}

void BeatFadeTest::piece_oneBarLater_onABar_isCutBetweenEqualBars()
{
    const Audio piece = groove(112, 30, 2);
    const double beat = std::lround(60 / 112.0 * rate) / static_cast<double>(rate);
    const Audio later = from(piece, static_cast<std::size_t>(std::lround(4 * beat * rate)));
    CrossfadeParams params;
    params.seconds = 4;
    params.matchLoudness = false;
    const BeatFade made = faded(piece, later, params);
    QCOMPARE(made.aligned, CrossfadeAlign::Bar);
    const auto start = static_cast<std::size_t>(std::lround(made.fadeStart * rate));
    const auto offset = static_cast<std::ptrdiff_t>(std::lround(made.secondStart * rate));
    QVERIFY(snrDb(piece, made.sound, 0, start) > 100);
    for (std::size_t i = start + 4 * rate; i < made.sound.sampleCount(); ++i)
        QCOMPARE(made.sound.channels[0][i], later.channels[0][i - static_cast<std::size_t>(offset)]);
    // Whole bars lie between both; beats are found to within 20 ms.
    const double bars = made.secondStart / (4 * beat);
    QVERIFY2(std::abs(bars - std::round(bars)) * 4 * beat < 0.02, qPrintable(QString::number(bars)));
}

void BeatFadeTest::beats_ofTwoTempos_meetAtTheFade()
{
    CrossfadeParams params;
    params.align = CrossfadeAlign::Beat;
    params.seconds = 6;
    const BeatFade made = faded(groove(120, 25, 1), groove(97, 25, 2), params);
    QCOMPARE(made.aligned, CrossfadeAlign::Beat);
    QVERIFY(std::abs(made.first.bpm.value_or(0) - 120) < 0.6);
    QVERIFY(std::abs(made.second.bpm.value_or(0) - 97) < 0.6);
    QVERIFY(has(made, "tempos differ"));
    const double beatA = made.fadeStart / 0.5;
    QVERIFY(std::abs(beatA - std::round(beatA)) * 0.5 < 0.02);
    const double beatB = (made.fadeStart - made.secondStart) * 97 / 60;
    QVERIFY2(std::abs(beatB - std::round(beatB)) * 60 / 97 < 0.02, qPrintable(QString::number(beatB)));
}

void BeatFadeTest::stretched_second_hasTheFirstsTempo()
{
    CrossfadeParams params;
    params.stretch = true;
    params.seconds = 4;
    const BeatFade made = faded(groove(120, 20, 1), groove(112, 20, 2), params);
    QVERIFY(std::abs(made.stretch - 112.0 / 120) < 0.005);
    QVERIFY(has(made, "stretched"));
    QVERIFY(!has(made, "tempos differ"));
    JobMonitor monitor;
    const auto behind = from(made.sound, static_cast<std::size_t>((made.fadeStart + 4) * rate));
    const auto tempo = findTempo(behind, {}, 0, monitor);
    QVERIFY2(std::abs(tempo->bpm.value_or(0) - 120) < 1, qPrintable(QString::number(tempo->bpm.value_or(0))));
}

void BeatFadeTest::loudness_isMatched_whereItDiffers()
{
    const Audio a = groove(120, 20, 1);
    Audio b = a;
    for (float& sample : b.channels[0])
        sample *= 0.25f;
    CrossfadeParams params;
    params.seconds = 2;
    const BeatFade made = faded(a, b, params);
    QVERIFY(std::abs(made.gainDb - 12.04) < 0.05);
    QVERIFY(has(made, "louder"));
    params.matchLoudness = false;
    QCOMPARE(faded(a, b, params).gainDb, 0.0);
    params.matchLoudness = true;
    QCOMPARE(faded(a, a, params).gainDb, 0.0);
}

void BeatFadeTest::rates_andChannels_areMatched()
{
    const Audio a = groove(120, 15, 1);
    Audio b = groove(120, 15, 2, true, 48000);
    b.channels.push_back(b.channels[0]);
    CrossfadeParams params;
    params.seconds = 2;
    const BeatFade made = faded(a, b, params);
    QCOMPARE(made.sound.sampleRate, 48000);
    QCOMPARE(made.sound.channelCount(), std::size_t{2});
    QVERIFY(has(made, "resampled from 44100 Hz to 48000 Hz"));
    QVERIFY(has(made, "mixed from mono to stereo"));
    Audio six = a;
    six.channels.resize(6, a.channels[0]);
    QCOMPARE(faded(six, six, params).sound.channelCount(), std::size_t{6});
    QCOMPARE(faded(six, a, params).sound.channelCount(), std::size_t{2});
}

void BeatFadeTest::without_beats_fallsBack_andSaysSo()
{
    CrossfadeParams params;
    const Audio silence = Audio::silence(rate, 1, 3 * rate);
    const Audio music = groove(120, 20, 1);
    const BeatFade silent = faded(silence, silence, params);
    QCOMPARE(silent.aligned, CrossfadeAlign::None);
    QVERIFY(has(silent, "No beat was found in either sound"));
    QVERIFY(has(silent, "too short for the bars"));
    QCOMPARE(silent.fadeSeconds, 1.5);
    QVERIFY(has(faded(music, silence, params), "No beat was found in the second sound"));
    const BeatFade noisy = faded(noise(10, 0.3), music, params);
    QVERIFY(has(noisy, "No beat was found in the first sound"));
    QCOMPARE(noisy.aligned, CrossfadeAlign::None);
    QCOMPARE(noisy.sound.sampleCount(), noise(10, 0.3).sampleCount() + music.sampleCount() -
                                            static_cast<std::size_t>(std::lround(noisy.fadeSeconds * rate)));
    params.align = CrossfadeAlign::Correlation;
    QVERIFY(has(faded(noise(10, 0.3), music, params), "nothing in common"));
}

void BeatFadeTest::oppositePolarity_isTurned()
{
    const Audio piece = groove(112, 20, 2);
    Audio turned = from(piece, rate);
    for (float& sample : turned.channels[0])
        sample = -sample;
    CrossfadeParams params;
    params.align = CrossfadeAlign::Correlation;
    params.seconds = 2;
    params.matchLoudness = false;
    const BeatFade made = faded(piece, turned, params);
    QVERIFY(snrDb(piece, made.sound, 0, piece.sampleCount()) > 60);
}

void BeatFadeTest::lengths_areChecked()
{
    JobMonitor monitor;
    const Audio music = groove(120, 5, 1);
    CrossfadeParams params;
    params.seconds = 5.1;
    for (const auto align : {CrossfadeAlign::Bar, CrossfadeAlign::Correlation, CrossfadeAlign::None}) {
        params.align = align;
        QCOMPARE((beatFade({music, groove(120, 20, 1)}, params, 0, monitor).error().code), ErrorCode::InvalidArgument);
    }
    QCOMPARE((beatFadeAsPeer({music, music}, params, monitor).error().code), ErrorCode::InvalidArgument);
    params.seconds = 5;
    QCOMPARE((beatFade({music, music}, params, 0, monitor)->sound.sampleCount()), music.sampleCount());
    params.seconds = -1;
    QCOMPARE((beatFade({music, music}, params, 0, monitor).error().code), ErrorCode::InvalidArgument);
    QCOMPARE((beatFade({music, Audio{}}, {}, 0, monitor).error().code), ErrorCode::InvalidArgument);
    QCOMPARE((beatFade({Audio{}, music}, {}, 0, monitor).error().code), ErrorCode::InvalidArgument);
}

void BeatFadeTest::peersWay_addsWithoutFade()
{
    JobMonitor monitor;
    const Audio a = noise(2, 0.2);
    const auto made = beatFadeAsPeer({a, a}, {}, monitor);
    QCOMPARE(made->fadeSeconds, 0.3);
    QVERIFY(std::abs(made->fadeStart - 1.7) < 1e-9);
    const std::size_t start = static_cast<std::size_t>(1.7 * rate);
    QCOMPARE(made->sound.channels[0][start + 5], a.channels[0][start + 5] + a.channels[0][5]);
}

void BeatFadeTest::file_ofTwoFiles_isWritten()
{
    const QTemporaryDir folder;
    JobMonitor monitor;
    const auto path = [&](const char* name) { return std::filesystem::path(folder.filePath(name).toStdString()); };
    QVERIFY(writeAudioFile(path("a.wav"), groove(120, 12, 1), {}, Overwrite::No, monitor));
    QVERIFY(writeAudioFile(path("b.wav"), groove(120, 12, 2), {}, Overwrite::No, monitor));
    CrossfadeFilesJob job{path("a.wav"), path("b.wav"), path("out.opus"), {}, false, {}, Overwrite::No, 0};
    job.params.seconds = 2;
    const auto made = crossfadeFiles(job, monitor);
    QVERIFY(made);
    QCOMPARE(readAudioFile(path("out.opus"), monitor)->sampleRate, 48000);
    QCOMPARE(crossfadeFiles(job, monitor).error().code, ErrorCode::Exists);
    job.output = path("out.xyz");
    QCOMPARE(crossfadeFiles(job, monitor).error().code, ErrorCode::InvalidArgument);
    job.first = path("none.wav");
    QCOMPARE(crossfadeFiles(job, monitor).error().code, ErrorCode::NotFound);
}

void BeatFadeTest::cancelled_work_stops()
{
    class Cancelled final : public JobMonitor
    {
        bool cancelled() const override { return true; }
    } monitor;
    const Audio music = groove(120, 5, 1);
    QCOMPARE((beatFade({music, music}, {}, 0, monitor).error().code), ErrorCode::Cancelled);
    QCOMPARE((beatFadeAsPeer({music, music}, {}, monitor).error().code), ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(BeatFadeTest)
#include "beatfade_test.moc"
