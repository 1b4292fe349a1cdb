// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/sequencetools.h"

#include "ui/keys/keytip.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace sonoloom
{

SequenceTools::SequenceTools(SequenceEditor& editor, QWidget* parent)
    : QWidget(parent), editor_(editor), row_(new QHBoxLayout(this))
{
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(spacing::tight);
    open_ = add("addFiles", tr("Add files …"), tr("Sounds, images or folders of images, behind the others; they can be dropped, too"), "sequence-add");
    connect(open_, &QToolButton::clicked, this, &SequenceTools::filesWanted);
    QToolButton* workbench = add("addWorkbench", tr("From the workbench"), tr("What is open in the workbench; of a sound the selected part"), "sequence-workbench");
    connect(workbench, &QToolButton::clicked, this, &SequenceTools::workbenchWanted);
    row_->addSpacing(spacing::normal);
    addEdits();
    row_->addSpacing(spacing::normal);
    addSnapping();
    row_->addStretch(1);
    addExports();
    connect(&editor_, &SequenceEditor::changed, this, &SequenceTools::showState);
    connect(&editor_, &SequenceEditor::snappingChanged, this, &SequenceTools::showState);
    connect(&editor_.selection(), &ClipSelection::changed, this, &SequenceTools::showState);
    showState();
    takeIcons();
}

QToolButton* SequenceTools::add(const char* name, const QString& text, const QString& help, const char* action)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(help);
    setKeyTip(*button, help, action);
    row_->addWidget(button);
    return button;
}

void SequenceTools::addEdits()
{
    split_ = add("split", tr("Split"), tr("Cut the clip at the playhead in two"), "sequence-split");
    connect(split_, &QToolButton::clicked, this, &SequenceTools::splitWanted);
    QToolButton* duplicate = add("duplicate", tr("Duplicate"), tr("Copies of the selected clips behind them"), "duplicate");
    connect(duplicate, &QToolButton::clicked, &editor_, &SequenceEditor::duplicate);
    QToolButton* repeat = add("repeat", tr("Repeat …"), tr("The selected clips as often as you say"), "sequence-repeat");
    connect(repeat, &QToolButton::clicked, this, &SequenceTools::repeatWanted);
    QToolButton* remove = add("remove", tr("Remove"), tr("Take the selected clips out; a selected transition becomes a cut"), "delete");
    connect(remove, &QToolButton::clicked, &editor_, &SequenceEditor::remove);
    needClips_ = {duplicate, repeat, remove};
}

void SequenceTools::addSnapping()
{
    snap_ = add("snap", tr("Snap"), tr("Dragged edges keep to what the menu says; with Alt they do not"), "sequence-snap");
    snap_->setCheckable(true);
    snap_->setPopupMode(QToolButton::MenuButtonPopup);
    auto* menu = new QMenu(snap_);
    menu->setObjectName(QStringLiteral("snapMenu"));
    addSnapChoice(*menu, "snapClips", tr("Edges of clips"), &SnapChoice::clips);
    addSnapChoice(*menu, "snapTiles", tr("Lengths of an image"), &SnapChoice::tiles);
    addSnapChoice(*menu, "snapPlayhead", tr("Playhead and loop"), &SnapChoice::playhead);
    addSnapChoice(*menu, "snapMarkers", tr("Markers"), &SnapChoice::markers);
    menu->addSeparator();
    addBeatChoices(*menu);
    snap_->setMenu(menu);
    connect(snap_, &QToolButton::clicked, this, [this](bool on) {
        SnapChoice choice = editor_.snapping();
        choice.on = on;
        editor_.setSnapping(choice);
    });
    lanes_ = add("lanes", tr("Two lanes"), tr("Clips in turn on two lanes, so that transitions are seen as what lies on each other"), "sequence-lanes");
    lanes_->setCheckable(true);
    connect(lanes_, &QToolButton::toggled, this, &SequenceTools::lanesToggled);
}

void SequenceTools::addSnapChoice(QMenu& menu, const char* name, const QString& text, bool SnapChoice::* member)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    choices_.append({action, member});
    connect(action, &QAction::triggered, this, [this, member](bool on) {
        SnapChoice choice = editor_.snapping();
        choice.*member = on;
        editor_.setSnapping(choice);
    });
}

void SequenceTools::addBeatChoices(QMenu& menu)
{
    auto* group = new QActionGroup(this);
    const std::pair<const char*, QString> texts[] = {{"snapNoBeats", tr("Neither beats nor bars")}, {"snapBeats", tr("Beats of sounds")}, {"snapBars", tr("Bars of sounds")}};
    for (int i = 0; const auto& [name, text] : texts) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        group->addAction(action);
        beats_.append(action);
        connect(action, &QAction::triggered, this, [this, beats = static_cast<SnapChoice::Beats>(i++)] {
            SnapChoice choice = editor_.snapping();
            choice.beats = beats;
            choice.on = true;
            editor_.setSnapping(choice);
        });
    }
}

void SequenceTools::addExports()
{
    export_ = add("exportSequence", tr("Export"), tr("The whole sequence as one sound, one wide image, or images of equal length"), "sequence-sound");
    export_->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(export_);
    menu->setObjectName(QStringLiteral("exportMenu"));
    exports_.append(menu->addAction(tr("One seamless sound …"), this, &SequenceTools::soundWanted));
    exports_.append(menu->addAction(tr("One wide image …"), this, &SequenceTools::imageWanted));
    exports_.append(menu->addAction(tr("Images of equal length …"), this, &SequenceTools::tilesWanted));
    export_->setMenu(menu);
}

bool SequenceTools::hasTwoLanes() const
{
    return lanes_->isChecked();
}

void SequenceTools::setTwoLanes(bool two)
{
    lanes_->setChecked(two);
}

void SequenceTools::showState()
{
    const SnapChoice& choice = editor_.snapping();
    const bool isEmpty = editor_.sequence().empty();
    for (QToolButton* button : needClips_)
        button->setEnabled(!editor_.selection().clips().empty() || (button->objectName() == QLatin1String("remove") && editor_.selection().transition()));
    split_->setEnabled(!isEmpty);
    export_->setEnabled(!isEmpty);
    snap_->setChecked(choice.on);
    for (const auto& [action, member] : choices_)
        action->setChecked(choice.*member);
    beats_[static_cast<int>(choice.beats)]->setChecked(true);
}

void SequenceTools::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && export_)
        takeIcons();
    QWidget::changeEvent(event);
}

void SequenceTools::takeIcons()
{
    open_->setIcon(themedIcon(QStringLiteral("open"), palette()));
    export_->setIcon(themedIcon(QStringLiteral("export"), palette()));
}

} // namespace sonoloom
