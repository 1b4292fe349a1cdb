// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/keys/keysdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/player/player.h"
#include "ui/preview/previewcontroller.h"

#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSettings>
#include <QTabWidget>
#include <QtTest>

using namespace sonoloom;
using testsupport::soundIn;

class WindowKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void actions_haveNoKeyTwice();
    void switchingKey_isTheUsers();
    void switchingKey_worksInANumber_butNotInText();
    void tips_nameTheKeysOfNow();
    void dialog_isOpenedByItsKey();

private:
    bool openSound()
    {
        window_->open({soundIn(folder_, 1)});
        if (!QTest::qWaitFor([this] { return window_->session().sound() && !window_->preview().isComputing(); }, 20'000))
            return false;
        window_->player().setSound(Side::B, window_->session().sound()->audio);
        return true;
    }
    Side sideAfter(Qt::Key key)
    {
        window_->player().switchTo(Side::A);
        QTest::keyClick(window_->windowHandle(), key);
        return window_->player().side();
    }

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
};

void WindowKeysTest::init()
{
    QSettings().clear();
    window_ = std::make_unique<MainWindow>();
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void WindowKeysTest::cleanup()
{
    window_.reset();
}

void WindowKeysTest::actions_haveNoKeyTwice()
{
    QVERIFY(window_->keys().entries().size() > 25);
    for (const KeyMap::Entry& entry : window_->keys().entries()) {
        QVERIFY2(window_->keys().isDefault(entry.id), qPrintable(entry.id)); // else the user's own would be overwritten
        for (const QKeySequence& key : entry.defaults) {
            const QStringList others = window_->keys().conflicts(entry.id, key);
            QVERIFY2(others.isEmpty(), qPrintable(entry.id + " and " + others.join(' ')));
        }
    }
}

void WindowKeysTest::switchingKey_isTheUsers()
{
    QVERIFY(openSound());
    QCOMPARE(sideAfter(Qt::Key_Tab), Side::B);
    window_->keys().setKeys("switch", {Qt::Key_F10});
    QCOMPARE(sideAfter(Qt::Key_Tab), Side::A);
    QCOMPARE(sideAfter(Qt::Key_F10), Side::B);
}

void WindowKeysTest::switchingKey_worksInANumber_butNotInText()
{
    QVERIFY(openSound());
    window_->keys().takeKeys("switch", {Qt::Key_Space});
    window_->findChild<QDoubleSpinBox*>("power")->setFocus();
    QCOMPARE(sideAfter(Qt::Key_Space), Side::B);
    QLineEdit text(window_.get());
    text.show();
    text.setFocus();
    QCOMPARE(sideAfter(Qt::Key_Space), Side::A);
    QCOMPARE(text.text(), QString(" "));
}

void WindowKeysTest::tips_nameTheKeysOfNow()
{
    auto* play = window_->findChild<QAbstractButton*>("play");
    QVERIFY(play->toolTip().endsWith("(Space)"));
    QVERIFY(window_->pages().tabToolTip(1).endsWith("(F6)"));
    window_->keys().setKeys("play-pause", {Qt::Key_P});
    window_->keys().setKeys("comparison", {});
    QVERIFY(play->toolTip().endsWith("(P)"));
    QVERIFY(!window_->pages().tabToolTip(1).contains("("));
    QVERIFY(window_->keys().find("open")->action->toolTip().contains("Ctrl+O"));
}

void WindowKeysTest::dialog_isOpenedByItsKey()
{
    QTest::keyClick(window_->windowHandle(), Qt::Key_F2);
    auto* dialog = window_->findChild<KeysDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->close();
}

QTEST_MAIN(WindowKeysTest)
#include "windowkeys_test.moc"
