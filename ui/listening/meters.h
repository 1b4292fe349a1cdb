// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/loudnessmeter.h"
#include "ui/jobs/job.h"
#include "ui/player/player.h"

#include <QWidget>

class QLabel;

namespace sonoloom
{

/// How loud the player is: what is heard, after gains and before the volume. Measured on a thread of its own, from the
/// start of playing on.
class Meters : public QWidget
{
    Q_OBJECT

public:
    /// @param player must outlive this
    explicit Meters(Player& player, QWidget* parent = nullptr);

    void showReading(const MeterReading& reading);

    /// Two decimals; silence is "−∞", and what is not defined "—".
    static QString valueText(const std::optional<double>& decibels);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addMeter(const QString& name, const QString& unit, const QString& help);
    void showPeak();
    void measure();

    Player& player_;
    QLabel* momentary_;
    QLabel* integrated_;
    QLabel* peak_;
    MeterReading reading_;
    Job job_;
};

} // namespace sonoloom
