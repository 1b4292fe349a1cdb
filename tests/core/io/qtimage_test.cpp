// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/imagefile.h"

#include "tests/core/io/scratchfolder.h"
#include "tests/core/io/wavbytes.h"

#include <QImage>
#include <QTest>

#include <cstdlib>

using namespace sonoloom;

namespace
{

/// 8 x 8 pixels of CMYK (0, 100, 100, 0) %, which is red, with Adobe's segment; made by ImageMagick.
const QByteArray cmykJpeg = QByteArray::fromBase64(
    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoK"
    "CgYICwwLCgwJCgoK/9sAQwECAgICAgIFAwMFCgcGBwoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK"
    "CgoKCgoK/8AAFAgACAAIBAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAgJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/E"
    "ABUBAQEAAAAAAAAAAAAAAAAAAAgK/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwBmFYn/AF/H/9k=");

const char* messageOf(const Result<Image>& image)
{
    return image ? "" : image.error().message.c_str();
}

/// Four squares: red, green, blue, white.
QImage colouredPicture(int width = 64, int height = 64)
{
    QImage picture(width, height, QImage::Format_RGB888);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool right = x >= width / 2;
            picture.setPixel(x, y,
                             y >= height / 2 ? (right ? 0xFFFFFFFF : 0xFF0000FF) : (right ? 0xFF00FF00 : 0xFFFF0000));
        }
    }
    return picture;
}

bool isNear(const Image& image, int x, int y, std::array<int, 3> colour, int tolerance)
{
    for (int c = 0; c < 3; ++c) {
        if (std::abs(image.at(x, y, c) - colour[static_cast<std::size_t>(c)]) > tolerance) {
            return false;
        }
    }
    return true;
}

} // namespace

class QtImageTest : public QObject
{
    Q_OBJECT
private slots:
    void read_colours_areRight_data();
    void read_colours_areRight();
    void read_greyJpeg_hasOneChannel();
    void read_cmykJpeg_isRgb();
    void read_jpegWithExif_keepsIt();
    void read_transparentPicture_hasAlpha();
    void read_wideJpeg_works();
    void read_oddNames_work();
};

void QtImageTest::read_colours_areRight_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("tolerance");
    QTest::newRow("jpg") << "a.jpg" << 4; // lossy
    QTest::newRow("jpeg") << "a.JPEG" << 4;
    QTest::newRow("bmp") << "a.bmp" << 0;
    QTest::newRow("webp") << "a.webp" << 0; // at quality 100 it is lossless
    QTest::newRow("png") << "a.png" << 0;
}

void QtImageTest::read_colours_areRight()
{
    QFETCH(QString, name);
    QFETCH(int, tolerance);
    const ScratchFolder folder;
    const auto path = folder.path(name.toStdString());
    QVERIFY(colouredPicture().save(QString::fromStdString(path.string()), nullptr, 100));
    const auto image = readImageFile(path);
    QVERIFY2(image, messageOf(image));
    QCOMPARE(image->width, 64);
    QCOMPARE(image->height, 64);
    QCOMPARE(image->channels, 3);
    QCOMPARE(image->depth, 8);
    QVERIFY(isNear(*image, 8, 8, {255, 0, 0}, tolerance));
    QVERIFY(isNear(*image, 56, 8, {0, 255, 0}, tolerance));
    QVERIFY(isNear(*image, 8, 56, {0, 0, 255}, tolerance));
    QVERIFY(isNear(*image, 56, 56, {255, 255, 255}, tolerance));
}

void QtImageTest::read_greyJpeg_hasOneChannel()
{
    const ScratchFolder folder;
    QImage grey(16, 16, QImage::Format_Grayscale8);
    grey.fill(QColor(99, 99, 99));
    QVERIFY(grey.save(QString::fromStdString(folder.path("a.jpg").string()), nullptr, 100));
    const auto image = readImageFile(folder.path("a.jpg"));
    QVERIFY2(image, messageOf(image));
    QCOMPARE(image->channels, 1);
    QVERIFY(std::abs(image->at(8, 8) - 99) <= 1);
}

void QtImageTest::read_cmykJpeg_isRgb()
{
    const ScratchFolder folder;
    const auto image = readImageFile(folder.with("a.jpg", cmykJpeg.toStdString()));
    QVERIFY2(image, messageOf(image));
    QCOMPARE(image->channels, 3);
    QVERIFY(isNear(*image, 4, 4, {255, 0, 0}, 2));
}

void QtImageTest::read_jpegWithExif_keepsIt()
{
    const ScratchFolder folder;
    const auto path = folder.path("a.jpg");
    QVERIFY(colouredPicture().save(QString::fromStdString(path.string())));
    const std::string block("II\x2A\0\x08\0\0\0\0\0\0\0\0\0", 14);
    const std::string exif = std::string("Exif\0\0", 6) + block;
    std::string bytes = contentOf(path);
    bytes.insert(2, "\xFF\xE1" + bigEndian(exif.size() + 2, 2) + exif);
    const auto image = readImageFile(folder.with("exif.jpg", bytes));
    QVERIFY2(image, messageOf(image));
    QCOMPARE(std::string(image->exif.begin(), image->exif.end()), block);
}

void QtImageTest::read_transparentPicture_hasAlpha()
{
    const ScratchFolder folder;
    QImage picture(8, 8, QImage::Format_ARGB32);
    picture.fill(qRgba(10, 20, 30, 128));
    QVERIFY(picture.save(QString::fromStdString(folder.path("a.webp").string()), nullptr, 100));
    const auto image = readImageFile(folder.path("a.webp"));
    QVERIFY2(image, messageOf(image));
    QCOMPARE(image->channels, 4);
    QVERIFY(isNear(*image, 4, 4, {10, 20, 30}, 0));
    QCOMPARE(image->at(4, 4, 3), std::uint16_t{128});
}

void QtImageTest::read_wideJpeg_works()
{
    const ScratchFolder folder;
    for (const char* name : {"a.jpg", "a.bmp", "a.webp"}) {
        QVERIFY(colouredPicture(16000, 4).save(QString::fromStdString(folder.path(name).string()), nullptr, 100));
        const auto image = readImageFile(folder.path(name));
        QVERIFY2(image, messageOf(image));
        QCOMPARE(image->width, 16000);
        QVERIFY(isNear(*image, 100, 0, {255, 0, 0}, 10));
        QVERIFY(isNear(*image, 15900, 0, {0, 255, 0}, 10));
    }
}

void QtImageTest::read_oddNames_work()
{
    const ScratchFolder folder;
    QVERIFY(colouredPicture().save(QString::fromStdString(folder.path("a.bmp").string())));
    for (const std::string& name : {std::string(" two  words"), std::string("-o.bmp"), std::string("Übergröße.bmp"),
                                    std::string(196, 'n') + ".bmp", std::string("caf\xE9.bmp"), std::string("a.png")}) {
        std::filesystem::copy_file(folder.path("a.bmp"), folder.path(name));
        const auto image = readImageFile(folder.path(name));
        std::filesystem::remove(folder.path(name));
        QVERIFY2(image, messageOf(image));
        QCOMPARE(image->width, 64);
    }
}

QTEST_GUILESS_MAIN(QtImageTest)
#include "qtimage_test.moc"
