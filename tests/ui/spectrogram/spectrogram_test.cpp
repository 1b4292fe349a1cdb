// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/spectrogram/support.h"
#include "ui/spectrogram/axisticks.h"
#include "ui/spectrogram/spectrogrampainter.h"
#include "ui/spectrogram/spectrogramview.h"
#include "ui/spectrogram/timeaxis.h"

#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;
using namespace sonoloom::testsupport;

class SpectrogramTest : public QObject
{
    Q_OBJECT

private slots:
    void time_isWrittenAsMinutes_data();
    void time_isWrittenAsMinutes();
    void zoom_keepsTheFixedTime();
    void pan_stopsAtTheEnds();
    void length_changes_theViewStays();
    void select_anyOrder_isOrdered();
    void loudCell_isWhereItBelongs_data();
    void loudCell_isWhereItBelongs();
    void manyColumns_onOnePixel_showTheLoudest();
    void partOfTheBands_painted_fillsThePicture();
    void frequencyZoom_keepsTheFixedPlace();
    void frequencyTicks_zoomedIn_areCloser();
    void colours_followTheScale();
    void view_click_seeks();
    void view_drag_selects();
    void view_wheel_pans_andWithControl_zooms();
    void view_wheelWithAltAndShift_movesFrequencies();
    void view_reading_isTheCell();
    void view_twoSpectrograms_standOnTheirSidesOfTheDivider();
    void view_dividerDragged_movesAndSelectsNothing();
    void view_grab_showsTheLoudCell();
};

void SpectrogramTest::time_isWrittenAsMinutes_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << "0:00.000";
    QTest::newRow("rounded up") << 59.9996 << "1:00.000";
    QTest::newRow("minutes") << 62.345 << "1:02.345";
    QTest::newRow("hours") << 3723.5 << "1:02:03.500";
}

void SpectrogramTest::time_isWrittenAsMinutes()
{
    QFETCH(double, seconds);
    QTEST(timeText(seconds), "text");
}

void SpectrogramTest::zoom_keepsTheFixedTime()
{
    TimeAxis axis;
    axis.setTotal(100);
    axis.zoom(0.1, 30);
    QCOMPARE(axis.visible(), 10.0);
    QCOMPARE((30 - axis.from()) / axis.visible(), 0.3);
    axis.zoom(1e-9, 30);
    QCOMPARE(axis.visible(), TimeAxis::shortestVisible);
    axis.zoom(1e9, 30);
    QCOMPARE(axis.from(), 0.0);
    QCOMPARE(axis.to(), 100.0);
}

void SpectrogramTest::pan_stopsAtTheEnds()
{
    TimeAxis axis;
    axis.setTotal(100);
    axis.show(40, 60);
    axis.pan(1000);
    QCOMPARE(axis.from(), 80.0);
    axis.pan(-1000);
    QCOMPARE(axis.from(), 0.0);
    QCOMPARE(axis.visible(), 20.0);
}

void SpectrogramTest::length_changes_theViewStays()
{
    TimeAxis axis;
    axis.setLength(10, false);
    axis.setLength(20, true); // all was shown
    QCOMPARE(axis.to(), 20.0);
    axis.setLength(30, false);
    QCOMPARE(axis.to(), 20.0);
    axis.show(12, 16);
    axis.select(2, 15);
    axis.setLength(40, true); // a part was shown
    QCOMPARE(axis.from(), 12.0);
    QCOMPARE(axis.to(), 16.0);
    axis.setLength(14, true);
    QCOMPARE(axis.from(), 10.0);
    QCOMPARE(axis.to(), 14.0);
    QCOMPARE(axis.selectedTo(), 14.0);
}

void SpectrogramTest::select_anyOrder_isOrdered()
{
    TimeAxis axis;
    axis.setTotal(10);
    QSignalSpy told(&axis, &TimeAxis::selectionChanged);
    axis.select(7, 3);
    axis.select(3, 7);
    QCOMPARE(told.size(), 1);
    QCOMPARE(axis.selectedFrom(), 3.0);
    axis.select(-5, 50);
    QCOMPARE(axis.selectedTo(), 10.0);
    axis.setTotal(20);
    QVERIFY(!axis.hasSelection());
}

void SpectrogramTest::loudCell_isWhereItBelongs_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("band");
    QTest::addColumn<QRect>("pixels");
    // 100 columns, 50 bands on 400 x 100 pixels: column c is centred on its time, a band is two pixels high.
    QTest::newRow("first column, lowest band") << 0 << 0 << QRect(0, 98, 2, 2);
    QTest::newRow("in the middle") << 50 << 25 << QRect(198, 48, 4, 2);
    QTest::newRow("highest band") << 10 << 49 << QRect(38, 0, 4, 2);
}

void SpectrogramTest::loudCell_isWhereItBelongs()
{
    QFETCH(int, column);
    QFETCH(int, band);
    QFETCH(QRect, pixels);
    const auto spectrogram = lonelyCell(100, 50, static_cast<std::size_t>(column), band);
    const auto points = loudPixels(paintSpectrogram(*spectrogram, {0, 1}, {400, 100}, grey));
    QCOMPARE(points.size(), pixels.width() * pixels.height());
    for (const QPoint& point : points)
        QVERIFY(pixels.contains(point));
}

void SpectrogramTest::manyColumns_onOnePixel_showTheLoudest()
{
    const auto spectrogram = lonelyCell(100'000, 8, 50'000, 3);
    const auto points = loudPixels(paintSpectrogram(*spectrogram, {0, 1000}, {200, 8}, grey));
    QCOMPARE(points, (QList<QPoint>{{100, 4}}));
}

void SpectrogramTest::partOfTheBands_painted_fillsThePicture()
{
    const auto spectrogram = lonelyCell(100, 50, 50, 25); // bands 25..29 of 50 on 100 pixels: 20 pixels a band
    const auto points = loudPixels(paintSpectrogram(*spectrogram, {0, 1, 0.5, 0.6}, {400, 100}, grey));
    QCOMPARE(points.size(), 4 * 20);
    for (const QPoint& point : points)
        QVERIFY(QRect(198, 80, 4, 20).contains(point));
}

void SpectrogramTest::frequencyZoom_keepsTheFixedPlace()
{
    FrequencyAxis axis;
    QSignalSpy told(&axis, &FrequencyAxis::changed);
    axis.zoom(0.5, 0.25);
    QCOMPARE(axis.from(), 0.125);
    QCOMPARE(axis.to(), 0.625);
    axis.pan(1);
    QCOMPARE(axis.to(), 1.0);
    axis.zoom(1e-9, 1);
    QCOMPARE(axis.visible(), FrequencyAxis::leastVisible);
    axis.fit();
    QVERIFY(axis.showsAll());
    axis.pan(0.5); // nowhere to go
    QCOMPARE(told.size(), 4);
}

void SpectrogramTest::frequencyTicks_zoomedIn_areCloser()
{
    const auto spectrogram = lonelyCell(10, 512, 5, 3);
    const auto labels = [&](double lower, double upper) {
        QVector<double> ticks;
        QVector<QString> texts;
        frequencyTicker(BandPlaces(*spectrogram, FrequencyScale::Own), {lower, upper}, 300)->generate({lower, upper}, {}, {}, 5, ticks, nullptr, &texts);
        return texts;
    };
    const auto all = labels(0, 1);
    QVERIFY(all.contains("1k") && all.contains("5k") && !all.contains("1.1k"));
    const double place = (spectrogram->bandOf(1000) + 0.5) / 512;
    const auto near = labels(place - 15.0 / 512, place + 15.0 / 512);
    QVERIFY(near.contains("1k") && near.contains("1.1k"));
    QVERIFY(near.size() <= 15); // 300 pixels, 20 apart
}

void SpectrogramTest::colours_followTheScale()
{
    auto spectrogram = lonelyCell(10, 8, 5, 3);
    spectrogram->levels[0](5, 3) = -4000; // half of 80 dB
    const QImage image = paintSpectrogram(*spectrogram, {0, 0.1}, {10, 8}, grey);
    QCOMPARE(qRed(image.pixel(5, 4)), 128);
    QCOMPARE(image.pixel(0, 0), qRgb(0, 0, 0));
    const QImage wider = paintSpectrogram(*spectrogram, {0, 0.1}, {10, 8}, {ColourMap::InvertedGrey, 0, 160});
    QCOMPARE(qRed(wider.pixel(5, 4)), 255 - 191);
}

void SpectrogramTest::view_click_seeks()
{
    Shown shown(lonelyCell(1000, 64, 500, 32));
    QVERIFY(shown.ready());
    QSignalSpy seek(&shown.view, &SpectrogramView::seekRequested);
    QTest::mouseClick(shown.target(), Qt::LeftButton, {}, shown.at(shown.view.plotArea().center()));
    QCOMPARE(seek.size(), 1);
    QVERIFY(std::abs(seek.front().front().toDouble() - 5.0) < 0.03);
}

void SpectrogramTest::view_drag_selects()
{
    Shown shown(lonelyCell(1000, 64, 500, 32));
    QVERIFY(shown.ready());
    QSignalSpy seek(&shown.view, &SpectrogramView::seekRequested);
    const QRect area = shown.view.plotArea();
    const QPoint from(area.left() + area.width() * 3 / 4, area.center().y());
    const QPoint to(area.left() + area.width() / 4, area.center().y());
    QTest::mousePress(shown.target(), Qt::LeftButton, {}, shown.at(from));
    QTest::mouseMove(shown.target(), shown.at(to));
    QTest::mouseRelease(shown.target(), Qt::LeftButton, {}, shown.at(to));
    QCOMPARE(seek.size(), 0);
    QVERIFY(std::abs(shown.axis.selectedFrom() - 2.5) < 0.05);
    QVERIFY(std::abs(shown.axis.selectedTo() - 7.5) < 0.05);
}

void SpectrogramTest::view_wheel_pans_andWithControl_zooms()
{
    Shown shown(lonelyCell(1000, 64, 500, 32));
    QVERIFY(shown.ready());
    const QRect area = shown.view.plotArea();
    const QPoint quarter(area.left() + area.width() / 4, area.center().y());
    const auto wheel = [&](Qt::KeyboardModifiers modifiers, int angle) {
        QWheelEvent event(shown.at(quarter), shown.view.mapToGlobal(quarter), {}, {0, angle}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown.target(), &event);
    };
    wheel(Qt::ControlModifier, 120);
    QCOMPARE(shown.axis.visible(), 8.0);
    QVERIFY(std::abs((2.5 - shown.axis.from()) / shown.axis.visible() - 0.25) < 0.01);
    const double before = shown.axis.from();
    wheel({}, -120);
    QVERIFY(std::abs(shown.axis.from() - before - 0.8) < 1e-9);
}

void SpectrogramTest::view_wheelWithAltAndShift_movesFrequencies()
{
    Shown shown(lonelyCell(1000, 64, 500, 32));
    QVERIFY(shown.ready());
    const QPoint centre = shown.view.plotArea().center();
    const auto wheel = [&](Qt::KeyboardModifiers modifiers, const QPoint& angle) {
        QWheelEvent event(shown.at(centre), shown.view.mapToGlobal(centre), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown.target(), &event);
    };
    wheel(Qt::AltModifier, {120, 0}); // so it comes from the window system
    QCOMPARE(shown.bands.visible(), 0.8);
    QVERIFY(std::abs((0.5 - shown.bands.from()) / 0.8 - 0.5) < 0.01);
    wheel(Qt::ShiftModifier, {0, 120});
    QVERIFY(std::abs(shown.bands.from() - 0.18) < 0.01);
    QCOMPARE(shown.axis.visible(), 10.0);
}

void SpectrogramTest::view_reading_isTheCell()
{
    Shown shown(lonelyCell(1000, 64, 500, 32));
    QVERIFY(shown.ready());
    const QRect area = shown.view.plotArea();
    const int y = area.bottom() - static_cast<int>(area.height() * 32.5 / 64);
    const auto reading = shown.view.readingAt({area.left() + area.width() / 2, y});
    QVERIFY(reading.has_value());
    QVERIFY(std::abs(reading->seconds - 5.0) < 0.03);
    QVERIFY(reading->column >= 498 && reading->column <= 502);
    QVERIFY(std::abs(reading->hertz / shown.view.spectrogram()->bandHertz(32) - 1) < 0.05);
    QVERIFY(!shown.view.readingAt({2, 2}).has_value());
}

void SpectrogramTest::view_twoSpectrograms_standOnTheirSidesOfTheDivider()
{
    auto first = lonelyCell(20, 8, 10, 4);
    auto second = lonelyCell(20, 8, 10, 4);
    for (auto& cell : second->levels[0].cells())
        cell = 0;
    Shown shown(first);
    shown.view.setOther(second);
    shown.view.setDivider(0.25);
    QVERIFY(shown.ready());
    const QImage image = shown.view.grab().toImage();
    const QRect area = shown.view.plotArea();
    const auto colourAt = [&](double x) {
        return image.pixelColor((QPointF(area.left() + area.width() * x, area.top() + area.height() * 0.9) * image.devicePixelRatio()).toPoint());
    };
    QCOMPARE(colourAt(0.2), QColor(Qt::black));
    QCOMPARE(colourAt(0.3), QColor(Qt::white));
    QCOMPARE(shown.view.readingAt({area.left() + area.width() / 5, area.bottom() - 3})->decibels, -160.0);
    QCOMPARE(shown.view.readingAt({area.left() + area.width() / 2, area.bottom() - 3})->decibels, 0.0);
}

void SpectrogramTest::view_dividerDragged_movesAndSelectsNothing()
{
    Shown shown(lonelyCell(1000, 64, 500, 32));
    shown.view.setOther(lonelyCell(1000, 64, 500, 32));
    QVERIFY(shown.ready());
    QSignalSpy moved(&shown.view, &SpectrogramView::dividerMoved);
    QSignalSpy seek(&shown.view, &SpectrogramView::seekRequested);
    const QRect area = shown.view.plotArea();
    const QPoint to(area.left() + area.width() * 3 / 4, area.center().y());
    QTest::mousePress(shown.target(), Qt::LeftButton, {}, shown.at(area.center()));
    QTest::mouseMove(shown.target(), shown.at(to));
    QTest::mouseRelease(shown.target(), Qt::LeftButton, {}, shown.at(to));
    QCOMPARE(moved.size(), 1);
    QVERIFY(std::abs(shown.view.divider() - 0.75) < 0.01);
    QVERIFY(!shown.axis.hasSelection());
    QCOMPARE(seek.size(), 0);
}

void SpectrogramTest::view_grab_showsTheLoudCell()
{
    Shown shown(lonelyCell(20, 8, 10, 4));
    QVERIFY(shown.ready());
    const QImage image = shown.view.grab().toImage();
    const QRect area = shown.view.plotArea();
    const double ratio = image.devicePixelRatio();
    const QPointF centre(area.left() + area.width() * 0.5, area.bottom() - area.height() * 4.5 / 8);
    QCOMPARE(image.pixelColor((centre * ratio).toPoint()), QColor(Qt::white));
    QCOMPARE(image.pixelColor((QPointF(area.left() + 5, area.top() + area.height() / 2.0) * ratio).toPoint()), QColor(Qt::black));
}

QTEST_MAIN(SpectrogramTest)
#include "spectrogram_test.moc"
