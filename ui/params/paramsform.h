// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

namespace sonoloom
{

class FieldEditor;

/// Editors for parameters, generated from their fields: a new parameter appears by itself.
class ParamsForm : public QWidget
{
    Q_OBJECT

public:
    explicit ParamsForm(QWidget* parent = nullptr);
    ~ParamsForm() override;

    /// New editors for these fields; the values they have now are what a double click goes back to.
    void setFields(const std::vector<Field>& fields);
    /// Shows the fields' values; edited() is not emitted.
    void refresh(const std::vector<Field>& fields);
    /// Greys one parameter out.
    void setFieldEnabled(const QString& key, bool enabled);
    QStringList keys() const;

signals:
    void edited(const QString& key, const QString& text);
    /// The next edit is another one, even of the same parameter: a slider was let go, a number was typed.
    void settled();

private:
    std::vector<std::unique_ptr<FieldEditor>> editors_;
};

} // namespace sonoloom
