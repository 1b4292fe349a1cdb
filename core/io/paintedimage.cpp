// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/paintedimage.h"

#include <cassert>

namespace sonoloom
{

QImage paintable(const Image& image)
{
    assert(image.channels == 3 && image.depth == 8);
    QImage out(image.width, image.height, QImage::Format_RGB888);
    for (int y = 0; y < image.height; ++y) {
        uchar* line = out.scanLine(y);
        for (int i = 0; i < image.width * 3; ++i)
            line[i] = static_cast<uchar>(image.at(i / 3, y, i % 3));
    }
    return out;
}

Image paintedImage(const QImage& painted)
{
    Image out(painted.width(), painted.height(), 3);
    for (int y = 0; y < out.height; ++y) {
        const uchar* line = painted.constScanLine(y);
        for (int i = 0; i < out.width * 3; ++i)
            out.at(i / 3, y, i % 3) = line[i];
    }
    return out;
}

} // namespace sonoloom
