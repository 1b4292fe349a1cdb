// SPDX-License-Identifier: GPL-3.0-or-later
// What needs no audio device.
#include "ui/listening/abxrun.h"
#include "ui/listening/heldkey.h"
#include "ui/listening/meters.h"
#include "ui/player/heardring.h"

#include <QLabel>
#include <QtTest>

#include <limits>
#include <thread>

using namespace sonoloom;

class ListeningTest : public QObject
{
    Q_OBJECT

private slots:
    void run_drawsAnew_andKeepsWhatWasAnswered();
    void system_draws_bothSides();
    void heldKey_letGo_endsOnce();
    void heldKey_repeats_doNotEnd();
    void heldKey_forSomethingElse_endsTheFirst();
    void meter_values_haveTwoDecimalsAndSigns();
    void meter_overTheLimit_isBold_andSaysSo();
    void ring_bringsWhatWasPushed_onceItWasHeard();
    void ring_full_dropsWholeBlocks();
    void ring_betweenThreads_keepsTheOrder();
};

void ListeningTest::run_drawsAnew_andKeepsWhatWasAnswered()
{
    std::vector<AbxSide> drawn{AbxSide::A, AbxSide::B, AbxSide::B, AbxSide::A};
    std::size_t next = 0;
    AbxRun run(3, [&] { return drawn[next++]; });
    QCOMPARE(run.trial(), 1);
    QVERIFY(run.x() == AbxSide::A);
    run.answer(AbxSide::A, 1.5);
    QVERIFY(run.x() == AbxSide::B);
    run.answer(AbxSide::A, 2.5);
    QVERIFY(!run.ended());
    QCOMPARE(run.trial(), 3);
    run.answer(AbxSide::B, 4);
    QVERIFY(run.ended());
    const std::vector<AbxTrial> expected{{AbxSide::A, AbxSide::A, 1.5}, {AbxSide::B, AbxSide::A, 2.5}, {AbxSide::B, AbxSide::B, 4}};
    QVERIFY(run.trials() == expected);
}

void ListeningTest::system_draws_bothSides()
{
    int a = 0;
    for (int i = 0; i < 1000; ++i)
        a += drawnByTheSystem() == AbxSide::A ? 1 : 0;
    QVERIFY2(a > 400 && a < 600, qPrintable(QString::number(a))); // six standard deviations: once in 10^9 runs
}

void ListeningTest::heldKey_letGo_endsOnce()
{
    QWidget window;
    HeldKey held;
    int ended = 0;
    held.hold(1, [&] { ++ended; });
    QCOMPARE(ended, 0);
    QTest::keyRelease(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(ended, 1);
    QTest::keyRelease(&window, Qt::Key_Alt);
    QCOMPARE(ended, 1);
    held.hold(1, [&] { ++ended; });
    QTest::mousePress(&window, Qt::LeftButton);
    QCOMPARE(ended, 2);
}

void ListeningTest::heldKey_repeats_doNotEnd()
{
    QWidget window;
    HeldKey held;
    int ended = 0;
    for (int i = 0; i < 3; ++i) {
        held.hold(1, [&] { ++ended; });
        QKeyEvent repeat(QEvent::KeyRelease, Qt::Key_Left, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(&window, &repeat);
    }
    QCOMPARE(ended, 0);
    QTest::keyRelease(&window, Qt::Key_Left);
    QCOMPARE(ended, 1);
}

void ListeningTest::heldKey_forSomethingElse_endsTheFirst()
{
    HeldKey held;
    QStringList ended;
    held.hold(1, [&] { ended.append("first"); });
    held.hold(2, [&] { ended.append("second"); });
    QCOMPARE(ended, QStringList{"first"});
}

void ListeningTest::meter_values_haveTwoDecimalsAndSigns()
{
    QCOMPARE(Meters::valueText(-23.456), QString("−23.46"));
    QCOMPARE(Meters::valueText(0.5), QString("0.50"));
    QCOMPARE(Meters::valueText(-std::numeric_limits<double>::infinity()), QString("−∞"));
    QCOMPARE(Meters::valueText(std::nullopt), QString("—"));
}

void ListeningTest::meter_overTheLimit_isBold_andSaysSo()
{
    Player player;
    Meters meters(player);
    const auto peak = [&]() -> QLabel* {
        for (QLabel* label : meters.findChildren<QLabel*>())
            if (label->accessibleName().startsWith("True peak"))
                return label;
        return nullptr;
    };
    meters.showReading({-20, -21, -22, -1.01});
    QVERIFY(peak());
    QCOMPARE(peak()->text(), QString("−1.01"));
    QVERIFY(!peak()->font().bold());
    const QColor usual = peak()->palette().color(QPalette::WindowText);
    meters.showReading({-20, -21, -22, -0.99});
    QVERIFY(peak()->font().bold());
    QVERIFY(peak()->palette().color(QPalette::WindowText) != usual);
    QVERIFY(peak()->toolTip().contains("over"));
    bool shortTerm = false;
    for (QLabel* label : meters.findChildren<QLabel*>())
        shortTerm = shortTerm || label->toolTip().contains("−21.00");
    QVERIFY(shortTerm);
}

void ListeningTest::ring_bringsWhatWasPushed_onceItWasHeard()
{
    HeardRing ring(48000, 2);
    std::vector<float> out(10);
    ring.push(std::vector<float>{1, 2, 3, 4, 5, 6});
    ring.setDelay(2);
    QCOMPARE(ring.pop(out), std::size_t{2});
    QCOMPARE(out[0], 1.0f);
    QCOMPARE(out[1], 2.0f);
    QCOMPARE(ring.pop(out), std::size_t{0}); // the other two frames are in the device
    ring.setDelay(0);
    QCOMPARE(ring.pop(out), std::size_t{4});
    QCOMPARE(out[3], 6.0f);
    ring.push(std::vector<float>(6, 7.0f));
    QCOMPARE(ring.pop(std::span(out).first(5)), std::size_t{4}); // whole frames
}

void ListeningTest::ring_full_dropsWholeBlocks()
{
    HeardRing ring(48000, 1);
    std::vector<float> block(100'000);
    for (int i = 0; i < 5; ++i) {
        std::fill(block.begin(), block.end(), static_cast<float>(i));
        ring.push(block);
    }
    std::vector<float> out(500'000);
    QCOMPARE(ring.pop(out), std::size_t{200'000});
    QCOMPARE(out[0], 0.0f);
    QCOMPARE(out[199'999], 1.0f);
}

void ListeningTest::ring_betweenThreads_keepsTheOrder()
{
    constexpr int count = 3'000'000;
    HeardRing ring(48000, 1);
    std::atomic<int> read = 0;
    std::thread writer([&] {
        std::vector<float> block(480);
        for (int at = 0; at < count; at += 480) {
            while (at - read > 100'000)
                std::this_thread::yield(); // never full
            for (int i = 0; i < 480; ++i)
                block[static_cast<std::size_t>(i)] = static_cast<float>(at + i);
            ring.push(block);
        }
    });
    int wrong = 0;
    std::vector<float> out(333);
    while (read < count) {
        const int got = static_cast<int>(ring.pop(out));
        for (int i = 0; i < got; ++i)
            wrong += out[static_cast<std::size_t>(i)] != static_cast<float>(read + i);
        read += got;
    }
    writer.join();
    QCOMPARE(wrong, 0);
}

QTEST_MAIN(ListeningTest)
#include "listening_test.moc"
