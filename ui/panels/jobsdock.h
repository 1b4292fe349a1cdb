// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/jobboard.h"

#include <QDockWidget>
#include <QTimer>
#include <QToolButton>

#include <map>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sonoloom
{

class JobRow;

/// The jobs of a board, the newest on top.
class JobsDock : public QDockWidget
{
    Q_OBJECT

public:
    /// @param board must outlive the dock
    explicit JobsDock(JobBoard& board, QWidget* parent = nullptr);

    /// High enough for two or three jobs.
    QSize sizeHint() const override;

signals:
    /// The user wants to see these files.
    void showRequested(const QStringList& files);

private:
    void add(int id);
    void refresh(int id);
    void refreshAll();
    void showState();

    JobBoard& board_;
    std::map<int, JobRow*> rows_;
    QVBoxLayout* list_;
    QLabel* none_;
    QPushButton* clear_;
    QTimer clock_; ///< the time that is left passes without progress, too
};

/// How many jobs there are; unseen as long as there are none. A click is a wish for the dock.
class JobsButton : public QToolButton
{
    Q_OBJECT

public:
    /// @param board must outlive the button
    explicit JobsButton(JobBoard& board, QWidget* parent = nullptr);

private:
    void refresh();

    JobBoard& board_;
};

} // namespace sonoloom
