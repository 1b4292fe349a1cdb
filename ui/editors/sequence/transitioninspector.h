// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/sequence/sequenceeditor.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace sonoloom
{

class ParamsForm;

/// How the clip before the selected transition gives way to the next one: kind, length, and what the kind has.
class TransitionInspector : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive this
    explicit TransitionInspector(SequenceEditor& editor, QWidget* parent = nullptr);

    /// Of the selected transition as it is.
    void refresh();

signals:
    void refused(const QString& sentence);

private:
    void setKind(int kind);
    void setSeconds(double seconds);
    void setBlendField(const QString& key, const QString& text);
    void setInterpolation(const QString& key, const QString& text);
    void showForms(const SequenceClip& clip);

    SequenceEditor& editor_;
    QLabel* between_;
    QComboBox* kind_;
    QDoubleSpinBox* seconds_;
    QLabel* room_;
    ParamsForm* blend_;
    ParamsForm* interpolation_;
    bool showing_ = false;
};

} // namespace sonoloom
