// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/jobrow.h"
#include "ui/panels/jobsdock.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace sonoloom;

class JobsDockTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void newest_isOnTop();
    void stopButton_stopsItsJob();
    void done_saysWhatWasWritten_andShowsIt();
    void failure_isWhole();
    void clear_takesEndedOnes();
    void button_countsAndHides();
    void times_areRough();

private:
    QList<JobRow*> rows() const
    {
        auto rows = dock_->findChildren<JobRow*>();
        std::ranges::sort(rows, {}, [](const JobRow* row) { return row->y(); });
        return rows;
    }

    std::unique_ptr<JobBoard> board_;
    std::unique_ptr<JobsDock> dock_;
};

void JobsDockTest::init()
{
    dock_.reset();
    board_ = std::make_unique<JobBoard>();
    dock_ = std::make_unique<JobsDock>(*board_);
    dock_->resize(700, 300);
    dock_->show();
}

void JobsDockTest::newest_isOnTop()
{
    board_->add("first", {});
    board_->add("second", {});
    QTRY_COMPARE(rows().size(), 2);
    QCoreApplication::processEvents();
    QVERIFY(rows()[0]->findChild<QToolButton*>("stop-job")->accessibleName().contains("second"));
}

void JobsDockTest::stopButton_stopsItsJob()
{
    int stopped = 0;
    const int id = board_->add("a", [&] { ++stopped; });
    board_->begin(id);
    auto* stop = rows().front()->findChild<QToolButton*>("stop-job");
    QTRY_VERIFY(stop->isVisible());
    stop->click();
    QCOMPARE(stopped, 1);
    board_->markStopped(id);
    QVERIFY(!stop->isVisible());
}

void JobsDockTest::done_saysWhatWasWritten_andShowsIt()
{
    const int id = board_->add("a", {});
    board_->begin(id);
    board_->progress(id, 0.5, "Encoding");
    auto* sentence = rows().front()->findChild<QLabel*>("sentence");
    auto* show = rows().front()->findChild<QToolButton*>("show-job");
    QTRY_VERIFY(sentence->isVisible());
    QCOMPARE(sentence->text(), QString("Encoding"));
    QVERIFY(!show->isVisible());
    board_->finish(id, "Written to /tmp: x.png", {"/tmp/x.png"});
    QCOMPARE(sentence->text(), QString("Written to /tmp: x.png"));
    QSignalSpy wanted(dock_.get(), &JobsDock::showRequested);
    show->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().toStringList(), QStringList{"/tmp/x.png"});
}

void JobsDockTest::failure_isWhole()
{
    const QString reason = "There is no room on the disk for /a/very/long/path/to/some/file.png; free 20 MB and try again. " + QString(200, 'x');
    const int id = board_->add("a", {});
    board_->fail(id, reason);
    auto* sentence = rows().front()->findChild<QLabel*>("sentence");
    QTRY_VERIFY(sentence->isVisible());
    QCOMPARE(sentence->text(), reason);
    QVERIFY(sentence->wordWrap());
    QVERIFY(!rows().front()->findChild<QToolButton*>("show-job")->isVisible());
}

void JobsDockTest::clear_takesEndedOnes()
{
    auto* clear = dock_->findChild<QPushButton*>("clear-jobs");
    QVERIFY(!clear->isEnabled());
    const int ended = board_->add("a", {});
    board_->add("b", {});
    QVERIFY(!clear->isEnabled());
    board_->finish(ended, "Done.", {});
    QVERIFY(clear->isEnabled());
    clear->click();
    QTRY_COMPARE(rows().size(), 1);
    QVERIFY(!clear->isEnabled());
}

void JobsDockTest::button_countsAndHides()
{
    QWidget window;
    JobsButton button(*board_, &window);
    window.show();
    QVERIFY(!button.isVisible());
    const int a = board_->add("a", {});
    const int b = board_->add("b", {});
    QVERIFY(button.isVisible());
    QCOMPARE(button.text(), QString("2 jobs"));
    board_->finish(a, "Done.", {});
    QCOMPARE(button.text(), QString("1 job"));
    board_->fail(b, "No.");
    QVERIFY(button.text().contains("failed"));
    board_->clearEnded();
    QVERIFY(!button.isVisible());
}

void JobsDockTest::times_areRough()
{
    QCOMPARE(roughTime(0.2), QString("1 s"));
    QCOMPARE(roughTime(59), QString("59 s"));
    QCOMPARE(roughTime(119), QString("2 min"));
    QCOMPARE(roughTime(4200), QString("1 h 10 min"));
}

QTEST_MAIN(JobsDockTest)
#include "jobsdock_test.moc"
