// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"

#include <QObject>
#include <QString>

#include <memory>

class QGridLayout;
class QLabel;

namespace sonoloom
{

/// One parameter in a form: its label and what it is set with. Knows the field by its key only.
class FieldEditor : public QObject
{
    Q_OBJECT

public:
    /// The editor for the kind of this field, put into row `row` of `grid`.
    static std::unique_ptr<FieldEditor> make(const Field& field, QGridLayout& grid, int row);

    QString key() const { return key_; }
    /// Shows the field's value without telling that it was edited.
    virtual void show(const Field& field) = 0;
    virtual void setEnabled(bool enabled) = 0;

signals:
    /// The user changed it; text as setFieldText takes it.
    void edited(const QString& key, const QString& text);
    /// The next edit is another one: what was dragged was let go.
    void settled();

protected:
    explicit FieldEditor(const Field& field);
    /// The label in column 0 with the field's help as tool tip; a double click asks for the default.
    QLabel* addLabel(QGridLayout& grid, int row, QWidget* buddy);
    QString help() const { return help_; }
    QString defaultText() const { return default_; }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString key_;
    QString label_;
    QString help_;
    QString default_;
};

/// Slider and number side by side; the slider covers the usual range, the number all of it.
std::unique_ptr<FieldEditor> makeNumberEditor(const Field& field, QGridLayout& grid, int row);

} // namespace sonoloom
