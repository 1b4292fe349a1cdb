// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/images/blendparams.h"
#include "ui/editors/blend/bandediting.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace sonoloom
{

class BandBars;
class GainCurves;

/// Shows and edits how a BlendParams lets its bands change over: bars over the region, their gains, and numbers for both.
class BandCurves : public QWidget
{
    Q_OBJECT

public:
    explicit BandCurves(QWidget* parent = nullptr);

    /// edited() is not emitted. Params that bandFades() does not take are shown as the defaults.
    void setParams(const BlendParams& params);
    const BlendParams& params() const { return params_; }
    /// What the bands are called, the lowest first: "0 to 430 Hz". Fewer than bands: their numbers.
    void setBandNames(const QStringList& names);
    /// Of the region, 0: unknown.
    void setSeconds(double seconds);
    /// Bands alike and one after the other are all that can be had, as ai-music-generation's blend has it.
    void setOnlyCount(bool only);

    BandBars& bars() { return *bars_; }
    GainCurves& gains() { return *gains_; }

signals:
    /// The user changed something; many times in a drag.
    void edited(const sonoloom::BlendParams& params);
    /// The next edit is another one.
    void settled();
    /// What is under the cursor; empty: nothing.
    void hovered(const QString& text);

private:
    QWidget* buildNumbers();
    void connectNumbers();
    void addChoice(QComboBox* box, const QString& name, const QString& label, const QString& help);
    QDoubleSpinBox* makePercent(const QString& name, const QString& help);
    void showParams();
    void showChoice();
    void change(const BlendParams& params);
    void changeBands(const BandFades& bands);
    void changeChosen(const std::function<void(BandFade&)>& set);
    void takeOrder(int order);
    void takeCurve(int shape);

    BlendParams params_;
    BandBars* bars_;
    GainCurves* gains_;
    QComboBox* order_ = nullptr;
    QSpinBox* count_ = nullptr;
    QComboBox* space_ = nullptr;
    QLabel* chosen_ = nullptr;
    QComboBox* curve_ = nullptr;
    QDoubleSpinBox* start_ = nullptr;
    QDoubleSpinBox* length_ = nullptr;
};

} // namespace sonoloom
