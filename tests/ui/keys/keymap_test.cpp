// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keymap.h"
#include "ui/keys/keytip.h"

#include <QAction>
#include <QKeyEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QWidget>
#include <QtTest>

using namespace sonoloom;

namespace
{

QKeyEvent press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString& text = {})
{
    return {QEvent::KeyPress, key, modifiers, text};
}

} // namespace

class KeyMapTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void entries_areWhatTheMenusSay();
    void ownKeys_areKept_andDefaultsAreNot();
    void noKey_isKept();
    void secondDefault_isOne_andGivesWayToTheUsers();
    void conflict_isTold_alsoOfABeginning();
    void takenKey_isLostByTheOther();
    void restore_oneAndAll_bringTheDefaultsBack();
    void restore_takesADefaultBackFromWhoHasIt();
    void tip_namesTheKeyOfNow();
    void tipOfAButton_followsKeyAndText();
    void everywhere_isFound_butNotWhereTextIsTyped();

private:
    struct Window {
        QAction play{"&Play or pause\tSpace"};
        QAction redo{"&Redo"};
        QAction open{"&Open …"};
        KeyMap keys;
        Window()
        {
            play.setShortcut(Qt::Key_Space);
            redo.setShortcuts({QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")});
            open.setShortcut(QKeySequence("Ctrl+O"));
            keys.add(&play, "play.toggle", "&Play");
            keys.reachEverywhere("play.toggle");
            keys.add(&redo, "edit.redo", "&Edit");
            keys.add(&open, "file.open", "&File");
        }
    };
};

void KeyMapTest::init()
{
    QSettings().clear();
}

void KeyMapTest::entries_areWhatTheMenusSay()
{
    const Window window;
    QCOMPARE(window.keys.entries().size(), std::size_t{3});
    QCOMPARE(window.keys.entries()[0].text, QString("Play or pause"));
    QCOMPARE(window.keys.entries()[0].group, QString("Play"));
    QCOMPARE(window.keys.keyText("edit.redo"), QString("Ctrl+Shift+Z, Ctrl+Y"));
    QVERIFY(!window.keys.find("nothing"));
    QVERIFY(window.keys.keys("nothing").isEmpty());
}

void KeyMapTest::ownKeys_areKept_andDefaultsAreNot()
{
    {
        Window window;
        QSignalSpy changed(&window.keys, &KeyMap::changed);
        window.keys.setKeys("file.open", {QKeySequence("Alt+1"), QKeySequence(), QKeySequence("Alt+1")});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(window.open.shortcuts(), KeyMap::Keys{QKeySequence("Alt+1")});
    }
    Window window;
    QCOMPARE(window.open.shortcuts(), KeyMap::Keys{QKeySequence("Alt+1")});
    QVERIFY(!window.keys.isDefault("file.open"));
    window.keys.setKeys("file.open", {QKeySequence("Ctrl+O")});
    QVERIFY(QSettings().allKeys().isEmpty());
}

void KeyMapTest::noKey_isKept()
{
    Window().keys.setKeys("file.open", {});
    Window window;
    QVERIFY(window.open.shortcuts().isEmpty());
    QVERIFY(!window.keys.isDefault("file.open"));
}

void KeyMapTest::secondDefault_isOne_andGivesWayToTheUsers()
{
    Window window;
    window.keys.addDefault("file.open", QKeySequence("Alt+O"));
    QCOMPARE(window.keys.keyText("file.open"), QString("Ctrl+O, Alt+O"));
    QVERIFY(window.keys.isDefault("file.open"));
    window.keys.setKeys("file.open", {Qt::Key_P});
    Window next;
    next.keys.addDefault("file.open", QKeySequence("Alt+O"));
    QCOMPARE(next.keys.keyText("file.open"), QString("P"));
    next.keys.restore("file.open");
    QCOMPARE(next.open.shortcuts().size(), 2);
}

void KeyMapTest::conflict_isTold_alsoOfABeginning()
{
    Window window;
    QCOMPARE(window.keys.conflicts("file.open", QKeySequence("Ctrl+Y")), QStringList{"edit.redo"});
    QVERIFY(window.keys.conflicts("edit.redo", QKeySequence("Ctrl+Y")).isEmpty());
    QVERIFY(window.keys.conflicts("file.open", QKeySequence("Ctrl+J")).isEmpty());
    QVERIFY(window.keys.conflicts("file.open", QKeySequence()).isEmpty());
    QCOMPARE(window.keys.conflicts("file.open", QKeySequence("Ctrl+Y, Ctrl+J")), QStringList{"edit.redo"});
}

void KeyMapTest::takenKey_isLostByTheOther()
{
    Window window;
    window.keys.takeKeys("file.open", {QKeySequence("Ctrl+Y")});
    QCOMPARE(window.open.shortcuts(), KeyMap::Keys{QKeySequence("Ctrl+Y")});
    QCOMPARE(window.redo.shortcuts(), KeyMap::Keys{QKeySequence("Ctrl+Shift+Z")});
    QCOMPARE(Window().keys.keyText("edit.redo"), QString("Ctrl+Shift+Z"));
}

void KeyMapTest::restore_oneAndAll_bringTheDefaultsBack()
{
    Window window;
    window.keys.setKeys("file.open", {QKeySequence("Alt+1")});
    window.keys.setKeys("edit.redo", {});
    window.keys.restore("file.open");
    QCOMPARE(window.keys.keyText("file.open"), QString("Ctrl+O"));
    QVERIFY(window.redo.shortcuts().isEmpty());
    window.keys.restoreAll();
    QCOMPARE(window.redo.shortcuts().size(), 2);
    QVERIFY(QSettings().allKeys().isEmpty());
}

void KeyMapTest::restore_takesADefaultBackFromWhoHasIt()
{
    Window window;
    window.keys.takeKeys("edit.redo", {QKeySequence("Ctrl+O")});
    window.keys.restore("file.open");
    QCOMPARE(window.keys.keyText("file.open"), QString("Ctrl+O"));
    QVERIFY(window.redo.shortcuts().isEmpty());
}

void KeyMapTest::tip_namesTheKeyOfNow()
{
    Window window;
    QCOMPARE(window.keys.tip("Play", "play.toggle"), QString("Play (Space)"));
    window.keys.setKeys("play.toggle", {Qt::Key_P});
    QCOMPARE(window.keys.tip("Play", "play.toggle"), QString("Play (P)"));
    window.keys.setKeys("play.toggle", {});
    QCOMPARE(window.keys.tip("Play", "play.toggle"), QString("Play"));
}

void KeyMapTest::tipOfAButton_followsKeyAndText()
{
    Window window;
    QWidget root;
    auto* button = new QWidget(&root);
    setKeyTip(*button, "Go", "play.toggle");
    new KeyTips(window.keys, root);
    QCOMPARE(button->toolTip(), QString("Go (Space)"));
    window.keys.setKeys("play.toggle", {Qt::Key_P});
    QCOMPARE(button->toolTip(), QString("Go (P)"));
    setKeyTip(*button, "Open", "file.open");
    QCOMPARE(button->toolTip(), QString("Open (Ctrl+O)"));
}

void KeyMapTest::everywhere_isFound_butNotWhereTextIsTyped()
{
    Window window;
    const QKeyEvent space = press(Qt::Key_Space, Qt::NoModifier, " ");
    QCOMPARE(window.keys.everywhere(space, false), &window.play);
    QVERIFY(!window.keys.everywhere(space, true));
    QVERIFY(!window.keys.everywhere(press(Qt::Key_O, Qt::ControlModifier), false)); // a usual one
    window.keys.setKeys("play.toggle", {Qt::Key_Tab});
    QVERIFY(!window.keys.everywhere(space, false));
    QCOMPARE(window.keys.everywhere(press(Qt::Key_Tab, Qt::NoModifier, "\t"), true), &window.play);
    window.play.setEnabled(false);
    QVERIFY(!window.keys.everywhere(press(Qt::Key_Tab), false));
}

QTEST_MAIN(KeyMapTest)
#include "keymap_test.moc"
