// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shape/presetbar.h"

#include "ui/shape/presetnames.h"
#include "ui/shape/presetsdialog.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace sonoloom
{

PresetBar::PresetBar(Session& session, PresetShelf& shelf, QWidget* parent)
    : QWidget(parent), session_(session), shelf_(shelf), presets_(new QComboBox(this)), more_(new QToolButton(this))
{
    presets_->setObjectName(QStringLiteral("presets"));
    presets_->setAccessibleName(tr("Preset"));
    presets_->setToolTip(tr("Set all parameters at once; Ctrl+Z takes it back"));
    presets_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    presets_->setMinimumContentsLength(18);
    auto* menu = new QMenu(more_);
    menu->addAction(tr("&Save as preset …"), this, &PresetBar::askForName);
    menu->addAction(tr("&Manage presets …"), this, &PresetBar::manage);
    more_->setObjectName(QStringLiteral("presetMenu"));
    more_->setText(tr("…"));
    more_->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }")); // it would cover the text
    more_->setToolTip(tr("Save, rename, delete, import and export presets"));
    more_->setAccessibleName(more_->toolTip());
    more_->setMenu(menu);
    more_->setPopupMode(QToolButton::InstantPopup);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::tight);
    row->addWidget(presets_, 1);
    row->addWidget(more_);
    connect(presets_, &QComboBox::activated, this, [this](int index) { apply(presets_->itemData(index).toString()); });
    connect(&shelf_, &PresetShelf::changed, this, &PresetBar::fill);
    connect(&shelf_, &PresetShelf::failed, this, &PresetBar::refused);
    for (const auto signal : {&Session::codecChanged, &Session::reconstructParamsChanged, &Session::opened})
        connect(&session_, signal, this, &PresetBar::show);
    connect(&session_.history(), &QUndoStack::indexChanged, this, &PresetBar::show);
    fill();
}

/// All names; the first row stands for parameters that are no preset's.
void PresetBar::fill()
{
    presets_->clear();
    presets_->addItem(QString());
    bool own = false;
    for (const PresetShelf::Entry& entry : shelf_.entries()) {
        if (!entry.builtIn && !std::exchange(own, true))
            presets_->insertSeparator(presets_->count());
        const QString name = QString::fromStdString(entry.preset->name);
        presets_->addItem(shownName(entry), name);
        presets_->setItemData(presets_->count() - 1, shownDescription(entry), Qt::ToolTipRole);
    }
    show();
}

void PresetBar::show()
{
    const auto isNow = [this](const Preset& preset) { return isPreset(preset, *session_.codec(), session_.reconstructParams()); };
    const PresetShelf::Entry* last = shelf_.find(chosen_);
    const int step = session_.history().index();
    if (!last || !isNow(*last->preset)) {
        const auto& all = shelf_.entries();
        const auto found = std::ranges::find_if(all, [&](const PresetShelf::Entry& entry) { return isNow(*entry.preset); });
        const bool left = !last || step < chosenAt_ || last->preset->codec->name() != session_.codec()->name();
        if (found != all.end() || left) {
            chosen_ = found != all.end() ? QString::fromStdString(found->preset->name) : QString();
            chosenAt_ = step;
            last = shelf_.find(chosen_);
        }
    }
    presets_->setItemData(0, {});
    const int row = last ? presets_->findData(chosen_) : 0;
    const bool changed = last && !isNow(*last->preset);
    presets_->setItemText(0, changed ? tr("%1 (changed)").arg(presets_->itemText(row)) : tr("No preset"));
    if (changed)
        presets_->setItemData(0, chosen_); // chosen, it goes back to what it was
    presets_->setCurrentIndex(changed ? 0 : row);
}

QString PresetBar::shown() const
{
    return presets_->currentText();
}

void PresetBar::apply(const QString& name)
{
    if (const PresetShelf::Entry* entry = shelf_.find(name))
        session_.setSettings(*entry->preset->codec, entry->preset->reconstruct, tr("preset %1").arg(name));
    show();
}

void PresetBar::saveAs(const QString& name, Overwrite overwrite)
{
    chosen_ = name;
    chosenAt_ = session_.history().index();
    shelf_.save({name.toStdString(), {}, session_.codec(), session_.reconstructParams()}, overwrite);
}

void PresetBar::askForName()
{
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Save as preset"), tr("Name:"), QLineEdit::Normal, chosen_, &accepted).trimmed();
    if (!accepted || name.isEmpty())
        return;
    const PresetShelf::Entry* there = shelf_.find(name);
    const bool replaces = there && !there->builtIn;
    if (replaces && QMessageBox::question(this, tr("Replace the preset?"), tr("There is a preset %1. Replace it?").arg(name)) != QMessageBox::Yes)
        return;
    saveAs(name, replaces ? Overwrite::Yes : Overwrite::No);
}

void PresetBar::manage()
{
    auto* dialog = new PresetsDialog(shelf_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace sonoloom
