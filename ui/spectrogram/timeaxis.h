// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sonoloom
{

/// The stretch of time that all views show together, and the selected stretch. Seconds.
class TimeAxis : public QObject
{
    Q_OBJECT

public:
    static constexpr double shortestVisible = 0.05;

    explicit TimeAxis(QObject* parent = nullptr) : QObject(parent) {}

    double total() const { return total_; }
    double from() const { return from_; }
    double to() const { return to_; }
    double visible() const { return to_ - from_; }
    double middle() const { return 0.5 * (from_ + to_); }

    /// A new timeline; all of it is shown and nothing selected, unless it is as long as the one before.
    void setTotal(double seconds);
    /// The timeline grew or shrank: what is shown and selected stays, as far as it goes.
    /// @param fits all of it is shown if all of it was
    void setLength(double seconds, bool fits);
    /// Shows `factor` of what is shown now (below 1: zooms in); the time `fixed` stays where it is.
    void zoom(double factor, double fixed);
    /// Moves what is shown by seconds, as far as the timeline goes.
    void pan(double seconds);
    void fit();
    void show(double from, double to);
    /// Pans, if needed, so that this time is seen.
    void follow(double seconds);

    bool hasSelection() const { return selectedTo_ > selectedFrom_; }
    double selectedFrom() const { return selectedFrom_; }
    double selectedTo() const { return selectedTo_; }
    /// In any order; equal: nothing.
    void select(double from, double to);

signals:
    void changed();
    void selectionChanged();

private:
    double total_ = 0;
    double from_ = 0;
    double to_ = 0;
    double selectedFrom_ = 0;
    double selectedTo_ = 0;
};

/// Left and right of the picture in every view over the axis, so that their times stand below each other.
namespace plotmargin
{
inline constexpr int left = 56;
inline constexpr int right = 10;
} // namespace plotmargin

/// "1:02.345"; without hours up to 60 minutes, else "1:00:02.345".
QString timeText(double seconds, int decimals = 3);

/// A round distance between the marks of a ruler, in seconds, so that they stand at least `leastPixels` apart.
double rulerStep(double pixelsASecond, double leastPixels);

} // namespace sonoloom
