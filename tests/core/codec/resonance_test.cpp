// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audiofile.h"
#include "tests/core/codec/resonancerig.h"

#include <QtTest>

#include <QTemporaryDir>

#include <fstream>

using namespace sonoloom;
using namespace sonoloom::resonancerig;

class ResonanceTest : public QObject
{
    Q_OBJECT

private slots:
    void wav_throughImages_isTheSameBytes_data();
    void wav_throughImages_isTheSameBytes();
    void samples_areThoseThatLibsndfileReads_data();
    void samples_areThoseThatLibsndfileReads();
    void soundWithoutFile_comesBackExactly();
    void images_inAnyOrder_areTheSameFile();
    void badInput_isOneSentence_data();
    void badInput_isOneSentence();

private:
    Rig rig_;
};

void ResonanceTest::wav_throughImages_isTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("wav");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("expansion");
    QTest::addColumn<int>("code");
    const std::vector<std::pair<const char*, Bytes>> files{
        {"8 bit", wavOf(1, 1, 3001)},
        {"16 bit", wavOf(2, 2, 2000)},
        {"24 bit", wavOf(2, 3, 1500, false, 96000)},
        {"32 bit", wavOf(3, 4, 500)},
        {"float", wavOf(1, 4, 900, true)},
        {"double", wavOf(2, 8, 300, true)},
        {"one sample", wavOf(1, 2, 1)},
        {"silence at the end", concluded(wavOf(2, 2, 700), {0, 0, 0, 0, 0, 0, 0})},
        {"chunks", withChunks(wavOf(2, 2, 900), 31, 257)},
        {"chunks longer than a record", withChunks(wavOf(1, 2, 900), 9001, 20001)},
        {"length unknown", streamed(wavOf(1, 2, 800))},
        {"odd byte", concluded(wavOf(1, 2, 800), {9})}};
    struct Size {
        int width, height, expansion;
    };
    for (const auto& [name, wav] : files)
        for (const Size size : {Size{768, 768, 1}, Size{101, 67, 3}, Size{64, 40, 2}, Size{33, 200, 1}})
            for (const int code : {0, 1})
                QTest::addRow("%s, %d x %d, %d, %s", name, size.width, size.height, size.expansion, code == 0 ? "bytes" : "bits")
                    << QByteArray(reinterpret_cast<const char*>(wav.data()), static_cast<qsizetype>(wav.size())) << size.width
                    << size.height << size.expansion << code;
}

void ResonanceTest::wav_throughImages_isTheSameBytes()
{
    QFETCH(QByteArray, wav);
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, expansion);
    QFETCH(int, code);
    const Bytes bytes(wav.begin(), wav.end());
    const bool bits = code == 1;
    if (bits && (width / expansion) * (height / expansion) / 8 <= 92) // no room for a header
        return;
    auto tiles = rig_.encoded(bytes, {width, height, expansion, static_cast<ResonanceCode>(code)});
    QVERIFY2(!tiles.empty(), rig_.error.c_str());
    for (const Tile& tile : tiles) {
        QCOMPARE(tile.image.width, width);
        QCOMPARE(tile.image.height, height);
        QVERIFY(recordFromJson(tile.image.text.at(recordKeyword)).value() == tile.record);
    }
    QVERIFY2(rig_.decoded(tiles) == bytes, rig_.error.c_str());
    QVERIFY2(rig_.notices.empty(), rig_.notices.c_str());
    if (bits)
        QVERIFY(rig_.decoded(tiles, false) == bytes); // they say everything themselves
}

void ResonanceTest::samples_areThoseThatLibsndfileReads_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("isFloat");
    for (const int bytes : {1, 2, 3, 4})
        QTest::addRow("%d bytes", bytes) << bytes << false;
    QTest::newRow("float") << 4 << true;
    QTest::newRow("double") << 8 << true;
}

void ResonanceTest::samples_areThoseThatLibsndfileReads()
{
    QFETCH(int, bytes);
    QFETCH(bool, isFloat);
    const Bytes wav = wavOf(2, bytes, 4000, isFloat, 32000);
    const QTemporaryDir folder;
    const auto place = std::filesystem::path(folder.filePath("a.wav").toStdString());
    std::ofstream(place, std::ios::binary).write(reinterpret_cast<const char*>(wav.data()), static_cast<std::streamsize>(wav.size()));
    JobMonitor monitor;
    const Audio expected = readAudioFile(place, monitor).value();
    Tiles images(rig_.encoded(wav, {}), true);
    const auto decoding = makeResonanceCodec()->open(images, {}, monitor).value();
    QCOMPARE(decoding->sampleRate(), 32000);
    QCOMPARE(decoding->channelCount(), 2);
    QCOMPARE(decoding->sampleCount(), std::size_t{4000});
    const auto sound = decoding->audio({}, 1, monitor).value().audio;
    QVERIFY(sound.channels == expected.channels);
}

void ResonanceTest::soundWithoutFile_comesBackExactly()
{
    for (const float grain : {32768.0f, 8388608.0f, 0.0f}) {
        auto audio = std::make_shared<Audio>(Audio::silence(22050, 2, 70000));
        for (std::size_t i = 0; i < audio->sampleCount(); ++i)
            for (auto& channel : audio->channels) {
                const auto sample = static_cast<float>(0.9 * std::sin(static_cast<double>(i) * 0.01));
                channel[i] = grain > 0 ? std::round(sample * grain) / grain : sample * 1.5f;
            }
        const auto source = memorySource(audio);
        JobMonitor monitor;
        std::vector<Tile> tiles;
        const auto keep = [&tiles](Tile tile) -> Result<void> {
            tiles.push_back(std::move(tile));
            return {};
        };
        ResonanceParams params;
        params.width = 300;
        QVERIFY(makeResonanceCodec(params)->encode(*source, {}, keep, 1, monitor));
        Tiles images(std::move(tiles), true);
        const auto decoding = makeResonanceCodec()->open(images, {}, monitor).value();
        QVERIFY(decoding->audio({}, 1, monitor).value().audio.channels == audio->channels);
    }
}

void ResonanceTest::images_inAnyOrder_areTheSameFile()
{
    const Bytes wav = wavOf(2, 2, 9000);
    for (const auto code : {ResonanceCode::Bytes, ResonanceCode::Bits}) {
        auto tiles = rig_.encoded(wav, {100, 90, 1, code});
        QVERIFY(tiles.size() >= 2);
        std::ranges::reverse(tiles);
        QVERIFY(rig_.decoded(tiles) == wav);
    }
}

void ResonanceTest::badInput_isOneSentence_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("too small for the expansion") << 0 << "too small";
    QTest::newRow("too many pixels") << 1 << "more than image programs read";
    QTest::newRow("out of range") << 2 << "expansion";
    QTest::newRow("no room for bits") << 3 << "too small";
    QTest::newRow("black image") << 4 << "holds no sound";
    QTest::newRow("two sounds") << 5 << "different sounds";
    QTest::newRow("no bits in it") << 6 << "no bits that can be read";
    QTest::newRow("image smaller than a block") << 7 << "too small";
    QTest::newRow("no images") << 8 << "no images";
    QTest::newRow("bits in the compatible mode") << 9 << "peer's program";
}

void ResonanceTest::badInput_isOneSentence()
{
    QFETCH(int, what);
    QFETCH(QString, says);
    const Bytes wav = wavOf(2, 2, 5000);
    const auto plain = [](int width, int height) { return std::vector<Tile>{{Image(width, height, 3), {}}}; };
    auto two = rig_.encoded(wav, {});
    two.push_back(two.front());
    two.back().record.source->name = "other.wav";
    switch (what) {
    case 0: rig_.encoded(wav, {10, 10, 11}); break;
    case 1: rig_.encoded(wav, {32768, 32768, 1}); break;
    case 2: rig_.encoded(wav, {768, 768, 0}); break;
    case 3: rig_.encoded(wav, {20, 20, 1, ResonanceCode::Bits}); break;
    case 4: rig_.decoded(plain(20, 20), false); break;
    case 5: rig_.decoded(two); break;
    case 6: rig_.decoded(plain(200, 200), false, {200, 200, 1, ResonanceCode::Bits}, {"code"}); break;
    case 7: rig_.decoded(plain(20, 20), false, {20, 20, 30}, {"expansion"}); break;
    case 8: rig_.decoded({}); break;
    default: rig_.encoded(wav, {768, 768, 1, ResonanceCode::Bits, true}); break;
    }
    QVERIFY2(QString::fromStdString(rig_.error).contains(says), rig_.error.c_str());
    QVERIFY(rig_.error.ends_with('.') && std::ranges::count(rig_.error, '\n') == 0);
}

QTEST_GUILESS_MAIN(ResonanceTest)
#include "resonance_test.moc"
