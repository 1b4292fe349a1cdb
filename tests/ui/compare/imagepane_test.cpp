// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/imagepane.h"

#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;

namespace
{

/// Red rises to the right, green downwards.
std::shared_ptr<const Image> ramps(int side, int depth = 8)
{
    auto image = std::make_shared<Image>(side, side, 3, depth);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            image->at(x, y, 0) = static_cast<std::uint16_t>(x * image->maxValue() / (side - 1));
            image->at(x, y, 1) = static_cast<std::uint16_t>(y * image->maxValue() / (side - 1));
        }
    return image;
}

std::shared_ptr<const Image> plain(int side, std::uint16_t value)
{
    auto image = std::make_shared<Image>(side, side, 3);
    std::ranges::fill(image->samples, value);
    return image;
}

struct Shown {
    ImageViewport viewport;
    ImagePane pane{viewport, QStringLiteral("Test")};

    Shown()
    {
        pane.resize(400, 300);
        pane.show();
    }
    bool ready() { return QTest::qWaitForWindowExposed(&pane); }
    QColor colourAt(const QPointF& place)
    {
        const QImage image = pane.grab().toImage();
        return image.pixelColor((place * image.devicePixelRatio()).toPoint());
    }
    void wheel(const QPointF& at, Qt::KeyboardModifiers modifiers, int angle)
    {
        QWheelEvent event(at, pane.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&pane, &event);
    }
};

} // namespace

class ImagePaneTest : public QObject
{
    Q_OBJECT

private slots:
    void viewport_zoom_keepsTheFixedPlace();
    void viewport_pan_stopsAtTheEdges();
    void image_fits_withItsOwnProportions();
    void deepImage_isShownInEightBits();
    void zoomedIn_aPixelIsASquare();
    void wheel_zoomsAtTheCursor_andAllPanesFollow();
    void drag_movesTheImage();
    void hovered_pixel_isToldWithItsValue();
    void other_isRightOfTheDivider_whichCanBeDragged();
};

void ImagePaneTest::viewport_zoom_keepsTheFixedPlace()
{
    ImageViewport viewport;
    viewport.zoomBy(4, {0.25, 0.5});
    QCOMPARE(viewport.zoom(), 4.0);
    QCOMPARE(viewport.centre(), QPointF(0.3125, 0.5)); // a quarter of the way from the fixed place to the old centre
    viewport.zoomBy(1e-9, {0.25, 0.5});
    QCOMPARE(viewport.zoom(), 1.0);
    QCOMPARE(viewport.centre(), QPointF(0.5, 0.5));
    viewport.zoomBy(1e9, {0.5, 0.5});
    QCOMPARE(viewport.zoom(), ImageViewport::greatestZoom);
}

void ImagePaneTest::viewport_pan_stopsAtTheEdges()
{
    ImageViewport viewport;
    QSignalSpy told(&viewport, &ImageViewport::changed);
    viewport.pan({0.3, 0.3}); // all is seen: nowhere to go
    QCOMPARE(told.size(), 0);
    viewport.zoomBy(2, {0.5, 0.5});
    viewport.pan({1, -1});
    QCOMPARE(viewport.centre(), QPointF(0.75, 0.25));
}

void ImagePaneTest::image_fits_withItsOwnProportions()
{
    Shown shown;
    QVERIFY(shown.ready());
    QVERIFY(shown.pane.imageRect().isEmpty());
    shown.pane.setImage(paneImageOf(ramps(100)));
    const QRectF place = shown.pane.imageRect();
    QCOMPARE(place.width(), place.height());
    QCOMPARE(place.bottom(), 300.0);
    QVERIFY(std::abs(place.center().x() - 200) < 1);
}

void ImagePaneTest::deepImage_isShownInEightBits()
{
    Shown shown;
    shown.pane.setImage(paneImageOf(ramps(100, 16)));
    QVERIFY(shown.ready());
    const QRectF place = shown.pane.imageRect();
    const QColor colour = shown.colourAt(place.topLeft() + QPointF(place.width() * 0.75, place.height() * 0.25));
    QVERIFY(std::abs(colour.red() - 191) <= 3);
    QVERIFY(std::abs(colour.green() - 64) <= 3);
}

void ImagePaneTest::zoomedIn_aPixelIsASquare()
{
    Shown shown;
    shown.pane.setImage(paneImageOf(ramps(64)));
    shown.viewport.zoomBy(16, {0.5, 0.5});
    QVERIFY(shown.ready());
    const QRectF place = shown.pane.imageRect();
    const double pixel = place.width() / 64;
    QVERIFY(pixel > 50);
    const QPointF corner = place.topLeft() + QPointF(32, 32) * pixel;
    for (const QPointF& inside : {QPointF(2, 2), QPointF(pixel - 2, 2), QPointF(pixel - 2, pixel - 2)})
        QCOMPARE(shown.colourAt(corner + inside).red(), 32 * 255 / 63);
}

void ImagePaneTest::wheel_zoomsAtTheCursor_andAllPanesFollow()
{
    Shown shown;
    ImagePane other(shown.viewport, QStringLiteral("Other"));
    other.resize(200, 150);
    for (ImagePane* pane : {&shown.pane, &other})
        pane->setImage(paneImageOf(ramps(100)));
    QVERIFY(shown.ready());
    const QRectF before = shown.pane.imageRect();
    const QPointF cursor = before.topLeft() + QPointF(before.width() * 0.6, before.height() * 0.4);
    shown.wheel(cursor, Qt::ControlModifier, 240);
    const QRectF after = shown.pane.imageRect();
    QVERIFY(after.width() > before.width() * 1.5);
    QVERIFY(std::abs((cursor.y() - after.top()) / after.height() - 0.4) < 0.02);
    QVERIFY(std::abs(other.imageRect().width() / after.width() - (150. - 20) / (300. - 20)) < 0.03); // as much larger than fitting
}

void ImagePaneTest::drag_movesTheImage()
{
    Shown shown;
    shown.pane.setImage(paneImageOf(ramps(100)));
    shown.viewport.zoomBy(4, {0.5, 0.5});
    QVERIFY(shown.ready());
    const QRectF before = shown.pane.imageRect();
    QTest::mousePress(&shown.pane, Qt::LeftButton, {}, {200, 150});
    QTest::mouseMove(&shown.pane, {230, 140});
    QTest::mouseRelease(&shown.pane, Qt::LeftButton, {}, {230, 140});
    const QPointF moved = shown.pane.imageRect().topLeft() - before.topLeft();
    QVERIFY2(std::abs(moved.x() - 30) < 1 && std::abs(moved.y() + 10) < 1, qPrintable(QString("%1 %2").arg(moved.x()).arg(moved.y())));
}

void ImagePaneTest::hovered_pixel_isToldWithItsValue()
{
    Shown shown;
    shown.pane.setImage(paneImageOf(ramps(2)));
    QVERIFY(shown.ready());
    QSignalSpy told(&shown.pane, &ImagePane::pixelHovered);
    const QRectF place = shown.pane.imageRect();
    QTest::mouseMove(&shown.pane, (place.topLeft() + QPointF(place.width() * 0.7, place.height() * 0.2)).toPoint());
    QCOMPARE(told.back().front().toString(), QString("pixel 1, 0 · value 255 0 0"));
}

void ImagePaneTest::other_isRightOfTheDivider_whichCanBeDragged()
{
    Shown shown;
    shown.pane.setImage(paneImageOf(plain(10, 40)));
    shown.pane.setOther(paneImageOf(plain(10, 200)));
    QVERIFY(shown.ready());
    const QRectF place = shown.pane.imageRect();
    const auto redAt = [&](double share) { return shown.colourAt(place.topLeft() + QPointF(place.width() * share, place.height() / 2)).red(); };
    QCOMPARE(redAt(0.4), 40);
    QCOMPARE(redAt(0.6), 200);
    QSignalSpy moved(&shown.pane, &ImagePane::dividerMoved);
    const QPoint middle = place.center().toPoint();
    QTest::mousePress(&shown.pane, Qt::LeftButton, {}, middle);
    QTest::mouseMove(&shown.pane, middle + QPoint(static_cast<int>(place.width() * 0.25), 0));
    QTest::mouseRelease(&shown.pane, Qt::LeftButton, {}, middle + QPoint(static_cast<int>(place.width() * 0.25), 0));
    QCOMPARE(moved.size(), 1);
    QVERIFY(std::abs(shown.pane.divider() - 0.75) < 0.01);
    QCOMPARE(redAt(0.6), 40);
    QCOMPARE(shown.viewport.zoom(), 1.0);
}

QTEST_MAIN(ImagePaneTest)
#include "imagepane_test.moc"
