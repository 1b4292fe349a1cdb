// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/regionbar.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

using namespace sonoloom;

class RegionBarTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void numbers_areThoseOfTheControls();
    void brush_isWhatTheToolIs();
    void size_andPen_agree();
    void controls_areThoseOfTheTool();
    void edits_canBeLeftOut();
    void heard_standsOnTheButton();
    void everything_hasANameAndATip();

private:
    template <class Widget>
    Widget* named(const char* name) const
    {
        for (Widget* widget : bar_->findChildren<Widget*>())
            if (widget->accessibleName() == QLatin1String(name))
                return widget;
        return nullptr;
    }

    RegionPen pen_;
    std::unique_ptr<RegionBar> bar_;
    QObject owner_;
    RegionBar::Actions actions_;
};

void RegionBarTest::init()
{
    pen_.setTool(RegionTool::None);
    pen_.setRadius(14);
    bar_ = std::make_unique<RegionBar>(pen_);
    const auto action = [this](const char* text) { return new QAction(QLatin1String(text), &owner_); };
    actions_ = {action("Gain"), action("Erase"), action("Heal"), action("Smooth"), action("Copy"), action("Paste"),
                action("Shift"), action("Backwards"), action("Upside down"), action("Hear only"), action("Hear all but"), action("All")};
    actions_.hearSelection->setCheckable(true);
    actions_.hearOthers->setCheckable(true);
    bar_->setActions(actions_);
    bar_->resize(1400, 40);
    bar_->show();
}

void RegionBarTest::numbers_areThoseOfTheControls()
{
    named<QDoubleSpinBox>("Gain")->setValue(-20);
    named<QDoubleSpinBox>("Shift in time")->setValue(0.25);
    named<QDoubleSpinBox>("Shift in pitch")->setValue(-7);
    named<QComboBox>("How what is pasted meets what is there")->setCurrentIndex(3);
    const RegionEdit edit = bar_->numbers();
    QCOMPARE(edit.gainDb, -20.0);
    QCOMPARE(edit.shiftSeconds, 0.25);
    QCOMPARE(edit.semitones, -7.0);
    QVERIFY(edit.mode == PasteMode::Max);
}

void RegionBarTest::brush_isWhatTheToolIs()
{
    pen_.setTool(RegionTool::Erase);
    QVERIFY(bar_->brush().op == RegionOp::Erase);
    named<QComboBox>("What the eraser leaves")->setCurrentIndex(1);
    QVERIFY(bar_->brush().op == RegionOp::Heal);
    pen_.setTool(RegionTool::Brush);
    named<QDoubleSpinBox>("Strength of the brush")->setValue(6);
    QVERIFY(bar_->brush().op == RegionOp::Gain);
    QCOMPARE(bar_->brush().gainDb, 6.0);
    named<QComboBox>("What the brush does")->setCurrentIndex(1);
    QVERIFY(bar_->brush().op == RegionOp::Smooth);
}

void RegionBarTest::size_andPen_agree()
{
    auto* size = named<QSpinBox>("Size of the brush");
    pen_.setRadius(33);
    QCOMPARE(size->value(), 33);
    size->setValue(21);
    QCOMPARE(pen_.radius(), 21);
}

void RegionBarTest::controls_areThoseOfTheTool()
{
    auto* size = named<QSpinBox>("Size of the brush");
    auto* gain = named<QDoubleSpinBox>("Gain");
    auto* harmonics = named<QSpinBox>("Harmonics");
    QTRY_VERIFY(!size->isVisible() && gain->isVisible() && !harmonics->isVisible());
    pen_.setTool(RegionTool::Brush);
    QTRY_VERIFY(size->isVisible() && !gain->isVisible());
    pen_.setTool(RegionTool::Harmonics);
    QTRY_VERIFY(!size->isVisible() && gain->isVisible() && harmonics->isVisible());
    QSignalSpy changed(bar_.get(), &RegionBar::harmonicsChanged);
    harmonics->setValue(5);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bar_->harmonics(), 5);
}

void RegionBarTest::edits_canBeLeftOut()
{
    auto* edits = named<QPushButton>("Edits");
    QVERIFY(!edits->isEnabled());
    bar_->setEdits({"erase at 0:01", "gain at 0:02"});
    QVERIFY(edits->isEnabled());
    QCOMPARE(edits->text(), QString("Edits: 2"));
    QSignalSpy removed(bar_.get(), &RegionBar::editRemoved);
    edits->menu()->actions()[1]->trigger();
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].value<std::size_t>(), std::size_t{1});
    QVERIFY(edits->menu()->actions().contains(actions_.removeEdits));
}

void RegionBarTest::heard_standsOnTheButton()
{
    auto* hear = named<QPushButton>("Hear");
    actions_.hearOthers->setChecked(true);
    QCOMPARE(hear->text(), QString("Hear: all but"));
    actions_.hearOthers->setChecked(false);
    QCOMPARE(hear->text(), QString("Hear"));
}

void RegionBarTest::everything_hasANameAndATip()
{
    for (const QWidget* widget : bar_->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QPushButton*>(widget);
        if (isControl)
            QVERIFY2(!widget->accessibleName().isEmpty() && !widget->toolTip().isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(RegionBarTest)
#include "regionbar_test.moc"
