// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/frequencyaxis.h"
#include "ui/workbench/panescales.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace sonoloom
{

/// How levels become colours, for all spectrograms or for one, and how frequencies are spread, as the user sets it.
class DisplayPanel : public QWidget
{
    Q_OBJECT

public:
    /// @param bands must outlive the panel
    explicit DisplayPanel(FrequencyAxis& bands, QWidget* parent = nullptr);

    const PaneScales& scales() const { return scales_; }
    void setScales(const PaneScales& scales);

signals:
    void scalesChanged();

private:
    std::optional<SpectrogramPane> pane() const;
    void takeEdit();
    void showPane();
    void showBands();

    FrequencyAxis& bands_;
    PaneScales scales_;
    QComboBox* panes_;
    QCheckBox* linked_;
    QComboBox* colours_;
    QSpinBox* range_;
    QSpinBox* gain_;
    QComboBox* frequencies_;
    QCheckBox* notes_;
};

} // namespace sonoloom
