// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/blendcurve.h"
#include "ui/editors/sequence/clips/sequenceeditor.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;

namespace sonoloom
{

class CurveChoice;

/// How the clip before the selected transition gives way to the next one: kind, length, and how an interpolation goes.
class TransitionInspector : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive this
    explicit TransitionInspector(SequenceEditor& editor, QWidget* parent = nullptr);

    /// Of the selected transition as it is.
    void refresh();

private:
    void buildForm();
    void setKind(int kind);
    void setSeconds(double seconds);
    void setCurve(const BlendCurve& curve);
    void change(const std::function<void(SequenceClip&)>& edit);
    void showKind(const SequenceClip& clip);

    SequenceEditor& editor_;
    QLabel* between_;
    QFormLayout* form_;
    QComboBox* kind_;
    QDoubleSpinBox* seconds_;
    QComboBox* interpolation_;
    QLabel* room_;
    QLabel* help_;
    CurveChoice* curve_; ///< of an interpolation
    bool showing_ = false;
};

} // namespace sonoloom
