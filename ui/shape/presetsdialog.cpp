// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shape/presetsdialog.h"

#include "ui/shape/presetnames.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr QSize firstSize{460, 380};
const QString filter = QStringLiteral("*.json");

} // namespace

PresetsDialog::PresetsDialog(PresetShelf& shelf, QWidget* parent)
    : QDialog(parent), shelf_(shelf), list_(new QListWidget(this)), description_(new QLabel(this)), told_(new QLabel(this))
{
    setWindowTitle(tr("Presets"));
    resize(firstSize);
    list_->setObjectName(QStringLiteral("presetList"));
    list_->setAccessibleName(tr("Presets"));
    description_->setWordWrap(true);
    told_->setObjectName(QStringLiteral("told"));
    told_->setWordWrap(true);
    told_->hide();
    auto* buttons = new QVBoxLayout;
    rename_ = addButton(tr("&Rename"), tr("Give it another name (F2)"), &PresetsDialog::rename);
    remove_ = addButton(tr("&Delete"), tr("Delete it (Del)"), &PresetsDialog::askToRemove);
    export_ = addButton(tr("&Export …"), tr("Write it to a file to pass on (Alt+E)"), &PresetsDialog::chooseExport);
    QPushButton* import = addButton(tr("&Import …"), tr("Take a preset from a file (Alt+I)"), &PresetsDialog::chooseImport);
    for (QPushButton* button : {rename_, remove_, export_, import})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addWidget(list_, 1);
    row->addLayout(buttons);
    auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing::normal);
    column->addLayout(row, 1);
    column->addWidget(description_);
    column->addWidget(told_);
    column->addWidget(close);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(new QShortcut(QKeySequence(Qt::Key_Delete), list_, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &PresetsDialog::askToRemove);
    connect(list_, &QListWidget::currentItemChanged, this, &PresetsDialog::showChosen);
    connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const QString before = item->data(Qt::UserRole).toString();
        if (!before.isEmpty() && item->text().trimmed() != before)
            shelf_.rename(before, item->text().trimmed());
    });
    connect(&shelf_, &PresetShelf::changed, this, &PresetsDialog::fill);
    connect(&shelf_, &PresetShelf::failed, this, [this](const QString& sentence) {
        fill(); // a name that was not taken
        told_->setText(sentence);
        told_->show();
    });
    connect(&shelf_, &PresetShelf::exported, this, [this](const QString& file) {
        told_->setText(tr("Written to %1.").arg(file));
        told_->show();
    });
    fill();
}

QPushButton* PresetsDialog::addButton(const QString& text, const QString& help, void (PresetsDialog::*work)())
{
    auto* button = new QPushButton(text, this);
    button->setToolTip(help);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, work);
    return button;
}

void PresetsDialog::fill()
{
    const QString before = chosen();
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const PresetShelf::Entry& entry : shelf_.entries()) {
        const QString name = QString::fromStdString(entry.preset->name);
        auto* item = new QListWidgetItem(entry.builtIn ? tr("%1 (built in)").arg(shownName(entry)) : name, list_);
        item->setData(Qt::UserRole, name);
        if (!entry.builtIn)
            item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    choose(before);
    if (list_->currentRow() < 0 && list_->count() > 0)
        list_->setCurrentRow(0);
    told_->hide();
    showChosen();
}

QString PresetsDialog::chosen() const
{
    return list_->currentItem() ? list_->currentItem()->data(Qt::UserRole).toString() : QString();
}

void PresetsDialog::choose(const QString& name)
{
    for (int row = 0; row < list_->count(); ++row)
        if (list_->item(row)->data(Qt::UserRole).toString() == name)
            list_->setCurrentRow(row);
}

void PresetsDialog::showChosen()
{
    const PresetShelf::Entry* entry = shelf_.find(chosen());
    for (QPushButton* button : {rename_, remove_})
        button->setEnabled(entry && !entry->builtIn);
    export_->setEnabled(entry != nullptr);
    description_->setText(entry ? shownDescription(*entry) : QString());
    description_->setVisible(!description_->text().isEmpty());
}

void PresetsDialog::rename()
{
    list_->setFocus();
    list_->editItem(list_->currentItem());
}

void PresetsDialog::askToRemove()
{
    const PresetShelf::Entry* entry = shelf_.find(chosen());
    if (!entry || entry->builtIn)
        return;
    const QString name = chosen();
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete the preset?"), tr("Delete the preset %1? This cannot be undone.").arg(name),
                                QMessageBox::Yes | QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::accepted, this, [this, name] { shelf_.remove(name); });
    box->open();
}

void PresetsDialog::chooseImport()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Import a preset"), {}, tr("Presets (%1)").arg(filter));
    if (!file.isEmpty())
        shelf_.importFile(file);
}

void PresetsDialog::chooseExport()
{
    const QString name = chosen();
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the preset"), name + QStringLiteral(".json"), tr("Presets (%1)").arg(filter));
    if (!file.isEmpty())
        shelf_.exportFile(name, file);
}

} // namespace sonoloom
