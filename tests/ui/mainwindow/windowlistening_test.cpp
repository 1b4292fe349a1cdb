// SPDX-License-Identifier: GPL-3.0-or-later
// Runs with an audio server of its own (with_null_sink.sh).
#include "tests/ui/support.h"
#include "ui/compare/comparepage.h"
#include "ui/listening/abxdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/panels/transportbar.h"
#include "ui/preview/previewcontroller.h"
#include "ui/workbench/workbenchpage.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QtTest>

using namespace sonoloom;
using testsupport::soundIn;

class WindowListeningTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void brackets_setTheLoopsEnds();
    void pageKeys_stepByATenthOfTheView();
    void arrowsWithAlt_scrub_untilTheyAreLetGo();
    void backquote_hearsTheOtherSide_whileHeld();
    void n_matchesOnBothPages_andIsRemembered();
    void shortLoop_isToldInTheWindow();
    void blindTest_hidesThePages_andNamesTheFile();
    void blindTest_takesBothSides();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(window_->windowHandle(), key, modifiers); }

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
};

void WindowListeningTest::init()
{
    QSettings().clear();
    window_ = std::make_unique<MainWindow>();
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    window_->preview().setLive(false); // the result is set here
    window_->open({soundIn(folder_, 10)});
    QVERIFY(QTest::qWaitFor([this] { return window_->session().sound() && !window_->preview().isComputing(); }, 20'000));
    auto softer = std::make_shared<Audio>(*window_->session().sound()->audio);
    for (auto& channel : softer->channels)
        for (float& sample : channel)
            sample *= 0.5f;
    window_->player().setSound(Side::B, softer);
    window_->workbench().transport().refresh();
}

void WindowListeningTest::cleanup()
{
    window_.reset();
}

void WindowListeningTest::brackets_setTheLoopsEnds()
{
    const TimeAxis& axis = window_->timeAxis();
    press(Qt::Key_L);
    window_->player().seek(3);
    press(Qt::Key_BracketLeft);
    QCOMPARE(axis.selectedFrom(), 3.0);
    QCOMPARE(axis.selectedTo(), axis.total());
    window_->player().seek(5);
    press(Qt::Key_BracketRight);
    QCOMPARE(axis.selectedFrom(), 3.0);
    QCOMPARE(axis.selectedTo(), 5.0);
    QCOMPARE(window_->player().loopFrom(), 3.0);
    QCOMPARE(window_->player().loopTo(), 5.0);
    window_->player().seek(7);
    press(Qt::Key_BracketLeft); // behind the end: a new loop
    QCOMPARE(axis.selectedFrom(), 7.0);
    QCOMPARE(axis.selectedTo(), axis.total());
    window_->player().seek(2);
    press(Qt::Key_BracketRight);
    QCOMPARE(axis.selectedFrom(), 0.0);
    QCOMPARE(axis.selectedTo(), 2.0);
}

void WindowListeningTest::pageKeys_stepByATenthOfTheView()
{
    window_->timeAxis().show(2, 7);
    window_->player().seek(4);
    press(Qt::Key_PageDown);
    QCOMPARE(window_->player().position(), 4.5);
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp);
    QCOMPARE(window_->player().position(), 3.5);
}

void WindowListeningTest::arrowsWithAlt_scrub_untilTheyAreLetGo()
{
    Player& player = window_->player();
    player.seek(2);
    player.play();
    QVERIFY(QTest::qWaitFor([&] { return player.position() > 2.1; }, 5000));
    QTest::keyPress(window_->windowHandle(), Qt::Key_Right, Qt::AltModifier);
    const double there = player.position();
    QTest::keyPress(window_->windowHandle(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY2(player.position() > there && player.position() < there + 0.2, qPrintable(QString::number(player.position())));
    const double held = player.position();
    QTest::qWait(500);
    QCOMPARE(player.position(), held); // it waits for the key
    QTest::keyRelease(window_->windowHandle(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(QTest::qWaitFor([&] { return player.position() > held + 0.2; }, 5000));
}

void WindowListeningTest::backquote_hearsTheOtherSide_whileHeld()
{
    Player& player = window_->player();
    for (const Side side : {Side::A, Side::B}) {
        player.switchTo(side);
        QTest::keyPress(window_->windowHandle(), Qt::Key_QuoteLeft);
        QCOMPARE(player.side(), side == Side::A ? Side::B : Side::A);
        QTest::keyRelease(window_->windowHandle(), Qt::Key_QuoteLeft);
        QCOMPARE(player.side(), side);
    }
}

void WindowListeningTest::n_matchesOnBothPages_andIsRemembered()
{
    QVERIFY(QTest::qWaitFor([&] { return window_->player().match().state == LoudnessMatch::State::Matched; }, 5000));
    QVERIFY(std::abs(window_->player().match().gainADb + 6.02) < 0.01);
    press(Qt::Key_N);
    QVERIFY(!window_->player().isMatching());
    QVERIFY(!window_->comparePage().player().isMatching());
    QCOMPARE(window_->player().match().gainADb, 0.0);
    MainWindow next;
    QVERIFY(!next.player().isMatching());
    press(Qt::Key_N);
    QVERIFY(window_->player().isMatching());
    QVERIFY(window_->comparePage().player().isMatching());
}

void WindowListeningTest::shortLoop_isToldInTheWindow()
{
    press(Qt::Key_L);
    window_->timeAxis().select(1, 1.1);
    const auto told = [&] {
        for (const QLabel* label : window_->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains("at least half a second"))
                return true;
        return false;
    };
    QVERIFY(QTest::qWaitFor(told, 3000));
    QCOMPARE(window_->player().loopTo(), 1.5);
}

void WindowListeningTest::blindTest_hidesThePages_andNamesTheFile()
{
    press(Qt::Key_B, Qt::ControlModifier);
    auto* dialog = window_->findChild<AbxDialog*>();
    QVERIFY(dialog);
    QVERIFY(window_->pages().isVisible());
    QTest::mouseClick(dialog->findChild<QPushButton*>("abxStart"), Qt::LeftButton);
    QVERIFY(dialog->isRunning());
    QVERIFY(!window_->pages().isVisible());
    QVERIFY(window_->findChild<QLabel*>("blindCover")->isVisible());
    press(Qt::Key_Tab); // the window's keys are dead
    press(Qt::Key_N);
    QVERIFY(window_->player().isMatching());
    dialog->reject();
    QVERIFY(window_->pages().isVisible());
    QVERIFY(!window_->findChild<QLabel*>("blindCover")->isVisible());
    QCOMPARE(dialog->report()->sounds[0].name, std::string("tones.wav"));
    QVERIFY(dialog->report()->sounds[0].ofFile);
    QVERIFY(!dialog->report()->sounds[1].ofFile);
}

void WindowListeningTest::blindTest_takesBothSides()
{
    QAction* action = nullptr;
    for (QAction* each : window_->findChildren<QAction*>())
        if (each->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_B))
            action = each;
    QVERIFY(action && action->isEnabled());
    window_->pages().setCurrentIndex(1); // nothing is compared
    QVERIFY(!action->isEnabled());
    window_->pages().setCurrentIndex(0);
    window_->player().setSound(Side::B, nullptr);
    QVERIFY(!action->isEnabled());
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("windowlistening_test")); // where settings go
    WindowListeningTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "windowlistening_test.moc"
