// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/dsp/kernels.h"
#include "core/dsp/fft.h"

#include <QtTest>

#include <cmath>
#include <cstring>

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

/// A bank of overlapping rows of 1 to 33 weights.
struct Bank {
    std::vector<int> first;
    std::vector<int> begin;
    std::vector<int> length;
    std::vector<float> weights;
    SparseRows rows;

    Bank()
    {
        Random random(5);
        for (int r = 0; r < rowCount; ++r) {
            first.push_back(r * 8);
            length.push_back(1 + r % 33);
            begin.push_back(static_cast<int>(weights.size()));
            for (int i = 0; i < (length.back() + kernelLanes - 1) / kernelLanes * kernelLanes; ++i)
                weights.push_back(i < length.back() ? static_cast<float>(random.uniform()) : 0.0f);
        }
        begin.push_back(static_cast<int>(weights.size()));
        rows = {rowCount, first.data(), begin.data(), weights.data()};
    }
};

bool sameBits(const AlignedBuffer<float>& a, const AlignedBuffer<float>& b)
{
    return std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

/// What all kernels make of the same numbers, one after the other in one buffer.
AlignedBuffer<float> everything(const Kernels& k)
{
    const Bank bank;
    AlignedBuffer<float> out(16 * bins);
    AlignedBuffer<float> spectrum = noise(2 * bins, 1);
    AlignedBuffer<float> magnitudes(bins + kernelLanes);
    AlignedBuffer<float> spreads(bins + kernelLanes);
    AlignedBuffer<float> sums(rowCount);
    AlignedBuffer<float> current = noise(bins, 2);
    AlignedBuffer<float> previous = noise(bins, 3);

    k.magnitudes(spectrum.data(), magnitudes.data(), bins);
    k.sumRows(bank.rows, magnitudes.data(), sums.data());
    k.ratios(noise(rowCount, 4).data(), sums.data(), 0.5f, sums.data(), rowCount);
    k.spreadRows(bank.rows, sums.data(), spreads.data(), bins);
    k.multiply(spreads.data(), current.data(), bins);
    k.applyGains(spectrum.data(), spreads.data(), bins);
    k.product(spreads.data(), magnitudes.data(), out.data(), bins);
    k.addProduct(current.data(), previous.data(), out.data(), bins);
    k.accelerate(out.data(), current.data(), previous.data(), bins);
    std::size_t at = bins;
    for (const auto* part : {&spectrum, &magnitudes, &spreads, &sums, &current, &previous}) {
        std::memcpy(out.data() + at, part->data(), part->size() * sizeof(float));
        at += part->size();
    }
    return out;
}

} // namespace

class KernelsTest : public QObject
{
    Q_OBJECT

private slots:
    void versions_sameInput_giveTheSameBits();
    void sumRows_againstDoubleLoop_agree();
    void spreadRows_againstDoubleLoop_agree();
    void magnitudes_threeFourFive_isFive();
};

void KernelsTest::versions_sameInput_giveTheSameBits()
{
    const auto versions = runnableKernels();
    QVERIFY(!versions.empty());
    QCOMPARE(versions.back()->name, "baseline");
    const auto reference = everything(*versions.back());
    for (const Kernels* version : versions)
        QVERIFY2(sameBits(everything(*version), reference), version->name);
}

void KernelsTest::sumRows_againstDoubleLoop_agree()
{
    const Bank bank;
    const auto values = noise(bins + kernelLanes, 9);
    std::vector<float> sums(rowCount);
    for (const Kernels* version : runnableKernels()) {
        version->sumRows(bank.rows, values.data(), sums.data());
        for (std::size_t r = 0; r < rowCount; ++r) {
            double sum = 0;
            for (int i = 0; i < bank.length[r]; ++i)
                sum += double(bank.weights[static_cast<std::size_t>(bank.begin[r] + i)]) *
                       values[static_cast<std::size_t>(bank.first[r] + i)];
            QVERIFY(std::abs(sum - sums[r]) < 1e-5); // 33 products of numbers below 1 in single precision
        }
    }
}

void KernelsTest::spreadRows_againstDoubleLoop_agree()
{
    const Bank bank;
    const auto factors = noise(rowCount, 10);
    std::vector<double> expected(bins + kernelLanes, 0.0);
    for (std::size_t r = 0; r < rowCount; ++r)
        for (int i = 0; i < bank.length[r]; ++i)
            expected[static_cast<std::size_t>(bank.first[r] + i)] +=
                double(bank.weights[static_cast<std::size_t>(bank.begin[r] + i)]) * factors[r];
    AlignedBuffer<float> out = noise(bins + kernelLanes, 11);
    for (const Kernels* version : runnableKernels()) {
        version->spreadRows(bank.rows, factors.data(), out.data(), bins);
        for (std::size_t k = 0; k < expected.size(); ++k)
            QVERIFY(std::abs(expected[k] - out[k]) < 1e-5);
    }
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
