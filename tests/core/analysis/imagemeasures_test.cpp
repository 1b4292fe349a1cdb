// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/imagemeasures.h"
#include "core/base/random.h"
#include "core/io/imagefile.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace sonoloom;

class ImageMeasuresTest : public QObject
{
    Q_OBJECT

private slots:
    void psnr_isThePeers();
    void psnr_ofOneLevel_isKnown();
    void similarity_ofAnImageWithItself_isOne();
    void similarity_ofEvenImages_isThatOfTheirLevels();
    void similarity_isThatOfEachWindow();
    void similarity_ofColours_isThatOfTheirLuminance();
    void similarity_ofSmallImages_isNothing();
    void threads_changeNothing();
    void cancelled_stops();
};

namespace
{

Image noise(int width, int height, int channels, std::uint64_t seed, int depth = 8)
{
    Image image(width, height, channels, depth);
    Random random(seed);
    for (auto& sample : image.samples)
        sample = static_cast<std::uint16_t>(random.uniform(0, image.maxValue() + 1.0));
    return image;
}

Image even(int width, int height, std::uint16_t level)
{
    Image image(width, height, 1);
    std::fill(image.samples.begin(), image.samples.end(), level);
    return image;
}

double similarity(const Image& a, const Image& b, int threads = 2)
{
    JobMonitor monitor;
    return imageSimilarity(a, b, threads, monitor).value().value();
}

/// The formula of the paper, window by window.
double similarityAsWritten(const Image& a, const Image& b)
{
    double weights[11][11];
    double sum = 0;
    for (int y = 0; y < 11; ++y)
        for (int x = 0; x < 11; ++x)
            sum += weights[y][x] = std::exp(-((x - 5) * (x - 5) + (y - 5) * (y - 5)) / (2 * 1.5 * 1.5));
    const double c1 = std::pow(0.01 * a.maxValue(), 2);
    const double c2 = std::pow(0.03 * a.maxValue(), 2);
    const auto windowAt = [&](int left, int top) {
        double meanA = 0;
        double meanB = 0;
        for (int y = 0; y < 11; ++y)
            for (int x = 0; x < 11; ++x) {
                meanA += weights[y][x] / sum * a.at(left + x, top + y);
                meanB += weights[y][x] / sum * b.at(left + x, top + y);
            }
        double varianceA = 0;
        double varianceB = 0;
        double covariance = 0;
        for (int y = 0; y < 11; ++y)
            for (int x = 0; x < 11; ++x) {
                const double da = a.at(left + x, top + y) - meanA;
                const double db = b.at(left + x, top + y) - meanB;
                varianceA += weights[y][x] / sum * da * da;
                varianceB += weights[y][x] / sum * db * db;
                covariance += weights[y][x] / sum * da * db;
            }
        return (2 * meanA * meanB + c1) * (2 * covariance + c2) /
               ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
    };
    double total = 0;
    for (int top = 0; top + 11 <= a.height; ++top)
        for (int left = 0; left + 11 <= a.width; ++left)
            total += windowAt(left, top);
    return total / ((a.width - 10.0) * (a.height - 10.0));
}

class Stopped final : public JobMonitor
{
public:
    bool cancelled() const override { return true; }
};

} // namespace

void ImageMeasuresTest::psnr_isThePeers()
{
    std::ifstream file(testsupport::goldenPath("manifest.json"));
    const auto manifest = nlohmann::json::parse(file);
    for (const auto& golden : manifest["cases"]) {
        if (golden["id"] != "wavdiff.compare")
            continue;
        const Image a = readImageFile(testsupport::goldenPath(golden["outputs"][0]["path"])).value();
        const Image b = readImageFile(testsupport::goldenPath(golden["outputs"][1]["path"])).value();
        QCOMPARE(a.depth, 16);
        const double difference = imagePsnrDb(a, b, 2) - golden["psnr_db"].get<double>();
        QVERIFY2(std::abs(difference) <= golden["tolerance"]["psnr_db"].get<double>(), qPrintable(QString::number(difference)));
        QCOMPARE(imagePsnrDb(a, a, 2), golden["psnr_identical_db"].get<double>());
        return;
    }
    QFAIL("The case wavdiff.compare is missing.");
}

void ImageMeasuresTest::psnr_ofOneLevel_isKnown()
{
    Image a = even(20, 10, 100);
    QVERIFY(std::abs(imagePsnrDb(a, even(20, 10, 101), 1) - 20 * std::log10(255.0)) < 1e-12);
    Image b = a;
    b.at(3, 4) = 120; // 400 / 200
    QVERIFY(std::abs(imagePsnrDb(a, b, 1) - 20 * std::log10(255 / std::sqrt(2.0))) < 1e-12);
}

void ImageMeasuresTest::similarity_ofAnImageWithItself_isOne()
{
    const Image image = noise(64, 40, 1, 3);
    QVERIFY(std::abs(similarity(image, image) - 1) < 1e-12);
}

void ImageMeasuresTest::similarity_ofEvenImages_isThatOfTheirLevels()
{
    const double c1 = 0.01 * 255 * 0.01 * 255;
    const double wanted = (2.0 * 50 * 200 + c1) / (50.0 * 50 + 200.0 * 200 + c1);
    QVERIFY(std::abs(similarity(even(30, 30, 50), even(30, 30, 200)) - wanted) < 1e-9);
}

void ImageMeasuresTest::similarity_isThatOfEachWindow()
{
    Image a = noise(37, 45, 1, 5, 16);
    Image b = a;
    Random random(6);
    for (auto& sample : b.samples)
        sample = static_cast<std::uint16_t>(sample * 0.7 + random.uniform(0, 15000));
    const double wanted = similarityAsWritten(a, b);
    QVERIFY(wanted > 0.3 && wanted < 0.95);
    QVERIFY2(std::abs(similarity(a, b) - wanted) < 1e-9, qPrintable(QString::number(similarity(a, b) - wanted)));
}

void ImageMeasuresTest::similarity_ofColours_isThatOfTheirLuminance()
{
    Image colour = noise(30, 30, 3, 8);
    Image grey(30, 30, 1);
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 30; ++x) {
            // Colours whose luminance is a whole number.
            const auto level = static_cast<std::uint16_t>(colour.at(x, y, 0));
            for (int c = 0; c < 3; ++c)
                colour.at(x, y, c) = level;
            grey.at(x, y) = level;
        }
    const Image other = noise(30, 30, 1, 9);
    QVERIFY(std::abs(similarity(grey, other) - similarity(colour, other)) < 1e-9);
    Image red(30, 30, 3);
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 30; ++x)
            red.at(x, y, 0) = 200;
    QVERIFY(std::abs(similarity(red, even(30, 30, 60)) - 1) < 1e-3); // 59.8
}

void ImageMeasuresTest::similarity_ofSmallImages_isNothing()
{
    JobMonitor monitor;
    QVERIFY(!imageSimilarity(even(10, 50, 3), even(10, 50, 3), 1, monitor).value());
    QVERIFY(imageSimilarity(even(11, 11, 3), even(11, 11, 3), 1, monitor).value());
}

void ImageMeasuresTest::threads_changeNothing()
{
    const Image a = noise(80, 200, 3, 1);
    const Image b = noise(80, 200, 3, 2);
    QCOMPARE(similarity(a, b, 1), similarity(a, b, 5));
    QCOMPARE(imagePsnrDb(a, b, 1), imagePsnrDb(a, b, 5));
}

void ImageMeasuresTest::cancelled_stops()
{
    Stopped monitor;
    const Image image = noise(64, 64, 1, 3);
    QCOMPARE(imageSimilarity(image, image, 2, monitor).error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(ImageMeasuresTest)
#include "imagemeasures_test.moc"
