// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/imagefile.h"

#include "core/base/random.h"
#include "tests/core/io/pngbytes.h"
#include "tests/core/io/scratchfolder.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QTest>

using namespace sonoloom;

namespace
{

const char* messageOf(const Result<Image>& image)
{
    return image ? "" : image.error().message.c_str();
}

/// True if reading failed with a sentence that names the file.
bool refusedByName(const Result<Image>& image, const std::filesystem::path& path)
{
    return !image && image.error().message.find("'" + path.string() + "'") != std::string::npos &&
           image.error().message.ends_with('.');
}

/// A picture of many colours as a file of that format.
std::string pictureBytes(const QString& format)
{
    QImage picture(40, 30, QImage::Format_RGB888);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            picture.setPixel(x, y, qRgb(6 * x, 8 * y, (x * y) % 256));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && picture.save(&buffer, format.toUtf8(), 95) ? bytes.toStdString() : "";
}

void everyFormat()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"png", "jpg", "bmp", "webp"}) {
        QTest::newRow(format) << format;
    }
}

std::string headerOnly(std::uint32_t width, std::uint32_t height, std::uint32_t depth, std::uint32_t colour)
{
    return pngBytes({width, height, depth, colour}, std::string(1000, '\0'));
}

} // namespace

class DamagedImageTest : public QObject
{
    Q_OBJECT
private slots:
    void read_whatIsNoImage_isRefusedByName_data();
    void read_whatIsNoImage_isRefusedByName();
    void read_missingOrFolder_isRefusedByName();
    void read_pngBomb_isRefusedAtOnce_data();
    void read_pngBomb_isRefusedAtOnce();
    void read_otherBombs_areRefusedAtOnce_data();
    void read_otherBombs_areRefusedAtOnce();
    void read_everyCut_isCorrupt_data();
    void read_everyCut_isCorrupt();
    void read_damagedPixels_areCorrupt();
    void read_damagedAncillaryChunk_isPassedOver();
    void read_randomDamage_isRefusedOrWhole_data();
    void read_randomDamage_isRefusedOrWhole();
};

void DamagedImageTest::read_whatIsNoImage_isRefusedByName_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("This is no picture.\n").repeated(100);
    QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>");
    QTest::newRow("gif") << QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    QTest::newRow("zeros") << QByteArray(5000, '\0');
    QTest::newRow("PNG's signature alone") << QByteArray("\x89PNG\r\n\x1a\n");
    QTest::newRow("JPEG's start alone") << QByteArray("\xFF\xD8\xFF");
    QTest::newRow("BMP's start alone") << QByteArray("BM");
    QTest::newRow("WebP's start alone") << QByteArray("RIFF\x04\0\0\0WEBP", 12);
    QTest::newRow("no width") << QByteArray::fromStdString(headerOnly(0, 1, 8, 0));
    QTest::newRow("no height") << QByteArray::fromStdString(headerOnly(1, 0, 8, 0));
    QTest::newRow("negative width") << QByteArray::fromStdString(headerOnly(0xFFFFFFFF, 1, 8, 0));
    QTest::newRow("3 bits") << QByteArray::fromStdString(headerOnly(1, 1, 3, 0));
    QTest::newRow("colour type 5") << QByteArray::fromStdString(headerOnly(1, 1, 8, 5));
    QTest::newRow("palette without one") << QByteArray::fromStdString(headerOnly(1, 1, 8, 3));
}

void DamagedImageTest::read_whatIsNoImage_isRefusedByName()
{
    QFETCH(QByteArray, content);
    const ScratchFolder folder;
    for (const std::string& suffix : readableImageSuffixes()) {
        const auto path = folder.with("a." + suffix, content.toStdString());
        const auto image = readImageFile(path);
        QVERIFY2(refusedByName(image, path), messageOf(image));
        QVERIFY2(image.error().code == ErrorCode::Corrupt || image.error().code == ErrorCode::Unsupported,
                 messageOf(image));
    }
}

void DamagedImageTest::read_missingOrFolder_isRefusedByName()
{
    const ScratchFolder folder;
    const auto missing = readImageFile(folder.path("missing.png"));
    QVERIFY(refusedByName(missing, folder.path("missing.png")));
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto notAFile = readImageFile(folder.root());
    QVERIFY(refusedByName(notAFile, folder.root()));
    QCOMPARE(notAFile.error().code, ErrorCode::Unreadable);
}

void DamagedImageTest::read_pngBomb_isRefusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    row("1000000 x 1000000", headerOnly(1'000'000, 1'000'000, 8, 0), ErrorCode::TooLarge);
    row("1000000 x 1000000, 1 bit", headerOnly(1'000'000, 1'000'000, 1, 0), ErrorCode::TooLarge);
    row("1000000 x 1000000, palette",
        pngBytes({1'000'000, 1'000'000, 1, 3}, std::string(1000, '\0'), pngChunk("PLTE", "RGB")), ErrorCode::TooLarge);
    row("largest that PNG has", headerOnly(0x7FFFFFFF, 0x7FFFFFFF, 16, 6), ErrorCode::TooLarge);
    row("1 x 2147483647", headerOnly(1, 0x7FFFFFFF, 16, 6), ErrorCode::TooLarge);
    row("what memory could hold, but not the file", headerOnly(20'000, 20'000, 8, 0), ErrorCode::Corrupt);
}

void DamagedImageTest::read_pngBomb_isRefusedAtOnce()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const ScratchFolder folder;
    const auto path = folder.with("bomb.png", bytes.toStdString());
    QElapsedTimer timer;
    timer.start();
    const auto image = readImageFile(path);
    QVERIFY2(timer.elapsed() < 1000, "memory was taken for it");
    QVERIFY2(refusedByName(image, path), messageOf(image));
    QVERIFY2(image.error().code == static_cast<ErrorCode>(code), messageOf(image));
}

void DamagedImageTest::read_otherBombs_areRefusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    std::string bmp = pictureBytes("bmp");
    row("bmp", bmp.replace(18, 8, littleEndian(12'000, 4) + littleEndian(12'000, 4)), ErrorCode::TooLarge);
    row("bmp, more than Qt takes", bmp.replace(18, 8, littleEndian(1'000'000, 4) + littleEndian(1'000'000, 4)),
        ErrorCode::Corrupt);
    std::string jpeg = pictureBytes("jpg");
    const std::size_t frame = jpeg.find("\xFF\xC0");
    row("jpg", jpeg.replace(frame + 5, 4, bigEndian(60'000, 2) + bigEndian(60'000, 2)), ErrorCode::TooLarge);
    row("jpg, more than libjpeg takes", jpeg.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF"), ErrorCode::Corrupt);
}

void DamagedImageTest::read_otherBombs_areRefusedAtOnce()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const ScratchFolder folder;
    const auto path = folder.with("bomb", bytes.toStdString());
    QElapsedTimer timer;
    timer.start();
    const auto image = readImageFile(path);
    QVERIFY2(timer.elapsed() < 1000, "memory was taken for it");
    QVERIFY2(refusedByName(image, path), messageOf(image));
    QVERIFY2(image.error().code == static_cast<ErrorCode>(code), messageOf(image));
}

void DamagedImageTest::read_everyCut_isCorrupt_data()
{
    everyFormat();
}

void DamagedImageTest::read_everyCut_isCorrupt()
{
    QFETCH(QString, format);
    const ScratchFolder folder;
    const std::string bytes = format == "png" ? *encodePng(Image(40, 30, 3)) : pictureBytes(format);
    QVERIFY(bytes.size() > 100);
    for (std::size_t cut = 1; cut < bytes.size(); cut += cut < 200 ? 1 : 37) {
        const auto path = folder.with("cut." + format.toStdString(), bytes.substr(0, cut));
        const auto image = readImageFile(path);
        QVERIFY2(refusedByName(image, path), qPrintable(QString("%1 of %2").arg(cut).arg(bytes.size())));
        QVERIFY2(image.error().code == ErrorCode::Corrupt || (cut < 12 && image.error().code == ErrorCode::Unsupported),
                 messageOf(image));
    }
    const auto whole = readImageFile(folder.with("whole." + format.toStdString(), bytes));
    QVERIFY2(whole, messageOf(whole));
}

void DamagedImageTest::read_damagedPixels_areCorrupt()
{
    const ScratchFolder folder;
    std::string bytes = *encodePng(Image(40, 30, 3));
    bytes[bytes.find("IDAT") + 10] ^= 1;
    const auto path = folder.with("a.png", bytes);
    const auto image = readImageFile(path);
    QVERIFY(refusedByName(image, path));
    QCOMPARE(image.error().code, ErrorCode::Corrupt);
}

void DamagedImageTest::read_damagedAncillaryChunk_isPassedOver()
{
    std::string text = pngChunk("tEXt", "Title" + std::string(1, '\0') + "words");
    text.back() ^= 1; // its checksum
    const auto image = decodePng(pngBytes({}, std::string("\0\x07", 2), text), "a.png");
    QVERIFY2(image, messageOf(image));
    QCOMPARE(image->at(0, 0), std::uint16_t{7});
    QVERIFY(image->text.empty());
}

void DamagedImageTest::read_randomDamage_isRefusedOrWhole_data()
{
    everyFormat();
}

void DamagedImageTest::read_randomDamage_isRefusedOrWhole()
{
    QFETCH(QString, format);
    const ScratchFolder folder;
    const std::string bytes = pictureBytes(format);
    Random random(3);
    for (int attempt = 0; attempt < 150; ++attempt) {
        std::string damaged = bytes;
        const std::size_t reach = attempt % 2 == 0 ? std::min<std::size_t>(64, bytes.size()) : bytes.size();
        for (int i = 0; i < 1 + attempt / 10; ++i) {
            damaged[random.next() % reach] = static_cast<char>(random.next());
        }
        const auto path = folder.with("bad." + format.toStdString(), damaged);
        const auto image = readImageFile(path);
        QVERIFY2(image || refusedByName(image, path), messageOf(image));
        QVERIFY(!image ||
                image->samples.size() == static_cast<std::size_t>(image->width) * image->height * image->channels);
    }
}

QTEST_GUILESS_MAIN(DamagedImageTest)
#include "damagedimage_test.moc"
