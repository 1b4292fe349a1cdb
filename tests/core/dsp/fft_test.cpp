// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/fft.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <cmath>
#include <fstream>
#include <numbers>

using namespace sonoloom;

class FftTest : public QObject
{
    Q_OBJECT

private slots:
    void cosine_isOneLine_data();
    void cosine_isOneLine();
    void inverse_ofForward_isTheSignalTimesSize();
    void fastSize_isEvenAndSmooth();
    void wisdom_missingFile_isFalse();
    void wisdom_measured_canBeLoaded();
};

void FftTest::cosine_isOneLine_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {2, 8, 15, 17640, 2048})
        QTest::addRow("%d", size) << size;
}

void FftTest::cosine_isOneLine()
{
    QFETCH(int, size);
    const Fft fft(size);
    const int line = size / 4;
    AlignedBuffer<float> in(static_cast<std::size_t>(size));
    AlignedBuffer<std::complex<float>> out(static_cast<std::size_t>(fft.bins()));
    for (int n = 0; n < size; ++n)
        in[static_cast<std::size_t>(n)] = static_cast<float>(std::cos(2 * std::numbers::pi * line * n / size));
    fft.forward(in, out);
    const bool lonely = line == 0 || 2 * line == size; // no mirror image to share with
    for (int k = 0; k < fft.bins(); ++k) {
        const double expected = k != line ? 0 : lonely ? size : size / 2.0;
        QVERIFY2(std::abs(std::abs(out[static_cast<std::size_t>(k)]) - expected) < 1e-6 * size + 1e-6, // float rounding
                 qPrintable(QString::number(k)));
    }
}

void FftTest::inverse_ofForward_isTheSignalTimesSize()
{
    constexpr int size = 1470;
    const Fft fft(size);
    AlignedBuffer<float> in(size);
    AlignedBuffer<float> back(size);
    AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(fft.bins()));
    for (std::size_t n = 0; n < size; ++n)
        in[n] = static_cast<float>((n * 7919) % 1000) / 1000.0f - 0.5f;
    fft.forward(in, spectrum);
    fft.inverse(spectrum, back);
    for (std::size_t n = 0; n < size; ++n)
        QVERIFY(std::abs(back[n] / size - in[n]) < 1e-6f);
}

void FftTest::fastSize_isEvenAndSmooth()
{
    QCOMPARE(fastFftSize(1), 2);
    QCOMPARE(fastFftSize(17), 18);
    QCOMPARE(fastFftSize(121), 126);
    QCOMPARE(fastFftSize(17640), 17640);
    QCOMPARE(fastFftSize(8193), 8232);
}

void FftTest::wisdom_missingFile_isFalse()
{
    QVERIFY(!loadFftWisdom("/nowhere/wisdom"));
}

void FftTest::wisdom_measured_canBeLoaded()
{
    const std::array sizes{240};
    const std::string wisdom = measureFftPlans(sizes);
    QVERIFY(wisdom.find("fftw") != std::string::npos);
    QTemporaryDir folder;
    const std::string path = folder.filePath("wisdom").toStdString();
    std::ofstream(path) << wisdom;
    QVERIFY(loadFftWisdom(path));
    std::ofstream(path) << "no wisdom";
    QVERIFY(!loadFftWisdom(path));
}

QTEST_GUILESS_MAIN(FftTest)
#include "fft_test.moc"
