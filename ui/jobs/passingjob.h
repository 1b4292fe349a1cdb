// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/jobboard.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace sonoloom
{

/// The entry on a board of work that comes and goes, such as a preview: it is there only while the work runs, and once that
/// took half a second. Only if it fails it stays.
class PassingJob : public QObject
{
    Q_OBJECT

public:
    /// @param board must outlive this @param stop see JobBoard::add
    PassingJob(JobBoard& board, const QString& what, std::function<void()> stop, QObject* parent);

    /// The work runs; again while it does: the newest counts.
    void begin();
    void progress(double fraction, const QString& stage);
    /// It ended, or was stopped.
    void end();
    void fail(const QString& sentence);
    /// Milliseconds until it is listed.
    void setDelay(int milliseconds) { delay_.setInterval(milliseconds); }

private:
    void list();

    JobBoard& board_;
    QString what_;
    std::function<void()> stop_;
    QTimer delay_;
    int id_ = 0; ///< 0: not listed
};

} // namespace sonoloom
