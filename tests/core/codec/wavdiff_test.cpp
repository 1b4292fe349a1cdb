// SPDX-License-Identifier: GPL-3.0-or-later
// Sound to images and back.
#include "core/io/audiofile.h"
#include "tests/core/codec/wavdiffrig.h"
#include "tests/support/golden.h"

#include <QtTest>

using namespace sonoloom;
using namespace sonoloom::testsupport;

class WavdiffTest : public QObject
{
    Q_OBJECT

private slots:
    void music_atEverySize_keepsItsSound_data();
    void music_atEverySize_keepsItsSound();
    void lengths_ofAnyKind_comeBackExactly_data();
    void lengths_ofAnyKind_comeBackExactly();
    void quietSound_belowThePeersFloor_isKept();
    void loudSound_aboveTheRange_isKept();
    void silence_staysSilent();
    void stereo_isAPairOfImages();
    void middleImage_alone_isItsStretch();
    void trimmed_comesBackInPlace();
    void phase_isReadFromGreenAndBlue();
    void threads_neverChangeABit();
    void phasesThatMeanNothing_areFoundFromMagnitudes();
    void cancelled_stops();
    void compatible_tooShort_isRefused();
    void compatible_otherRate_isResampledMono();

private:
    WavdiffRig rig_;
};

namespace
{

/// Seven seconds of the sample, in stereo.
Audio music()
{
    JobMonitor monitor;
    Audio sound = readAudioFile(SONOLOOM_SOURCE_DIR "/resources/sample/loom.flac", monitor).value();
    for (auto& channel : sound.channels)
        channel.assign(channel.begin() + 200'000, channel.begin() + 510'000);
    return sound;
}

} // namespace

void WavdiffTest::music_atEverySize_keepsItsSound_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("exact");
    QTest::addColumn<double>("least");
    // 16 bits: steps of 1/32767 in green and blue, 98 dB below each cell. 8 bits: 1/127, 50 dB. Overlapping frames gain some.
    for (const int size : {256, 512, 1024, 1025, 2048}) {
        QTest::addRow("%d, 16 bits", size) << size << 16 << true << 95.0;
        QTest::addRow("%d, 8 bits", size) << size << 8 << true << 47.0;
    }
    // Phase does not bear resizing; at 1025 nothing is, and what is lost lies below the least level.
    QTest::addRow("1025, resized") << 1025 << 16 << false << 50.0;
    QTest::addRow("1024, resized") << 1024 << 16 << false << 12.0;
    QTest::addRow("512, resized") << 512 << 16 << false << -5.0;
}

void WavdiffTest::music_atEverySize_keepsItsSound()
{
    QFETCH(int, size);
    QFETCH(int, depth);
    QFETCH(bool, exact);
    QFETCH(double, least);
    WavdiffParams params;
    params.layout = exact ? WavdiffLayout::Exact : WavdiffLayout::Resized;
    params.size = size;
    params.depth = depth == 16 ? WavdiffDepth::Sixteen : WavdiffDepth::Eight;
    const Audio sound = music();
    const double snr = snrDb(sound, rig_.roundTrip(params, sound));
    qInfo("loom.flac at %s: SNR %.1f dB", QTest::currentDataTag(), snr);
    QVERIFY2(snr >= least, qPrintable(QString::number(snr)));
}

void WavdiffTest::lengths_ofAnyKind_comeBackExactly_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("size");
    for (const int samples : {1, 2, 31, 32, 33, 511, 512, 513, 2047, 2048, 2049, 100001})
        QTest::addRow("%d samples", samples) << samples << 44100 << 64;
    for (const int rate : {8000, 11025, 22050, 37800, 96000})
        QTest::addRow("%d Hz", rate) << 60000 + rate % 977 << rate << 256;
    QTest::addRow("odd size") << 70001 << 48000 << 129;
    QTest::addRow("short against a large image") << 100 << 44100 << 1024;
}

void WavdiffTest::lengths_ofAnyKind_comeBackExactly()
{
    QFETCH(int, samples);
    QFETCH(int, rate);
    QFETCH(int, size);
    WavdiffParams params;
    params.size = size;
    const Audio sound = notes(static_cast<std::size_t>(samples), 1, rate);
    const auto tiles = rig_.encoded(params, sound);
    std::size_t stoodFor = 0;
    for (const Tile& tile : tiles)
        stoodFor += tile.record.tile->samples;
    QCOMPARE(stoodFor, sound.sampleCount());
    const Audio back = rig_.decoded(tiles);
    QCOMPARE(back.sampleRate, rate);
    QCOMPARE(back.sampleCount(), sound.sampleCount());
    const double snr = snrDb(sound, back);
    QVERIFY2(snr > 90, qPrintable(QString::number(snr)));
}

void WavdiffTest::quietSound_belowThePeersFloor_isKept()
{
    const Audio sound = notes(60000, 1, 44100, 1e-5); // the peer's floor is 0.01 of the transform, here are some 0.003
    WavdiffParams params;
    params.size = 256;
    QVERIFY(snrDb(sound, rig_.roundTrip(params, sound)) > 35);
}

void WavdiffTest::loudSound_aboveTheRange_isKept()
{
    const Audio sound = notes(60000, 1, 44100, 20);
    WavdiffParams params;
    params.size = 256;
    QVERIFY(snrDb(sound, rig_.roundTrip(params, sound)) > 75);
}

void WavdiffTest::silence_staysSilent()
{
    const Audio sound = Audio::silence(44100, 1, 50000);
    WavdiffParams params;
    params.size = 128;
    const Audio back = rig_.roundTrip(params, sound);
    QVERIFY(back.channels == sound.channels);
}

void WavdiffTest::stereo_isAPairOfImages()
{
    WavdiffParams params;
    params.size = 256; // 32768 samples an image
    const Audio sound = notes(80000, 2);
    const auto tiles = rig_.encoded(params, sound);
    QCOMPARE(tiles.size(), std::size_t{6});
    QCOMPARE(tiles[2].record.tile->firstSample, std::size_t{32768});
    QCOMPARE(tiles[3].record.tile->firstSample, std::size_t{32768});
    QCOMPARE(tiles[3].record.tile->index, 3);
    QVERIFY(snrDb(sound, rig_.decoded(tiles)) > 95);
    params.channels = WavdiffChannels::Mono;
    QCOMPARE(rig_.encoded(params, sound).size(), std::size_t{3});
    const Audio many = notes(1000, 5);
    params.channels = WavdiffChannels::Auto;
    QCOMPARE(rig_.encoded(params, many).size(), std::size_t{2});
    QVERIFY(rig_.noticed("mixed to stereo"));
}

void WavdiffTest::middleImage_alone_isItsStretch()
{
    WavdiffParams params;
    params.size = 256;
    const Audio sound = notes(100000);
    const auto tiles = rig_.encoded(params, sound);
    const auto& place = *tiles[1].record.tile;
    Audio stretch{44100, {{}}};
    const auto from = sound.channels[0].begin() + static_cast<std::ptrdiff_t>(place.firstSample);
    stretch.channels[0].assign(from, from + static_cast<std::ptrdiff_t>(place.samples));
    QVERIFY(snrDb(stretch, rig_.decoded({tiles[1]})) > 90);
}

void WavdiffTest::trimmed_comesBackInPlace()
{
    WavdiffParams params;
    params.size = 128;
    params.trimDb = 40;
    Audio sound = notes(90000);
    std::fill_n(sound.channels[0].begin(), 30000, 0.0f);
    std::fill_n(sound.channels[0].end() - 25000, 25000, 0.0f);
    const auto tiles = rig_.encoded(params, sound);
    const auto& first = *tiles.front().record.tile;
    QVERIFY(first.firstSample > 27000 && first.firstSample <= 30000 && first.firstSample % 512 == 0);
    const Audio back = rig_.decoded(tiles);
    QVERIFY2(snrDb(sound, back) > 90, qPrintable(QString::number(back.sampleCount())));
    // What the silence was is known from the set's ends only.
    QCOMPARE(rig_.decoded({tiles[1]}).sampleCount(), tiles[1].record.tile->samples);
}

void WavdiffTest::phase_isReadFromGreenAndBlue()
{
    const auto codec = makeWavdiffCodec();
    Image image(2, 1, 3, 16);
    image.samples = {9, 65535, 32768, 9, 32768, 0};
    QVERIFY(std::abs(*codec->phaseAt(image, 0, 0)) < 1e-4);
    QVERIFY(std::abs(*codec->phaseAt(image, 1, 0) + std::numbers::pi / 2) < 1e-4);
    QVERIFY(!codec->phaseAt(Image(2, 1, 1), 0, 0));
}

void WavdiffTest::threads_neverChangeABit()
{
    const Audio sound = notes(90000, 2);
    for (const auto layout : {WavdiffLayout::Exact, WavdiffLayout::Resized}) {
        WavdiffParams params;
        params.size = 256;
        params.layout = layout;
        const auto one = rig_.encoded(params, sound, 1);
        const auto four = rig_.encoded(params, sound, 4);
        QCOMPARE(one.size(), four.size());
        for (std::size_t i = 0; i < one.size(); ++i)
            QVERIFY(one[i].image.samples == four[i].image.samples);
    }
}

void WavdiffTest::phasesThatMeanNothing_areFoundFromMagnitudes()
{
    const Audio original = notes(30'000, 2);
    auto tiles = rig_.encoded({}, original);
    for (Tile& tile : tiles)
        for (std::size_t i = 0; i < tile.image.samples.size(); ++i)
            if (i % 3 != 0)
                tile.image.samples[i] = 0;
    const auto magnitudeErrorDb = [&](const Audio& result) {
        double difference = 0;
        double all = 0;
        for (std::size_t c = 0; c < original.channelCount(); ++c) {
            JobMonitor monitor;
            const auto a = stft(original.channels[c], {2048, 2048, 512}, 1, monitor);
            const auto b = stft(result.channels[c], {2048, 2048, 512}, 1, monitor);
            for (std::size_t i = 0; i < a->cells().size(); ++i) {
                difference += std::pow(std::abs(a->cells()[i]) - std::abs(b->cells()[i]), 2);
                all += std::norm(a->cells()[i]);
            }
        }
        return 10 * std::log10(difference / all);
    };
    WavdiffParams finding;
    finding.phase = WavdiffPhase::Found;
    const Audio found = rig_.decoded(tiles, {"phase"}, finding);
    QCOMPARE(found.sampleCount(), original.sampleCount());
    QCOMPARE(found.channelCount(), original.channelCount());
    QVERIFY2(magnitudeErrorDb(found) < -20, qPrintable(QString::number(magnitudeErrorDb(found))));
    QVERIFY(magnitudeErrorDb(rig_.decoded(tiles)) > -10); // with the phases as they are
}

void WavdiffTest::cancelled_stops()
{
    struct Stopped final : JobMonitor {
        bool cancelled() const override { return true; }
    } stopped;
    const auto source = memorySource(std::make_shared<Audio>(notes(90000)));
    const auto keep = [](Tile) -> Result<void> { return {}; };
    const auto done = makeWavdiffCodec()->encode(*source, {}, keep, 2, stopped);
    QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
    Tiles images(rig_.encoded({}, notes(9000)));
    JobMonitor monitor;
    const auto decoding = makeWavdiffCodec()->open(images, {}, monitor);
    QVERIFY(decoding);
    const auto sound = decoding.value()->audio({}, 2, stopped);
    QVERIFY(!sound && sound.error().code == ErrorCode::Cancelled);
}

void WavdiffTest::compatible_tooShort_isRefused()
{
    auto codec = makeWavdiffCodec();
    codec->setCompatible(true);
    JobMonitor monitor;
    const auto keep = [](Tile) -> Result<void> { return {}; };
    const auto enough = memorySource(std::make_shared<Audio>(notes(2048 + 1024 * 512)));
    const auto done = codec->encode(*enough, {}, keep, 2, monitor);
    QVERIFY(done && done.value().tiles == 1);
    const auto less = memorySource(std::make_shared<Audio>(notes(2047 + 1024 * 512)));
    const auto refused = codec->encode(*less, {"song.wav", {}, 1}, keep, 2, monitor);
    QVERIFY(!refused && refused.error().code == ErrorCode::Unsupported);
}

void WavdiffTest::compatible_otherRate_isResampledMono()
{
    auto codec = makeWavdiffCodec();
    codec->setCompatible(true);
    JobMonitor monitor;
    std::vector<Tile> tiles;
    const auto keep = [&tiles](Tile tile) -> Result<void> {
        tiles.push_back(std::move(tile));
        return {};
    };
    const auto source = memorySource(std::make_shared<Audio>(notes(300000, 2, 22050)));
    QVERIFY(codec->encode(*source, {}, keep, 2, monitor));
    QCOMPARE(tiles.size(), std::size_t{1});
    QCOMPARE(tiles[0].record.sampleRate, 44100);
    QCOMPARE(tiles[0].image.width, 1024);
}

QTEST_GUILESS_MAIN(WavdiffTest)
#include "wavdiff_test.moc"
