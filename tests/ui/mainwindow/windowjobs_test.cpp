// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/panels/jobsdock.h"
#include "ui/preview/previewcontroller.h"
#include "ui/settings/settingsdialog.h"
#include "ui/spectrogram/frequencyaxis.h"
#include "ui/theme/theme.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

using namespace sonoloom;
using testsupport::soundIn;

/// Jobs and settings, as the window has them.
class WindowJobsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void exports_queue_andShowTheDock();
    void closing_whileWriting_asks_andStays();
    void closing_whileWriting_finishesFirst();
    void closing_whileWriting_stops_leavingNothing();
    void closing_withoutBeingAsked_stopsToo();
    void closing_whenAnExportFails_staysToTell();
    void reconstruction_isListedWhileItRuns();
    void settings_takeEffectAtOnce();
    void live_isForSoundsOfTheSetLength();
    void live_switchedInThePanel_isASetting();

private:
    bool openSound(double seconds)
    {
        window_->open({soundIn(*folder_, seconds)});
        return QTest::qWaitFor([this] { return window_->session().sound() && !window_->preview().isComputing(); }, 20'000);
    }
    void exportTo(const char* name) { window_->exporter().exportTiles(folder_->filePath(name), Exporter::Style::Own, Overwrite::No); }
    /// Presses the button of the next question whose text holds this, whenever it comes.
    void answer(const QString& button)
    {
        auto* timer = new QTimer(window_.get());
        connect(timer, &QTimer::timeout, timer, [this, timer, button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box)
                return;
            timer->deleteLater();
            ++asked_;
            for (QAbstractButton* each : box->buttons())
                if (each->text().remove('&').contains(button))
                    each->click();
        });
        timer->start(10);
    }
    bool isEmpty(const char* name) const { return !QDir(folder_->filePath(name)).exists() || QDir(folder_->filePath(name)).isEmpty(); }

    int asked_ = 0;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
};

void WindowJobsTest::init()
{
    asked_ = 0;
    QSettings().clear();
    QSettings().setValue("preview/live", false);
    folder_ = std::make_unique<QTemporaryDir>();
    window_ = std::make_unique<MainWindow>();
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void WindowJobsTest::cleanup()
{
    window_.reset();
}

void WindowJobsTest::exports_queue_andShowTheDock()
{
    QVERIFY(openSound(6));
    auto* dock = window_->findChild<JobsDock*>();
    QVERIFY(!dock->isVisible());
    QSignalSpy idle(&window_->exporter(), &Exporter::idle);
    exportTo("a");
    exportTo("b");
    QVERIFY(dock->isVisible());
    QCOMPARE(window_->jobs().active(), 2);
    QVERIFY(idle.wait(20'000));
    QVERIFY(!isEmpty("a") && !isEmpty("b"));
    QTest::keyClick(window_.get(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!dock->isVisible());
}

void WindowJobsTest::closing_whileWriting_asks_andStays()
{
    QVERIFY(openSound(15));
    exportTo("a");
    answer("Stay");
    QVERIFY(!window_->close());
    QCOMPARE(asked_, 1);
    QVERIFY(window_->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!window_->exporter().isRunning(), 20'000);
    QVERIFY(window_->isVisible());
    QVERIFY(!isEmpty("a"));
}

void WindowJobsTest::closing_whileWriting_finishesFirst()
{
    QVERIFY(openSound(15));
    exportTo("a");
    exportTo("b");
    answer("Finish");
    QVERIFY(!window_->close());
    QTRY_VERIFY_WITH_TIMEOUT(!window_->isVisible(), 20'000);
    QVERIFY(!isEmpty("a") && !isEmpty("b"));
}

void WindowJobsTest::closing_whileWriting_stops_leavingNothing()
{
    QVERIFY(openSound(30));
    exportTo("a");
    exportTo("b");
    answer("Stop");
    QVERIFY(window_->close());
    window_.reset();
    QVERIFY(isEmpty("a") && isEmpty("b"));
}

void WindowJobsTest::closing_withoutBeingAsked_stopsToo()
{
    Settings settings = window_->settings().now();
    settings.confirmClose = false;
    window_->settings().set(settings);
    QVERIFY(openSound(30));
    exportTo("a");
    answer("Stay");
    QVERIFY(window_->close());
    QCOMPARE(asked_, 0);
    window_.reset();
    QVERIFY(isEmpty("a"));
}

void WindowJobsTest::closing_whenAnExportFails_staysToTell()
{
    QVERIFY(openSound(15));
    QFile file(folder_->filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    exportTo("file/a"); // a file is no folder
    exportTo("b");
    answer("Finish");
    window_->close();
    QTRY_VERIFY_WITH_TIMEOUT(!window_->exporter().isRunning(), 20'000);
    QTest::qWait(50);
    QVERIFY(window_->isVisible());
    QVERIFY(window_->jobs().jobs()[0].state == ListedJob::State::Failed || window_->jobs().jobs()[1].state == ListedJob::State::Failed);
}

void WindowJobsTest::reconstruction_isListedWhileItRuns()
{
    QVERIFY(openSound(15));
    QVERIFY(window_->session().setReconstructField("method", "best"));
    QVERIFY(window_->session().setReconstructField("iterations", "10000"));
    window_->preview().reconstruct();
    const auto listed = [this] {
        for (const ListedJob& job : window_->jobs().jobs())
            if (job.what == "Reconstruction" && job.isActive())
                return job.id;
        return 0;
    };
    QTRY_VERIFY(listed() != 0);
    window_->jobs().stop(listed());
    QVERIFY(!window_->preview().isReconstructing());
    QCOMPARE(listed(), 0);
}

void WindowJobsTest::settings_takeEffectAtOnce()
{
    Settings settings = window_->settings().now();
    settings.theme = ThemeMode::Dark;
    settings.tuningHz = 442;
    settings.live = true;
    window_->settings().set(settings);
    QVERIFY(isDark(qApp->palette()));
    QCOMPARE(window_->frequencyAxis().tuning(), 442.0);
    QVERIFY(window_->preview().isLive());
    settings.theme = ThemeMode::Light;
    settings.live = false;
    window_->settings().set(settings);
    QVERIFY(!isDark(qApp->palette()));
    QVERIFY(!window_->preview().isLive());
    QTest::keyClick(window_.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto* dialog = window_->findChild<SettingsDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->close();
}

void WindowJobsTest::live_isForSoundsOfTheSetLength()
{
    Settings settings = window_->settings().now();
    settings.live = true;
    settings.liveSeconds = 2;
    window_->settings().set(settings);
    QVERIFY(openSound(3));
    QTest::qWait(600); // longer than it rests before
    QVERIFY(!window_->session().tiles() && !window_->preview().isReconstructing());
    settings.liveSeconds = 10;
    window_->settings().set(settings);
    QVERIFY(window_->session().setCodecField("power", "0.3"));
    QTRY_VERIFY_WITH_TIMEOUT(window_->session().result() != nullptr, 20'000);
}

void WindowJobsTest::live_switchedInThePanel_isASetting()
{
    QVERIFY(!window_->settings().now().live);
    window_->preview().setLive(true);
    QVERIFY(window_->settings().now().live);
    QVERIFY(readSettings().live);
}

QTEST_MAIN(WindowJobsTest)
#include "windowjobs_test.moc"
