// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/params/fieldeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace sonoloom
{

namespace
{

QString translated(const char* text)
{
    return QCoreApplication::translate("Params", text);
}

class ChoiceEditor final : public FieldEditor
{
public:
    ChoiceEditor(const Field& field, QGridLayout& grid, int row) : FieldEditor(field), box_(new QComboBox)
    {
        for (const char* name : std::get<Field::Choice>(field.value).names)
            box_->addItem(translated(name), QString::fromLatin1(name));
        box_->setToolTip(help());
        addLabel(grid, row, box_);
        grid.addWidget(box_, row, 1, 1, 2);
        connect(box_, &QComboBox::activated, this, [this] {
            emit edited(key(), box_->currentData().toString());
            emit settled();
        });
    }
    void show(const Field& field) override { box_->setCurrentIndex(box_->findData(QString::fromStdString(fieldText(field)))); }
    void setEnabled(bool enabled) override { box_->setEnabled(enabled); }

private:
    QComboBox* box_;
};

class FlagEditor final : public FieldEditor
{
public:
    FlagEditor(const Field& field, QGridLayout& grid, int row) : FieldEditor(field), box_(new QCheckBox)
    {
        box_->setText(translated(field.label));
        box_->setObjectName(key());
        box_->setToolTip(help());
        grid.addWidget(box_, row, 1, 1, 2);
        connect(box_, &QCheckBox::clicked, this, [this](bool on) {
            emit edited(key(), on ? "true" : "false");
            emit settled();
        });
    }
    void show(const Field& field) override { box_->setChecked(fieldText(field) == "true"); }
    void setEnabled(bool enabled) override { box_->setEnabled(enabled); }

private:
    QCheckBox* box_;
};

class TextEditor final : public FieldEditor
{
public:
    TextEditor(const Field& field, QGridLayout& grid, int row) : FieldEditor(field), line_(new QLineEdit)
    {
        line_->setToolTip(help());
        addLabel(grid, row, line_);
        grid.addWidget(line_, row, 1, 1, 2);
        connect(line_, &QLineEdit::editingFinished, this, [this] {
            emit edited(key(), line_->text());
            emit settled();
        });
    }
    void show(const Field& field) override { line_->setText(QString::fromStdString(fieldText(field))); }
    void setEnabled(bool enabled) override { line_->setEnabled(enabled); }

private:
    QLineEdit* line_;
};

} // namespace

FieldEditor::FieldEditor(const Field& field)
    : key_(QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()))), label_(translated(field.label)),
      help_(translated(field.help)), default_(QString::fromStdString(fieldText(field)))
{
}

std::unique_ptr<FieldEditor> FieldEditor::make(const Field& field, QGridLayout& grid, int row)
{
    if (std::holds_alternative<Field::Choice>(field.value))
        return std::make_unique<ChoiceEditor>(field, grid, row);
    if (std::holds_alternative<bool*>(field.value))
        return std::make_unique<FlagEditor>(field, grid, row);
    if (std::holds_alternative<std::string*>(field.value))
        return std::make_unique<TextEditor>(field, grid, row);
    return makeNumberEditor(field, grid, row);
}

QLabel* FieldEditor::addLabel(QGridLayout& grid, int row, QWidget* buddy)
{
    auto* label = new QLabel(label_);
    label->setToolTip(QCoreApplication::translate("FieldEditor", "%1\nDouble click: back to %2").arg(help_, default_));
    label->setBuddy(buddy);
    label->installEventFilter(this);
    buddy->setAccessibleName(label_);
    buddy->setObjectName(key_);
    grid.addWidget(label, row, 0);
    return label;
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonDblClick) {
        emit edited(key_, default_);
        emit settled();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sonoloom
