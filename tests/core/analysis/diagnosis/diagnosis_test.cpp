// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/diagnosis.h"

#include "core/analysis/diagnosis/colourcurves.h"
#include "core/analysis/diagnosis/findbands.h"
#include "core/analysis/diagnosis/repair.h"
#include "core/dsp/mel.h"
#include "tests/corpus/cleanimages.h"
#include "tests/corpus/qtpictures.h"
#include "tests/corpus/spoiling.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace sonoloom;

class DiagnosisTest : public QObject
{
    Q_OBJECT

private slots:
    void faultNames_areDistinct();
    void colourCurves_haveTheirKnownColours();
    void colourMapped_ofEachMap_isNamedAndMended_data();
    void colourMapped_ofEachMap_isNamedAndMended();
    void inverted_isFoundAndMendedExactly();
    void upsideDown_isFoundAndMendedExactly();
    void framed_isFoundAndCutOutExactly_data();
    void framed_isFoundAndCutOutExactly();
    void jpeg_tellsItsQuality_data();
    void jpeg_tellsItsQuality();
    void resized_withoutRecord_tellsTheSizeItHad();
    void size_otherThanExpected_isResizedOrCropped();
    void bandsWithoutAFrequency_areCountedAsTheFilterbankHasThem_data();
    void bandsWithoutAFrequency_areCountedAsTheFilterbankHasThem();
    void eightBit_in16_isFound();
    void clipped_isFound();
    void narrowRange_isFoundAndStretched();
    void missingBands_areFound_withTheFrequency();
    void clean_hasNothing();
    void emptyImage_isRefused();
    void cancelled_isSaid();
    void repair_ofForeignFindings_isRefused();
};

namespace
{

using corpus::spoiled;

const Image& cleanImage()
{
    static const Image image = [] {
        Image clean = corpus::plainMelImage("mix", 2).image;
        clean.text.clear();
        clean.exif.clear();
        return clean;
    }();
    return image;
}

std::vector<Finding> findingsOf(const Image& image, const Expected& expected = {})
{
    JobMonitor monitor;
    const auto findings = diagnose(image, expected, monitor);
    return findings ? findings.value() : std::vector<Finding>{};
}

Image repaired(const Image& image, const std::vector<Finding>& findings)
{
    JobMonitor monitor;
    const auto result = repair(image, findings, monitor);
    return result ? result.value() : Image();
}

bool has(const std::vector<Finding>& findings, Fault fault)
{
    return findingOf(findings, fault) != nullptr;
}

/// Mean difference of the first channels in levels of 255; 255 where the sizes differ.
double meanDifference(const Image& a, const Image& b)
{
    if (a.width != b.width || a.height != b.height)
        return 255;
    double sum = 0;
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width; ++x)
            sum += std::abs(static_cast<double>(a.at(x, y)) / a.maxValue() - static_cast<double>(b.at(x, y)) / b.maxValue());
    return 255 * sum / (static_cast<double>(a.width) * a.height);
}

} // namespace

void DiagnosisTest::faultNames_areDistinct()
{
    QStringList names;
    for (std::size_t i = 0; i < faultCount; ++i)
        names << QString::fromStdString(std::string(faultName(static_cast<Fault>(i))));
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!names.contains(QString()));
    QCOMPARE(QString(faultName(Fault::MissingHigh).data()), QString("missing-high"));
}

void DiagnosisTest::bandsWithoutAFrequency_areCountedAsTheFilterbankHasThem_data()
{
    QTest::addColumn<int>("bands");
    QTest::addColumn<int>("fftSize");
    QTest::newRow("riffusion's") << 512 << 17640;
    QTest::newRow("twice as many") << 1024 << 17640;
    QTest::newRow("four times") << 2048 << 17640;
    QTest::newRow("short frames") << 512 << 2048;
}

void DiagnosisTest::bandsWithoutAFrequency_areCountedAsTheFilterbankHasThem()
{
    QFETCH(int, bands);
    QFETCH(int, fftSize);
    const auto emptyOf = [fftSize](int count) {
        const MelFilterbank bank({count, 0, 10'000}, fftSize / 2 + 1, 44'100);
        return std::ranges::count_if(bank.rows(), [](const BandRow& row) { return std::ranges::none_of(row.weights, [](float weight) { return weight > 0; }); });
    };
    Expected expected;
    expected.height = bands;
    expected.fftSize = fftSize;
    expected.sampleRate = 44'100;
    expected.topHz = 10'000;
    const auto finding = findTooManyBands(expected);
    QCOMPARE(finding.has_value(), emptyOf(bands) >= 2);
    if (!finding)
        return;
    QVERIFY2(finding->what.starts_with(std::to_string(emptyOf(bands)) + " of the "), finding->what.c_str());
    const auto found = QRegularExpression("(\\d+) n-mels would do").match(QString::fromStdString(finding->cost));
    QCOMPARE(emptyOf(found.captured(1).toInt()), 0);
    QVERIFY(found.captured(1).toInt() > bands / 8);
}

/// Ends and middles as the maps' makers publish them; the polynomials come within a few levels.
void DiagnosisTest::colourCurves_haveTheirKnownColours()
{
    struct Known {
        const char* map;
        std::size_t index;
        int red, green, blue;
    };
    for (const Known& known : {Known{"viridis", 0, 68, 1, 84}, Known{"plasma", 0, 13, 8, 135}, Known{"plasma", 255, 240, 249, 33},
                               Known{"turbo", 128, 164, 252, 60}, Known{"jet", 0, 0, 0, 128},
                               Known{"jet", 255, 128, 0, 0}, Known{"hot", 0, 11, 0, 0}, Known{"hot", 255, 255, 255, 255},
                               Known{"coolwarm", 0, 59, 76, 192}, Known{"coolwarm", 255, 180, 4, 38}}) {
        const ColourCurve* curve = colourCurveNamed(known.map);
        QVERIFY2(curve, known.map);
        const Colour colour = curve->colours[known.index];
        const int distance = std::max({std::abs(colour.red - known.red), std::abs(colour.green - known.green), std::abs(colour.blue - known.blue)});
        QVERIFY2(distance <= 20, qPrintable(QStringLiteral("%1 %2: %3").arg(known.map).arg(known.index).arg(distance)));
    }
    QCOMPARE(colourCurveNamed("none"), nullptr);
}

void DiagnosisTest::colourMapped_ofEachMap_isNamedAndMended_data()
{
    QTest::addColumn<QString>("map");
    QTest::addColumn<bool>("reversed");
    for (const ColourCurve& curve : colourCurves()) {
        QTest::newRow(curve.name.data()) << QString(curve.name.data()) << false;
        QTest::newRow((std::string(curve.name) + " reversed").c_str()) << QString(curve.name.data()) << true;
    }
}

void DiagnosisTest::colourMapped_ofEachMap_isNamedAndMended()
{
    QFETCH(QString, map);
    QFETCH(bool, reversed);
    const Image& clean = cleanImage();
    const ColourCurve& curve = *colourCurveNamed(map.toStdString());
    Image coloured(clean.width, clean.height, 3);
    for (int y = 0; y < clean.height; ++y)
        for (int x = 0; x < clean.width; ++x) {
            const int level = clean.at(x, y) * 255 / clean.maxValue();
            const Colour colour = curve.colours[static_cast<std::size_t>(reversed ? level : 255 - level)];
            coloured.at(x, y, 0) = colour.red;
            coloured.at(x, y, 1) = colour.green;
            coloured.at(x, y, 2) = colour.blue;
        }
    const auto findings = findingsOf(coloured);
    const Finding* finding = findingOf(findings, Fault::ColourMapped);
    QVERIFY(finding);
    QCOMPARE(QString::fromStdString(finding->mend.map), map);
    QCOMPARE(finding->mend.mapReversed, reversed);
    QVERIFY(!has(findings, Fault::Inverted));
    const double difference = meanDifference(repaired(coloured, findings), clean);
    QVERIFY2(difference < 1, qPrintable(QString::number(difference))); // jet's and turbo's colours lie less than a level apart in places
}

void DiagnosisTest::inverted_isFoundAndMendedExactly()
{
    const Image image = spoiled(cleanImage(), Fault::Inverted, 0, 1);
    const auto findings = findingsOf(image);
    QVERIFY(has(findings, Fault::Inverted));
    QVERIFY(repaired(image, findings).samples == cleanImage().samples);
}

void DiagnosisTest::upsideDown_isFoundAndMendedExactly()
{
    const Image image = spoiled(cleanImage(), Fault::UpsideDown, 0, 1);
    const auto findings = findingsOf(image);
    QVERIFY(has(findings, Fault::UpsideDown));
    QVERIFY(repaired(image, findings).samples == cleanImage().samples);
}

void DiagnosisTest::framed_isFoundAndCutOutExactly_data()
{
    QTest::addColumn<int>("strength");
    QTest::newRow("border") << 0;
    QTest::newRow("axes") << 1;
    QTest::newRow("axes, title and colour bar") << 2;
}

void DiagnosisTest::framed_isFoundAndCutOutExactly()
{
    QFETCH(int, strength);
    const Image image = spoiled(cleanImage(), Fault::Framed, strength, 1);
    QVERIFY(image.width > cleanImage().width);
    const auto findings = findingsOf(image);
    QVERIFY(has(findings, Fault::Framed));
    QVERIFY2(meanDifference(repaired(image, findings), cleanImage()) < 0.01, findings.front().what.c_str());
}

void DiagnosisTest::jpeg_tellsItsQuality_data()
{
    QTest::addColumn<int>("quality");
    for (const int quality : {95, 90, 75, 50, 30})
        QTest::newRow(std::to_string(quality).c_str()) << quality;
}

void DiagnosisTest::jpeg_tellsItsQuality()
{
    QFETCH(int, quality);
    const auto findings = findingsOf(corpus::throughJpeg(cleanImage(), quality));
    const Finding* jpeg = findingOf(findings, Fault::Jpeg);
    QVERIFY(jpeg);
    const int told = QString::fromStdString(jpeg->what).section("about ", 1).section('.', 0, 0).toInt();
    QVERIFY2(std::abs(told - quality) <= 4, jpeg->what.c_str()); // steps are whole numbers
}

void DiagnosisTest::resized_withoutRecord_tellsTheSizeItHad()
{
    QCOMPARE(cleanImage().width, 512);
    const Image image = corpus::scaled(cleanImage(), 700, cleanImage().height * 5 / 4, true);
    const auto findings = findingsOf(image);
    const Finding* resized = findingOf(findings, Fault::Resized);
    QVERIFY(resized);
    QCOMPARE(resized->mend.width, 512);
    QCOMPARE(resized->mend.height, cleanImage().height);
    const double difference = meanDifference(repaired(image, findings), cleanImage());
    QVERIFY2(difference < 4, qPrintable(QString::number(difference))); // two interpolations, each of which blurs
}

void DiagnosisTest::size_otherThanExpected_isResizedOrCropped()
{
    Expected expected;
    expected.width = cleanImage().width;
    expected.height = cleanImage().height;
    const auto smaller = findingsOf(corpus::scaled(cleanImage(), expected.width / 2, expected.height / 2, true), expected);
    const Finding* resized = findingOf(smaller, Fault::Resized);
    QVERIFY(resized);
    QCOMPARE(resized->mend.width, expected.width);
    const auto cut = findingsOf(spoiled(cleanImage(), Fault::Cropped, 1, 3), expected);
    QVERIFY(has(cut, Fault::Cropped));
    QVERIFY(!has(cut, Fault::Resized));
    QVERIFY(!has(findingsOf(cleanImage(), expected), Fault::Cropped));
}

void DiagnosisTest::eightBit_in16_isFound()
{
    for (const int strength : {0, 1})
        QVERIFY(has(findingsOf(spoiled(cleanImage(), Fault::EightBit, strength, 1)), Fault::EightBit));
    Expected expected;
    expected.depth = 16;
    QVERIFY(has(findingsOf(spoiled(cleanImage(), Fault::EightBit, 2, 1), expected), Fault::EightBit));
    QVERIFY(!has(findingsOf(spoiled(cleanImage(), Fault::EightBit, 2, 1)), Fault::EightBit));
}

void DiagnosisTest::clipped_isFound()
{
    for (int strength = 0; strength < corpus::strengths; ++strength)
        QVERIFY(has(findingsOf(spoiled(cleanImage(), Fault::Clipped, strength, 1)), Fault::Clipped));
}

void DiagnosisTest::narrowRange_isFoundAndStretched()
{
    // Stretched from black to white first, as level minmax does; else nobody knows how wide the range was.
    Image full = cleanImage();
    const auto [least, greatest] = std::ranges::minmax(full.samples);
    for (auto& sample : full.samples)
        sample = static_cast<std::uint16_t>((sample - least) * 255 / (greatest - least));
    const Image image = spoiled(full, Fault::NarrowRange, 1, 1);
    const auto findings = findingsOf(image, {.stretched = true});
    QVERIFY(has(findings, Fault::NarrowRange));
    const double before = meanDifference(image, full);
    const double after = meanDifference(repaired(image, findings), full);
    QVERIFY2(after < 1.5 && before > 10, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before))); // rounded twice
    const auto unknown = findingsOf(image);
    QVERIFY(has(unknown, Fault::NarrowRange) && !findingOf(unknown, Fault::NarrowRange)->mendable);
}

void DiagnosisTest::missingBands_areFound_withTheFrequency()
{
    const auto high = findingsOf(spoiled(cleanImage(), Fault::MissingHigh, 2, 1), {.topHz = 10'000});
    const Finding* finding = findingOf(high, Fault::MissingHigh);
    QVERIFY(finding);
    // Half of the mel scale from 0 to 10000 Hz is 700 (sqrt(1 + 10000/700) - 1) Hz.
    QVERIFY2(finding->cost.find("2037 Hz") != std::string::npos, finding->cost.c_str());
    QVERIFY(has(findingsOf(spoiled(cleanImage(), Fault::MissingLow, 2, 1)), Fault::MissingLow));
}

void DiagnosisTest::clean_hasNothing()
{
    const auto findings = findingsOf(cleanImage());
    QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().what.c_str());
}

void DiagnosisTest::emptyImage_isRefused()
{
    JobMonitor monitor;
    const auto findings = diagnose(Image(), {}, monitor);
    QVERIFY(!findings);
    QCOMPARE(findings.error().code, ErrorCode::InvalidArgument);
}

void DiagnosisTest::cancelled_isSaid()
{
    struct Stopped final : JobMonitor {
        bool cancelled() const override { return true; }
    } monitor;
    const auto findings = diagnose(cleanImage(), {}, monitor);
    QVERIFY(!findings && findings.error().code == ErrorCode::Cancelled);
    const auto mended = repair(cleanImage(), {Finding{Fault::Inverted, 1, "", "", true}}, monitor);
    QVERIFY(!mended && mended.error().code == ErrorCode::Cancelled);
}

void DiagnosisTest::repair_ofForeignFindings_isRefused()
{
    JobMonitor monitor;
    Finding frame{Fault::Framed, 1, "", "", true};
    frame.mend.inside = {0, 0, cleanImage().width + 1, 10};
    QVERIFY(!repair(cleanImage(), {frame}, monitor));
    QVERIFY(!repair(cleanImage(), {Finding{Fault::Resized, 1, "", "", true}}, monitor));
    Finding colours{Fault::ColourMapped, 1, "", "", true};
    colours.mend.map = "viridis";
    QVERIFY(!repair(Image(8, 8, 1), {colours}, monitor));
}

QTEST_MAIN(DiagnosisTest)
#include "diagnosis_test.moc"
