// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shape/pixelhistogram.h"

#include <QtTest>

using namespace sonoloom;

namespace
{

std::shared_ptr<TilePreview> tilesOf(const std::vector<std::uint16_t>& grey)
{
    Image image(static_cast<int>(grey.size()), 1, 1);
    image.samples = grey;
    auto tiles = std::make_shared<TilePreview>();
    tiles->tiles.push_back(std::make_shared<const Image>(image));
    tiles->spread = std::make_shared<PixelSpread>(spreadOf(tiles->tiles, PixelMeaning::Levels, 1));
    return tiles;
}

QImage pictureOf(PixelHistogram& histogram)
{
    histogram.resize(256, 140);
    return histogram.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// Pixels of the column over a value that are not the background's.
int inkAt(const QImage& picture, int value)
{
    int ink = 0;
    for (int y = 4; y < 68; ++y)
        ink += picture.pixel(value, y) != picture.pixel(128, 10);
    return ink;
}

} // namespace

class PixelHistogramTest : public QObject
{
    Q_OBJECT

private slots:
    void figures_ofASound_tellClippingAndRange()
    {
        const auto tiles = tilesOf({12, 100, 255, 255});
        tiles->report.pixels = 1000;
        tiles->report.clippedPixels = 3;
        PixelHistogram histogram;
        histogram.setTiles(tiles);
        QCOMPARE(histogram.facts(), QString("0.30 % clipped, range used 12 to 255"));
        QCOMPARE(histogram.accessibleDescription(), histogram.facts());
        QVERIFY(!histogram.isHidden());
        tiles->report.pixels = 1'000'000;
        histogram.setTiles(tiles);
        QCOMPARE(histogram.facts(), QString("less than 0.01 % clipped, range used 12 to 255"));
    }

    void figures_ofOpenedImages_claimNoClipping()
    {
        PixelHistogram histogram;
        histogram.setTiles(tilesOf({0, 100, 200, 250}));
        QCOMPARE(histogram.facts(), QString("25.00 % are 0, range used 0 to 250"));
    }

    void figures_ofSomeRows_sayThat()
    {
        const auto tiles = tilesOf({1, 2});
        auto spread = std::make_shared<PixelSpread>(*tiles->spread);
        spread->rowStep = 3;
        tiles->spread = spread;
        PixelHistogram histogram;
        histogram.setTiles(tiles);
        QVERIFY2(histogram.facts().contains("of each 3 rows one"), qPrintable(histogram.facts()));
    }

    void nothing_isHidden()
    {
        PixelHistogram histogram;
        histogram.setTiles(tilesOf({1, 2}));
        histogram.setTiles(nullptr);
        QVERIFY(histogram.isHidden());
        QCOMPARE(histogram.facts(), QString());
    }

    void bars_standWhereTheValuesAre()
    {
        PixelHistogram histogram;
        histogram.setTiles(tilesOf({60, 60, 60, 60, 60, 60, 60, 60, 200}));
        const QImage picture = pictureOf(histogram);
        QVERIFY(inkAt(picture, 60) > 50);
        QVERIFY(inkAt(picture, 200) > 10); // one of nine is still seen
        QVERIFY(inkAt(picture, 200) < inkAt(picture, 60));
        QVERIFY(inkAt(picture, 100) < 3);
    }

    void clipped_isMarked()
    {
        const auto tiles = tilesOf({60, 200});
        PixelHistogram histogram;
        histogram.setTiles(tiles);
        QVERIFY(inkAt(pictureOf(histogram), 8) < 3);
        tiles->report.pixels = tiles->report.clippedPixels = 1;
        histogram.setTiles(tiles);
        QVERIFY(inkAt(pictureOf(histogram), 8) > 5);
    }
};

QTEST_MAIN(PixelHistogramTest)
#include "pixelhistogram_test.moc"
