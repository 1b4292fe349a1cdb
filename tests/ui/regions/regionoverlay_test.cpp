// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/spectrogram/support.h"
#include "ui/regions/regionoverlay.h"
#include "ui/regions/regionpainter.h"

#include <QSignalSpy>
#include <QtTest>

#include <cmath>

using namespace sonoloom;
using testsupport::lonelyCell;

/// A pane that counts what reaches it.
class Under : public QWidget
{
public:
    int presses = 0;

protected:
    void mousePressEvent(QMouseEvent*) override { ++presses; }
};

class RegionOverlayTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void map_goesThereAndBack_onEveryScale();
    void reach_ofABrush_isItsRadius();
    void drag_withTheEraser_drawsAStroke();
    void withoutATool_thePaneGetsEverything();
    void otherButtons_andTheWheel_reachThrough();
    void wheel_withCtrlAndShift_sizesTheBrush();
    void rectangles_areDrawnOnlyWhereThePaneHasNone();
    void drag_withCtrl_movesWhatIsSelected();
    void painted_showsTheStroke_andTheBrush();
    void tone_isOneStripAHarmonic();

private:
    RegionMap map() const { return RegionMap(QRectF(10, 20, 500, 200), axis_, spectrogram_, nullptr); }
    /// Seconds and hertz as a point of the pane.
    QPoint at(double seconds, double hertz) const { return map().pixelOf({seconds, hertz}).toPoint(); }
    void drag(const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(overlay_, Qt::LeftButton, {}, from);
        QTest::mouseMove(overlay_, to);
        QTest::mouseRelease(overlay_, Qt::LeftButton, {}, to);
    }
    /// Whether the overlay took it.
    bool turn(Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(QPointF(100, 100), overlay_->mapToGlobal(QPointF(100, 100)), {}, QPoint(0, 120), Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        static_cast<QObject*>(overlay_)->event(&event);
        return event.isAccepted();
    }

    std::shared_ptr<DisplaySpectrogram> spectrogram_ = lonelyCell(1000, 128, 300, 40);
    TimeAxis axis_;
    RegionPen pen_;
    std::unique_ptr<Under> under_;
    RegionOverlay* overlay_ = nullptr;
};

void RegionOverlayTest::init()
{
    axis_.setTotal(10);
    pen_.setTool(RegionTool::None);
    pen_.select(std::nullopt);
    pen_.setRadius(12);
    under_ = std::make_unique<Under>();
    under_->resize(520, 240);
    overlay_ = new RegionOverlay(pen_, *under_, [this] { return std::optional(map()); });
    under_->show();
    QVERIFY(QTest::qWaitForWindowExposed(under_.get()));
}

void RegionOverlayTest::map_goesThereAndBack_onEveryScale()
{
    FrequencyAxis bands;
    for (const FrequencyScale scale : {FrequencyScale::Own, FrequencyScale::Linear, FrequencyScale::Logarithmic}) {
        bands.setScale(scale);
        bands.showPart(0.25, 0.75);
        const RegionMap map(QRectF(10, 20, 500, 200), axis_, spectrogram_, &bands);
        const QPointF pixel(210, 77);
        const RegionPoint point = map.pointAt(pixel);
        QCOMPARE(point.seconds, 4.0);
        QVERIFY((map.pixelOf(point) - pixel).manhattanLength() < 1e-6);
        QVERIFY(map.pointAt({210, 30}).hertz > point.hertz);
    }
}

void RegionOverlayTest::reach_ofABrush_isItsRadius()
{
    const QPointF middle(210, 120);
    const BrushReach reach = map().reachAt(middle, 15);
    QVERIFY(std::abs(reach.ms - 300) < 1e-6);
    const QSizeF size = map().sizeOf(map().pointAt(middle), reach);
    QVERIFY(std::abs(size.width() - 15) < 0.1);
    QVERIFY(std::abs(size.height() - 15) < 0.1);
}

void RegionOverlayTest::drag_withTheEraser_drawsAStroke()
{
    pen_.setTool(RegionTool::Erase);
    QSignalSpy done(&pen_, &RegionPen::stroked);
    drag(at(2, 1000), at(6, 1000));
    QCOMPARE(done.size(), 1);
    const auto shape = done[0][0].value<RegionShape>();
    QVERIFY(std::abs(shape.points.front().seconds - 2) < 0.02 && std::abs(shape.points.back().seconds - 6) < 0.02);
    QVERIFY(std::abs(shape.points.front().hertz - 1000) < 20);
    QVERIFY(std::abs(shape.radiusMs - 240) < 1);
    QCOMPARE(under_->presses, 0);
    drag(QPoint(515, 235), at(6, 1000)); // beside the picture
    QCOMPARE(done.size(), 1);
    QCOMPARE(under_->presses, 1);
}

void RegionOverlayTest::withoutATool_thePaneGetsEverything()
{
    QVERIFY(overlay_->testAttribute(Qt::WA_TransparentForMouseEvents));
    pen_.setTool(RegionTool::Lasso);
    QVERIFY(!overlay_->testAttribute(Qt::WA_TransparentForMouseEvents));
}

void RegionOverlayTest::otherButtons_andTheWheel_reachThrough()
{
    pen_.setTool(RegionTool::Brush);
    QTest::mousePress(overlay_, Qt::MiddleButton, {}, at(2, 1000));
    QCOMPARE(under_->presses, 1);
    QVERIFY(!turn(Qt::ControlModifier));
    QVERIFY(!turn({}));
    QVERIFY(!pen_.stroke());
}

void RegionOverlayTest::wheel_withCtrlAndShift_sizesTheBrush()
{
    pen_.setTool(RegionTool::Brush);
    QVERIFY(turn(Qt::ControlModifier | Qt::ShiftModifier));
    QVERIFY(pen_.radius() > 12);
}

void RegionOverlayTest::rectangles_areDrawnOnlyWhereThePaneHasNone()
{
    pen_.setTool(RegionTool::Rectangle);
    QSignalSpy done(&pen_, &RegionPen::stroked);
    drag(at(2, 1000), at(6, 3000));
    QCOMPARE(done.size(), 0);
    QCOMPARE(under_->presses, 1);
    overlay_->takeRectangles();
    drag(at(2, 1000), at(6, 3000));
    QCOMPARE(done.size(), 1);
    QVERIFY(done[0][0].value<RegionShape>().kind == RegionKind::Rectangle);
}

void RegionOverlayTest::drag_withCtrl_movesWhatIsSelected()
{
    pen_.setTool(RegionTool::Lasso);
    pen_.select(RegionShape{RegionKind::Lasso, {{2, 500}, {4, 500}, {4, 3000}, {2, 3000}}});
    QSignalSpy shifted(&pen_, &RegionPen::shifted);
    QSignalSpy drawn(&pen_, &RegionPen::stroked);
    const auto move = [&](const QPoint& from, const QPoint& to) {
        QTest::mousePress(overlay_, Qt::LeftButton, Qt::ControlModifier, from);
        QTest::mouseMove(overlay_, to);
        QTest::mouseRelease(overlay_, Qt::LeftButton, Qt::ControlModifier, to);
    };
    move(at(3, 1000), at(4.5, 2030));
    QCOMPARE(shifted.size(), 1);
    QVERIFY(std::abs(shifted[0][0].toDouble() - 1.5) < 0.03);
    QCOMPARE(shifted[0][1].toDouble(), 12.0);
    QCOMPARE(drawn.size(), 0);
    QVERIFY(!pen_.stroke() && pen_.selection()); // where it is now its edit says
    move(at(7, 1000), at(8, 2000)); // beside it: a lasso
    QCOMPARE(shifted.size(), 1);
    QCOMPARE(drawn.size(), 1);
}

void RegionOverlayTest::painted_showsTheStroke_andTheBrush()
{
    const auto picture = [this] { return under_->grab().toImage(); };
    const QImage empty = picture();
    RegionShape lasso{RegionKind::Lasso, {{2, 500}, {4, 500}, {4, 3000}, {2, 3000}}};
    pen_.select(lasso);
    const QImage selected = picture();
    const QPoint inside = at(3, 1500);
    const QPoint outside = at(7, 1500);
    QVERIFY(selected.pixel(inside) != empty.pixel(inside));
    QCOMPARE(selected.pixel(outside), empty.pixel(outside));
    pen_.setTool(RegionTool::Brush);
    QMouseEvent moved(QEvent::MouseMove, QPointF(outside), overlay_->mapToGlobal(QPointF(outside)), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(overlay_, &moved);
    QVERIFY(picture().pixel(outside + QPoint(12, 0)) != empty.pixel(outside + QPoint(12, 0)));
    QCOMPARE(picture().pixel(outside), empty.pixel(outside)); // a circle, not a disc
}

void RegionOverlayTest::tone_isOneStripAHarmonic()
{
    RegionShape tone{RegionKind::Harmonics, {{2, 500}, {4, 500}}};
    tone.harmonics = 5;
    const QPainterPath outline = outlineOf(tone, map());
    for (int h = 1; h <= 6; ++h)
        QCOMPARE(outline.contains(map().pixelOf({3, 500.0 * h})), h <= 5);
    QVERIFY(!outline.contains(map().pixelOf({3, 750})));
    QVERIFY(!outline.contains(map().pixelOf({5, 500})));
}

QTEST_MAIN(RegionOverlayTest)
#include "regionoverlay_test.moc"
