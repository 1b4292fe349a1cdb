// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/base/random.h"

#include <QTest>

#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

class ParallelTest : public QObject
{
    Q_OBJECT
private slots:
    void everyIndex_anyThreadCount_isDoneOnce();
    void defaultThreads_areTheUsers();
    void exception_ofWork_comesOutLowestIndexFirst();
    void random_sameSeed_sameNumbersInsideRange();
};

void ParallelTest::everyIndex_anyThreadCount_isDoneOnce()
{
    for (const int threads : {0, 1, 2, 8}) {
        std::vector<int> done(1000);
        sonoloom::parallelFor(done.size(), threads, [&](std::size_t i) { done[i] += static_cast<int>(i) + 1; });
        for (std::size_t i = 0; i < done.size(); ++i)
            QCOMPARE(done[i], static_cast<int>(i) + 1);
    }
    bool called = false;
    sonoloom::parallelFor(0, 4, [&](std::size_t) { called = true; });
    QVERIFY(!called);
}

void ParallelTest::defaultThreads_areTheUsers()
{
    const int machines = sonoloom::defaultThreadCount();
    QVERIFY(machines >= 1);
    sonoloom::setDefaultThreadCount(1);
    QCOMPARE(sonoloom::defaultThreadCount(), 1);
    std::set<std::thread::id> threads;
    sonoloom::parallelFor(100, 0, [&](std::size_t) { threads.insert(std::this_thread::get_id()); });
    QCOMPARE(threads, std::set<std::thread::id>{std::this_thread::get_id()});
    sonoloom::setDefaultThreadCount(0);
    QCOMPARE(sonoloom::defaultThreadCount(), machines);
}

void ParallelTest::exception_ofWork_comesOutLowestIndexFirst()
{
    std::string message;
    try {
        sonoloom::parallelFor(100, 4, [](std::size_t i) {
            if (i % 10 == 7)
                throw std::runtime_error(std::to_string(i));
        });
    } catch (const std::runtime_error& error) {
        message = error.what();
    }
    QCOMPARE(message, std::string("7"));
}

void ParallelTest::random_sameSeed_sameNumbersInsideRange()
{
    // First outputs of SplitMix64 for seed 1234567, from the reference implementation's published test vector.
    sonoloom::Random reference(1234567);
    QCOMPARE(reference.next(), 6457827717110365317ull);
    QCOMPARE(reference.next(), 3203168211198807973ull);
    sonoloom::Random random(42);
    for (int i = 0; i < 1000; ++i) {
        const double number = random.uniform(-2.0, 3.0);
        QVERIFY(number >= -2.0 && number < 3.0);
    }
}

QTEST_APPLESS_MAIN(ParallelTest)
#include "parallel_test.moc"
