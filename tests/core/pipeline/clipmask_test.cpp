// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/shape/clipmask.h"

#include <QtTest>

#include <algorithm>

using namespace sonoloom;

namespace
{

/// Two tiles of a second each, 100 x 50, quiet.
TilePreview quiet(int channels)
{
    TilePreview preview;
    for (int i = 0; i < 2; ++i) {
        Image image(100, 50, channels);
        std::ranges::fill(image.samples, std::uint16_t{200});
        preview.tiles.push_back(std::make_shared<const Image>(std::move(image)));
        preview.starts.push_back(i);
        preview.lengths.push_back(1);
    }
    return preview;
}

std::uint16_t& pixel(TilePreview& preview, std::size_t tile, int x, int y, int channel = 0)
{
    auto changed = std::make_shared<Image>(*preview.tiles[tile]);
    std::uint16_t& sample = changed->at(x, y, channel);
    preview.tiles[tile] = std::move(changed);
    return sample;
}

std::size_t markedIn(const ClipMask& mask)
{
    return static_cast<std::size_t>(std::ranges::count(mask.marked.cells(), std::uint8_t{1}));
}

} // namespace

class ClipMaskTest : public QObject
{
    Q_OBJECT

private slots:
    void clippedPixel_isMarkedAtItsPlace()
    {
        auto preview = quiet(1);
        pixel(preview, 1, 50, 10) = 0; // at 1.5 s
        JobMonitor monitor;
        const auto mask = *clipMask(preview, 1, 2, 200, 50, monitor);
        QCOMPARE(mask.pixels, 1u);
        QCOMPARE(markedIn(mask), 2u); // two pixels wide
        QCOMPARE(mask.marked(10, 100), std::uint8_t{1});
        QCOMPARE(mask.marked(10, 101), std::uint8_t{1});
    }

    void small_picture_keepsTheOnePixel()
    {
        auto preview = quiet(1);
        pixel(preview, 0, 99, 49) = 0;
        JobMonitor monitor;
        const auto mask = *clipMask(preview, 0, 2, 10, 5, monitor);
        QCOMPARE(markedIn(mask), 1u);
        QCOMPARE(mask.marked(4, 4), std::uint8_t{1});
    }

    void stereo_red_isNoLevel()
    {
        auto preview = quiet(3);
        for (int y = 0; y < 50; ++y)
            for (int x = 0; x < 100; ++x)
                pixel(preview, 0, x, y, 0) = 0;
        JobMonitor monitor;
        QCOMPARE((*clipMask(preview, 0, 2, 10, 5, monitor)).pixels, 0u);
        pixel(preview, 0, 3, 3, 2) = 0;
        QCOMPARE((*clipMask(preview, 0, 2, 10, 5, monitor)).pixels, 1u);
    }

    void outside_isNotLookedAt()
    {
        auto preview = quiet(1);
        pixel(preview, 0, 10, 10) = 0; // at 0.1 s
        JobMonitor monitor;
        QCOMPARE((*clipMask(preview, 0.5, 2, 100, 50, monitor)).pixels, 0u);
        QVERIFY((*clipMask(preview, 0, 2, 0, 50, monitor)).marked.empty());
    }
};

QTEST_GUILESS_MAIN(ClipMaskTest)
#include "clipmask_test.moc"
