// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/imagecheck.h"

#include "tests/corpus/otherpictures.h"
#include "tests/corpus/spoiling.h"

#include <QGuiApplication>
#include <QtTest>

#include <array>

using namespace sonoloom;

/// Detection and diagnosis on seeds that no weight and no threshold was set by. Bounds lie below what is measured on more of
/// them (core/analysis/README.md), as far as so few images vary.
class ImageCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void formats_withoutRecords_areRecognised();
    void otherPictures_areRefused();
    void faults_areFound_andCleanImagesLeftAlone();
    void colourMapped_isRecognisedBehindItsColours();
};

namespace
{

constexpr std::uint64_t firstSeed = 501;
constexpr std::uint64_t seeds = 2;

ImageCheck checked(Image image, bool withRecord)
{
    JobMonitor monitor;
    std::vector<std::string> ignored;
    const auto record = withRecord ? recordOfImage(image, ignored) : std::nullopt;
    if (!withRecord) {
        image.text.clear();
        image.exif.clear();
    }
    const auto check = checkImage(image, record, monitor);
    return check ? check.value() : ImageCheck{};
}

template <class Work>
void forEachClean(Work&& work)
{
    for (std::uint64_t seed = firstSeed; seed < firstSeed + seeds; ++seed)
        for (const auto kind : corpus::soundKinds())
            work(kind, seed);
}

} // namespace

void ImageCheckTest::formats_withoutRecords_areRecognised()
{
    int images = 0;
    int bare = 0;
    int recorded = 0;
    forEachClean([&](std::string_view kind, std::uint64_t seed) {
        for (const auto make : {corpus::phaseImage, corpus::bytesImage, static_cast<corpus::Sample (*)(std::string_view, std::uint64_t)>(corpus::melImage)}) {
            const corpus::Sample sample = make(kind, seed);
            ++images;
            bare += checked(sample.image, false).format == sample.format ? 1 : 0;
            recorded += checked(sample.image, true).format == sample.format ? 1 : 0;
        }
    });
    QVERIFY2(bare >= 0.9 * images, qPrintable(QStringLiteral("%1 of %2").arg(bare).arg(images)));
    QVERIFY2(recorded >= 0.95 * images, qPrintable(QStringLiteral("%1 of %2").arg(recorded).arg(images)));
}

void ImageCheckTest::otherPictures_areRefused()
{
    int taken = 0;
    int pictures = 0;
    for (std::uint64_t seed = firstSeed; seed < firstSeed + seeds + 3; ++seed)
        for (const auto kind : corpus::pictureKinds()) {
            ++pictures;
            const ImageCheck check = checked(corpus::otherPicture(kind, seed).image, false);
            taken += check.format.empty() ? 0 : 1;
            QVERIFY(!check.format.empty() || check.recognition.confidence < 0.5);
        }
    QVERIFY2(taken <= 0.05 * pictures, qPrintable(QStringLiteral("%1 of %2").arg(taken).arg(pictures)));
}

void ImageCheckTest::faults_areFound_andCleanImagesLeftAlone()
{
    // Percent found with records, weakest strength of each fault left out.
    struct Bound {
        Fault fault;
        int percent;
    };
    constexpr std::array bounds{Bound{Fault::Framed, 85},      Bound{Fault::ColourMapped, 70}, Bound{Fault::Jpeg, 75},
                                Bound{Fault::Resized, 60},     Bound{Fault::Cropped, 60},      Bound{Fault::UpsideDown, 45},
                                Bound{Fault::Inverted, 90},    Bound{Fault::Clipped, 80},      Bound{Fault::NarrowRange, 60},
                                Bound{Fault::MissingLow, 55},  Bound{Fault::MissingHigh, 40}};
    std::array<int, faultCount> found{};
    int images = 0;
    int falseAlarms = 0;
    forEachClean([&](std::string_view kind, std::uint64_t seed) {
        const Image clean = corpus::melImage(kind, seed).image;
        falseAlarms += static_cast<int>(checked(clean, true).findings.size());
        ++images;
        for (const Bound& bound : bounds)
            for (const int strength : {1, 2}) {
                const auto findings = checked(corpus::spoiled(clean, bound.fault, strength, seed), true).findings;
                found[static_cast<std::size_t>(bound.fault)] += findingOf(findings, bound.fault) ? 1 : 0;
            }
    });
    for (const Bound& bound : bounds) {
        const int percent = 100 * found[static_cast<std::size_t>(bound.fault)] / (2 * images);
        QVERIFY2(percent >= bound.percent, qPrintable(QStringLiteral("%1: %2").arg(faultName(bound.fault).data()).arg(percent)));
    }
    QVERIFY2(falseAlarms <= 2, qPrintable(QString::number(falseAlarms)));
}

void ImageCheckTest::colourMapped_isRecognisedBehindItsColours()
{
    const Image image = corpus::spoiled(corpus::melImage("chords", 2).image, Fault::ColourMapped, 0, 2);
    const ImageCheck check = checked(image, false);
    QCOMPARE(QString::fromStdString(check.format), QString("riffusion"));
    QVERIFY2(check.recognition.reason.find("in the colours of") != std::string::npos, check.recognition.reason.c_str());
    QVERIFY(check.mendable());
}

QTEST_MAIN(ImageCheckTest)
#include "imagecheck_test.moc"
