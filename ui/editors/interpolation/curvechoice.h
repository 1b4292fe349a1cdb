// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/blendcurve.h"

#include <QWidget>

class QComboBox;

namespace sonoloom
{

class GainCurves;

/// One curve: which it is, and how it looks; a drawn one is drawn here.
class CurveChoice : public QWidget
{
    Q_OBJECT

public:
    explicit CurveChoice(QWidget* parent = nullptr);

    void setCurve(const BlendCurve& curve);
    GainCurves& gains() { return *gains_; }

signals:
    /// The user changed it; many times in a drag.
    void edited(const sonoloom::BlendCurve& curve);
    void settled();

private:
    BlendCurve curve_;
    QComboBox* shape_;
    GainCurves* gains_;
};

} // namespace sonoloom
