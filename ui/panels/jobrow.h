// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/jobboard.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace sonoloom
{

class ElidedLabel;

/// One job: what it is, how far it is and how long it will take; then what came of it.
class JobRow : public QWidget
{
    Q_OBJECT

public:
    explicit JobRow(QWidget* parent = nullptr);

    void setJob(const ListedJob& job, std::optional<double> secondsLeft);

signals:
    void stopRequested();
    /// The user wants to see the files.
    void showRequested();

private:
    ElidedLabel* what_;
    QProgressBar* bar_;
    QLabel* state_;
    QLabel* sentence_;
    QToolButton* stop_;
    QToolButton* show_;
};

/// "3 s", "2 min", "1 h 10 min": about how long something takes.
QString roughTime(double seconds);

} // namespace sonoloom
