// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/colourmap.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace sonoloom;

namespace
{

/// An entry of a published table, as matplotlib 3.6.3 prints them (0 to 1).
struct Published {
    ColourMap map;
    int index;
    double red, green, blue;
};

const Published published[] = {
    {ColourMap::Magma, 0, 0.001462, 0.000466, 0.013866},     {ColourMap::Magma, 1, 0.002258, 0.001295, 0.018331},
    {ColourMap::Magma, 64, 0.316654, 0.071690, 0.485380},    {ColourMap::Magma, 127, 0.709962, 0.212797, 0.477201},
    {ColourMap::Magma, 128, 0.716387, 0.214982, 0.475290},   {ColourMap::Magma, 200, 0.992785, 0.594891, 0.410283},
    {ColourMap::Magma, 254, 0.987387, 0.984288, 0.742002},   {ColourMap::Magma, 255, 0.987053, 0.991438, 0.749504},
    {ColourMap::Viridis, 0, 0.267004, 0.004874, 0.329415},   {ColourMap::Viridis, 1, 0.268510, 0.009605, 0.335427},
    {ColourMap::Viridis, 64, 0.229739, 0.322361, 0.545706},  {ColourMap::Viridis, 127, 0.128729, 0.563265, 0.551229},
    {ColourMap::Viridis, 128, 0.127568, 0.566949, 0.550556}, {ColourMap::Viridis, 200, 0.440137, 0.811138, 0.340967},
    {ColourMap::Viridis, 254, 0.983868, 0.904867, 0.136897}, {ColourMap::Viridis, 255, 0.993248, 0.906157, 0.143936},
    {ColourMap::Cividis, 0, 0.000000, 0.135112, 0.304751},   {ColourMap::Cividis, 1, 0.000000, 0.138068, 0.311105},
    {ColourMap::Cividis, 64, 0.263738, 0.307831, 0.422789},  {ColourMap::Cividis, 127, 0.485141, 0.482451, 0.470384},
    {ColourMap::Cividis, 128, 0.488697, 0.485318, 0.471008}, {ColourMap::Cividis, 200, 0.769353, 0.707035, 0.408516},
    {ColourMap::Cividis, 254, 0.995503, 0.903866, 0.212370}, {ColourMap::Cividis, 255, 0.995737, 0.909344, 0.217772},
    {ColourMap::Inferno, 0, 0.001462, 0.000466, 0.013866},   {ColourMap::Inferno, 1, 0.002267, 0.001270, 0.018570},
    {ColourMap::Inferno, 64, 0.341500, 0.062325, 0.429425},  {ColourMap::Inferno, 127, 0.729909, 0.212759, 0.333861},
    {ColourMap::Inferno, 128, 0.735683, 0.215906, 0.330245}, {ColourMap::Inferno, 200, 0.985952, 0.615750, 0.025592},
    {ColourMap::Inferno, 254, 0.982257, 0.994109, 0.631017}, {ColourMap::Inferno, 255, 0.988362, 0.998364, 0.644924},
};

double luminance(Colour colour)
{
    const auto linear = [](std::uint8_t level) { return std::pow(level / 255.0, 2.2); };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

} // namespace

class ColourMapTest : public QObject
{
    Q_OBJECT

private slots:
    void table_atPublishedEntries_isThePublishedColour()
    {
        for (const Published& entry : published) {
            const Colour colour = colourTable(entry.map)[static_cast<std::size_t>(entry.index)];
            // Half a level is what rounding to 8 bits costs; the figures here are rounded too.
            QVERIFY(std::abs(colour.red - entry.red * 255) <= 0.51);
            QVERIFY(std::abs(colour.green - entry.green * 255) <= 0.51);
            QVERIFY(std::abs(colour.blue - entry.blue * 255) <= 0.51);
        }
    }

    void table_ofEachMap_growsSteadilyBrighter()
    {
        for (const ColourMap map : colourMaps) {
            const ColourTable& table = colourTable(map);
            const double direction = map == ColourMap::InvertedGrey ? -1.0 : 1.0;
            for (std::size_t i = 1; i < table.size(); ++i) {
                // 8-bit rounding of single channels may take back less than this much of a step.
                QVERIFY(direction * (luminance(table[i]) - luminance(table[i - 1])) > -2e-3);
            }
            QVERIFY(direction * (luminance(table.back()) - luminance(table.front())) > 0.5);
        }
    }

    void greys_atBothEnds_areBlackAndWhite()
    {
        const Colour black{0, 0, 0};
        const Colour white{255, 255, 255};
        QVERIFY(colourOf(ColourMap::Grey, 0.0F) == black && colourOf(ColourMap::Grey, 1.0F) == white);
        QVERIFY(colourOf(ColourMap::InvertedGrey, 0.0F) == white && colourOf(ColourMap::InvertedGrey, 1.0F) == black);
        QVERIFY((colourOf(ColourMap::Grey, 0.5F) == Colour{128, 128, 128}));
    }

    void value_outsideOfItsRange_takesTheNearerEnd()
    {
        const ColourTable& table = colourTable(ColourMap::Magma);
        const float infinity = std::numeric_limits<float>::infinity();
        QVERIFY(colourOf(ColourMap::Magma, -3.0F) == table.front());
        QVERIFY(colourOf(ColourMap::Magma, -infinity) == table.front());
        QVERIFY(colourOf(ColourMap::Magma, std::numeric_limits<float>::quiet_NaN()) == table.front());
        QVERIFY(colourOf(ColourMap::Magma, 7.0F) == table.back());
        QVERIFY(colourOf(ColourMap::Magma, infinity) == table.back());
    }

    void name_ofEachMap_findsItAgain()
    {
        for (const ColourMap map : colourMaps) {
            const auto found = colourMapNamed(colourMapName(map));
            QVERIFY(found.has_value());
            QCOMPARE(found.value(), map);
        }
    }

    void name_unknown_isRefusedWithTheKnownOnes()
    {
        const auto found = colourMapNamed("jet");
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(found.error().message,
                 std::string("There is no colour map 'jet'; choose one of magma, viridis, cividis, "
                             "inferno, grey, inverted-grey."));
    }
};

QTEST_APPLESS_MAIN(ColourMapTest)
#include "colourmap_test.moc"
