// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/dsp/stft.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace sonoloom;

class StftTest : public QObject
{
    Q_OBJECT

private slots:
    void milliseconds_becomeWholeSamples_data();
    void milliseconds_becomeWholeSamples();
    void impossibleLengths_areRefused_data();
    void impossibleLengths_areRefused();
    void reflection_isNumpys();
    void reflection_ofShortSignals_goesOn();
    void constant_givesTheWindowsSum();
    void sine_peaksAtItsBin();
    void sum_isTheSumOfTransforms();
    void inverse_ofForward_isTheSignal_data();
    void inverse_ofForward_isTheSignal();
    void someFrames_areThoseOfAll();
    void threads_neverChangeABit();
};

namespace
{

std::vector<float> noise(std::size_t samples, std::uint64_t seed = 1)
{
    Random random(seed);
    std::vector<float> signal(samples);
    for (float& sample : signal)
        sample = static_cast<float>(random.uniform(-1, 1));
    return signal;
}

Grid<std::complex<float>> transformed(const std::vector<float>& signal, const StftParams& params, int threads = 1)
{
    JobMonitor monitor;
    return stft(signal, params, threads, monitor).value();
}

} // namespace

void StftTest::milliseconds_becomeWholeSamples_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<double>("step");
    QTest::addColumn<int>("fftSize");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("hop");
    QTest::newRow("CD") << 44100 << 10.0 << 17640 << 4410 << 441;
    QTest::newRow("studio") << 48000 << 12.0 << 19200 << 4800 << 576;
    QTest::newRow("cut off, not rounded") << 22050 << 10.0 << 8820 << 2205 << 220;
}

void StftTest::milliseconds_becomeWholeSamples()
{
    QFETCH(int, rate);
    QFETCH(double, step);
    const StftParams params = stftFromMilliseconds(400, 100, step, rate);
    QTEST(params.fftSize, "fftSize");
    QTEST(params.window, "window");
    QTEST(params.hop, "hop");
}

void StftTest::impossibleLengths_areRefused_data()
{
    QTest::addColumn<int>("fftSize");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("hop");
    QTest::newRow("no frame") << 0 << 0 << 1;
    QTest::newRow("no hop") << 16 << 16 << 0;
    QTest::newRow("window longer than frame") << 16 << 17 << 4;
    QTest::newRow("hop longer than window") << 16 << 8 << 9;
}

void StftTest::impossibleLengths_areRefused()
{
    QFETCH(int, fftSize);
    QFETCH(int, window);
    QFETCH(int, hop);
    const auto checked = checkStft({fftSize, window, hop});
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::InvalidArgument);
}

void StftTest::reflection_isNumpys()
{
    const std::vector<float> signal{1, 2, 3, 4}; // np.pad(signal, 3, "reflect")
    const std::vector<float> expected{4, 3, 2, 1, 2, 3, 4, 3, 2, 1};
    const ReflectedSignal reflected(signal);
    std::vector<float> copied(expected.size());
    reflected.copy(-3, copied);
    QVERIFY(copied == expected);
    for (std::size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(reflected.at(static_cast<std::ptrdiff_t>(i) - 3), expected[i]);
}

void StftTest::reflection_ofShortSignals_goesOn()
{
    const std::vector<float> two{1, 2};
    std::vector<float> copied(7);
    ReflectedSignal(two).copy(-3, copied);
    QVERIFY((copied == std::vector<float>{2, 1, 2, 1, 2, 1, 2}));
    const std::vector<float> one{5};
    ReflectedSignal(one).copy(-3, copied);
    QVERIFY((copied == std::vector<float>(7, 5.0f)));
}

void StftTest::constant_givesTheWindowsSum()
{
    const StftParams params{64, 32, 8};
    const auto frames = transformed(std::vector<float>(200, 1.0f), params);
    QCOMPARE(frames.rows(), std::size_t{26}); // 1 + 200 / 8
    for (std::size_t f = 0; f < frames.rows(); ++f)
        QVERIFY(std::abs(std::abs(frames(f, 0)) - 16.0f) < 1e-4f); // periodic Hann sums to half its length
}

void StftTest::sine_peaksAtItsBin()
{
    const StftParams params{1024, 512, 128};
    std::vector<float> signal(4096);
    for (std::size_t i = 0; i < signal.size(); ++i)
        signal[i] = static_cast<float>(std::sin(2 * std::numbers::pi * 100 * static_cast<double>(i) / 1024));
    const auto frames = transformed(signal, params);
    const auto row = frames.row(16);
    const auto peak = std::ranges::max_element(row, {}, [](const auto& z) { return std::abs(z); });
    QCOMPARE(peak - row.begin(), 100);
    QVERIFY(std::abs(std::abs(*peak) - 128.0f) < 0.01f); // amplitude 1: half of the window's sum
}

void StftTest::sum_isTheSumOfTransforms()
{
    const StftParams params{256, 200, 50};
    const auto a = noise(1000, 1);
    const auto b = noise(1000, 2);
    std::vector<float> both(1000);
    for (std::size_t i = 0; i < both.size(); ++i)
        both[i] = 2 * a[i] + b[i];
    const auto fa = transformed(a, params);
    const auto fb = transformed(b, params);
    const auto sum = transformed(both, params);
    for (std::size_t i = 0; i < sum.cells().size(); ++i)
        QVERIFY(std::abs(sum.cells()[i] - (2.0f * fa.cells()[i] + fb.cells()[i])) < 1e-4f);
}

void StftTest::inverse_ofForward_isTheSignal_data()
{
    QTest::addColumn<int>("fftSize");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("hop");
    QTest::addColumn<int>("samples");
    QTest::newRow("as Riffusion") << 17640 << 4410 << 441 << 44100;
    QTest::newRow("odd lengths") << 301 << 211 << 53 << 5000;
    QTest::newRow("half overlap") << 512 << 512 << 256 << 4096;
}

void StftTest::inverse_ofForward_isTheSignal()
{
    QFETCH(int, fftSize);
    QFETCH(int, window);
    QFETCH(int, hop);
    QFETCH(int, samples);
    const StftParams params{fftSize, window, hop};
    const auto signal = noise(static_cast<std::size_t>(samples));
    const auto back = inverseStft(transformed(signal, params), params, signal.size());
    // The last samples lie under the falling end of the last window only.
    for (std::size_t i = 0; i + static_cast<std::size_t>(hop) < signal.size(); ++i)
        QVERIFY2(std::abs(back[i] - signal[i]) < 1e-5f, qPrintable(QString::number(i)));
}

void StftTest::someFrames_areThoseOfAll()
{
    const StftParams params{512, 400, 37};
    const auto signal = noise(3000);
    const auto all = transformed(signal, params);
    JobMonitor monitor;
    const auto some = stftFrames(signal, params, 11, 40, 2, monitor);
    QVERIFY(some);
    for (std::size_t f = 0; f < 40; ++f)
        QVERIFY(std::ranges::equal(some.value().row(f), all.row(11 + f)));
}

void StftTest::threads_neverChangeABit()
{
    const StftParams params{512, 400, 37};
    const auto signal = noise(8000);
    QVERIFY(transformed(signal, params, 1) == transformed(signal, params, 5));
}

QTEST_GUILESS_MAIN(StftTest)
#include "stft_test.moc"
