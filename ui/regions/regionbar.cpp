// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/regions/regionbar.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolBar>

namespace sonoloom
{

namespace
{

constexpr double usualStrength = -12;
constexpr double greatestShift = 600; ///< seconds, from the bar
constexpr int greatestSemitones = 48;
constexpr int mostHarmonics = 64;
constexpr int usualHarmonics = 16;
constexpr int arrowWidth = 30; ///< of a button with a menu, its margins included

/// As wide as its text: the bar holds much.
void setTight(QPushButton& button, const QString& text)
{
    button.setText(text);
    button.setFixedWidth(button.fontMetrics().horizontalAdvance(text) + arrowWidth);
}

} // namespace

RegionBar::RegionBar(RegionPen& pen, QWidget* parent)
    : QWidget(parent), pen_(pen), edits_(new QPushButton(this)), brushBar_(new QToolBar(this)), selectionBar_(new QToolBar(this))
{
    setObjectName(QStringLiteral("regionBar"));
    setAccessibleName(tr("Region"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(brushBar_);
    row->addWidget(selectionBar_, 1);
    row->addStretch(0);
    row->addWidget(edits_);
    addBrushes();
    addTone();
    connect(&pen_, &RegionPen::toolChanged, this, &RegionBar::showTool);
}

QDoubleSpinBox* RegionBar::addNumber(const QString& name, const QString& help, const Range& range, double value, int decimals, const QString& unit)
{
    auto* box = new QDoubleSpinBox(this);
    box->setRange(range.least, range.greatest);
    box->setDecimals(decimals);
    box->setSingleStep(decimals > 1 ? 0.01 : 1);
    box->setSuffix(unit);
    box->setValue(value);
    box->setAccessibleName(name);
    box->setToolTip(help);
    return box;
}

QComboBox* RegionBar::addChoice(const QStringList& choices, const QString& name, const QString& help)
{
    auto* box = new QComboBox(this);
    box->addItems(choices);
    box->setAccessibleName(name);
    box->setToolTip(help);
    return box;
}

void RegionBar::addBrushes()
{
    size_ = new QSpinBox(this);
    size_->setRange(RegionPen::leastRadius, RegionPen::greatestRadius);
    size_->setSuffix(tr(" px"));
    size_->setPrefix(tr("Size "));
    size_->setValue(pen_.radius());
    size_->setAccessibleName(tr("Size of the brush"));
    size_->setToolTip(tr("Radius of the brush in pixels of the screen: zoom in to paint finer. Also the wheel with Ctrl and Shift, and the keys , and ."));
    connect(size_, qOverload<int>(&QSpinBox::valueChanged), &pen_, &RegionPen::setRadius);
    connect(&pen_, &RegionPen::radiusChanged, size_, &QSpinBox::setValue);
    brushBar_->addWidget(size_);
    brushOp_ = addChoice({tr("Louder or softer"), tr("Smooth")}, tr("What the brush does"), tr("What the brush does to what it touches"));
    brushOnly_ = brushBar_->addWidget(brushOp_);
    strength_ = addNumber(tr("Strength of the brush"), tr("How much louder or softer a stroke makes what it touches"), {-60, 40}, usualStrength, 1, tr(" dB"));
    strengthOnly_ = brushBar_->addWidget(strength_);
    connect(brushOp_, qOverload<int>(&QComboBox::currentIndexChanged), strength_, [this](int index) { strength_->setEnabled(index == 0); });
    eraser_ = addChoice({tr("To silence"), tr("To the level around")}, tr("What the eraser leaves"), tr("What the eraser leaves of what it touches"));
    eraserOnly_ = brushBar_->addWidget(eraser_);
}

void RegionBar::addTone()
{
    harmonics_ = new QSpinBox(this);
    harmonics_->setRange(1, mostHarmonics);
    harmonics_->setSuffix(tr(" ×"));
    harmonics_->setValue(usualHarmonics);
    harmonics_->setAccessibleName(tr("Harmonics"));
    harmonics_->setToolTip(tr("How many harmonics of the tone are selected, the fundamental included"));
    connect(harmonics_, qOverload<int>(&QSpinBox::valueChanged), this, &RegionBar::harmonicsChanged);
    toneOnly_ = selectionBar_->addWidget(harmonics_);
}

void RegionBar::setActions(const Actions& actions)
{
    gain_ = addNumber(tr("Gain"), tr("How much louder or softer the selection becomes"), {-120, 60}, usualStrength, 1, tr(" dB"));
    selectionBar_->addWidget(gain_);
    for (QAction* action : {actions.gain, actions.erase, actions.heal, actions.smooth})
        selectionBar_->addAction(action);
    selectionBar_->addSeparator();
    for (QAction* action : {actions.copy, actions.paste})
        selectionBar_->addAction(action);
    mode_ = addChoice({tr("instead"), tr("added"), tr("multiplied"), tr("the louder")}, tr("How what is pasted meets what is there"),
                      tr("How what is pasted or shifted meets what is there: instead of it, added, multiplied, or the louder of both"));
    selectionBar_->addWidget(mode_);
    selectionBar_->addSeparator();
    seconds_ = addNumber(tr("Shift in time"), tr("How much later; negative is earlier"), {-greatestShift, greatestShift}, 0, 3, tr(" s"));
    selectionBar_->addWidget(seconds_);
    semitones_ = addNumber(tr("Shift in pitch"), tr("How many semitones higher; negative is lower"), {-greatestSemitones, greatestSemitones}, 0, 1, tr(" st"));
    selectionBar_->addWidget(semitones_);
    selectionBar_->addAction(actions.shift);
    addMenu(tr("Mirror"), tr("Plays the selection backwards, or turns it upside down"), {actions.mirrorTime, actions.mirrorFrequency});
    selectionBar_->addSeparator();
    hearSelection_ = actions.hearSelection;
    hearOthers_ = actions.hearOthers;
    hear_ = addMenu(tr("Hear"), tr("Hears only the selection, or all but it"), {hearSelection_, hearOthers_});
    for (QAction* action : {hearSelection_, hearOthers_})
        connect(action, &QAction::toggled, this, &RegionBar::showHeard);
    edits_->setAccessibleName(tr("Edits"));
    edits_->setToolTip(tr("All edits of the images; choose one to leave it out"));
    editList_ = new QMenu(edits_);
    edits_->setMenu(editList_);
    removeEdits_ = actions.removeEdits;
    setEdits({});
    showTool();
}

QPushButton* RegionBar::addMenu(const QString& text, const QString& help, const QList<QAction*>& actions)
{
    auto* button = new QPushButton(this);
    setTight(*button, text);
    button->setFlat(true);
    button->setAccessibleName(text);
    button->setToolTip(help);
    auto* menu = new QMenu(button);
    menu->addActions(actions);
    button->setMenu(menu);
    selectionBar_->addWidget(button);
    return button;
}

/// What is masked stands on the button, lest one forgets it.
void RegionBar::showHeard()
{
    setTight(*hear_, hearSelection_->isChecked() ? tr("Hear: only") : hearOthers_->isChecked() ? tr("Hear: all but") : tr("Hear"));
}

void RegionBar::setEdits(const QStringList& names)
{
    if (!editList_)
        return;
    edits_->setText(tr("Edits: %1").arg(names.size()));
    edits_->setEnabled(!names.isEmpty());
    editList_->clear();
    for (qsizetype i = 0; i < names.size(); ++i)
        connect(editList_->addAction(tr("Leave out: %1").arg(names[i])), &QAction::triggered, this,
                [this, i] { emit editRemoved(static_cast<std::size_t>(i)); });
    editList_->addSeparator();
    editList_->addAction(removeEdits_);
}

void RegionBar::showTool()
{
    const RegionTool tool = pen_.tool();
    brushBar_->setVisible(pen_.isBrush());
    selectionBar_->setVisible(!pen_.isBrush());
    brushOnly_->setVisible(tool == RegionTool::Brush);
    strengthOnly_->setVisible(tool == RegionTool::Brush);
    eraserOnly_->setVisible(tool == RegionTool::Erase);
    toneOnly_->setVisible(tool == RegionTool::Harmonics);
}

RegionEdit RegionBar::numbers() const
{
    RegionEdit edit;
    edit.gainDb = gain_->value();
    edit.mode = static_cast<PasteMode>(mode_->currentIndex());
    edit.shiftSeconds = seconds_->value();
    edit.semitones = semitones_->value();
    return edit;
}

RegionEdit RegionBar::brush() const
{
    RegionEdit edit;
    if (pen_.tool() == RegionTool::Erase)
        edit.op = eraser_->currentIndex() == 0 ? RegionOp::Erase : RegionOp::Heal;
    else
        edit.op = brushOp_->currentIndex() == 0 ? RegionOp::Gain : RegionOp::Smooth;
    edit.gainDb = strength_->value();
    return edit;
}

int RegionBar::harmonics() const
{
    return harmonics_->value();
}

} // namespace sonoloom
