// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/qtimage.h"

#include "core/io/exif.h"
#include "core/io/pngcodec.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QLoggingCategory>

#include <cassert>
#include <mutex>

namespace sonoloom
{

namespace
{

using namespace std::string_view_literals;

enum class Kind { Jpeg, Bmp, WebP, Other };

Kind kindOf(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) {
        return Kind::Jpeg;
    }
    if (bytes.starts_with("BM"sv)) {
        return Kind::Bmp;
    }
    if (bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv)) {
        return Kind::WebP;
    }
    return Kind::Other;
}

const char* formatName(Kind kind)
{
    switch (kind) {
    case Kind::Jpeg:
        return "jpeg";
    case Kind::Bmp:
        return "bmp";
    case Kind::WebP:
        return "webp";
    case Kind::Other:
        break;
    }
    return "";
}

std::uint64_t littleEndian32(std::string_view bytes, std::size_t at)
{
    std::uint64_t value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    }
    return value;
}

/// Qt's readers fill what a cut file lacks with grey or black and say nothing, so the containers are asked.
bool isComplete(Kind kind, std::string_view bytes)
{
    if (kind == Kind::WebP) {
        return littleEndian32(bytes, 4) + 8 <= bytes.size();
    }
    constexpr std::size_t headerSize = 54;
    if (kind != Kind::Bmp || bytes.size() < headerSize) {
        return kind != Kind::Bmp;
    }
    const std::uint64_t fileSize = littleEndian32(bytes, 2); // 0 from some writers
    const std::uint64_t pixelsAt = littleEndian32(bytes, 10);
    return fileSize <= bytes.size() && pixelsAt <= bytes.size();
}

QImage::Format storedFormat(const QImage& picture)
{
    if (picture.hasAlphaChannel()) {
        return QImage::Format_RGBA8888;
    }
    return picture.format() == QImage::Format_Grayscale8 || picture.isGrayscale() ? QImage::Format_Grayscale8
                                                                                  : QImage::Format_RGB888;
}

int channelsOf(QImage::Format format)
{
    return format == QImage::Format_Grayscale8 ? 1 : format == QImage::Format_RGB888 ? 3 : 4;
}

Image imageOf(const QImage& picture)
{
    const QImage stored = picture.convertToFormat(storedFormat(picture));
    Image image(stored.width(), stored.height(), channelsOf(stored.format()));
    const std::size_t rowSamples = static_cast<std::size_t>(image.width) * image.channels;
    for (int y = 0; y < image.height; ++y) {
        const uchar* row = stored.constScanLine(y);
        std::copy(row, row + rowSamples, image.samples.begin() + static_cast<std::ptrdiff_t>(rowSamples * y));
    }
    return image;
}

Error corrupt(const std::string& name, const std::string& reason)
{
    return {ErrorCode::Corrupt, "'" + name + "' is not a whole image: " + reason + "."};
}

Result<void> checkSize(QSize size, const std::string& name)
{
    if (!size.isValid() || size.isEmpty()) {
        return corrupt(name, "its header has no size");
    }
    const auto pixels = static_cast<std::uint64_t>(size.width()) * static_cast<std::uint64_t>(size.height());
    if (pixels > largestImageBytes / sizeof(std::uint16_t) / 4) {
        return Error{ErrorCode::TooLarge, "'" + name + "' says that it has " + std::to_string(size.width()) + " x " +
                                              std::to_string(size.height()) +
                                              " pixels, more than the 1 GiB that an image may take; choose a smaller "
                                              "one."};
    }
    return {};
}

void prepareReaders()
{
    QImageReader::setAllocationLimit(static_cast<int>(largestImageBytes >> 20));
    QLoggingCategory::setFilterRules("qt.gui.imageio*=false"); // what is damaged is told by errors, not on stderr
}

} // namespace

Result<Image> decodeQtImage(std::string_view bytes, const std::string& name)
{
    const Kind kind = kindOf(bytes);
    if (kind == Kind::Other) {
        return Error{ErrorCode::Unsupported,
                     "'" + name + "' is not an image that can be read; give a PNG, JPEG, BMP or WebP file."};
    }
    JpegFacts jpeg;
    if (kind == Kind::Jpeg) {
        jpeg = jpegFacts(bytes);
    }
    if (kind == Kind::Jpeg ? !jpeg.complete : !isComplete(kind, bytes)) {
        return corrupt(name, "it ends too early");
    }
    static std::once_flag readersPrepared;
    std::call_once(readersPrepared, prepareReaders);

    QByteArray content = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, formatName(kind));
    if (auto checked = checkSize(reader.size(), name); !checked) {
        return checked.error();
    }
    const QImage picture = reader.read();
    if (picture.isNull()) {
        return corrupt(name, reader.errorString().toStdString());
    }
    Image image = imageOf(picture);
    image.exif = std::move(jpeg.exif);
    return image;
}

Result<std::string> encodeJpeg(const Image& image, int quality)
{
    assert(image.channels == 3 && image.depth == 8);
    QImage pixels(image.width, image.height, QImage::Format_RGB888);
    for (int y = 0; y < image.height; ++y) {
        uchar* line = pixels.scanLine(y);
        for (int i = 0; i < image.width * 3; ++i) {
            line[i] = static_cast<uchar>(image.at(i / 3, y, i % 3));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!pixels.save(&buffer, "jpeg", quality)) {
        return Error{ErrorCode::Unsupported, "JPEG images cannot be written here; install Qt's JPEG plugin."};
    }
    return bytes.toStdString();
}

} // namespace sonoloom
