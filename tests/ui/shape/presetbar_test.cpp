// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support.h"
#include "ui/shape/presetbar.h"
#include "ui/shape/presetnames.h"
#include "ui/shape/presetsdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;

class PresetBarTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void defaults_areNoPreset();
    void chosen_isOneStep_andShown();
    void changed_isShown_untilItIsTakenBack();
    void saved_isThereForTheNextStart();
    void builtInName_isRefused();
    void builtInTexts_areAllMarkedForTranslation();
    void dialog_renamesAndDeletes();
    void file_isExported_andImportedUnderAFreeName();
    void badFile_isOneSentence();

private:
    bool rested() { return QTest::qWaitFor([this] { return !shelf_->isBusy(); }, 9'000); }
    void choose(const QString& name)
    {
        auto* presets = bar_->findChild<QComboBox*>("presets");
        const int row = presets->findData(name);
        QVERIFY2(row >= 0, qPrintable(name));
        presets->setCurrentIndex(row);
        emit presets->activated(row);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<PresetShelf> shelf_;
    std::unique_ptr<PresetBar> bar_;
};

void PresetBarTest::init()
{
    bar_.reset();
    shelf_.reset();
    folder_ = std::make_unique<QTemporaryDir>();
    session_ = std::make_unique<Session>();
    shelf_ = std::make_unique<PresetShelf>(folder_->filePath("presets").toStdString());
    bar_ = std::make_unique<PresetBar>(*session_, *shelf_);
    QVERIFY(rested());
}

void PresetBarTest::defaults_areNoPreset()
{
    QCOMPARE(bar_->shown(), QString("No preset"));
    QCOMPARE(shelf_->entries().size(), std::size_t{4});
}

void PresetBarTest::chosen_isOneStep_andShown()
{
    choose("Peer default");
    QVERIFY(session_->isCompatible());
    QCOMPARE(session_->reconstructParams().method, ReconstructMethod::Peer);
    QCOMPARE(session_->history().count(), 1);
    QCOMPARE(bar_->shown(), QString("Peer default"));
    choose("Maximum quality");
    QCOMPARE(session_->codec()->name(), std::string("wavdiff"));
    QCOMPARE(bar_->shown(), QString("Maximum quality"));
    session_->history().undo();
    QCOMPARE(bar_->shown(), QString("Peer default"));
    session_->history().undo();
    QVERIFY(!session_->isCompatible());
    QCOMPARE(bar_->shown(), QString("No preset"));
    session_->history().redo();
    QCOMPARE(bar_->shown(), QString("Peer default"));
}

void PresetBarTest::changed_isShown_untilItIsTakenBack()
{
    choose("Small and robust");
    QVERIFY(session_->setCodecField("power", "0.3"));
    QCOMPARE(bar_->shown(), QString("Small and robust (changed)"));
    QVERIFY(session_->setReconstructField("iterations", "3"));
    QCOMPARE(bar_->shown(), QString("Small and robust (changed)"));
    session_->history().undo();
    session_->history().undo();
    QCOMPARE(bar_->shown(), QString("Small and robust"));
    QVERIFY(session_->setCodecField("power", "0.3"));
    auto* presets = bar_->findChild<QComboBox*>("presets");
    emit presets->activated(0); // the changed one itself: back to what it was
    QCOMPARE(bar_->shown(), QString("Small and robust"));
    QCOMPARE(fieldText(*findField(session_->codecFields(), "power")), std::string("0.25"));
}

void PresetBarTest::saved_isThereForTheNextStart()
{
    QVERIFY(session_->setCodecField("power", "0.31"));
    bar_->saveAs("My own");
    QVERIFY(rested());
    QCOMPARE(bar_->shown(), QString("My own"));
    PresetShelf next(folder_->filePath("presets").toStdString());
    QVERIFY(QTest::qWaitFor([&] { return !next.isBusy(); }, 9'000));
    QVERIFY(next.find("My own") && !next.find("My own")->builtIn);
    QVERIFY(isPreset(*next.find("My own")->preset, *session_->codec(), session_->reconstructParams()));
    QSignalSpy refused(bar_.get(), &PresetBar::refused);
    bar_->saveAs("My own");
    QVERIFY(rested());
    QCOMPARE(refused.size(), 1); // replaced only if that is asked for
    bar_->saveAs("My own", Overwrite::Yes);
    QVERIFY(rested());
    QCOMPARE(refused.size(), 1);
}

void PresetBarTest::builtInName_isRefused()
{
    QSignalSpy refused(bar_.get(), &PresetBar::refused);
    bar_->saveAs("Peer default");
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused[0][0].toString().contains("is built in"));
    shelf_->remove("Peer default");
    QCOMPARE(refused.size(), 2);
}

void PresetBarTest::builtInTexts_areAllMarkedForTranslation()
{
    QStringList marked;
    for (const char* text : translatedPresetTexts())
        marked.append(QString::fromUtf8(text));
    QStringList used;
    for (const PresetShelf::Entry& entry : shelf_->entries())
        used << QString::fromStdString(entry.preset->name) << QString::fromStdString(entry.preset->description);
    QCOMPARE(marked, used);
}

void PresetBarTest::dialog_renamesAndDeletes()
{
    bar_->saveAs("One");
    QVERIFY(rested());
    PresetsDialog dialog(*shelf_);
    dialog.choose("Peer default");
    const auto button = [&](const QString& text) {
        for (auto* each : dialog.findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        return static_cast<QPushButton*>(nullptr);
    };
    QVERIFY(!button("&Delete")->isEnabled() && !button("&Rename")->isEnabled() && button("&Export …")->isEnabled());
    dialog.choose("One");
    auto* list = dialog.findChild<QListWidget*>("presetList");
    QVERIFY(button("&Delete")->isEnabled());
    list->currentItem()->setText("Two");
    QVERIFY(rested());
    QVERIFY(shelf_->find("Two") && !shelf_->find("One"));
    dialog.choose("Two");
    list->currentItem()->setText("Peer default");
    QVERIFY(dialog.findChild<QLabel*>("told")->text().contains("is built in"));
    QVERIFY(shelf_->find("Two"));
    dialog.choose("Two");
    button("&Delete")->click();
    auto* question = dialog.findChild<QMessageBox*>();
    QVERIFY(question);
    question->button(QMessageBox::Yes)->click();
    QVERIFY(QTest::qWaitFor([this] { return !shelf_->find("Two"); }, 9'000));
    QCOMPARE(list->count(), 4);
}

void PresetBarTest::file_isExported_andImportedUnderAFreeName()
{
    QSignalSpy exported(shelf_.get(), &PresetShelf::exported);
    const QString file = folder_->filePath("out.json");
    shelf_->exportFile("Peer default", file);
    QVERIFY(rested());
    QCOMPARE(exported.size(), 1);
    shelf_->importFile(file);
    shelf_->refresh(); // waits for its turn
    QVERIFY(rested());
    QVERIFY(shelf_->find("Peer default 2"));
    QVERIFY(!shelf_->find("Peer default 2")->builtIn);
}

void PresetBarTest::badFile_isOneSentence()
{
    QFile bad(folder_->filePath("bad.json"));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("[]") > 0);
    bad.close();
    QSignalSpy failed(shelf_.get(), &PresetShelf::failed);
    shelf_->importFile(bad.fileName());
    QVERIFY(rested());
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains("no preset of Sonoloom"));
}

QTEST_MAIN(PresetBarTest)
#include "presetbar_test.moc"
