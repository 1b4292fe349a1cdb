// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picture.h"

namespace sonoloom
{

QImage pictureOf(const Image& image)
{
    const bool grey = image.channels < 3;
    QImage picture(image.width, image.height, grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    const int shift = image.depth == 16 ? 8 : 0;
    const int colours = grey ? 1 : 3;
    for (int y = 0; y < image.height; ++y) {
        uchar* line = picture.scanLine(y);
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < colours; ++c)
                line[x * colours + c] = static_cast<uchar>(image.at(x, y, c) >> shift);
    }
    return picture;
}

} // namespace sonoloom
