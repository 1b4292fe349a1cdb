// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/spectrogrampainter.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace sonoloom
{

/// How levels become colours, as the user sets it.
class DisplayPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DisplayPanel(QWidget* parent = nullptr);

    ColourMap colourMap() const;
    int rangeDb() const;
    /// A map by its name (colourMapName); unknown: stays.
    void setColourMap(const QString& name);
    void setRangeDb(int decibels);

signals:
    void changed();

private:
    QComboBox* colours_;
    QSpinBox* range_;
};

} // namespace sonoloom
