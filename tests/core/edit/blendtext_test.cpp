// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/blendtext.h"

#include <QtTest>

using namespace sonoloom;

class BlendTextTest : public QObject
{
    Q_OBJECT

private slots:
    void bands_comeBack_asTheyWere();
    void bandsAlike_areSaidOnce();
    void order_isBeatenByBands();
    void rounding_keepsBandsInside_andPointsRising();
};

namespace
{

std::vector<BandFade> threeBands()
{
    return {{0, 0.25, {BlendShape::Linear}},
            {0.1234, 0.5, {BlendShape::Points, {{0, 0}, {0.3, 0.8}, {1, 1}}}},
            {0.9, 0.1, {BlendShape::Power}}};
}

} // namespace

void BlendTextTest::bands_comeBack_asTheyWere()
{
    const BlendParams params = withBands({.region = 70, .space = MixSpace::Decibel}, threeBands());
    QCOMPARE(params.region, 70);
    QCOMPARE(params.space, MixSpace::Decibel);
    QCOMPARE(params.bands, 3);
    QVERIFY(bandFades(params).value() == threeBands());
}

void BlendTextTest::bandsAlike_areSaidOnce()
{
    const std::vector<BandFade> plain(40, BandFade{0, 1, {BlendShape::Cosine}});
    QVERIFY(withBands({}, plain) == (BlendParams{.bands = 40}));
    const std::vector<BandFade> late(3, BandFade{0.5, 0.25, {BlendShape::Linear}});
    const BlendParams params = withBands({}, late);
    QCOMPARE(params.starts, std::string("0.5"));
    QCOMPARE(params.lengths, std::string("0.25"));
    QCOMPARE(params.curve, std::string("linear"));
}

void BlendTextTest::order_isBeatenByBands()
{
    BlendParams bass{.bands = 4, .order = BlendOrder::BassFirst};
    const auto fades = bandFades(bass).value();
    const BlendParams written = withBands(bass, fades);
    QCOMPARE(written.order, BlendOrder::Whole);
    const auto again = bandFades(written).value();
    for (std::size_t b = 0; b < fades.size(); ++b)
        QVERIFY(std::abs(fades[b].start - again[b].start) <= 0.5e-4);
}

void BlendTextTest::rounding_keepsBandsInside_andPointsRising()
{
    const std::vector<BandFade> bands{{0.33335, 0.66665, {BlendShape::Points, {{0, 0.2}, {0.00001, 0.3}, {1, 1}}}},
                                      {2.0 / 3, 1.0 / 3, {}}};
    const auto read = bandFades(withBands({}, bands));
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    for (const BandFade& band : *read)
        QVERIFY(band.start + band.length <= 1 + 1e-12);
    QVERIFY(read->front().curve.points == (std::vector<std::pair<double, double>>{{0, 0.2}, {1, 1}}));
}

QTEST_APPLESS_MAIN(BlendTextTest)
#include "blendtext_test.moc"
