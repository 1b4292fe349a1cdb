// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/blendcurve.h"
#include "ui/editors/sequence/sequenceeditor.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace sonoloom
{

class CurveChoice;
class TransitionBands;

/// How the clip before the selected transition gives way to the next one: kind, length, and what the kind has.
class TransitionInspector : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive this
    explicit TransitionInspector(SequenceEditor& editor, QWidget* parent = nullptr);

    /// Of the selected transition as it is.
    void refresh();
    /// The bands of the selected blend as bars and curves, in a window of their own.
    TransitionBands* openBands();

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
    QComboBox* mixing_;        ///< of a blend
    QComboBox* interpolation_; ///< of an interpolation
    QLabel* room_;
    QLabel* bandFacts_;
    QPushButton* bands_;
    CurveChoice* curve_;
    QPointer<TransitionBands> window_;
    bool showing_ = false;
};

} // namespace sonoloom
