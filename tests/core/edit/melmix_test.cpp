// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/bandconversion.h"
#include "core/edit/images/meltransition.h"
#include "core/edit/images/meltransport.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace sonoloom;

class MelMixTest : public QObject
{
    Q_OBJECT

private slots:
    void curves_riseFrom0To1_andMeetInTheMiddle();
    void points_areReadInTheirOrder();
    void equalPower_addsSquares();
    void decibels_ofTwoLevels_meetHalfWay();
    void pixels_ofTwoLevels_meetHalfWay();
    void bands_changeOverInTheirTime();
    void interpolation_takesThePlaceOfMixing();
    void transported_tone_glides();
    void transported_energy_goesStraight();
    void transported_silence_fades();
    void interpolated_keepsEnergy_whereItIsAsked();
    void otherBands_keepTonesAndNoise();
};

namespace
{

using Column = std::vector<float>;

double energyOf(const Column& column)
{
    return std::inner_product(column.begin(), column.end(), column.begin(), 0.0);
}

double centreOf(const Column& column)
{
    double sum = 0;
    for (std::size_t i = 0; i < column.size(); ++i)
        sum += static_cast<double>(i) * column[i] * column[i];
    return sum / energyOf(column);
}

Column tone(std::size_t row, float level = 1000)
{
    Column column(64);
    column[row] = level;
    column[row - 1] = column[row + 1] = level / 2;
    return column;
}

bool near(double a, double b, double within)
{
    return std::abs(a - b) <= within;
}

} // namespace

void MelMixTest::curves_riseFrom0To1_andMeetInTheMiddle()
{
    for (const char* name : {"linear", "cosine", "power", "logistic"}) {
        const BlendCurve curve = blendCurveFrom(name).value();
        QCOMPARE(shareAt(curve, -1), 0.0);
        QCOMPARE(shareAt(curve, 2), 1.0);
        QVERIFY(near(shareAt(curve, 0.5), 0.5, 1e-12));
        for (double place = 0; place < 1; place += 0.01)
            QVERIFY(shareAt(curve, place + 0.01) > shareAt(curve, place));
    }
    QVERIFY(near(shareAt(blendCurveFrom("cosine").value(), 1.0 / 3), 0.25, 1e-12));
    QVERIFY(near(shareAt(blendCurveFrom("linear").value(), 0.3), 0.3, 1e-12));
    QVERIFY(shareAt(blendCurveFrom("logistic").value(), 0.25) < 0.08);
}

void MelMixTest::points_areReadInTheirOrder()
{
    const BlendCurve curve = blendCurveFrom("0:0.1/0.5:0.9/1:0.4").value();
    QVERIFY(near(shareAt(curve, 0), 0.1, 1e-12));
    QVERIFY(near(shareAt(curve, 0.25), 0.5, 1e-12));
    QVERIFY(near(shareAt(curve, 0.75), 0.65, 1e-12));
    for (const char* wrong : {"", "sine", "0:0", "0:0/1", "0:0/2:1", "0.5:0/0.5:1", "0:0/1:x", "0:0/1:1/"})
        QVERIFY2(!blendCurveFrom(wrong), wrong);
}

void MelMixTest::equalPower_addsSquares()
{
    QVERIFY(near(mixedMagnitude(3, 4, 0.5, true, {}), std::sqrt(12.5), 1e-6));
    QVERIFY(near(mixedMagnitude(3, 4, 0.5, false, {}), 3.5, 1e-6));
    for (const double share : {0.1, 0.5, 0.77})
        QVERIFY(near(mixedMagnitude(7, 7.0000005f, share, true, {}), 7, 1e-5));
}

void MelMixTest::decibels_ofTwoLevels_meetHalfWay()
{
    const MixScale scale{MixSpace::Decibel};
    QVERIFY(near(mixedMagnitude(1e4f, 1e6f, 0.5, false, scale), 1e5, 1e2));
    QCOMPARE(mixedMagnitude(0, 0, 0.5, false, scale), 0.0f);
}

void MelMixTest::pixels_ofTwoLevels_meetHalfWay()
{
    const MixScale scale{MixSpace::Pixel, 0.25};
    QVERIFY(near(mixedMagnitude(1e4f, 16e4f, 0.5, false, scale), std::pow(15, 4), 1));
    QVERIFY(near(mixedMagnitude(100, 400, 0.5, false, {MixSpace::Pixel, 0.5}), 225, 1e-3));
}

void MelMixTest::bands_changeOverInTheirTime()
{
    const BlendCurve linear{BlendShape::Linear};
    const MelTransition transition{10, {{0, 0.5, linear}, {0.5, 0.5, linear}, {0.3, 0, linear}}, {}};
    const Column a(7, 0.0f);
    const Column b(7, 1.0f);
    Column out(7);
    for (std::size_t column = 0; column < 10; ++column) {
        mixColumns(a, b, column, transition, out);
        const double place = 0.1 * static_cast<double>(column) + 0.05;
        const double expected[3] = {std::min(1.0, 2 * place), std::max(0.0, 2 * place - 1), place < 0.3 ? 0.0 : 1.0};
        for (std::size_t row = 0; row < 7; ++row) // bands of 2, 2 and 3 rows
            QVERIFY(near(out[row], expected[row < 2 ? 0 : row < 4 ? 1 : 2], 1e-6));
    }
}

void MelMixTest::interpolation_takesThePlaceOfMixing()
{
    const MelInterpolation interpolation;
    const MelTransition transition{8, {{0, 1, {BlendShape::Linear}}}, {}, interpolation};
    Column glided(64);
    Column expected(64);
    for (std::size_t column = 0; column < 8; ++column) {
        mixColumns(tone(10), tone(30), column, transition, glided);
        interpolateColumn(tone(10), tone(30), (static_cast<double>(column) + 0.5) / 8, interpolation, expected);
        QCOMPARE(glided, expected);
    }
}

void MelMixTest::transported_tone_glides()
{
    Column out(64);
    for (const double share : {0.0, 0.13, 0.25, 0.51, 0.9, 1.0}) {
        transportColumn(tone(10), tone(30), share, out);
        QVERIFY(near(centreOf(out), 10 + 20 * share, 1e-4));
        // Nothing stands where the tones come from and go to: a fade would leave both.
        QVERIFY(share == 0 || out[10] < 1 || share * 20 < 3);
    }
    transportColumn(tone(10), tone(30), 0, out);
    QVERIFY(out == tone(10));
    transportColumn(tone(10), tone(30), 1, out);
    QVERIFY(out == tone(30));
    transportColumn(tone(10), tone(10), 0.37, out);
    for (std::size_t row = 0; row < 64; ++row)
        QVERIFY(near(out[row], tone(10)[row], 1e-3));
}

void MelMixTest::transported_energy_goesStraight()
{
    Column out(64);
    const double first = energyOf(tone(10, 1000));
    const double second = energyOf(tone(50, 3000));
    for (const double share : {0.21, 0.5, 0.83}) {
        transportColumn(tone(10, 1000), tone(50, 3000), share, out);
        QVERIFY(near(energyOf(out) / ((1 - share) * first + share * second), 1, 1e-5));
    }
}

void MelMixTest::transported_silence_fades()
{
    Column out(64, 5.0f);
    const Column silence(64);
    transportColumn(tone(10), silence, 0.75, out);
    QVERIFY(near(out[10], 500, 1e-3));
    transportColumn(silence, tone(10), 0.25, out);
    QVERIFY(near(out[10], 500, 1e-3));
    transportColumn(silence, silence, 0.5, out);
    QVERIFY(out == silence);
}

void MelMixTest::interpolated_keepsEnergy_whereItIsAsked()
{
    Column out(64);
    for (const auto space : {InterpolationSpace::Pixel, InterpolationSpace::Magnitude, InterpolationSpace::Decibel}) {
        interpolateColumn(tone(10), tone(40), 0.5, {space, 0.25, false, true}, out);
        QVERIFY(near(energyOf(out) / energyOf(tone(10)), 1, 1e-5));
        interpolateColumn(tone(10), tone(40), 0.5, {space, 0.25, false, false}, out);
        QVERIFY(energyOf(out) / energyOf(tone(10)) < 0.51); // what a plain mean of two different tones loses
    }
}

void MelMixTest::otherBands_keepTonesAndNoise()
{
    const MelAnalysis fine{{17640, 4410, 441}, {512, 0, 10000}, 44100};
    MelAnalysis coarse = fine;
    coarse.mel.bands = 256;
    const BandConversion conversion(fine, coarse);
    // One magnitude a bin, as even noise has: each band holds as much as it is wide.
    const auto noise = [](const MelAnalysis& analysis) {
        const MelFilterbank bank(analysis.mel, analysis.stft.bins(), analysis.sampleRate);
        const std::vector<float> bins(static_cast<std::size_t>(analysis.stft.bins()), 1.0f);
        Column bands(static_cast<std::size_t>(analysis.mel.bands));
        bank.apply(bins, bands);
        return bands;
    };
    Column out(256);
    conversion.apply(noise(fine), out);
    const Column expected = noise(coarse);
    for (std::size_t b = 20; b < 256; ++b) // below, a band has few bins and their number jumps
        QVERIFY(near(out[b] / expected[b], 1, 0.05));
    // A higher top: silence above the first one's.
    MelAnalysis wide = fine;
    wide.mel.topHz = 20000;
    const BandConversion widening(fine, wide);
    Column spread(512);
    widening.apply(noise(fine), spread);
    QCOMPARE(spread[511], 0.0f);
    QVERIFY(spread[200] > 0);
}

QTEST_APPLESS_MAIN(MelMixTest)
#include "melmix_test.moc"
