// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/codec/hobbyexif.h"
#include "core/codec/record.h"

#include <QtTest>

#include <algorithm>

using namespace sonoloom;

class RecordTest : public QObject
{
    Q_OBJECT

private slots:
    void record_written_readsBack();
    void unknownKeys_areKept();
    void newerVersion_isReadAsFarAsUnderstood();
    void broken_isCorrupt_data();
    void broken_isCorrupt();
    void image_withBrokenText_isAsIfWithout_withANotice();
    void image_withHobbysExif_hasARecord();
    void sidecar_written_readsBack();
    void exif_written_readsBack();
    void exif_ofTheOtherByteOrder_isRead();
    void exif_cutShort_isCorrupt();
    void look_survivesColourAndNoise();
    void look_ofOtherSounds_differs();
    void look_distance_ofNoHash_isFar();
};

namespace
{

Record full()
{
    Record record;
    record.format = "riffusion";
    record.params = {{"power", "0.25"}, {"n-mels", "512"}, {"level", "shared"}, {"rgb", "true"}};
    record.sampleRate = 48000;
    record.channels = 2;
    record.source = Record::Source{"söng \"1\".flac", std::string(64, 'a'), 123456};
    record.tile = Record::TilePlace{3, 7, 100, 200, 300};
    record.level = Record::Level{"shared", 90.06805308953365, std::nullopt, std::nullopt};
    return record;
}

/// A picture with structure, as sounds have it.
Image picture(std::uint64_t seed, int channels = 1)
{
    Random random(seed);
    Image image(128, 128, channels);
    for (int block = 0; block < 60; ++block) {
        const int left = static_cast<int>(random.uniform(0, 110));
        const int top = static_cast<int>(random.uniform(0, 110));
        const int value = static_cast<int>(random.uniform(0, 255));
        for (int y = top; y < top + 18; ++y)
            for (int x = left; x < left + 18; ++x)
                for (int c = 0; c < channels; ++c)
                    image.at(x, y, c) = static_cast<std::uint16_t>(value);
    }
    return image;
}

} // namespace

void RecordTest::record_written_readsBack()
{
    const Record record = full();
    const auto back = recordFromJson(recordToJson(record));
    QVERIFY(back);
    QVERIFY(back.value() == record);
    Record minmax = record;
    minmax.level = Record::Level{"minmax", 100, 0.125, 17.5};
    QVERIFY(recordFromJson(recordToJson(minmax)).value() == minmax);
}

void RecordTest::unknownKeys_areKept()
{
    const auto record = recordFromJson(R"({"format": "riffusion", "version": 1, "mood": {"blue": [1, 2]}})");
    QVERIFY(record);
    QVERIFY(recordToJson(record.value()).find("\"blue\"") != std::string::npos);
}

void RecordTest::newerVersion_isReadAsFarAsUnderstood()
{
    const auto record = recordFromJson(R"({"format": "riffusion", "version": 9, "params": {"power": 0.5, "new": "x"}, "sampleRate": 8000})");
    QVERIFY(record);
    QCOMPARE(record.value().version, 9);
    QCOMPARE(record.value().params.at("power"), std::string("0.5"));
    QCOMPARE(record.value().sampleRate, 8000);
}

void RecordTest::broken_isCorrupt_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << QByteArray(R"({"format": "riff)");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("rate of words") << QByteArray(R"({"sampleRate": "fast"})");
    QTest::newRow("params that are none") << QByteArray(R"({"params": 3})");
    QTest::newRow("too deep") << QByteArray(100'000, '[');
}

void RecordTest::broken_isCorrupt()
{
    QFETCH(QByteArray, json);
    const auto record = recordFromJson(json.toStdString());
    QVERIFY(!record);
    QCOMPARE(record.error().code, ErrorCode::Corrupt);
}

void RecordTest::image_withBrokenText_isAsIfWithout_withANotice()
{
    Image image(8, 8, 1);
    std::vector<std::string> notices;
    QVERIFY(!recordOfImage(image, notices) && notices.empty());
    image.text[recordKeyword] = "{ broken";
    QVERIFY(!recordOfImage(image, notices));
    QCOMPARE(notices.size(), std::size_t{1});
    image.text[recordKeyword] = recordToJson(full());
    QVERIFY(recordOfImage(image, notices).value() == full());
}

void RecordTest::image_withHobbysExif_hasARecord()
{
    Image image(8, 8, 3);
    image.exif = hobbyExifBlock({{hobbytag::sampleRate, 22050}, {hobbytag::stereo, 1}, {hobbytag::stepMs, 8}, {hobbytag::power, 0.3}});
    std::vector<std::string> notices;
    const auto record = recordOfImage(image, notices);
    QVERIFY(record.has_value());
    QCOMPARE(record->sampleRate, 22050);
    QCOMPARE(record->channels, 2);
    QCOMPARE(record->params.at("step-ms"), std::string("8"));
    QCOMPARE(record->params.at("power"), std::string("0.3"));
}

void RecordTest::sidecar_written_readsBack()
{
    Sidecar sidecar;
    sidecar.shared = full();
    sidecar.shared.tile.reset();
    sidecar.shared.level.reset();
    sidecar.tiles.push_back({"a_00000.png", std::string(64, '1'), "0123456789abcdef", {0, 1, 0, 10, 20}, {"fixed", 3, {}, {}}});
    const auto back = sidecarFromJson(sidecarToJson(sidecar));
    QVERIFY(back);
    QVERIFY(back.value() == sidecar);
    const Record record = recordOfEntry(back.value(), back.value().tiles[0]);
    QCOMPARE(record.level->rule, std::string("fixed"));
    QCOMPARE(record.tile->columns, 20);
    QCOMPARE(record.sampleRate, 48000);
    QVERIFY(!sidecarFromJson("{\"tiles\": 3}"));
}

void RecordTest::exif_written_readsBack()
{
    const HobbyTags tags{{hobbytag::sampleRate, 96000}, {hobbytag::stereo, 0}, {hobbytag::bands, 300}, {hobbytag::minHz, 49.5}, {hobbytag::maxValue, 1.5e7}};
    const auto block = hobbyExifBlock(tags);
    QCOMPARE(block[0], std::uint8_t{'M'});
    QCOMPARE(hobbyTagsOf(block).value(), tags);
}

void RecordTest::exif_ofTheOtherByteOrder_isRead()
{
    // II, 42, directory at 8: one entry 11040 SHORT 1 512.
    const std::vector<std::uint8_t> block{'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x20, 0x2B, 3, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0};
    const auto tags = hobbyTagsOf(block);
    QVERIFY(tags);
    QCOMPARE(tags.value().at(hobbytag::bands), 512.0);
}

void RecordTest::exif_cutShort_isCorrupt()
{
    const auto block = hobbyExifBlock({{hobbytag::power, 0.25}, {hobbytag::minHz, 0.5}});
    for (std::size_t length = 1; length < block.size(); ++length) {
        const auto tags = hobbyTagsOf(std::span(block).first(length));
        QVERIFY2(!tags || tags.value().size() < 2, qPrintable(QString::number(length)));
    }
}

void RecordTest::look_survivesColourAndNoise()
{
    Random random(9);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const std::string look = perceptualHash(picture(seed));
        QCOMPARE(look.size(), std::size_t{16});
        QCOMPARE(perceptualHash(picture(seed, 3)), look);
        Image noisy = picture(seed);
        for (auto& sample : noisy.samples) // what JPEG at a usual quality does
            sample = static_cast<std::uint16_t>(std::clamp<int>(sample + static_cast<int>(random.uniform(-6, 7)), 0, 255));
        QVERIFY2(perceptualDistance(perceptualHash(noisy), look) <= 6, qPrintable(QString::number(seed)));
    }
}

void RecordTest::look_ofOtherSounds_differs()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        QVERIFY(perceptualDistance(perceptualHash(picture(seed)), perceptualHash(picture(seed + 100))) > 10);
}

void RecordTest::look_distance_ofNoHash_isFar()
{
    QCOMPARE(perceptualDistance("0000000000000000", "000000000000000f"), 4);
    QCOMPARE(perceptualDistance("", "0000000000000000"), 64);
    QCOMPARE(perceptualDistance("zzzzzzzzzzzzzzzz", "0000000000000000"), 64);
}

QTEST_GUILESS_MAIN(RecordTest)
#include "record_test.moc"
