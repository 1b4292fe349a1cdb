// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tilepictures.h"
#include "ui/panels/tilesview.h"

#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <ctime>

using namespace sonoloom;

namespace
{

constexpr int side = 512;

/// Images whose pixels all have the number of the image, and more.
std::shared_ptr<TilePreview> tilesOf(int count, int plus = 0, int channels = 1)
{
    auto preview = std::make_shared<TilePreview>();
    for (int i = 0; i < count; ++i) {
        Image image(side, side, channels);
        std::ranges::fill(image.samples, static_cast<std::uint16_t>(i + plus));
        preview->tiles.push_back(std::make_shared<const Image>(std::move(image)));
        preview->starts.push_back(i);
        preview->lengths.push_back(1);
    }
    return preview;
}

int valueOf(const QImage& picture)
{
    return picture.isNull() ? -1 : qGray(picture.pixel(picture.width() / 2, picture.height() / 2));
}

} // namespace

class TilePicturesTest : public QObject
{
    Q_OBJECT

private slots:
    void wanted_isMade_andTheRestForgotten();
    void size_isAboutThatOfTheScreen();
    void newTiles_replaceTheOldWhenTheyAreMade();
    void manyTiles_takeLittleMemory();
    void setting_twoHundredTiles_doesNotBlock();
    void view_showsWhatIsInSight();
};

void TilePicturesTest::wanted_isMade_andTheRestForgotten()
{
    TilePictures pictures;
    pictures.setTiles(tilesOf(40));
    pictures.want({{7, {side, side}}, {8, {side, side}}});
    QVERIFY(pictures.picture(7).isNull()); // not on this thread
    QTRY_COMPARE(valueOf(pictures.picture(8)), 8);
    QCOMPARE(valueOf(pictures.picture(7)), 7);
    pictures.want({{8, {side, side}}, {9, {side, side}}});
    QVERIFY(pictures.picture(7).isNull());
    QCOMPARE(valueOf(pictures.picture(8)), 8);
    QTRY_COMPARE(valueOf(pictures.picture(9)), 9);
    QVERIFY(pictures.picture(0).isNull());
}

void TilePicturesTest::size_isAboutThatOfTheScreen()
{
    TilePictures pictures;
    pictures.setTiles(tilesOf(1));
    pictures.want({{0, {10, 150}}});
    QTRY_COMPARE(pictures.picture(0).size(), QSize(16, 256));
    pictures.want({{0, {2000, 300}}});
    QTRY_COMPARE(pictures.picture(0).size(), QSize(side, side)); // no more pixels than it has
}

void TilePicturesTest::newTiles_replaceTheOldWhenTheyAreMade()
{
    TilePictures pictures;
    pictures.setTiles(tilesOf(3));
    pictures.want({{1, {side, side}}});
    QTRY_COMPARE(valueOf(pictures.picture(1)), 1);
    pictures.setTiles(tilesOf(3, 100));
    pictures.want({{1, {side, side}}});
    QCOMPARE(valueOf(pictures.picture(1)), 1); // no flicker
    QTRY_COMPARE(valueOf(pictures.picture(1)), 101);
    pictures.setTiles(tilesOf(4));
    QVERIFY(pictures.picture(1).isNull()); // another picture of another time
    pictures.setTiles(nullptr);
    QCOMPARE(pictures.bytes(), 0);
}

void TilePicturesTest::manyTiles_takeLittleMemory()
{
    TilePictures pictures;
    pictures.setTiles(tilesOf(200));
    std::vector<TilePictures::Wanted> all;
    for (std::size_t i = 0; i < 200; ++i)
        all.push_back({i, {6, 150}});
    pictures.want(all);
    QTRY_VERIFY_WITH_TIMEOUT(!pictures.isWorking(), 10'000);
    QCOMPARE(valueOf(pictures.picture(199)), 199);
    QVERIFY2(pictures.bytes() <= 200 * 8 * 256, qPrintable(QString::number(pictures.bytes()))); // 52 MB as they are
}

void TilePicturesTest::setting_twoHundredTiles_doesNotBlock()
{
    TimeAxis axis;
    axis.setTotal(200);
    TilesView view(axis);
    view.resize(1200, 150);
    view.show();
    const auto tiles = tilesOf(200, 0, 3);
    timespec from{};
    timespec to{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
    view.setTiles(tiles, {});
    QCoreApplication::processEvents();
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
    const double ms = static_cast<double>(to.tv_sec - from.tv_sec) * 1e3 + static_cast<double>(to.tv_nsec - from.tv_nsec) / 1e6;
    QVERIFY2(ms < 50, qPrintable(QString::number(ms)));
}

void TilePicturesTest::view_showsWhatIsInSight()
{
    TimeAxis axis;
    axis.setTotal(10);
    TilesView view(axis);
    view.resize(1200, 150);
    view.show();
    view.setTiles(tilesOf(10, 200), {});
    const auto seen = [&](double share) {
        const QImage picture = view.grab().toImage();
        const int left = plotmargin::left;
        const double width = view.width() - plotmargin::left - plotmargin::right;
        const QPointF place(left + share * width, 75);
        return qGray(picture.pixel((place * picture.devicePixelRatio()).toPoint()));
    };
    QTRY_COMPARE(seen(0.05), 200);
    QTRY_COMPARE(seen(0.95), 209);
    axis.show(4, 5); // one image over all of it
    QTRY_COMPARE(seen(0.1), 204);
    QCOMPARE(seen(0.9), 204);
}

QTEST_MAIN(TilePicturesTest)
#include "tilepictures_test.moc"
