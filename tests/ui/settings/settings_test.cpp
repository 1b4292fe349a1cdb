// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

using namespace sonoloom;

namespace
{

/// Something else than the default in every field.
Settings others()
{
    Settings settings;
    settings.theme = ThemeMode::Dark;
    settings.language = Language::German;
    settings.wheel = WheelPreset::Zoom;
    settings.tuningHz = 432.5;
    settings.live = false;
    settings.liveSeconds = 30;
    settings.autosaveSeconds = 60;
    settings.threads = 2;
    settings.exportFolder = "/tmp/ü out";
    settings.confirmClose = false;
    return settings;
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QSettings().clear(); }
    void written_isRead_inEveryField();
    void defaults_areNotKept();
    void earlierKeys_stillHold();
    void nonsense_isTheDefault();
    void keeper_tellsChangesOnly();
    void form_holdsAtOnce();
    void form_showsNamesForPeople();
    void restore_bringsAllDefaultsBack();
    void language_isSaidToNeedAStart();
    void language_hasItsLocale();
};

void SettingsTest::written_isRead_inEveryField()
{
    Settings usual;
    Settings other = others();
    const auto a = fieldsOf(usual);
    const auto b = fieldsOf(other);
    for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY2(fieldText(a[i]) != fieldText(b[i]), std::string(a[i].key).c_str()); // else this test would miss it
    writeSettings(other);
    QVERIFY(readSettings() == other);
}

void SettingsTest::defaults_areNotKept()
{
    writeSettings(others());
    QVERIFY(!QSettings().allKeys().isEmpty());
    writeSettings({});
    QCOMPARE(QSettings().allKeys(), QStringList());
}

void SettingsTest::earlierKeys_stillHold()
{
    QSettings().setValue("view/theme", 2);
    QSettings().setValue("preview/live", false);
    QVERIFY(readSettings().theme == ThemeMode::Dark);
    QVERIFY(!readSettings().live);
    writeSettings(others());
    QCOMPARE(QSettings().value("view/theme").toInt(), 2);
    QCOMPARE(QSettings().value("preview/live").toBool(), false);
}

void SettingsTest::nonsense_isTheDefault()
{
    QSettings settings;
    settings.setValue("view/theme", 7);
    settings.setValue("view/wheel", "sideways");
    settings.setValue("view/tuning", 1000);
    settings.setValue("work/threads", "many");
    settings.setValue("preview/longest", -5);
    QVERIFY(readSettings() == Settings());
}

void SettingsTest::keeper_tellsChangesOnly()
{
    SettingsKeeper keeper;
    QSignalSpy changed(&keeper, &SettingsKeeper::changed);
    keeper.set({});
    QCOMPARE(changed.size(), 0);
    keeper.set(others());
    QCOMPARE(changed.size(), 1);
    QVERIFY(SettingsKeeper().now() == others());
}

void SettingsTest::form_holdsAtOnce()
{
    SettingsKeeper keeper;
    SettingsDialog dialog(keeper);
    dialog.findChild<QDoubleSpinBox*>("view/tuning")->setValue(442);
    dialog.findChild<QCheckBox*>("preview/live")->click();
    auto* theme = dialog.findChild<QComboBox*>("view/theme");
    theme->setCurrentIndex(2);
    emit theme->activated(2);
    auto* folder = dialog.findChild<QLineEdit*>("export/folder");
    folder->setText("/tmp");
    emit folder->editingFinished();
    QCOMPARE(keeper.now().tuningHz, 442.0);
    QVERIFY(keeper.now().theme == ThemeMode::Dark);
    QCOMPARE(keeper.now().exportFolder, std::string("/tmp"));
    QVERIFY(!keeper.now().live);
    QVERIFY(!dialog.findChild<QDoubleSpinBox*>("preview/longest")->isEnabled());
}

void SettingsTest::form_showsNamesForPeople()
{
    writeSettings(others());
    SettingsKeeper keeper;
    const SettingsDialog dialog(keeper);
    QCOMPARE(dialog.findChild<QComboBox*>("view/wheel")->currentText(), QString("Zooms, as in Sonic Visualiser"));
    QCOMPARE(dialog.findChild<QDoubleSpinBox*>("view/tuning")->value(), 432.5);
    QCOMPARE(dialog.findChild<QLineEdit*>("export/folder")->text(), QString("/tmp/ü out"));
}

void SettingsTest::restore_bringsAllDefaultsBack()
{
    writeSettings(others());
    SettingsKeeper keeper;
    SettingsDialog dialog(keeper);
    dialog.findChild<QPushButton*>("restore")->click();
    QVERIFY(keeper.now() == Settings());
    QCOMPARE(dialog.findChild<QDoubleSpinBox*>("view/tuning")->value(), 440.0);
}

void SettingsTest::language_isSaidToNeedAStart()
{
    SettingsKeeper keeper;
    SettingsDialog dialog(keeper);
    auto* told = dialog.findChild<QLabel*>("told");
    QVERIFY(told->text().isEmpty());
    keeper.set(others());
    QVERIFY(told->text().contains("next start"));
    keeper.set({});
    QVERIFY(told->text().isEmpty());
}

void SettingsTest::language_hasItsLocale()
{
    QCOMPARE(localeOf(Language::German).language(), QLocale::German);
    QCOMPARE(localeOf(Language::English).language(), QLocale::English);
    QCOMPARE(localeOf(Language::System), QLocale());
}

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
