// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keyedit.h"
#include "ui/keys/keysdialog.h"
#include "ui/keys/keysheet.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace sonoloom;

class KeysDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void search_leavesWhatMatches();
    void pressedKey_holdsAtOnce();
    void tab_isAKeyHere();
    void takenKey_isTold_andTakenOver();
    void restore_bringsTheDefaultsBack();
    void gestures_areShown_andNotChanged();
    void saved_page_hasAllKeys();
    void save_thatFails_isTold();

private:
    QStringList visibleRows() const
    {
        QStringList rows;
        for (QTreeWidgetItemIterator row(dialog_->findChild<QTreeWidget*>()); *row; ++row)
            if ((*row)->parent() && !(*row)->isHidden())
                rows.append((*row)->text(0));
        return rows;
    }
    QString told() const { return dialog_->findChild<QLabel*>("told")->text(); }
    QPushButton* button(const char* name) const { return dialog_->findChild<QPushButton*>(name); }
    void press(const char* editor, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto* edit = dialog_->findChild<KeyEdit*>(editor);
        edit->setFocus();
        QTest::keyClick(edit, static_cast<Qt::Key>(key), modifiers);
    }

    std::unique_ptr<QAction> play_;
    std::unique_ptr<QAction> open_;
    std::unique_ptr<KeyMap> keys_;
    std::unique_ptr<KeysDialog> dialog_;
};

void KeysDialogTest::init()
{
    QSettings().clear();
    dialog_.reset();
    keys_ = std::make_unique<KeyMap>();
    play_ = std::make_unique<QAction>("&Play or pause");
    play_->setShortcut(Qt::Key_Space);
    open_ = std::make_unique<QAction>("&Open …");
    open_->setShortcut(QKeySequence("Ctrl+O"));
    keys_->add(play_.get(), "play.toggle", "&Play");
    keys_->add(open_.get(), "file.open", "&File");
    dialog_ = std::make_unique<KeysDialog>(*keys_, gestures(false));
    dialog_->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog_.get()));
}

void KeysDialogTest::search_leavesWhatMatches()
{
    auto* search = dialog_->findChild<QLineEdit*>();
    QVERIFY(visibleRows().size() > 8);
    search->setText("OPEN");
    QCOMPARE(visibleRows(), QStringList{"Open …"});
    search->setText("ctrl+");
    QVERIFY(visibleRows().contains("Open …"));
    QVERIFY(!visibleRows().contains("Play or pause"));
    search->setText("middle");
    QCOMPARE(visibleRows(), QStringList{"Move in time and frequency"});
    search->setText("Play");
    QVERIFY(visibleRows().contains("Play or pause"));
}

void KeysDialogTest::pressedKey_holdsAtOnce()
{
    dialog_->choose("file.open");
    press("first-key", Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(open_->shortcuts(), KeyMap::Keys{QKeySequence("Ctrl+J")});
    press("second-key", Qt::Key_F8);
    QCOMPARE(keys_->keyText("file.open"), QString("Ctrl+J, F8"));
    QVERIFY(button("restore")->isEnabled());
}

void KeysDialogTest::tab_isAKeyHere()
{
    dialog_->choose("play.toggle");
    press("first-key", Qt::Key_Tab);
    QCOMPARE(play_->shortcuts(), KeyMap::Keys{QKeySequence(Qt::Key_Tab)});
}

void KeysDialogTest::takenKey_isTold_andTakenOver()
{
    dialog_->choose("file.open");
    QVERIFY(!button("take-over")->isVisible());
    press("first-key", Qt::Key_Space);
    QVERIFY(told().contains("Space") && told().contains("Play or pause"));
    QCOMPARE(open_->shortcut(), QKeySequence("Ctrl+O")); // not without being asked to
    QTest::keyClick(button("take-over"), Qt::Key_Return);
    QCOMPARE(open_->shortcut(), QKeySequence(Qt::Key_Space));
    QVERIFY(play_->shortcuts().isEmpty());
    QVERIFY(told().isEmpty());
    QVERIFY(!button("take-over")->isVisible());
}

void KeysDialogTest::restore_bringsTheDefaultsBack()
{
    dialog_->choose("play.toggle");
    QVERIFY(!button("restore")->isEnabled());
    keys_->setKeys("play.toggle", {Qt::Key_P});
    keys_->setKeys("file.open", {});
    QVERIFY(button("restore")->isEnabled());
    button("restore")->click();
    QCOMPARE(play_->shortcut(), QKeySequence(Qt::Key_Space));
    button("restore-all")->click();
    QCOMPARE(open_->shortcut(), QKeySequence("Ctrl+O"));
}

void KeysDialogTest::gestures_areShown_andNotChanged()
{
    auto* table = dialog_->findChild<QTreeWidget*>();
    const auto rows = table->findItems("Zoom time at the cursor", Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY(!rows.isEmpty());
    QCOMPARE(rows.front()->text(1), QString("Ctrl + wheel"));
    table->setCurrentItem(rows.front());
    QVERIFY(dialog_->chosen().isEmpty());
    QVERIFY(!dialog_->findChild<KeyEdit*>("first-key")->isEnabled());
    QCOMPARE(gestures(true)[1].gesture, QString("Wheel"));
}

void KeysDialogTest::saved_page_hasAllKeys()
{
    QTemporaryDir folder;
    keys_->setKeys("file.open", {QKeySequence("Alt+<")});
    dialog_->save(folder.filePath("keys.html"));
    QVERIFY(QTest::qWaitFor([&] { return told().contains("keys.html"); }, 5000));
    QFile html(folder.filePath("keys.html"));
    QVERIFY(html.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(html.readAll());
    QVERIFY(text.contains("Alt+&lt;") && text.contains("Play or pause") && text.contains("Ctrl + wheel"));

    dialog_->save(folder.filePath("keys.pdf"));
    QVERIFY(QTest::qWaitFor([&] { return told().contains("keys.pdf"); }, 5000));
    QFile pdf(folder.filePath("keys.pdf"));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF"));
    QVERIFY(pdf.size() > 3000);
}

void KeysDialogTest::save_thatFails_isTold()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    dialog_->save(folder.filePath("file/keys.html"));
    QVERIFY(QTest::qWaitFor([&] { return told().contains("keys.html"); }, 5000));
    QVERIFY(!told().startsWith("Written"));
}

QTEST_MAIN(KeysDialogTest)
#include "keysdialog_test.moc"
