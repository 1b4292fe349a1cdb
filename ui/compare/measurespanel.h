// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/compare/comparesounds.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace sonoloom
{

/// The figures of two compared sounds, each with what it means.
class MeasuresPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MeasuresPanel(QWidget* parent = nullptr);

    /// Null: nothing is shown.
    void setComparison(const SoundComparison* comparison);

private:
    void addRow(const QString& name, const QString& value, const QString& help);
    void addNote(const QString& text);

    QGridLayout* grid_;
};

} // namespace sonoloom
