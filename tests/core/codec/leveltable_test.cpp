// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/leveltable.h"

#include "core/base/random.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace sonoloom;

namespace
{

/// Magnitudes of all sizes, and those around every step of the curve.
std::vector<float> magnitudesFor(const LevelCurve& curve)
{
    std::vector<float> mel{0.0f, std::numeric_limits<float>::min(), 1e-30f, 1e30f, std::numeric_limits<float>::max(), std::numeric_limits<float>::infinity()};
    Random random(11);
    for (int i = 0; i < 200'000; ++i)
        mel.push_back(static_cast<float>(std::exp(random.uniform(-20, 25))));
    const double top = std::pow(curve.hi.value_or(curve.maxvol), 1 / curve.power);
    for (int v = 0; v <= 512; ++v) {
        auto step = static_cast<float>(std::pow(v / 512.0, 1 / curve.power) * top);
        for (int side = 0; side < 4; ++side) {
            mel.push_back(step);
            step = std::nextafter(step, std::numeric_limits<float>::infinity());
        }
    }
    return mel;
}

} // namespace

class LevelTableTest : public QObject
{
    Q_OBJECT

private slots:
    void pixels_areThoseOfTheFormula_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<double>("maxvol");
        QTest::addColumn<double>("power");
        for (const double power : {0.05, 0.25, 0.4, 1.0, 2.0})
            for (const double maxvol : {0.5, 100.0, 5000.0})
                for (const LevelRule rule : {LevelRule::Fixed, LevelRule::Shared, LevelRule::Peak, LevelRule::MinMax})
                    QTest::addRow("rule %d, maxvol %g, power %g", static_cast<int>(rule), maxvol, power) << static_cast<int>(rule) << maxvol << power;
        QTest::newRow("minmax of nothing") << static_cast<int>(LevelRule::MinMax) << 0.0 << 0.25;
    }

    void pixels_areThoseOfTheFormula()
    {
        QFETCH(int, rule);
        QFETCH(double, maxvol);
        QFETCH(double, power);
        LevelCurve curve{static_cast<LevelRule>(rule), maxvol, power, 8, {}, {}};
        if (curve.rule == LevelRule::MinMax) {
            curve.lo = maxvol / 10;
            curve.hi = maxvol;
        }
        const auto mel = magnitudesFor(curve);
        std::vector<std::uint16_t> direct(mel.size());
        std::vector<std::uint16_t> lookedUp(mel.size());
        const std::size_t clipped = pixelsFromMel(mel, curve, direct);
        QCOMPARE(LevelTable(curve).pixels(mel, lookedUp), clipped);
        QVERIFY(direct == lookedUp);
    }
};

QTEST_GUILESS_MAIN(LevelTableTest)
#include "leveltable_test.moc"
