// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/regionpen.h"

#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;

class RegionPenTest : public QObject
{
    Q_OBJECT

private slots:
    void brush_keepsItsReach_andItsWay();
    void pointsTooNear_addNothing();
    void lasso_isSelected_onceItIsAroundSomething();
    void rectangle_hasTwoCorners();
    void otherTool_givesUpTheStroke();
    void withoutATool_nothingIsDrawn();
    void radius_staysWithinItsEnds();
};

void RegionPenTest::brush_keepsItsReach_andItsWay()
{
    RegionPen pen;
    QSignalSpy done(&pen, &RegionPen::stroked);
    pen.setTool(RegionTool::Erase);
    pen.begin({1, 440}, {25, 60});
    pen.extend({1.5, 440});
    QVERIFY(pen.stroke());
    pen.finish();
    QVERIFY(!pen.stroke() && !pen.selection());
    QCOMPARE(done.size(), 1);
    const auto shape = done[0][0].value<RegionShape>();
    QVERIFY(shape.kind == RegionKind::Brush);
    QCOMPARE(shape.points.size(), std::size_t{2});
    QCOMPARE(shape.points[1].seconds, 1.5);
    QCOMPARE(shape.radiusMs, 25.0);
    QCOMPARE(shape.radiusMels, 60.0);
}

void RegionPenTest::pointsTooNear_addNothing()
{
    RegionPen pen;
    pen.setTool(RegionTool::Brush);
    pen.begin({1, 440}, {100, 60});
    pen.extend({1.001, 440});
    QCOMPARE(pen.stroke()->points.size(), std::size_t{1});
    pen.extend({1.05, 440});
    QCOMPARE(pen.stroke()->points.size(), std::size_t{2});
}

void RegionPenTest::lasso_isSelected_onceItIsAroundSomething()
{
    RegionPen pen;
    pen.setTool(RegionTool::Lasso);
    pen.begin({1, 440}, {});
    pen.extend({2, 440});
    pen.finish();
    QVERIFY(!pen.selection());
    pen.begin({1, 440}, {});
    pen.extend({2, 440});
    pen.extend({2, 880});
    pen.finish();
    QVERIFY(pen.selection() && pen.selection()->kind == RegionKind::Lasso);
    QCOMPARE(pen.selection()->points.size(), std::size_t{3});
    pen.begin({1, 440}, {});
    pen.finish(); // a click beside it
    QVERIFY(!pen.selection());
}

void RegionPenTest::rectangle_hasTwoCorners()
{
    RegionPen pen;
    pen.setTool(RegionTool::Rectangle);
    pen.begin({1, 440}, {});
    for (const double seconds : {1.2, 1.6, 2.0})
        pen.extend({seconds, 880});
    QCOMPARE(pen.stroke()->points.size(), std::size_t{2});
    QCOMPARE(pen.stroke()->points[1].seconds, 2.0);
}

void RegionPenTest::otherTool_givesUpTheStroke()
{
    RegionPen pen;
    QSignalSpy done(&pen, &RegionPen::stroked);
    pen.setTool(RegionTool::Brush);
    pen.begin({1, 440}, {100, 60});
    pen.setTool(RegionTool::Lasso);
    QVERIFY(!pen.stroke());
    pen.extend({2, 440});
    pen.finish();
    QCOMPARE(done.size(), 0);
}

void RegionPenTest::withoutATool_nothingIsDrawn()
{
    RegionPen pen;
    pen.begin({1, 440}, {});
    QVERIFY(!pen.stroke());
}

void RegionPenTest::radius_staysWithinItsEnds()
{
    RegionPen pen;
    QSignalSpy changed(&pen, &RegionPen::radiusChanged);
    pen.setRadius(0);
    QCOMPARE(pen.radius(), RegionPen::leastRadius);
    pen.setRadius(10'000);
    QCOMPARE(pen.radius(), RegionPen::greatestRadius);
    pen.setRadius(10'000);
    QCOMPARE(changed.size(), 2);
}

QTEST_GUILESS_MAIN(RegionPenTest)
#include "regionpen_test.moc"
