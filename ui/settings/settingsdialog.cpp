// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "ui/params/paramsform.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr int usualWidth = 560;

} // namespace

SettingsDialog::SettingsDialog(SettingsKeeper& keeper, QWidget* parent)
    : QDialog(parent), keeper_(keeper), form_(new ParamsForm(this)), told_(new QLabel(this))
{
    setWindowTitle(tr("Settings"));
    Settings usual; // a double click on a name goes back to these
    form_->setFields(fieldsOf(usual));
    told_->setWordWrap(true);
    told_->setObjectName(QStringLiteral("told"));
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* restore = box->addButton(tr("Restore defaults"), QDialogButtonBox::ResetRole);
    restore->setObjectName(QStringLiteral("restore"));
    restore->setToolTip(tr("All settings as they were from the start; keys have their own button under Help > Keys"));
    QPushButton* folder = box->addButton(tr("Export folder …"), QDialogButtonBox::ActionRole);
    folder->setToolTip(tr("Choose the folder in which the dialogs for exports open"));
    for (QPushButton* button : {restore, folder, box->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false); // Enter ends the typing of a number

    auto* column = new QVBoxLayout(this);
    column->setSpacing(spacing::wide);
    column->addWidget(form_);
    column->addWidget(told_);
    column->addStretch(1);
    column->addWidget(box);
    resize(usualWidth, sizeHint().height());

    connect(form_, &ParamsForm::edited, this, &SettingsDialog::edit);
    connect(restore, &QPushButton::clicked, this, [this] { keeper_.set({}); });
    connect(folder, &QPushButton::clicked, this, &SettingsDialog::chooseFolder);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&keeper_, &SettingsKeeper::changed, this, &SettingsDialog::refresh);
    refresh();
}

void SettingsDialog::refresh()
{
    Settings now = keeper_.now();
    form_->refresh(fieldsOf(now));
    form_->setFieldEnabled(QStringLiteral("preview/longest"), now.live);
    told_->setText(now.language == keeper_.languageAtStart() ? QString() : tr("The language changes with the next start."));
}

void SettingsDialog::edit(const QString& key, const QString& text)
{
    Settings to = keeper_.now();
    const auto fields = fieldsOf(to);
    const Field* field = findField(fields, key.toStdString());
    Result<void> set = setFieldText(*field, text.toStdString());
    if (set)
        set = checkField(*field);
    if (!set) {
        refresh();
        told_->setText(QString::fromStdString(set.error().message));
        return;
    }
    keeper_.set(to);
}

void SettingsDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for exports"), QString::fromStdString(keeper_.now().exportFolder));
    if (!folder.isEmpty())
        edit(QStringLiteral("export/folder"), folder);
}

} // namespace sonoloom
