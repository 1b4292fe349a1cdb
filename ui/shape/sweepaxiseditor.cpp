// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shape/sweepaxiseditor.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace sonoloom
{

SweepAxisEditor::SweepAxisEditor(const QString& name, bool optional, QWidget* parent)
    : QWidget(parent), keys_(new QComboBox(this)), values_(new QLineEdit(this)), optional_(optional)
{
    keys_->setObjectName(QStringLiteral("axisKey"));
    keys_->setAccessibleName(tr("%1: parameter").arg(name));
    keys_->setToolTip(tr("Which parameter is varied"));
    values_->setObjectName(QStringLiteral("axisValues"));
    values_->setAccessibleName(tr("%1: values").arg(name));
    values_->setToolTip(tr("A list, 50,100,200, or first, last and how many, 0.1:0.5:5"));
    values_->setClearButtonEnabled(true);
    setFocusProxy(keys_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::normal);
    row->addWidget(keys_);
    row->addWidget(values_, 1);
    connect(keys_, &QComboBox::activated, this, [this] { setKey(key()); });
    connect(values_, &QLineEdit::textEdited, this, &SweepAxisEditor::changed);
}

void SweepAxisEditor::setFields(const std::vector<Field>& fields, const QString& preferred)
{
    const QString before = key();
    suggestions_.clear();
    keys_->clear();
    if (optional_)
        keys_->addItem(tr("nothing"), QString());
    for (const Field& field : fields) {
        const QString name = QString::fromStdString(std::string(field.key));
        keys_->addItem(QStringLiteral("%1 (%2)").arg(QCoreApplication::translate("Params", field.label), name), name);
        suggestions_.emplace_back(name, QString::fromStdString(suggestedValues(field)));
    }
    if (!before.isEmpty() && keys_->findData(before) >= 0)
        keys_->setCurrentIndex(keys_->findData(before));
    else
        setKey(keys_->findData(preferred) >= 0 ? preferred : keys_->itemData(0).toString());
}

QString SweepAxisEditor::key() const
{
    return keys_->currentData().toString();
}

void SweepAxisEditor::setKey(const QString& key)
{
    keys_->setCurrentIndex(std::max(0, keys_->findData(key)));
    const auto found = std::ranges::find(suggestions_, this->key(), &std::pair<QString, QString>::first);
    values_->setText(found == suggestions_.end() ? QString() : found->second);
    values_->setEnabled(found != suggestions_.end());
    emit changed();
}

void SweepAxisEditor::setValues(const QString& values)
{
    values_->setText(values);
    emit changed();
}

Result<SweepAxis> SweepAxisEditor::axis(const std::vector<Field>& fields) const
{
    if (key().isEmpty())
        return SweepAxis{};
    return sweepAxis(fields, (key() + QLatin1Char('=') + values_->text()).toStdString());
}

} // namespace sonoloom
