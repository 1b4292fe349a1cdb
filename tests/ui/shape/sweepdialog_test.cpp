// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/shape/sweepaxiseditor.h"
#include "ui/shape/sweepdialog.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QtTest>

using namespace sonoloom;

class SweepDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingOpen_saysWhatToDo();
    void fields_areOffered_withValues();
    void grid_fillsAndIsHeardAndTaken();
    void wrongValues_areOneSentence();
    void sheet_isSaved();
    void cancelled_keepsWhatIsDone();

private:
    bool open()
    {
        session_->open({testsupport::soundIn(folder_, 3)});
        return QTest::qWaitFor([this] { return session_->sound() != nullptr; }, 9'000);
    }
    bool done() { return QTest::qWaitFor([this] { return !dialog_->isRunning(); }, 9'000); }
    QString told() { return dialog_->findChild<QLabel*>("told")->text(); }
    std::string value(const char* key) { return fieldText(*findField(session_->codecFields(), key)); }
    template <class Widget>
    Widget* find(const char* name)
    {
        return dialog_->findChild<Widget*>(QLatin1String(name));
    }

    QTemporaryDir folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<SweepDialog> dialog_;
};

void SweepDialogTest::init()
{
    dialog_.reset();
    session_ = std::make_unique<Session>();
    QVERIFY(session_->setCodecFields({{"n-mels", "64"}}) && session_->setReconstructField("method", "draft"));
    dialog_ = std::make_unique<SweepDialog>(*session_);
}

void SweepDialogTest::nothingOpen_saysWhatToDo()
{
    QVERIFY2(told().contains("open one"), qPrintable(told()));
    QVERIFY(!find<QPushButton>("start")->isEnabled());
    QVERIFY(open());
    QVERIFY(find<QPushButton>("start")->isEnabled());
    QVERIFY(!find<QPushButton>("take")->isEnabled() && !find<QPushButton>("save")->isEnabled());
}

void SweepDialogTest::fields_areOffered_withValues()
{
    QCOMPARE(dialog_->columnsEditor().key(), QString("maxvol"));
    QCOMPARE(dialog_->columnsEditor().findChild<QLineEdit*>()->text(), QString("50,100,200"));
    dialog_->rowsEditor().setKey("method");
    QCOMPARE(dialog_->rowsEditor().findChild<QLineEdit*>()->text(), QString("draft,preview,balanced,best,peer"));
    QVERIFY(session_->setCodec("wavdiff"));
    QCOMPARE(dialog_->rowsEditor().key(), QString("method")); // still there
    QCOMPARE(dialog_->columnsEditor().key(), QString("size"));
}

void SweepDialogTest::grid_fillsAndIsHeardAndTaken()
{
    QVERIFY(open());
    dialog_->setSelection(0.5, 1.5);
    dialog_->columnsEditor().setValues("5,100");
    dialog_->rowsEditor().setKey("power");
    dialog_->rowsEditor().setValues("0.2,0.3");
    dialog_->start();
    QVERIFY(dialog_->isRunning());
    QVERIFY(done());
    auto* grid = find<QTableWidget>("grid");
    QCOMPARE(grid->rowCount(), 2);
    QCOMPARE(grid->columnCount(), 2);
    QCOMPARE(grid->horizontalHeaderItem(1)->text(), QString("maxvol 100"));
    for (int i = 0; i < 4; ++i) {
        const auto* item = grid->item(i / 2, i % 2);
        QVERIFY(item && item->text().contains("img") && item->text().contains("clipped") && !item->icon().isNull());
    }
    QSignalSpy heard(dialog_.get(), &SweepDialog::heard);
    grid->setCurrentCell(1, 0);
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard[0][1].toDouble(), 0.5);
    QCOMPARE(dialog_->cells()[2]->sound->sampleCount(), std::size_t{44100});
    QVERIFY(find<QLabel>("facts")->text().startsWith("maxvol 5, power 0.3"));
    const int steps = session_->history().count();
    find<QPushButton>("take")->click();
    QCOMPARE(session_->history().count(), steps + 1);
    QCOMPARE(value("maxvol") + " " + value("power") + " " + value("level"), std::string("5 0.3 fixed"));
    session_->history().undo();
    QCOMPARE(value("maxvol") + " " + value("power") + " " + value("level"), std::string("100 0.25 shared"));
}

void SweepDialogTest::wrongValues_areOneSentence()
{
    QVERIFY(open());
    dialog_->columnsEditor().setValues("50,x");
    dialog_->start();
    QVERIFY(!dialog_->isRunning());
    QVERIFY2(told().contains("'maxvol'"), qPrintable(told()));
    dialog_->columnsEditor().setValues("50,100");
    dialog_->rowsEditor().setKey("maxvol");
    dialog_->start();
    QVERIFY2(told().contains("both directions"), qPrintable(told()));
}

void SweepDialogTest::sheet_isSaved()
{
    QVERIFY(open());
    dialog_->columnsEditor().setKey("window-ms");
    dialog_->columnsEditor().setValues("100,500"); // the second does not fit into its transform
    dialog_->rowsEditor().setKey("");
    dialog_->start();
    QVERIFY(done());
    QVERIFY(dialog_->cells()[0]->error.empty() && !dialog_->cells()[1]->error.empty());
    QVERIFY(!find<QTableWidget>("grid")->item(0, 1)->icon().isNull());
    find<QTableWidget>("grid")->setCurrentCell(0, 1);
    QVERIFY(!find<QPushButton>("take")->isEnabled());
    QVERIFY(find<QPushButton>("save")->isEnabled());
    const QString out = folder_.filePath("sweep");
    dialog_->save(out, Overwrite::No);
    QVERIFY(QTest::qWaitFor([&] { return told().startsWith("Written"); }, 9'000));
    QCOMPARE(QDir(out).entryList(QDir::Files), (QStringList{"tones_sweep.csv", "tones_sweep.png", "tones_sweep_window-ms-100.flac"}));
    dialog_->save(out, Overwrite::No);
    QVERIFY(QTest::qWaitFor([&] { return told().contains("already"); }, 9'000));
}

void SweepDialogTest::cancelled_keepsWhatIsDone()
{
    QVERIFY(open());
    dialog_->columnsEditor().setValues("10:160:16");
    dialog_->rowsEditor().setKey("");
    dialog_->start();
    QVERIFY(QTest::qWaitFor([this] { return dialog_->cells()[0].has_value(); }, 9'000));
    for (auto* button : dialog_->findChildren<QPushButton*>())
        if (button->text() == "&Cancel")
            button->click();
    QVERIFY(!dialog_->isRunning());
    QVERIFY(dialog_->cells()[0] && !dialog_->cells()[15]);
    QVERIFY(!find<QPushButton>("save")->isEnabled());
    QVERIFY(find<QPushButton>("start")->isEnabled());
}

QTEST_MAIN(SweepDialogTest)
#include "sweepdialog_test.moc"
