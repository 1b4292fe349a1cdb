// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/sweep/sweepaxis.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace sonoloom
{

/// A parameter and the values to try, with sensible ones to start from.
class SweepAxisEditor : public QWidget
{
    Q_OBJECT

public:
    /// @param optional "nothing" can be chosen
    SweepAxisEditor(const QString& name, bool optional, QWidget* parent = nullptr);

    /// What there is to choose from; what was chosen stays, with its values, where it is there.
    void setFields(const std::vector<Field>& fields, const QString& preferred);
    QString key() const;
    /// Chooses a parameter and suggests its values.
    void setKey(const QString& key);
    void setValues(const QString& values);
    /// The axis as it is written; without a key if nothing is chosen. Errors: as sweepValues.
    Result<SweepAxis> axis(const std::vector<Field>& fields) const;

signals:
    void changed();

private:
    QComboBox* keys_;
    QLineEdit* values_;
    bool optional_;
    std::vector<std::pair<QString, QString>> suggestions_; ///< by key
};

} // namespace sonoloom
