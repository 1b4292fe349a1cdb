// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/rgb.h"

#include <QtTest>

using namespace sonoloom;

class RgbTest : public QObject
{
    Q_OBJECT

private slots:
    void grey_becomesThreeAlike();
    void sixteenBits_areRounded();
    void transparency_showsSilence_data();
    void transparency_showsSilence();
    void recordAndExif_areKept_andMadeRight();
    void unknownFormat_changesNoText();
};

namespace
{

Image pixel(std::vector<std::uint16_t> samples, int depth = 8)
{
    Image image(1, 1, static_cast<int>(samples.size()), depth);
    image.samples = std::move(samples);
    return image;
}

Record recordOf(const std::string& format)
{
    Record record;
    record.format = format;
    return record;
}

using Samples = std::vector<std::uint16_t>;

} // namespace

void RgbTest::grey_becomesThreeAlike()
{
    for (std::uint16_t value = 0; value < 256; ++value)
        QCOMPARE(toRgb(pixel({value}), {}).samples, (Samples{value, value, value}));
    QCOMPARE(toRgb(pixel({1, 2, 3}), {}).samples, (Samples{1, 2, 3}));
}

void RgbTest::sixteenBits_areRounded()
{
    const Image rgb = toRgb(pixel({65535}, 16), {});
    QCOMPARE(rgb.depth, 8);
    QCOMPARE(rgb.channels, 3);
    QCOMPARE(rgb.samples, (Samples{255, 255, 255}));
    // 128 * 257 = 32896 is 128; from 127.5 up, that is from 32768, too.
    QCOMPARE(toRgb(pixel({32767, 32768, 32896}, 16), {}).samples, (Samples{127, 128, 128}));
    QCOMPARE(toRgb(pixel({128, 129, 0}, 16), {}).samples, (Samples{0, 1, 0}));
}

void RgbTest::transparency_showsSilence_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<Samples>("silence");
    QTest::newRow("mel image") << "riffusion" << Samples{255, 255, 255};
    QTest::newRow("magnitude and phase") << "wavdiff" << Samples{0, 128, 128};
    QTest::newRow("bytes") << "resonance" << Samples{0, 0, 0};
    QTest::newRow("unknown") << "" << Samples{255, 255, 255};
}

void RgbTest::transparency_showsSilence()
{
    QFETCH(QString, format);
    QFETCH(Samples, silence);
    const auto record = recordOf(format.toStdString());
    QCOMPARE(toRgb(pixel({10, 20, 30, 0}), record).samples, silence);
    QCOMPARE(toRgb(pixel({10, 20, 30, 255}), record).samples, (Samples{10, 20, 30}));
    QCOMPARE(toRgb(pixel({2570, 5140, 7710, 65535}, 16), record).samples, (Samples{10, 20, 30}));
    // 51 of 255 is a fifth.
    const auto fifth = toRgb(pixel({100, 100, 100, 51}), record).samples;
    for (std::size_t c = 0; c < 3; ++c)
        QCOMPARE(fifth[c], static_cast<std::uint16_t>(silence[c] * 0.8 + 20 + 0.5));
}

void RgbTest::recordAndExif_areKept_andMadeRight()
{
    Image image = pixel({4}, 16);
    image.text["Comment"] = "kept";
    image.exif = {1, 2, 3};
    Record record = recordOf("riffusion");
    record.params = {{"depth", "16"}, {"rgb", "false"}, {"n-mels", "512"}};
    record.unknownJson = R"({"later":1})";
    const Image rgb = toRgb(image, record);
    QCOMPARE(rgb.text.at("Comment"), std::string("kept"));
    QCOMPARE(rgb.exif, image.exif);
    const Record kept = recordFromJson(rgb.text.at(recordKeyword)).value();
    QCOMPARE(kept.params.at("depth"), std::string("8"));
    QCOMPARE(kept.params.at("rgb"), std::string("true"));
    QCOMPARE(kept.params.at("n-mels"), std::string("512"));
    QCOMPARE(kept.unknownJson, record.unknownJson);
}

void RgbTest::unknownFormat_changesNoText()
{
    QVERIFY(toRgb(pixel({4}), {}).text.empty());
    QVERIFY(toRgb(pixel({4}), recordOf("")).text.empty()); // EXIF's record, which stays EXIF
    Record bytes = recordOf("resonance");
    bytes.params = {{"width", "1"}};
    QVERIFY(!recordFromJson(toRgb(pixel({4}), bytes).text.at(recordKeyword)).value().params.contains("depth"));
}

QTEST_GUILESS_MAIN(RgbTest)
#include "rgb_test.moc"
