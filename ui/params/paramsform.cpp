// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/params/paramsform.h"

#include "ui/params/fieldeditor.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLayoutItem>

namespace sonoloom
{

ParamsForm::ParamsForm(QWidget* parent) : QWidget(parent) {}

ParamsForm::~ParamsForm() = default;

void ParamsForm::setFields(const std::vector<Field>& fields)
{
    editors_.clear();
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::normal);
    grid->setVerticalSpacing(spacing::tight);
    grid->setColumnStretch(1, 1);
    for (const Field& field : fields) {
        editors_.push_back(FieldEditor::make(field, *grid, static_cast<int>(editors_.size())));
        connect(editors_.back().get(), &FieldEditor::edited, this, &ParamsForm::edited);
        connect(editors_.back().get(), &FieldEditor::settled, this, &ParamsForm::settled);
    }
    refresh(fields);
}

void ParamsForm::refresh(const std::vector<Field>& fields)
{
    for (const auto& editor : editors_)
        if (const Field* field = findField(fields, editor->key().toStdString()))
            editor->show(*field);
}

void ParamsForm::setFieldEnabled(const QString& key, bool enabled)
{
    for (const auto& editor : editors_)
        if (editor->key() == key)
            editor->setEnabled(enabled);
}

QStringList ParamsForm::keys() const
{
    QStringList keys;
    for (const auto& editor : editors_)
        keys.append(editor->key());
    return keys;
}

} // namespace sonoloom
