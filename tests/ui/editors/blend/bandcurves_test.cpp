// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/blendtext.h"
#include "ui/editors/blend/bandbars.h"
#include "ui/editors/blend/bandcurves.h"
#include "ui/editors/blend/gaincurves.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

using namespace sonoloom;

class BandCurvesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void presets_spreadBands_andAreRecognised();
    void barDragged_movesTheChosenBands_inOneGesture();
    void barEnds_areDragged_untilTheyMeet();
    void choice_isMadeByClickShiftAndControl();
    void doubleClick_takesAllOfTheRegion();
    void keys_chooseAndMove();
    void numbers_setTheChosenBandsOnly();
    void otherCount_keepsWhatBandsDid();
    void drawnCurve_takesMovesAndLosesPoints();
    void gains_addUp_orTheirSquaresDo();
    void brokenParams_areShownAsDefaults();

private:
    BandFades fades() const { return bandFades(curves_->params()).value(); }
    QPoint insideBar(std::size_t band) const { return curves_->bars().barOf(band).center().toPoint(); }
    void drag(QWidget& widget, const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(&widget, from + (to - from) * i / 4);
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    }
    void pick(const char* name, int index)
    {
        auto* box = curves_->findChild<QComboBox*>(QLatin1String(name));
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    BandFade only(std::size_t band) const { return fades()[band]; }

    std::unique_ptr<BandCurves> curves_;
};

void BandCurvesTest::init()
{
    curves_ = std::make_unique<BandCurves>();
    curves_->setParams({.bands = 4});
    curves_->resize(900, 220);
    curves_->show();
    QVERIFY(QTest::qWaitForWindowExposed(curves_.get()));
}

void BandCurvesTest::presets_spreadBands_andAreRecognised()
{
    QSignalSpy edited(curves_.get(), &BandCurves::edited);
    pick("order", 1);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(curves_->params().order, BlendOrder::BassFirst);
    QVERIFY(only(0).start == 0 && only(3).start == 0.5 && only(3).length == 0.5);
    curves_->bars().choose({0}, 0); // all together stand at both ends
    drag(curves_->bars(), insideBar(0), insideBar(0) + QPoint(30, 0));
    auto* order = curves_->findChild<QComboBox*>("order");
    QCOMPARE(order->currentIndex(), 3); // its own
    pick("order", 2);
    QVERIFY(only(3).start == 0 && only(0).start == 0.5);
    pick("order", 0);
    QVERIFY(curves_->params() == (BlendParams{.bands = 4}));
}

void BandCurvesTest::barDragged_movesTheChosenBands_inOneGesture()
{
    pick("order", 1);
    QSignalSpy settled(curves_.get(), &BandCurves::settled);
    curves_->bars().choose({0, 1}, 0);
    const double before = only(1).start;
    const double width = curves_->bars().barOf(0).width() / only(0).length;
    drag(curves_->bars(), insideBar(0), insideBar(0) + QPoint(50, 0));
    QVERIFY(std::abs(only(0).start - 50 / width) < 1e-3);
    QVERIFY(std::abs(only(1).start - before - 50 / width) < 1e-3);
    QVERIFY(std::abs(only(2).start - 1.0 / 3) < 1e-3);
    QCOMPARE(settled.size(), 1);
    drag(curves_->bars(), insideBar(0), insideBar(0) + QPoint(5000, 0)); // together, as far as both go
    QVERIFY(std::abs(only(1).start + only(1).length - 1) < 1e-3);
    QVERIFY(std::abs(only(1).start - only(0).start - before) < 1e-3);
}

void BandCurvesTest::barEnds_areDragged_untilTheyMeet()
{
    curves_->bars().choose({2}, 2);
    const QRectF bar = curves_->bars().barOf(2);
    const int y = insideBar(2).y();
    drag(curves_->bars(), QPoint(qRound(bar.right()), y), QPoint(qRound(bar.center().x()), y));
    QVERIFY(std::abs(only(2).length - 0.5) < 0.01);
    QCOMPARE(only(1).length, 1.0);
    drag(curves_->bars(), QPoint(qRound(bar.left()), y), QPoint(qRound(bar.right()), y));
    QVERIFY(std::abs(only(2).start - 0.49) < 0.01);
    QVERIFY(std::abs(only(2).length - shortestBand) < 1e-3);
}

void BandCurvesTest::choice_isMadeByClickShiftAndControl()
{
    BandBars& bars = curves_->bars();
    QCOMPARE(bars.chosen().size(), std::size_t{4});
    QCOMPARE(curves_->findChild<QLabel*>("chosenBands")->text(), QString("All bands:"));
    QTest::mouseClick(&bars, Qt::LeftButton, {}, insideBar(1));
    QVERIFY(bars.chosen() == BandNumbers{1});
    QTest::mouseClick(&bars, Qt::LeftButton, Qt::ShiftModifier, insideBar(3));
    QVERIFY((bars.chosen() == BandNumbers{1, 2, 3}));
    QTest::mouseClick(&bars, Qt::LeftButton, Qt::ControlModifier, insideBar(2));
    QVERIFY((bars.chosen() == BandNumbers{1, 3}));
    QVERIFY(curves_->findChild<QLabel*>("chosenBands")->text().contains("2 of 4"));
    for (std::size_t b = 0; b < 4; ++b)
        QCOMPARE(only(b).start, 0.0); // a click moves nothing
    const int beside = qRound(bars.barOf(0).left()) - 20;
    drag(bars, {beside, insideBar(0).y()}, {beside, insideBar(2).y()});
    QVERIFY((bars.chosen() == BandNumbers{0, 1, 2}));
}

void BandCurvesTest::doubleClick_takesAllOfTheRegion()
{
    pick("order", 1);
    curves_->bars().choose({3}, 3);
    QTest::mouseDClick(&curves_->bars(), Qt::LeftButton, {}, insideBar(3));
    QCOMPARE(only(3).start, 0.0);
    QCOMPARE(only(3).length, 1.0);
    QVERIFY(only(2).start > 0.3);
}

void BandCurvesTest::keys_chooseAndMove()
{
    BandBars& bars = curves_->bars();
    bars.setFocus();
    bars.choose({1}, 1);
    QTest::keyClick(&bars, Qt::Key_Up);
    QVERIFY(bars.chosen() == BandNumbers{2});
    QTest::keyClick(&bars, Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY((bars.chosen() == BandNumbers{2, 3}));
    QTest::keyClick(&bars, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(std::abs(only(3).length - 0.99) < 1e-6);
    QTest::keyClick(&bars, Qt::Key_Right);
    QVERIFY(std::abs(only(2).start - 0.01) < 1e-6);
    QTest::keyClick(&bars, Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(std::abs(only(2).start - 0.02) < 1e-6 && std::abs(only(2).length - 0.98) < 1e-6);
    QCOMPARE(only(0).start, 0.0);
    QTest::keyClick(&bars, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(bars.chosen().size(), std::size_t{4});
}

void BandCurvesTest::numbers_setTheChosenBandsOnly()
{
    curves_->bars().choose({1}, 1);
    auto* start = curves_->findChild<QDoubleSpinBox*>("start");
    auto* length = curves_->findChild<QDoubleSpinBox*>("length");
    length->setValue(25);
    start->setValue(90);
    QVERIFY(std::abs(only(1).start - 0.9) < 1e-6 && std::abs(only(1).length - 0.1) < 1e-6);
    QCOMPARE(length->value(), 10.0);
    pick("curve", 2);
    QCOMPARE(only(1).curve.shape, BlendShape::Power);
    QCOMPARE(only(0).curve.shape, BlendShape::Cosine);
    QCOMPARE(only(0).start, 0.0);
    pick("space", 2);
    QCOMPARE(curves_->params().space, MixSpace::Decibel);
    curves_->bars().choose({0}, 0);
    QCOMPARE(start->value(), 0.0);
    QCOMPARE(curves_->findChild<QComboBox*>("curve")->currentIndex(), 1);
}

void BandCurvesTest::otherCount_keepsWhatBandsDid()
{
    auto* count = curves_->findChild<QSpinBox*>("bands");
    pick("order", 1);
    count->setValue(8);
    QCOMPARE(curves_->params().order, BlendOrder::BassFirst); // spread anew
    curves_->bars().choose({7}, 7);
    curves_->findChild<QDoubleSpinBox*>("length")->setValue(20);
    count->setValue(16);
    QVERIFY(std::abs(only(15).length - 0.2) < 1e-6 && std::abs(only(14).length - 0.2) < 1e-6);
    QVERIFY(std::abs(only(13).length - 0.5) < 1e-6);
    QCOMPARE(curves_->bars().chosen().size(), std::size_t{16});
}

void BandCurvesTest::drawnCurve_takesMovesAndLosesPoints()
{
    GainCurves& gains = curves_->gains();
    curves_->bars().choose({2}, 2);
    QTest::mouseClick(&gains, Qt::LeftButton, {}, gains.rect().center()); // no points yet: nothing happens
    QCOMPARE(only(2).curve.shape, BlendShape::Cosine);
    pick("curve", 4);
    QCOMPARE(only(2).curve.shape, BlendShape::Points);
    QCOMPARE(only(2).curve.points.size(), std::size_t{5});
    QCOMPARE(only(1).curve.shape, BlendShape::Cosine);
    QSignalSpy settled(curves_.get(), &BandCurves::settled);
    drag(gains, gains.placeOf(2).toPoint(), gains.placeOf(2).toPoint() - QPoint(0, 30));
    QVERIFY(only(2).curve.points[2].second > 0.6);
    QCOMPARE(settled.size(), 1);
    const QPoint between = (gains.placeOf(0) + gains.placeOf(1)).toPoint() / 2 - QPoint(0, 40);
    QTest::mouseClick(&gains, Qt::LeftButton, {}, between);
    QCOMPARE(only(2).curve.points.size(), std::size_t{6});
    QVERIFY(std::abs(only(2).curve.points[1].first - 0.125) < 0.02);
    QTest::mouseClick(&gains, Qt::RightButton, {}, gains.placeOf(1).toPoint());
    QCOMPARE(only(2).curve.points.size(), std::size_t{5});
    gains.setFocus();
    QTest::mouseClick(&gains, Qt::LeftButton, {}, gains.placeOf(3).toPoint());
    QTest::keyClick(&gains, Qt::Key_Delete);
    QCOMPARE(only(2).curve.points.size(), std::size_t{4});
    QTest::keyClick(&gains, Qt::Key_Left);
    QTest::keyClick(&gains, Qt::Key_Insert); // between the points 2 and 3
    QCOMPARE(only(2).curve.points.size(), std::size_t{5});
    const double before = only(2).curve.points[3].second;
    QTest::keyClick(&gains, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(std::abs(only(2).curve.points[3].second - before + 0.02) < 1e-3);
}

void BandCurvesTest::gains_addUp_orTheirSquaresDo()
{
    for (int shape = 0; shape < 4; ++shape)
        for (const double place : {0.0, 0.3, 0.5, 0.9, 1.0}) {
            const BandGains gains = gainsAt({0.2, 0.6, {static_cast<BlendShape>(shape)}}, place);
            const bool squares = shape == 2;
            const double sum = squares ? gains.first * gains.first + gains.second * gains.second : gains.first + gains.second;
            QVERIFY(std::abs(sum - 1) < 1e-12);
        }
    QCOMPARE(gainsAt({0.2, 0.6, {}}, 0.1).second, 0.0);
    QCOMPARE(gainsAt({0.2, 0.6, {}}, 0.9).first, 0.0);
}

void BandCurvesTest::brokenParams_areShownAsDefaults()
{
    curves_->setParams({.bands = 3, .curve = "steep"});
    QCOMPARE(curves_->bars().bands().size(), std::size_t{8});
}

QTEST_MAIN(BandCurvesTest)
#include "bandcurves_test.moc"
