// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/dsp/bandmatrix.h"
#include "core/dsp/kernels.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <numeric>

using namespace sonoloom;

namespace
{

constexpr int bins = 517; // no multiple of any vector length
constexpr int rowCount = 61;

AlignedBuffer<float> noise(std::size_t size, std::uint64_t seed)
{
    AlignedBuffer<float> values(size);
    Random random(seed);
    for (std::size_t i = 0; i < size; ++i)
        values[i] = static_cast<float>(random.uniform(-1, 1));
    return values;
}

/// Overlapping rows of 0 to 33 weights, as a matrix for the kernels.
struct Bank {
    std::vector<BandRow> rows = someRows();
    std::vector<float> scale = std::vector<float>(bins, 0.5f);
    BandMatrix matrix{rows, bins, scale};

    static std::vector<BandRow> someRows()
    {
        std::vector<BandRow> rows;
        Random random(5);
        for (int r = 0; r < rowCount; ++r) {
            BandRow row{r * 8, {}};
            for (int i = 0; i < r % 34; ++i)
                row.weights.push_back(static_cast<float>(random.uniform()));
            rows.push_back(row);
        }
        return rows;
    }
};

bool sameBits(const std::vector<float>& a, const std::vector<float>& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

/// What all kernels make of the same numbers, one after the other in one buffer.
std::vector<float> everything(const Kernels& k)
{
    const Bank bank;
    std::vector<float> out(bins);
    AlignedBuffer<float> spectrum = noise(2 * bins, 1);
    AlignedBuffer<float> magnitudes(bins + kernelLanes);
    AlignedBuffer<float> spreads(bank.matrix.spreadLength());
    AlignedBuffer<float> sums(bank.matrix.sumsLength());
    AlignedBuffer<float> current = noise(bins, 2);
    AlignedBuffer<float> previous = noise(bins, 3);
    AlignedBuffer<float> logarithms(bins);
    AlignedBuffer<float> polar(2 * bins);
    AlignedBuffer<float> distance(1);

    k.magnitudes(spectrum.data(), magnitudes.data(), bins);
    k.sumBands(bank.matrix.sums(), magnitudes.data(), sums.data());
    distance[0] = k.levelDistance(magnitudes.data(), sums.data(), rowCount);
    k.ratios(noise(rowCount, 4).data(), sums.data(), 0.5f, sums.data(), rowCount);
    k.spreadBands(bank.matrix.spread(), sums.data(), spreads.data());
    k.multiply(spreads.data(), current.data(), bins);
    k.applyGains(spectrum.data(), spreads.data(), bins);
    k.product(spreads.data(), magnitudes.data(), out.data(), bins);
    k.addProduct(current.data(), previous.data(), out.data(), bins);
    k.accelerate(out.data(), current.data(), previous.data(), bins);
    k.logarithms(magnitudes.data(), 1e-3f, logarithms.data(), bins);
    k.polar(magnitudes.data(), current.data(), previous.data(), polar.data(), bins);
    AlignedBuffer<float> turned(bins);
    for (const int step : {1, 2, 3}) {
        k.turn(spectrum.data(), step, polar.data(), turned.data(), bins / 2 / step);
        out.insert(out.end(), turned.data(), turned.data() + turned.size());
    }
    AlignedBuffer<float> smeared(bins);
    k.smearLines(magnitudes.data() + 3, smeared.data(), bins - 6);
    out.insert(out.end(), smeared.data(), smeared.data() + smeared.size());
    for (const auto* part : {&spectrum, &magnitudes, &spreads, &sums, &current, &previous, &logarithms, &polar, &distance})
        out.insert(out.end(), part->data(), part->data() + part->size());
    return out;
}

} // namespace

class KernelsTest : public QObject
{
    Q_OBJECT

private slots:
    void versions_sameInput_giveTheSameBits();
    void sumBands_againstDoubleLoop_agree();
    void spreadBands_againstDoubleLoop_agree();
    void logarithms_overAllMagnitudes_areThoseOfTheLibrary();
    void polar_anyAngle_isThatOfTheLibrary();
    void turn_byAQuarter_turnsEveryStepthBin();
    void smearLines_oneLine_isAHannWindowsMainLobe();
    void levelDistance_sixteenAndOne_isOnePerValue();
    void magnitudes_threeFourFive_isFive();
};

void KernelsTest::versions_sameInput_giveTheSameBits()
{
    const auto versions = runnableKernels();
    QVERIFY(!versions.empty());
    QCOMPARE(versions.back()->name, "plain");
    const auto reference = everything(*versions.back());
    for (const Kernels* version : versions) {
        const auto numbers = everything(*version);
        const auto apart = std::ranges::mismatch(numbers, reference);
        QVERIFY2(sameBits(numbers, reference),
                 qPrintable(QString("%1 at %2: %3, not %4").arg(version->name).arg(apart.in1 - numbers.begin()).arg(*apart.in1).arg(*apart.in2)));
    }
}

void KernelsTest::sumBands_againstDoubleLoop_agree()
{
    const Bank bank;
    const auto values = noise(bins + kernelLanes, 9);
    std::vector<float> sums(bank.matrix.sumsLength());
    for (const Kernels* version : runnableKernels()) {
        version->sumBands(bank.matrix.sums(), values.data(), sums.data());
        for (std::size_t r = 0; r < rowCount; ++r) {
            double sum = 0;
            for (std::size_t i = 0; i < bank.rows[r].weights.size(); ++i)
                sum += double(bank.rows[r].weights[i]) * values[static_cast<std::size_t>(bank.rows[r].first) + i];
            QVERIFY(std::abs(sum - sums[r]) < 1e-5); // 33 products of numbers below 1 in single precision
        }
    }
}

void KernelsTest::spreadBands_againstDoubleLoop_agree()
{
    const Bank bank;
    const auto factors = noise(rowCount, 10);
    std::vector<double> expected(bank.matrix.spreadLength(), 0.0);
    for (std::size_t r = 0; r < rowCount; ++r)
        for (std::size_t i = 0; i < bank.rows[r].weights.size(); ++i)
            expected[static_cast<std::size_t>(bank.rows[r].first) + i] += 0.5 * bank.rows[r].weights[i] * factors[r];
    AlignedBuffer<float> out = noise(expected.size(), 11);
    for (const Kernels* version : runnableKernels()) {
        version->spreadBands(bank.matrix.spread(), factors.data(), out.data());
        for (std::size_t k = 0; k < expected.size(); ++k)
            QVERIFY(std::abs(expected[k] - out[k]) < 1e-5);
    }
}

void KernelsTest::logarithms_overAllMagnitudes_areThoseOfTheLibrary()
{
    std::vector<float> values;
    for (float x = 1e-35f; x < 1e30f; x *= 1.137f)
        values.push_back(x);
    std::vector<float> out(values.size());
    for (const Kernels* version : runnableKernels()) {
        version->logarithms(values.data(), 1e-30f, out.data(), static_cast<int>(values.size()));
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double expected = std::log(std::max(values[i], 1e-30f));
            // Two roundings of a number in single precision, each half of 1.2e-7 of it, and the series' own error.
            QVERIFY2(std::abs(out[i] - expected) < 1e-6 + 2e-7 * std::abs(expected), version->name);
        }
    }
}

void KernelsTest::polar_anyAngle_isThatOfTheLibrary()
{
    const auto turns = noise(bins, 12);
    std::vector<float> offsets(bins);
    for (std::size_t k = 0; k < offsets.size(); ++k)
        offsets[k] = static_cast<float>(k) - 258;
    const std::vector<float> ones(bins, 1.0f);
    std::vector<float> out(2 * bins);
    for (const Kernels* version : runnableKernels()) {
        version->polar(ones.data(), turns.data(), offsets.data(), out.data(), bins);
        for (std::size_t k = 0; k < offsets.size(); ++k) {
            const double angle = 2 * std::numbers::pi * (turns[k] + offsets[k]); // rounded to single precision as there
            QVERIFY2(std::abs(out[2 * k] - std::cos(angle)) < 1e-6, version->name);
            QVERIFY2(std::abs(out[2 * k + 1] - std::sin(angle)) < 1e-6, version->name);
        }
    }
}

void KernelsTest::turn_byAQuarter_turnsEveryStepthBin()
{
    const float spectrum[] = {1, 2, 3, 4, 5, 6, 7, 8};
    const float quarters[] = {0, 1, 0, 1, 0, 1, 0, 1};
    float out[8];
    for (const Kernels* version : runnableKernels()) {
        version->turn(spectrum, 1, quarters, out, 4);
        QVERIFY(std::ranges::equal(out, std::vector<float>{-2, 1, -4, 3, -6, 5, -8, 7}));
        version->turn(spectrum, 2, quarters, out, 2);
        QVERIFY(std::ranges::equal(std::span(out, 4), std::vector<float>{-2, 1, -6, 5}));
    }
}

void KernelsTest::smearLines_oneLine_isAHannWindowsMainLobe()
{
    // Magnitudes of a windowed sine of 64 samples, twice padded: 1, 0.849, 0.5, 0.170, 0.
    std::vector<float> line(13);
    line[6] = 1;
    std::vector<float> out(7);
    for (const Kernels* version : runnableKernels()) {
        version->smearLines(line.data() + 3, out.data(), 7);
        QVERIFY(std::abs(std::accumulate(out.begin(), out.end(), 0.0f) - 1) < 1e-4f);
        for (std::size_t i = 0; i < 7; ++i) {
            double sum = 0;
            for (int n = -32; n < 32; ++n)
                sum += (0.5 + 0.5 * std::cos(std::numbers::pi * n / 32)) *
                       std::cos(2 * std::numbers::pi * n * (static_cast<double>(i) - 3) / 128);
            QVERIFY(std::abs(out[i] / out[3] - sum / 32) < 1e-3);
        }
    }
}

void KernelsTest::levelDistance_sixteenAndOne_isOnePerValue()
{
    const std::vector<float> sixteen(37, 16.0f);
    const std::vector<float> one(37, 1.0f);
    for (const Kernels* version : runnableKernels())
        QCOMPARE(version->levelDistance(sixteen.data(), one.data(), 37), 37.0f);
}

void KernelsTest::magnitudes_threeFourFive_isFive()
{
    const float spectrum[] = {3, 4, -6, 8, 0, 0};
    float out[3];
    for (const Kernels* version : runnableKernels()) {
        version->magnitudes(spectrum, out, 3);
        QCOMPARE(out[0], 5.0f);
        QCOMPARE(out[1], 10.0f);
        QCOMPARE(out[2], 0.0f);
    }
}

QTEST_APPLESS_MAIN(KernelsTest)
#include "kernels_test.moc"
