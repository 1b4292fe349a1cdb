// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/spectrogram/support.h"

#include <QSignalSpy>

using namespace sonoloom;
using namespace sonoloom::testsupport;

/// What the mouse and the keys do in a spectrogram.
class SpectrogramGesturesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        shown_ = std::make_unique<Shown>(lonelyCell(1000, 64, 500, 32));
        QVERIFY(shown_->ready());
    }

    void regionTool_selectsTimeAndFrequency()
    {
        shown_->view.setTool(DragTool::Region);
        shown_->drag(shown_->share(0.75, 0.25), shown_->share(0.25, 0.5));
        QVERIFY(std::abs(shown_->axis.selectedFrom() - 2.5) < 0.05);
        QVERIFY(std::abs(shown_->bands.selectedFrom() - 0.25) < 0.01);
        QVERIFY(std::abs(shown_->bands.selectedTo() - 0.5) < 0.01);
        QTest::mouseClick(shown_->target(), Qt::LeftButton, {}, shown_->share(0.1, 0.1));
        QVERIFY(!shown_->axis.hasSelection() && !shown_->bands.hasSelection());
    }

    void timeTool_givesUpTheSelectedFrequencies()
    {
        shown_->bands.select(0.2, 0.4);
        shown_->drag(shown_->share(0.25, 0.25), shown_->share(0.5, 0.75));
        QVERIFY(shown_->axis.hasSelection());
        QVERIFY(!shown_->bands.hasSelection());
    }

    void navigateTool_movesThePicture_andZoomsWithShift()
    {
        shown_->view.setTool(DragTool::Navigate);
        shown_->axis.show(4, 6);
        shown_->drag(shown_->share(0.75, 0.5), shown_->share(0.25, 0.5));
        QVERIFY(std::abs(shown_->axis.from() - 5) < 0.02);
        QVERIFY(!shown_->axis.hasSelection());
        shown_->axis.show(4, 6);
        shown_->drag(shown_->share(0.25, 0.25), shown_->share(0.75, 0.75), Qt::ShiftModifier);
        QVERIFY(std::abs(shown_->axis.from() - 4.5) < 0.02);
        QVERIFY(std::abs(shown_->axis.to() - 5.5) < 0.02);
        QVERIFY(std::abs(shown_->bands.from() - 0.25) < 0.02);
        QVERIFY(!shown_->axis.hasSelection() && !shown_->bands.hasSelection());
    }

    void measureTool_tellsHowFarItIs_andSelectsNothing()
    {
        shown_->view.setTool(DragTool::Measure);
        QSignalSpy told(&shown_->view, &SpectrogramView::measured);
        shown_->drag(shown_->share(0.25, 0.25), shown_->share(0.75, 0.75));
        QVERIFY(!shown_->axis.hasSelection());
        const QString text = told.back().front().toString();
        QVERIFY2(text.startsWith("4.99") || text.startsWith("5.0"), qPrintable(text));
        const double semitones = 12 * std::log2(shown_->view.spectrogram()->bandHertz(47.5) / shown_->view.spectrogram()->bandHertz(15.5));
        const double read = text.section(" · ", 2, 2).section(' ', 0, 0).toDouble();
        QVERIFY2(std::abs(read - semitones) < 0.5, qPrintable(text));
    }

    void ruler_dragged_scrubs()
    {
        QSignalSpy scrubbed(&shown_->view, &SpectrogramView::scrubbed);
        QSignalSpy ended(&shown_->view, &SpectrogramView::scrubEnded);
        QSignalSpy seek(&shown_->view, &SpectrogramView::seekRequested);
        const QPoint below(0, 12);
        shown_->drag(shown_->share(0.25, 0) + below, shown_->share(0.5, 0) + below);
        QCOMPARE(scrubbed.size(), 2);
        QVERIFY(std::abs(scrubbed.back().front().toDouble() - 5) < 0.05);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(seek.size(), 0);
        QVERIFY(!shown_->axis.hasSelection());
    }

    void rightClick_asksForAMenu_onPictureOrScale()
    {
        QSignalSpy asked(&shown_->view, &SpectrogramView::menuRequested);
        QTest::mouseClick(shown_->target(), Qt::RightButton, {}, shown_->share(0.5, 0.5));
        QTest::mouseClick(shown_->target(), Qt::RightButton, {}, shown_->share(0, 0.5) - QPoint(20, 0));
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[0][1].toBool(), false);
        QCOMPARE(asked[1][1].toBool(), true);
    }

    void wheel_zooms_whereItIsSetSo()
    {
        shown_->view.setWheelUse(WheelUse::Zoom);
        const QPoint centre = shown_->view.plotArea().center();
        QWheelEvent event(shown_->at(centre), shown_->view.mapToGlobal(centre), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown_->target(), &event);
        QCOMPARE(shown_->axis.visible(), 8.0);
    }

    void arrows_panZoomAndSelect()
    {
        shown_->axis.show(4, 6);
        QTest::keyClick(shown_->target(), Qt::Key_Right);
        QCOMPARE(shown_->axis.from(), 4.2);
        QTest::keyClick(shown_->target(), Qt::Key_Up);
        QCOMPARE(shown_->axis.visible(), 1.6);
        shown_->view.setPlayhead(5);
        QTest::keyClick(shown_->target(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(shown_->target(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(shown_->axis.selectedFrom(), 5.0);
        QVERIFY(std::abs(shown_->axis.selectedTo() - 5.16) < 1e-9);
    }

    void markers_areDrawn()
    {
        const QRect area = shown_->view.plotArea();
        const auto lightPixels = [&] {
            const QImage image = shown_->view.grab().toImage();
            const double ratio = image.devicePixelRatio();
            int light = 0;
            for (int y = area.top(); y < area.bottom(); ++y)
                light += qGray(image.pixel((QPointF(area.left() + area.width() * 0.25, y) * ratio).toPoint())) > 128 ? 1 : 0;
            return light;
        };
        QCOMPARE(lightPixels(), 0);
        shown_->view.setMarkers({2.5}, {"verse"});
        QTest::qWait(50);
        QVERIFY(lightPixels() > area.height() / 4); // a dashed line
    }

    void ruler_hidden_givesItsPlaceToThePicture()
    {
        const int before = shown_->view.plotArea().height();
        shown_->view.setRulerVisible(false);
        QTest::qWait(50);
        QVERIFY(shown_->view.plotArea().height() > before + 10);
    }

private:
    std::unique_ptr<Shown> shown_;
};

QTEST_MAIN(SpectrogramGesturesTest)
#include "spectrogramgestures_test.moc"
