// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/preview/previewcontroller.h"

#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

using namespace sonoloom;
using testsupport::soundIn;

/// New, recent files, and what is asked before changes of a project are lost.
class WindowFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void recent_thatIsMissing_isToldAndTakenFromTheList();
    void recent_thatIsThere_isOpened();
    void recent_isCleared();
    void new_closesAndBringsTheDefaultsBack();
    void changedProject_isAskedFor_data();
    void changedProject_isAskedFor();

private:
    bool opened(const QString& name)
    {
        return QTest::qWaitFor([&] { return window_->session().title() == name && !window_->preview().isComputing(); }, 20'000);
    }
    bool open(const QString& path)
    {
        window_->open({path});
        return opened(QFileInfo(path).fileName());
    }
    QMenu* recentMenu() const
    {
        for (QMenu* menu : window_->findChildren<QMenu*>())
            if (menu->title().remove('&') == "Open recent")
                return menu;
        return nullptr;
    }
    void trigger(const char* id) { window_->keys().find(id)->action->trigger(); }
    /// Clicks a button of the next question, whenever it comes.
    void answerWith(QMessageBox::StandardButton button)
    {
        auto* timer = new QTimer(window_.get());
        connect(timer, &QTimer::timeout, timer, [this, timer, button] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                timer->deleteLater();
                told_ = box->text();
                box->button(button)->click();
            }
        });
        timer->start(10);
    }

    QString told_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
};

void WindowFilesTest::init()
{
    told_.clear();
    QSettings().clear();
    QSettings().setValue("preview/live", false);
    folder_ = std::make_unique<QTemporaryDir>();
    window_ = std::make_unique<MainWindow>();
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
}

void WindowFilesTest::cleanup()
{
    window_.reset();
}

void WindowFilesTest::recent_thatIsMissing_isToldAndTakenFromTheList()
{
    const QString path = soundIn(*folder_, 1);
    QVERIFY(open(path));
    window_->session().close();
    QVERIFY(QFile::remove(path));
    answerWith(QMessageBox::No);
    recentMenu()->actions().front()->trigger();
    QVERIFY(told_.contains(path));
    QCOMPARE(recentMenu()->actions().front()->text(), path);
    answerWith(QMessageBox::Yes);
    recentMenu()->actions().front()->trigger();
    QVERIFY(!recentMenu()->isEnabled());
    QVERIFY(window_->session().isEmpty());
}

void WindowFilesTest::recent_thatIsThere_isOpened()
{
    QVERIFY(open(soundIn(*folder_, 1, "a.wav")));
    QVERIFY(open(soundIn(*folder_, 1, "b.wav")));
    recentMenu()->actions()[1]->trigger();
    QVERIFY(opened("a.wav"));
}

void WindowFilesTest::recent_isCleared()
{
    QVERIFY(open(soundIn(*folder_, 1)));
    QVERIFY(recentMenu()->isEnabled());
    recentMenu()->actions().back()->trigger();
    QVERIFY(!recentMenu()->isEnabled());
    QVERIFY(RecentFiles().paths().isEmpty());
}

void WindowFilesTest::new_closesAndBringsTheDefaultsBack()
{
    const double before = window_->findChild<QDoubleSpinBox*>("power")->value();
    QVERIFY(open(soundIn(*folder_, 1)));
    QVERIFY(window_->session().setCodecField("power", "0.4"));
    answerWith(QMessageBox::Cancel);
    trigger("new");
    QVERIFY(!window_->session().isEmpty());
    answerWith(QMessageBox::Discard);
    trigger("new");
    QVERIFY(window_->session().isEmpty());
    QCOMPARE(window_->findChild<QDoubleSpinBox*>("power")->value(), before);
    QVERIFY(!window_->session().history().canUndo());
    QVERIFY(!window_->isWindowModified());
}

void WindowFilesTest::changedProject_isAskedFor_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"open", "close", "new"})
        QTest::newRow(how) << how;
}

void WindowFilesTest::changedProject_isAskedFor()
{
    QFETCH(QString, how);
    QVERIFY(open(soundIn(*folder_, 1, "a.wav")));
    const QString other = soundIn(*folder_, 1, "b.wav");
    QSignalSpy saved(&window_->projectKeeper(), &ProjectKeeper::saved);
    window_->projectKeeper().save(folder_->filePath("p.sonoloom"));
    QVERIFY(saved.wait(10'000));
    QVERIFY(window_->session().setCodecField("power", "0.4"));
    const auto leave = [&] { how == "open" ? window_->open({other}) : trigger(qPrintable(how)); };

    answerWith(QMessageBox::Cancel);
    leave();
    QVERIFY(told_.contains("a.wav"));
    QTest::qWait(50);
    QCOMPARE(window_->session().title(), QString("a.wav"));
    answerWith(QMessageBox::Save);
    leave();
    QVERIFY(saved.wait(10'000));
    QVERIFY(opened(how == "open" ? "b.wav" : ""));
    std::vector<std::string> notices;
    const auto project = readProject(folder_->filePath("p.sonoloom").toStdString(), notices);
    const auto codec = project.value().codec->clone();
    QCOMPARE(fieldText(*findField(codec->fields(), "power")), std::string("0.4"));
}

QTEST_MAIN(WindowFilesTest)
#include "windowfiles_test.moc"
