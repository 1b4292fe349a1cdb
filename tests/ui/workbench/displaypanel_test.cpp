// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/displaypanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

using namespace sonoloom;

class DisplayPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void shared_colours_areForAll()
    {
        FrequencyAxis bands;
        DisplayPanel panel(bands);
        QSignalSpy changed(&panel, &DisplayPanel::scalesChanged);
        panel.findChild<QComboBox*>("colours")->setCurrentText("viridis");
        panel.findChild<QSpinBox*>("gain")->setValue(12);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(panel.scales().of(SpectrogramPane::Result).map, ColourMap::Viridis);
        const ColourScale scale = panel.scales().of(SpectrogramPane::Original).scale(-10);
        QCOMPARE(scale.topDb, -22.0); // brighter
        QCOMPARE(scale.rangeDb, 80.0);
    }

    void onePane_getsItsOwn_andIsLinkedAgain()
    {
        FrequencyAxis bands;
        DisplayPanel panel(bands);
        auto* pane = panel.findChild<QComboBox*>("pane");
        auto* linked = panel.findChild<QCheckBox*>("linked");
        auto* range = panel.findChild<QSpinBox*>("range");
        pane->setCurrentIndex(2); // the result
        QVERIFY(linked->isChecked());
        QVERIFY(!range->isEnabled());
        linked->setChecked(false);
        QVERIFY(range->isEnabled());
        range->setValue(40);
        QCOMPARE(panel.scales().of(SpectrogramPane::Result).rangeDb, 40);
        QCOMPARE(panel.scales().of(SpectrogramPane::Original).rangeDb, 80);
        QCOMPARE(panel.scales().text(), QString("result=magma/40/0"));
        pane->setCurrentIndex(0);
        QCOMPARE(range->value(), 80);
        pane->setCurrentIndex(2);
        linked->setChecked(true);
        QCOMPARE(panel.scales().of(SpectrogramPane::Result).rangeDb, 80);
        QCOMPARE(panel.scales().text(), QString());
    }

    void scales_asText_comeBack_andBadPartsArePassedOver()
    {
        PaneScales scales;
        scales.setText("result=grey/40/-6;difference=mauve/40/0;original=viridis/9999/0;nonsense");
        QCOMPARE(scales.of(SpectrogramPane::Result), (PaneColours{ColourMap::Grey, 40, -6}));
        QVERIFY(!scales.hasOwn(SpectrogramPane::Difference));
        QCOMPARE(scales.of(SpectrogramPane::Original).rangeDb, 160);
        PaneScales again;
        again.setText(scales.text());
        QCOMPARE(again, scales);
    }

    void frequencies_followTheAxis_andBack()
    {
        FrequencyAxis bands;
        DisplayPanel panel(bands);
        panel.findChild<QComboBox*>("frequencies")->setCurrentIndex(2);
        QCOMPARE(bands.scale(), FrequencyScale::Logarithmic);
        panel.findChild<QCheckBox*>("notes")->setChecked(true);
        QVERIFY(bands.showsNotes());
        bands.setScale(FrequencyScale::Linear);
        QCOMPARE(panel.findChild<QComboBox*>("frequencies")->currentIndex(), 1);
    }
};

QTEST_MAIN(DisplayPanelTest)
#include "displaypanel_test.moc"
