// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/imagefile.h"
#include "core/io/pngpacking.h"

#include "core/base/random.h"
#include "tests/core/io/pngbytes.h"
#include "tests/core/io/scratchfolder.h"

#include <QImage>
#include <QTest>

using namespace sonoloom;

namespace
{

using Samples = std::vector<std::uint16_t>;

/// Bytes from a literal with zeros in it.
template <std::size_t Size>
std::string raw(const char (&text)[Size])
{
    return {text, Size - 1};
}

const char* messageOf(const Result<Image>& image)
{
    return image ? "" : image.error().message.c_str();
}

Image randomImage(int width, int height, int channels, int depth)
{
    Image image(width, height, channels, depth);
    Random random(5);
    for (std::uint16_t& sample : image.samples) {
        sample = static_cast<std::uint16_t>(random.next() % (static_cast<unsigned>(image.maxValue()) + 1));
    }
    return image;
}

std::size_t countOf(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

struct Kind {
    const char* name;
    PngHeader header;
    std::string rows;
    std::string before;
    int channels;
    int depth;
    Samples samples;
};

/// Every colour type and depth that there is, with and without transparency, two pixels wide at least.
std::vector<Kind> kinds()
{
    const std::string palette = pngChunk("PLTE", raw("\xFF\0\0\0\xFF\0\x01\x02\x03"));
    const std::string paletteAlpha = palette + pngChunk("tRNS", raw("\x80"));
    return {
        {"grey 1", {9, 1, 1, 0}, raw("\0\xA1\x80"), "", 1, 8, {255, 0, 255, 0, 0, 0, 0, 255, 255}},
        {"grey 2", {4, 1, 2, 0}, raw("\0\x1B"), "", 1, 8, {0, 85, 170, 255}},
        {"grey 4", {3, 1, 4, 0}, raw("\0\x0F\x80"), "", 1, 8, {0, 255, 136}},
        {"grey 8", {2, 2, 8, 0}, raw("\0\x01\x02\0\xFE\xFF"), "", 1, 8, {1, 2, 254, 255}},
        {"grey 16", {2, 1, 16, 0}, raw("\0\x12\x34\xFF\xFE"), "", 1, 16, {0x1234, 0xFFFE}},
        {"RGB 8", {2, 1, 8, 2}, raw("\0\x01\x02\x03\xFD\xFE\xFF"), "", 3, 8, {1, 2, 3, 253, 254, 255}},
        {"RGB 16", {1, 1, 16, 2}, raw("\0\x12\x34\x56\x78\x9A\xBC"), "", 3, 16, {0x1234, 0x5678, 0x9ABC}},
        {"palette 1", {2, 1, 1, 3}, raw("\0\x40"), palette, 3, 8, {255, 0, 0, 0, 255, 0}},
        {"palette 2", {3, 1, 2, 3}, raw("\0\x18"), palette, 3, 8, {255, 0, 0, 0, 255, 0, 1, 2, 3}},
        {"palette 4", {2, 1, 4, 3}, raw("\0\x20"), palette, 3, 8, {1, 2, 3, 255, 0, 0}},
        {"palette 8", {2, 1, 8, 3}, raw("\0\x01\x02"), palette, 3, 8, {0, 255, 0, 1, 2, 3}},
        {"palette with alpha", {2, 1, 8, 3}, raw("\0\0\x01"), paletteAlpha, 4, 8, {255, 0, 0, 128, 0, 255, 0, 255}},
        {"grey and alpha 8", {1, 1, 8, 4}, raw("\0\x07\x80"), "", 4, 8, {7, 7, 7, 128}},
        {"grey and alpha 16", {1, 1, 16, 4}, raw("\0\x12\x34\x80\x01"), "", 4, 16, {0x1234, 0x1234, 0x1234, 0x8001}},
        {"RGB and alpha 8", {1, 1, 8, 6}, raw("\0\x01\x02\x03\x04"), "", 4, 8, {1, 2, 3, 4}},
        {"RGB and alpha 16", {1, 1, 16, 6}, raw("\0\x12\x34\0\x01\xFF\xFF\0\0"), "", 4, 16, {0x1234, 1, 0xFFFF, 0}},
        {"grey with a transparent one",
         {2, 1, 8, 0},
         raw("\0\x05\x06"),
         pngChunk("tRNS", raw("\0\x05")),
         4,
         8,
         {5, 5, 5, 0, 6, 6, 6, 255}},
        {"RGB with a transparent one",
         {2, 1, 8, 2},
         raw("\0\x01\x02\x03\x01\x02\x04"),
         pngChunk("tRNS", raw("\0\x01\0\x02\0\x03")),
         4,
         8,
         {1, 2, 3, 0, 1, 2, 4, 255}},
        {"gamma changes nothing",
         {2, 1, 8, 0},
         raw("\0\x05\x80"),
         pngChunk("gAMA", bigEndian(100000, 4)),
         1,
         8,
         {5, 128}},
        {"filters", {2, 3, 8, 0}, raw("\x01\x05\x02\x02\x01\x01\x04\x01\x01"), "", 1, 8, {5, 7, 6, 8, 7, 9}},
        // Adam7 of 2 x 2: one pixel in pass 1, one in pass 6, a row in pass 7.
        {"interlaced", {2, 2, 16, 0, 1}, raw("\0\0\x01\0\0\x02\0\0\x03\0\x04"), "", 1, 16, {1, 2, 3, 4}},
        {"1 x 1", {1, 1, 8, 0}, raw("\0\x2A"), "", 1, 8, {42}},
    };
}

} // namespace

class PngFileTest : public QObject
{
    Q_OBJECT
private slots:
    void decode_everyKind_givesKnownSamples();
    void encode_everyShape_decodesToTheSame_data();
    void encode_everyShape_decodesToTheSame();
    void encode_asQtReadsIt_isTheSame();
    void encode_sameImage_isSameBytes();
    void encode_textsAndExif_comeBack();
    void decode_foreignTexts_areUtf8();
    void encode_impossibleImages_areRefused_data();
    void encode_impossibleImages_areRefused();
    void file_roundTrip_keepsAll();
    void filter_isChosenByTheBytes();
    void cancelled_packing_ends();
};

void PngFileTest::decode_everyKind_givesKnownSamples()
{
    for (const Kind& kind : kinds()) {
        const auto image = decodePng(pngBytes(kind.header, kind.rows, kind.before), "a.png");
        QVERIFY2(image, messageOf(image));
        QVERIFY2(image->width == static_cast<int>(kind.header.width), kind.name);
        QVERIFY2(image->height == static_cast<int>(kind.header.height), kind.name);
        QVERIFY2(image->channels == kind.channels && image->depth == kind.depth, kind.name);
        QVERIFY2(image->samples == kind.samples, kind.name);
    }
}

void PngFileTest::encode_everyShape_decodesToTheSame_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("1 x 1") << 1 << 1;
    QTest::newRow("odd") << 7 << 3;
    QTest::newRow("wide") << 16000 << 2;
    QTest::newRow("high") << 2 << 16000;
    QTest::newRow("wider than a million") << 1'000'001 << 1;
}

void PngFileTest::encode_everyShape_decodesToTheSame()
{
    QFETCH(int, width);
    QFETCH(int, height);
    for (const int channels : {1, 3, 4}) {
        for (const int depth : {8, 16}) {
            const Image image = randomImage(width, height, channels, depth);
            const auto bytes = encodePng(image);
            QVERIFY(bytes);
            const auto back = decodePng(*bytes, "a.png");
            QVERIFY2(back, messageOf(back));
            QCOMPARE(back->width, width);
            QCOMPARE(back->height, height);
            QCOMPARE(back->channels, channels);
            QCOMPARE(back->depth, depth);
            QVERIFY(back->samples == image.samples);
        }
    }
}

void PngFileTest::encode_asQtReadsIt_isTheSame()
{
    const Image image = randomImage(31, 17, 3, 8);
    const auto bytes = encodePng(image);
    QVERIFY(bytes);
    const QImage picture = QImage::fromData(QByteArray::fromStdString(*bytes), "png");
    QCOMPARE(picture.size(), QSize(31, 17));
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            QCOMPARE(picture.pixel(x, y), qRgb(image.at(x, y, 0), image.at(x, y, 1), image.at(x, y, 2)));
        }
    }
}

void PngFileTest::encode_sameImage_isSameBytes()
{
    Image image = randomImage(200, 100, 3, 16);
    image.text = {{"b", "2"}, {"a", "1"}};
    QCOMPARE(*encodePng(image), *encodePng(image));
    QCOMPARE(countOf(*encodePng(image), "tIME"), std::size_t{0});
}

void PngFileTest::encode_textsAndExif_comeBack()
{
    Image image(2, 2, 1);
    image.text = {{"sonoloom", R"({"format":"riffusion"})"},
                  {"Über", "Größe – 音"},
                  {"empty", ""},
                  {"lines", "one\ntwo\n"},
                  {std::string(79, 'k'), std::string(200'000, 't')}};
    image.exif = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0};
    const auto bytes = encodePng(image);
    QVERIFY(bytes);
    QCOMPARE(countOf(*bytes, "eXIf"), std::size_t{1});
    const auto back = decodePng(*bytes, "a.png");
    QVERIFY2(back, messageOf(back));
    QVERIFY(back->text == image.text);
    QCOMPARE(back->exif, image.exif);
}

void PngFileTest::decode_foreignTexts_areUtf8()
{
    const std::string chunks = pngChunk("tEXt", raw("Title\0Gr\xF6\xDF"
                                                    "e")) +
                               pngChunk("zTXt", raw("Packed\0\0") + zlibStored("caf\xE9")) +
                               pngChunk("iTXt", raw("Plain\0\0\0en\0\0") + "Größe") +
                               pngChunk("iTXt", raw("Both\0\1\0\0\0") + zlibStored("音"));
    const auto image = decodePng(pngBytes({}, raw("\0\x01"), chunks), "a.png");
    QVERIFY2(image, messageOf(image));
    const std::map<std::string, std::string> expected{
        {"Title", "Größe"}, {"Packed", "café"}, {"Plain", "Größe"}, {"Both", "音"}};
    QVERIFY(image->text == expected);
}

void PngFileTest::encode_impossibleImages_areRefused_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("samples");
    QTest::addColumn<QString>("keyword");
    QTest::newRow("no width") << 0 << 1 << 1 << 8 << 0 << "k";
    QTest::newRow("no height") << 1 << 0 << 1 << 8 << 0 << "k";
    QTest::newRow("2 channels") << 1 << 1 << 2 << 8 << 2 << "k";
    QTest::newRow("5 channels") << 1 << 1 << 5 << 8 << 5 << "k";
    QTest::newRow("12 bits") << 1 << 1 << 1 << 12 << 1 << "k";
    QTest::newRow("too few samples") << 2 << 2 << 1 << 8 << 3 << "k";
    QTest::newRow("no keyword") << 1 << 1 << 1 << 8 << 1 << "";
    QTest::newRow("keyword of 80") << 1 << 1 << 1 << 8 << 1 << QString(80, 'k');
    QTest::newRow("keyword beyond Latin-1") << 1 << 1 << 1 << 8 << 1 << "音";
}

void PngFileTest::encode_impossibleImages_areRefused()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, channels);
    QFETCH(int, depth);
    QFETCH(int, samples);
    QFETCH(QString, keyword);
    Image image;
    image.width = width;
    image.height = height;
    image.channels = channels;
    image.depth = depth;
    image.samples.resize(static_cast<std::size_t>(samples));
    image.text = {{keyword.toStdString(), "text"}};
    const auto bytes = encodePng(image);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::InvalidArgument);
    const ScratchFolder folder;
    const auto written = writePngFile(folder.path("a.png"), image, Overwrite::No);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    QVERIFY(folder.entries().empty());
}

void PngFileTest::file_roundTrip_keepsAll()
{
    const ScratchFolder folder;
    Image image = randomImage(64, 32, 4, 16);
    image.text = {{"key", "words"}};
    for (const char* name : {"ä ö.png", "-a.png", "wrong.jpg", "none"}) { // by content, not by suffix
        QVERIFY(writePngFile(folder.path(name), image, Overwrite::No));
        const auto back = readImageFile(folder.path(name));
        QVERIFY2(back, messageOf(back));
        QVERIFY(back->samples == image.samples && back->text == image.text);
    }
}

void PngFileTest::filter_isChosenByTheBytes()
{
    Image slope(200, 200, 3);
    Image bytes(200, 200, 3); // low and high bytes of quiet 16-bit samples
    Random random(4);
    for (std::size_t i = 0; i < slope.samples.size(); ++i) {
        slope.samples[i] = static_cast<std::uint16_t>((i / 600 + i % 600) / 4);
        bytes.samples[i] = static_cast<std::uint16_t>(i % 2 == 0 ? random.uniform(0, 256) : random.uniform(0, 2) < 1 ? 0 : 255);
    }
    QCOMPARE(choosePngFilter(slope), PngFilter::Paeth);
    QCOMPARE(choosePngFilter(bytes), PngFilter::None);
    QCOMPARE(choosePngFilter(Image(3, 3, 3, 16)), PngFilter::Sub);
    QCOMPARE(choosePngFilter(Image(1, 1, 1)), PngFilter::Paeth);
}

void PngFileTest::cancelled_packing_ends()
{
    struct Stopped final : JobMonitor {
        bool cancelled() const override { return true; }
    };
    const auto bytes = encodePng(Image(1000, 1000, 3), Stopped{});
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(PngFileTest)
#include "pngfile_test.moc"
