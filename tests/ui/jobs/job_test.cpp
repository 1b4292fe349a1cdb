// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace sonoloom;

namespace
{

/// Works until it is cancelled, looking as often as the monitors' rule asks.
Result<int> workUntilCancelled(JobMonitor& monitor, std::atomic<int>& ended)
{
    while (!monitor.cancelled())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ++ended;
    return cancelledError();
}

} // namespace

class JobTest : public QObject
{
    Q_OBJECT

private slots:
    void work_done_deliversItsResultOnThisThread();
    void work_failing_deliversItsError();
    void work_throwing_deliversAnError();
    void progressAndNotices_inOrder_arriveBeforeTheResult();
    void post_whileWorking_arrivesBeforeTheResult();
    void restart_whileWorking_deliversOnlyTheNewest();
    void restart_manyTimes_runsTheNewestAndDeliversOnce();
    void cancel_whileWorking_returnsAtOnceAndDeliversNothing();
    void cancel_whenDoneButUndelivered_deliversNothing();
    void destruction_whileWorking_cancelsAndWaits();
    void destruction_insideDelivery_isClean();
    void start_insideDelivery_runsTheNext();
};

void JobTest::work_done_deliversItsResultOnThisThread()
{
    Job job;
    QSignalSpy ended(&job, &Job::ended);
    QThread* workThread = nullptr;
    QThread* deliveryThread = nullptr;
    int value = 0;
    job.start<int>(
        [&](JobMonitor&) -> Result<int> {
            workThread = QThread::currentThread();
            return 42;
        },
        [&](Result<int> result) {
            deliveryThread = QThread::currentThread();
            value = *result;
        });
    QVERIFY(job.running());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(value, 42);
    QCOMPARE(deliveryThread, QThread::currentThread());
    QVERIFY(workThread != deliveryThread);
    QVERIFY(!job.running());
}

void JobTest::work_failing_deliversItsError()
{
    Job job;
    std::optional<Error> error;
    job.start<int>([](JobMonitor&) -> Result<int> { return Error{ErrorCode::Corrupt, "x.wav is cut short."}; },
                   [&](Result<int> result) { error = result.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->message, "x.wav is cut short.");
}

void JobTest::work_throwing_deliversAnError()
{
    Job job;
    std::vector<Error> errors;
    const auto keep = [&](Result<int> result) { errors.push_back(result.error()); };
    job.start<int>([](JobMonitor&) -> Result<int> { throw std::bad_alloc(); }, keep);
    QTRY_COMPARE(errors.size(), 1u);
    QCOMPARE(errors[0].code, ErrorCode::TooLarge);
    job.start<int>([](JobMonitor&) -> Result<int> { throw std::runtime_error("odd"); }, keep);
    QTRY_COMPARE(errors.size(), 2u);
    QVERIFY(errors[1].message.find("odd") != std::string::npos);
}

void JobTest::progressAndNotices_inOrder_arriveBeforeTheResult()
{
    Job job;
    QStringList heard;
    connect(&job, &Job::noticed, this, [&](const QString& sentence) { heard << sentence; });
    connect(&job, &Job::progressed, this, [&](double fraction, const QString& stage) {
        heard << stage + QString::number(fraction);
    });
    job.start<int>(
        [](JobMonitor& monitor) -> Result<int> {
            monitor.notice("first");
            monitor.notice("second");
            monitor.progress(0.25, "old");
            monitor.progress(0.5, "half");
            return 1;
        },
        [&](Result<int>) { heard << "result"; });
    QTest::qSleep(50); // all mail is there before any is fetched: of progress only the newest counts
    QTRY_VERIFY(heard.contains("result"));
    QCOMPARE(heard, (QStringList{"first", "second", "half0.5", "result"}));
}

void JobTest::post_whileWorking_arrivesBeforeTheResult()
{
    Job job;
    std::atomic<bool> draftSeen = false;
    bool resultSeen = false;
    job.start<int>(
        [&](JobMonitor&) -> Result<int> {
            job.post([&] { draftSeen = true; });
            for (int i = 0; i < 5000 && !draftSeen; ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return draftSeen ? 1 : 0;
        },
        [&](Result<int> result) { resultSeen = *result == 1; });
    QTRY_VERIFY(resultSeen);
}

void JobTest::restart_whileWorking_deliversOnlyTheNewest()
{
    Job job;
    std::atomic<int> cancelled = 0;
    std::vector<int> delivered;
    job.start<int>([&](JobMonitor& monitor) { return workUntilCancelled(monitor, cancelled); },
                   [&](Result<int>) { delivered.push_back(-1); });
    QTest::qSleep(20);
    job.start<int>([](JobMonitor&) -> Result<int> { return 2; }, [&](Result<int> result) { delivered.push_back(*result); });
    QTRY_COMPARE(delivered.size(), 1u);
    QTest::qWait(20);
    QCOMPARE(delivered, std::vector<int>{2});
    QCOMPARE(cancelled.load(), 1);
}

void JobTest::restart_manyTimes_runsTheNewestAndDeliversOnce()
{
    Job job;
    std::vector<int> delivered;
    for (int i = 0; i < 1000; ++i)
        job.start<int>([i](JobMonitor& monitor) -> Result<int> {
            monitor.progress(0.5, "working");
            return i;
        },
                       [&](Result<int> result) { delivered.push_back(*result); });
    QTRY_VERIFY(!job.running());
    QCOMPARE(delivered, std::vector<int>{999});
}

void JobTest::cancel_whileWorking_returnsAtOnceAndDeliversNothing()
{
    Job job;
    std::atomic<int> cancelled = 0;
    bool delivered = false;
    job.start<int>([&](JobMonitor& monitor) { return workUntilCancelled(monitor, cancelled); },
                   [&](Result<int>) { delivered = true; });
    QTest::qSleep(20);
    QSignalSpy ended(&job, &Job::ended);
    QElapsedTimer clock;
    clock.start();
    job.cancel();
    QVERIFY(clock.elapsed() < 20); // it does not wait for the work
    QVERIFY(!job.running());
    QCOMPARE(ended.count(), 1);
    QTRY_COMPARE(cancelled.load(), 1);
    QTest::qWait(20);
    QVERIFY(!delivered);
}

void JobTest::cancel_whenDoneButUndelivered_deliversNothing()
{
    Job job;
    bool delivered = false;
    job.start<int>([](JobMonitor&) -> Result<int> { return 1; }, [&](Result<int>) { delivered = true; });
    QTest::qSleep(50); // the result waits in the event queue
    job.cancel();
    QTest::qWait(20);
    QVERIFY(!delivered);
}

void JobTest::destruction_whileWorking_cancelsAndWaits()
{
    std::atomic<int> cancelled = 0;
    bool delivered = false;
    {
        Job job;
        job.start<int>([&](JobMonitor& monitor) { return workUntilCancelled(monitor, cancelled); },
                       [&](Result<int>) { delivered = true; });
        QTest::qSleep(20);
    }
    QCOMPARE(cancelled.load(), 1);
    QTest::qWait(20);
    QVERIFY(!delivered);
}

void JobTest::destruction_insideDelivery_isClean()
{
    auto job = std::make_unique<Job>();
    job->start<int>(
        [](JobMonitor& monitor) -> Result<int> {
            monitor.notice("about to end");
            return 1;
        },
        [&](Result<int>) { job.reset(); });
    QTRY_VERIFY(!job);
}

void JobTest::start_insideDelivery_runsTheNext()
{
    Job job;
    QSignalSpy ended(&job, &Job::ended);
    int second = 0;
    job.start<int>([](JobMonitor&) -> Result<int> { return 1; },
                   [&](Result<int>) {
                       job.start<int>([](JobMonitor&) -> Result<int> { return 2; },
                                      [&](Result<int> result) { second = *result; });
                   });
    QTRY_COMPARE(second, 2);
    QCOMPARE(ended.count(), 1);
}

QTEST_GUILESS_MAIN(JobTest)
#include "job_test.moc"
