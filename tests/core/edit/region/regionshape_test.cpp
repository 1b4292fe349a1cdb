// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/edit/region/memorycanvas.h"

#include <QtTest>

#include <cmath>

using namespace sonoloom;
using testsupport::MemoryCanvas;

class RegionShapeTest : public QObject
{
    Q_OBJECT

private slots:
    void rectangle_hasItsCells_andSoftEdgesInside();
    void rectangle_atTheEnds_hasNoEdgeThere();
    void lasso_hasWhatLiesWithin();
    void brush_isRoundInItsOwnUnits();
    void brush_reachesAllAlongItsWay();
    void harmonics_standAtMultiples_ofAFundamentalThatGlides();
    void shape_withoutExtentOrOutside_hasNoColumns();
    void weights_ofAPart_areThoseOfTheWhole();
    void otherBands_keepSecondsAndHertz();
    void points_areWrittenAndRead();
    void points_thatAreNone_areRefused();

private:
    const RegionGrid grid_{0.01, 100, {64, 0, 4000}};
    double hertz(double band) const { return grid_.hertzOf(band); }
    /// Of columns and bands.
    RegionShape shape(RegionKind kind, std::vector<std::pair<double, double>> cells) const
    {
        RegionShape shape{kind};
        for (const auto& [column, band] : cells)
            shape.points.push_back({column * 0.01, hertz(band)});
        return shape;
    }
    Grid<float> weights(const RegionShape& shape) const { return weightsOf(shape, grid_, {0, grid_.columns}); }
};

void RegionShapeTest::rectangle_hasItsCells_andSoftEdgesInside()
{
    RegionShape rectangle = shape(RegionKind::Rectangle, {{19.5, 9.5}, {39.5, 29.5}});
    const double bandMels = grid_.melOf(1) - grid_.melOf(0);
    rectangle.softMs = 20;
    rectangle.softMels = 2 * bandMels;
    const auto weights = this->weights(rectangle);
    for (std::size_t c = 0; c < 100; ++c)
        for (std::size_t b = 0; b < 64; ++b)
            QCOMPARE(weights(c, b) > 0, c >= 20 && c < 40 && b >= 10 && b < 30);
    QCOMPARE(weights(30, 20), 1.0f);
    QVERIFY(weights(20, 20) < weights(21, 20) && weights(21, 20) < 1);
    QVERIFY(weights(30, 10) < weights(30, 11) && weights(30, 11) < 1);
    QCOMPARE(weights(22, 12), 1.0f);
}

void RegionShapeTest::rectangle_atTheEnds_hasNoEdgeThere()
{
    const auto weights = this->weights({RegionKind::Rectangle, {{0, 0}, {1, 4000}}});
    for (const float weight : weights.cells())
        QCOMPARE(weight, 1.0f);
}

void RegionShapeTest::lasso_hasWhatLiesWithin()
{
    RegionShape lasso = shape(RegionKind::Lasso, {{10, 10}, {50, 10}, {10, 50}}); // a triangle
    lasso.softMs = lasso.softMels = 0;
    const auto weights = this->weights(lasso);
    for (std::size_t c = 0; c < 100; ++c)
        for (std::size_t b = 0; b < 64; ++b) {
            const bool inside = c > 10 && b > 10 && c + b < 60;
            const bool outside = c < 10 || b < 10 || c + b > 60;
            if (inside || outside)
                QCOMPARE(weights(c, b), inside ? 1.0f : 0.0f);
        }
    lasso.softMs = 20;
    lasso.softMels = 60;
    const auto soft = this->weights(lasso);
    QVERIFY(soft(11, 20) > 0 && soft(11, 20) < 1);
    QCOMPARE(soft(20, 20), 1.0f);
    QCOMPARE(soft(9, 20), 0.0f);
}

void RegionShapeTest::brush_isRoundInItsOwnUnits()
{
    const double bandMels = grid_.melOf(1) - grid_.melOf(0);
    RegionShape brush = shape(RegionKind::Brush, {{50, 30}});
    brush.radiusMs = 105;
    brush.radiusMels = 5.2 * bandMels;
    const auto weights = this->weights(brush);
    QCOMPARE(weights(50, 30), 1.0f);
    for (std::size_t c = 0; c < 100; ++c)
        for (std::size_t b = 0; b < 64; ++b) {
            const double away = std::hypot((static_cast<double>(c) - 50) / 10.5, (static_cast<double>(b) - 30) / 5.2);
            QCOMPARE(weights(c, b) > 0, away < 1);
            if (away < 0.59)
                QCOMPARE(weights(c, b), 1.0f);
        }
}

void RegionShapeTest::brush_reachesAllAlongItsWay()
{
    RegionShape brush = shape(RegionKind::Brush, {{10, 10}, {60, 10}, {60, 50}});
    brush.radiusMs = 25;
    brush.radiusMels = 1.5 * (grid_.melOf(1) - grid_.melOf(0));
    const auto weights = this->weights(brush);
    for (std::size_t c = 10; c <= 60; ++c)
        QCOMPARE(weights(c, 10), 1.0f);
    for (std::size_t b = 10; b <= 50; ++b)
        QCOMPARE(weights(60, b), 1.0f);
    QCOMPARE(weights(40, 30), 0.0f); // it has not been there
}

void RegionShapeTest::harmonics_standAtMultiples_ofAFundamentalThatGlides()
{
    RegionShape tone{RegionKind::Harmonics, {{0.2, 300}, {0.8, 600}}};
    tone.harmonics = 4;
    tone.softMs = 0;
    const auto weights = this->weights(tone);
    const auto at = [&](std::size_t column, double hertz) { return weights(column, static_cast<std::size_t>(std::lround(grid_.bandAt(melFromHertz(hertz))))); };
    for (int h = 1; h <= 4; ++h) {
        QVERIFY(at(20, 300 * h) > 0.5f);
        QVERIFY(at(50, 450 * h) > 0.5f);
        QVERIFY(at(80, 600 * h) > 0.5f);
        QCOMPARE(at(50, 450 * (h + 0.5)), 0.0f);
    }
    QCOMPARE(at(20, 1500), 0.0f); // the fifth
    QCOMPARE(at(15, 300), 0.0f);  // before it begins
}

void RegionShapeTest::shape_withoutExtentOrOutside_hasNoColumns()
{
    QVERIFY(columnsOf({}, grid_).isEmpty());
    QVERIFY(columnsOf({RegionKind::Rectangle, {{0.2, 300}, {0.2, 600}}}, grid_).isEmpty());
    QVERIFY(columnsOf({RegionKind::Rectangle, {{0.2, 300}, {0.3, 300}}}, grid_).isEmpty());
    QVERIFY(columnsOf({RegionKind::Rectangle, {{5, 300}, {6, 600}}}, grid_).isEmpty());
    QVERIFY(columnsOf({RegionKind::Rectangle, {{-6, 300}, {-5, 600}}}, grid_).isEmpty());
    QCOMPARE(columnsOf({RegionKind::Rectangle, {{-6, 300}, {0.055, 600}}}, grid_), (RegionSpan{0, 6}));
    QCOMPARE(columnsOf({RegionKind::Rectangle, {{0.955, 300}, {7, 600}}}, grid_), (RegionSpan{96, 100}));
}

void RegionShapeTest::weights_ofAPart_areThoseOfTheWhole()
{
    const std::vector<RegionShape> shapes{shape(RegionKind::Rectangle, {{10, 10}, {60, 50}}), shape(RegionKind::Lasso, {{10, 10}, {50, 10}, {30, 50}}),
                                          shape(RegionKind::Brush, {{10, 10}, {60, 40}}), shape(RegionKind::Harmonics, {{10, 5}, {60, 9}})};
    for (const RegionShape& shape : shapes) {
        const auto whole = weights(shape);
        const auto part = weightsOf(shape, grid_, {30, 45});
        QVERIFY(std::ranges::any_of(part.cells(), [](float weight) { return weight > 0; }));
        for (std::size_t r = 0; r < part.rows(); ++r)
            for (std::size_t b = 0; b < 64; ++b)
                QCOMPARE(part(r, b), whole(30 + r, b));
    }
}

/// The share of a column's height that a rectangle takes is the same with half as many bands.
void RegionShapeTest::otherBands_keepSecondsAndHertz()
{
    const RegionShape rectangle{RegionKind::Rectangle, {{0.2, 500}, {0.5, 2000}}};
    for (const int bands : {32, 64, 512}) {
        const RegionGrid grid{0.01, 100, {bands, 0, 4000}};
        const auto weights = weightsOf(rectangle, grid, {0, 100});
        for (std::size_t b = 0; b < grid.bands(); ++b)
            QCOMPARE(weights(35, b) > 0, grid.hertzOf(static_cast<double>(b)) > 500 && grid.hertzOf(static_cast<double>(b)) < 2000);
    }
}

void RegionShapeTest::points_areWrittenAndRead()
{
    const std::vector<RegionPoint> points{{0.5, 440}, {0.1 + 0.2, 466.25}, {-1.5, 0}};
    const auto read = pointsFrom(pointsText(points));
    QVERIFY(read);
    QCOMPARE(read->size(), points.size());
    QVERIFY(*read == points);
    QCOMPARE(pointsText({{0.5, 440}, {1, 2.5}}), std::string("0.5:440/1:2.5"));
}

void RegionShapeTest::points_thatAreNone_areRefused()
{
    for (const char* text : {"", "0.5", "0.5:", "0.5:440/", "0.5:440,1:2", "a:b", "0.5:-1", "nan:1", "1:inf", "0.5:440//1:2"}) {
        const auto read = pointsFrom(text);
        QVERIFY2(!read, text);
        QVERIFY(QString::fromStdString(read.error().message).contains("seconds:hertz"));
    }
}

QTEST_GUILESS_MAIN(RegionShapeTest)
#include "regionshape_test.moc"
