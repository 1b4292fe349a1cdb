// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/shape/clipmask.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::uint16_t fullLevel = 0;

bool isClipped(const Image& image, int x, int y)
{
    return image.channels == 1 ? image.at(x, y) == fullLevel : image.at(x, y, 1) == fullLevel || image.at(x, y, 2) == fullLevel;
}

/// Where one image stands on the picture.
struct Place {
    double left;   ///< pixels of the picture
    double across; ///< pixels of the picture a pixel of the image
    double down;
};

void mark(ClipMask& mask, const Image& image, const Place& place, int y)
{
    const auto width = static_cast<int>(mask.marked.columns());
    const auto row = mask.marked.row(static_cast<std::size_t>(std::min(y * place.down, static_cast<double>(mask.marked.rows()) - 1)));
    const int first = std::clamp(static_cast<int>(std::floor(-place.left / place.across)), 0, image.width);
    const int end = std::clamp(static_cast<int>(std::ceil((width - place.left) / place.across)), 0, image.width);
    for (int x = first; x < end; ++x) {
        if (!isClipped(image, x, y))
            continue;
        ++mask.pixels;
        const int from = std::clamp(static_cast<int>(place.left + x * place.across), 0, width - 1);
        const int to = std::clamp(static_cast<int>(std::ceil(place.left + (x + 1) * place.across)), from + 1, width);
        std::fill(row.begin() + from, row.begin() + to, std::uint8_t{1});
    }
}

} // namespace

Result<ClipMask> clipMask(const TilePreview& tiles, double from, double to, int width, int height, JobMonitor& monitor)
{
    ClipMask mask;
    if (width <= 0 || height <= 0 || to <= from)
        return mask;
    mask.marked = Grid<std::uint8_t>(static_cast<std::size_t>(height), static_cast<std::size_t>(width));
    for (std::size_t i = 0; i < tiles.tiles.size(); ++i) {
        const Image& image = *tiles.tiles[i];
        if (image.channels == 2 || tiles.starts[i] >= to || tiles.starts[i] + tiles.lengths[i] <= from)
            continue;
        if (monitor.cancelled())
            return cancelledError();
        const Place place{(tiles.starts[i] - from) / (to - from) * width, tiles.lengths[i] / (to - from) * width / image.width,
                          static_cast<double>(height) / image.height};
        for (int y = 0; y < image.height; ++y)
            mark(mask, image, place, y);
    }
    return mask;
}

} // namespace sonoloom
