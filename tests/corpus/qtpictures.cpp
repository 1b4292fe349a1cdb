// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/qtpictures.h"

#include <QBuffer>

namespace sonoloom::corpus
{

QImage qtImage(const Image& image)
{
    const int channels = image.channels == 1 ? 1 : 3;
    const int shift = image.depth == 16 ? 8 : 0;
    QImage picture(image.width, image.height, channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < channels; ++c)
                picture.scanLine(y)[x * channels + c] = static_cast<uchar>(image.at(x, y, c) >> shift);
    return picture;
}

Image imageOfQt(const QImage& picture)
{
    const bool grey = picture.format() == QImage::Format_Grayscale8;
    const QImage stored = picture.convertToFormat(grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    Image image(stored.width(), stored.height(), grey ? 1 : 3);
    for (int y = 0; y < image.height; ++y)
        for (int i = 0; i < image.width * image.channels; ++i)
            image.at(i / image.channels, y, i % image.channels) = stored.constScanLine(y)[i];
    return image;
}

Image throughJpeg(const Image& image, int quality)
{
    const QImage picture = qtImage(image);
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "jpg", quality);
    return imageOfQt(QImage::fromData(file, "jpg").convertToFormat(picture.format()));
}

} // namespace sonoloom::corpus
