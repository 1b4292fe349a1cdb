// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job.h"
#include "ui/jobs/jobboard.h"

#include <QObject>

#include <deque>
#include <functional>

namespace sonoloom
{

/// What a queued job made.
struct JobProduct {
    QString sentence;  ///< for the user; may be empty
    QStringList files; ///< what was written
};

/// Runs jobs one after the other, each listed on a board from the moment it is asked for.
///
/// The work must hold all that it needs, as for Job. Destroying the queue stops the job that runs and drops the others.
class JobQueue : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<Result<JobProduct>(JobMonitor&)>;
    using Deliver = std::function<void(const Result<JobProduct>&)>;

    /// @param board must outlive the queue
    explicit JobQueue(JobBoard& board, QObject* parent = nullptr);
    ~JobQueue() override;

    /// @param what for the list @param deliver gets the result unless the job is stopped @return the entry's id
    int add(const QString& what, Work work, Deliver deliver);
    /// Stops it where it is, or drops it if it waits.
    void stop(int id);
    /// The job that runs; 0: none.
    int running() const { return running_; }
    /// None runs or waits.
    bool isIdle() const { return running_ == 0 && waiting_.empty(); }

signals:
    void started(int id);
    void progressed(int id, double fraction, const QString& stage);
    void noticed(const QString& sentence);
    void stopped(int id);
    /// The last job ended.
    void idle();

private:
    struct Waiting {
        int id;
        Work work;
        Deliver deliver;
    };
    void next();
    void receive(const Result<JobProduct>& product, const Deliver& deliver);

    JobBoard& board_;
    std::deque<Waiting> waiting_;
    int running_ = 0;
    Job job_;
};

} // namespace sonoloom
