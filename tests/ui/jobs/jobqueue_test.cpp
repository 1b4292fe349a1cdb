// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobqueue.h"
#include "ui/jobs/passingjob.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

using namespace sonoloom;

namespace
{

using State = ListedJob::State;

Result<JobProduct> untilCancelled(JobMonitor& monitor)
{
    while (!monitor.cancelled())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return cancelledError();
}

JobQueue::Work makes(const QString& file)
{
    return [file](JobMonitor&) -> Result<JobProduct> { return JobProduct{"Written.", {file}}; };
}

void ignore(const Result<JobProduct>&) {}

} // namespace

class JobQueueTest : public QObject
{
    Q_OBJECT

private slots:
    void several_runOneAfterTheOther();
    void failure_keepsItsSentence_andTheNextRuns();
    void waiting_isStopped_withoutRunning();
    void running_isStopped_andTheNextRuns();
    void stopAll_leavesNothing();
    void destroyed_whileRunning_waitsAndDeliversNothing();
    void progress_tellsTheTimeThatIsLeft();
    void clearEnded_leavesWhatRuns();
    void passingJob_isListedOnlyWhileItRuns();
    void passingJob_thatIsShort_isNotListed();
    void passingJob_thatFails_stays();
};

void JobQueueTest::several_runOneAfterTheOther()
{
    JobBoard board;
    JobQueue queue(board);
    QSignalSpy idle(&queue, &JobQueue::idle);
    std::atomic<int> atOnce = 0;
    std::atomic<int> most = 0;
    QStringList delivered;
    for (int i = 0; i < 3; ++i) {
        const auto work = [&, i](JobMonitor&) -> Result<JobProduct> {
            most = std::max(most.load(), ++atOnce);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            --atOnce;
            return JobProduct{QString::number(i), {}};
        };
        queue.add(QString::number(i), work, [&](const Result<JobProduct>& product) { delivered << product->sentence; });
    }
    QCOMPARE(board.active(), 3);
    QVERIFY(board.jobs()[0].state == State::Running);
    QVERIFY(board.jobs()[1].state == State::Waiting);
    QTRY_COMPARE(idle.count(), 1);
    QCOMPARE(delivered, (QStringList{"0", "1", "2"}));
    QCOMPARE(most.load(), 1);
    QCOMPARE(board.active(), 0);
    QCOMPARE(board.jobs()[2].sentence, QString("2"));
}

void JobQueueTest::failure_keepsItsSentence_andTheNextRuns()
{
    JobBoard board;
    JobQueue queue(board);
    queue.add("a", [](JobMonitor&) -> Result<JobProduct> { return Error{ErrorCode::WriteFailed, "The disk is full."}; }, ignore);
    queue.add("b", makes("x.png"), ignore);
    QTRY_VERIFY(queue.isIdle());
    QVERIFY(board.jobs()[0].state == State::Failed);
    QCOMPARE(board.jobs()[0].sentence, QString("The disk is full."));
    QVERIFY(board.jobs()[1].state == State::Done);
    QCOMPARE(board.jobs()[1].files, QStringList{"x.png"});
}

void JobQueueTest::waiting_isStopped_withoutRunning()
{
    JobBoard board;
    JobQueue queue(board);
    bool ran = false;
    queue.add("a", untilCancelled, ignore);
    const int id = queue.add("b", [&](JobMonitor&) -> Result<JobProduct> {
        ran = true;
        return JobProduct{};
    }, ignore);
    board.stop(id);
    QVERIFY(board.find(id)->state == State::Stopped);
    board.stop(queue.running());
    QVERIFY(queue.isIdle());
    QTest::qWait(20);
    QVERIFY(!ran);
}

void JobQueueTest::running_isStopped_andTheNextRuns()
{
    JobBoard board;
    JobQueue queue(board);
    QSignalSpy stopped(&queue, &JobQueue::stopped);
    bool delivered = false;
    const int first = queue.add("a", untilCancelled, [&](const Result<JobProduct>&) { delivered = true; });
    queue.add("b", makes("y"), ignore);
    board.stop(first);
    QTRY_VERIFY(queue.isIdle());
    QCOMPARE(stopped.size(), 1);
    QVERIFY(!delivered);
    QVERIFY(board.find(first)->state == State::Stopped);
    QVERIFY(board.jobs()[1].state == State::Done);
}

void JobQueueTest::stopAll_leavesNothing()
{
    JobBoard board;
    JobQueue queue(board);
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    for (int i = 0; i < 5; ++i)
        queue.add("a", [&](JobMonitor& monitor) {
            ++begun;
            const auto result = untilCancelled(monitor);
            ++ended;
            return result;
        }, ignore);
    QTRY_COMPARE(begun.load(), 1);
    board.stopAll();
    QCOMPARE(board.active(), 0);
    QVERIFY(queue.isIdle());
    QTRY_COMPARE(ended.load(), 1);
    QTest::qWait(20);
    QCOMPARE(begun.load(), 1);
}

void JobQueueTest::destroyed_whileRunning_waitsAndDeliversNothing()
{
    JobBoard board;
    bool delivered = false;
    std::atomic<bool> ended = false;
    {
        JobQueue queue(board);
        queue.add("a", [&](JobMonitor& monitor) {
            const auto result = untilCancelled(monitor);
            ended = true;
            return result;
        }, [&](const Result<JobProduct>&) { delivered = true; });
        queue.add("b", makes("z"), [&](const Result<JobProduct>&) { delivered = true; });
        QTest::qSleep(20);
    }
    QVERIFY(ended);
    QTest::qWait(20);
    QVERIFY(!delivered);
}

void JobQueueTest::progress_tellsTheTimeThatIsLeft()
{
    JobBoard board;
    const int id = board.add("a", {});
    board.progress(id, 0.5, "early");
    QCOMPARE(board.find(id)->fraction, 0.0); // it waits
    board.begin(id);
    board.progress(id, 0.5, "Encoding");
    QVERIFY(!board.secondsLeft(id)); // too early to say
    QTest::qSleep(1100);
    board.progress(id, 0.25, "Encoding");
    QVERIFY(board.secondsLeft(id).has_value());
    QVERIFY(*board.secondsLeft(id) > 3 && *board.secondsLeft(id) < 6); // three times what was spent
    board.finish(id, {}, {});
    QVERIFY(!board.secondsLeft(id));
}

void JobQueueTest::clearEnded_leavesWhatRuns()
{
    JobBoard board;
    const int ended = board.add("a", {});
    const int running = board.add("b", {});
    board.begin(ended);
    board.begin(running);
    board.finish(ended, "Done.", {});
    QSignalSpy removed(&board, &JobBoard::removed);
    board.clearEnded();
    QCOMPARE(removed.size(), 1);
    QVERIFY(!board.find(ended));
    QVERIFY(board.find(running));
    board.fail(ended, "late"); // of one that is gone
    QCOMPARE(board.jobs().size(), std::size_t{1});
}

void JobQueueTest::passingJob_isListedOnlyWhileItRuns()
{
    JobBoard board;
    int stops = 0;
    PassingJob job(board, "Preview", [&] { ++stops; }, nullptr);
    job.setDelay(10);
    job.begin();
    QCOMPARE(board.active(), 0);
    QTRY_COMPARE(board.active(), 1);
    job.begin(); // a newer one replaces it
    job.progress(0.5, "Drawing");
    QCOMPARE(board.jobs().front().stage, QString("Drawing"));
    board.stopAll();
    QCOMPARE(stops, 1);
    job.end();
    QVERIFY(board.jobs().empty());
}

void JobQueueTest::passingJob_thatIsShort_isNotListed()
{
    JobBoard board;
    QSignalSpy added(&board, &JobBoard::added);
    PassingJob job(board, "Preview", {}, nullptr);
    job.setDelay(30);
    job.begin();
    job.end();
    QTest::qWait(60);
    QCOMPARE(added.size(), 0);
}

void JobQueueTest::passingJob_thatFails_stays()
{
    JobBoard board;
    PassingJob job(board, "Opening", {}, nullptr);
    job.begin();
    job.fail("There is no file a.wav.");
    job.end();
    QCOMPARE(board.jobs().size(), std::size_t{1});
    QVERIFY(board.jobs().front().state == State::Failed);
    QCOMPARE(board.jobs().front().sentence, QString("There is no file a.wav."));
}

QTEST_GUILESS_MAIN(JobQueueTest)
#include "jobqueue_test.moc"
