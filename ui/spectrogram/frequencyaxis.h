// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spectrogram/frequencyscale.h"
#include "ui/spectrogram/notename.h"

#include <QObject>

#include <algorithm>

namespace sonoloom
{

/// The part of all bands that every view over it shows: 0 is the lower edge of the lowest band, 1 the upper edge of the
/// highest, so that views with the same bands stay locked in frequency; how they are spread between, what stands beside
/// them, and the selected part.
class FrequencyAxis : public QObject
{
    Q_OBJECT

public:
    static constexpr double leastVisible = 0.02;

    explicit FrequencyAxis(QObject* parent = nullptr) : QObject(parent) {}

    double from() const { return from_; }
    double to() const { return to_; }
    double visible() const { return to_ - from_; }
    double middle() const { return 0.5 * (from_ + to_); }
    bool showsAll() const { return visible() >= 1; }

    /// Shows `factor` of what is shown now (below 1: zooms in); the place `fixed` stays where it is.
    void zoom(double factor, double fixed);
    /// Moves what is shown, as far as the bands go.
    void pan(double share);
    void fit();
    FrequencyScale scale() const { return scale_; }
    /// Shows all bands, spread anew, and selects none.
    void setScale(FrequencyScale scale);
    bool showsNotes() const { return notes_; }
    void setNotes(bool notes);
    /// Hertz of A4, for notes.
    double tuning() const { return tuning_; }
    void setTuning(double hertz);

    bool hasSelection() const { return selectedTo_ > selectedFrom_; }
    double selectedFrom() const { return selectedFrom_; }
    double selectedTo() const { return selectedTo_; }
    /// In any order; equal: all bands.
    void select(double from, double to);

    void showPart(double from, double to) { show(from, std::clamp(to - from, leastVisible, 1.0)); }

signals:
    void changed();
    void selectionChanged();

private:
    void show(double from, double length);

    double from_ = 0;
    double to_ = 1;
    double selectedFrom_ = 0;
    double selectedTo_ = 0;
    FrequencyScale scale_ = FrequencyScale::Own;
    bool notes_ = false;
    double tuning_ = usualTuning;
};

} // namespace sonoloom
