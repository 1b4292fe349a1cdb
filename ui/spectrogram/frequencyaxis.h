// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <algorithm>

namespace sonoloom
{

/// The part of all bands that every view over it shows: 0 is the lower edge of the lowest band, 1 the upper edge of the
/// highest, so that views with the same bands stay locked in frequency.
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
    void showPart(double from, double to) { show(from, std::clamp(to - from, leastVisible, 1.0)); }

signals:
    void changed();

private:
    void show(double from, double length);

    double from_ = 0;
    double to_ = 1;
};

} // namespace sonoloom
