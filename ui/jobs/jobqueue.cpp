// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobqueue.h"

#include <algorithm>
#include <utility>

namespace sonoloom
{

JobQueue::JobQueue(JobBoard& board, QObject* parent) : QObject(parent), board_(board)
{
    connect(&job_, &Job::noticed, this, &JobQueue::noticed);
    connect(&job_, &Job::progressed, this, [this](double fraction, const QString& stage) {
        board_.progress(running_, fraction, stage);
        emit progressed(running_, fraction, stage);
    });
}

JobQueue::~JobQueue()
{
    job_.disconnect(this);
}

int JobQueue::add(const QString& what, Work work, Deliver deliver)
{
    // The entry's stop needs its id, which add() returns.
    const auto id = std::make_shared<int>(0);
    *id = board_.add(what, [this, id] { stop(*id); });
    waiting_.push_back({*id, std::move(work), std::move(deliver)});
    if (running_ == 0)
        next();
    return *id;
}

void JobQueue::next()
{
    running_ = 0;
    if (waiting_.empty()) {
        emit idle();
        return;
    }
    Waiting job = std::move(waiting_.front());
    waiting_.pop_front();
    running_ = job.id;
    job_.start<JobProduct>(std::move(job.work), [this, deliver = std::move(job.deliver)](const Result<JobProduct>& product) {
        receive(product, deliver);
    });
    board_.begin(running_);
    emit started(running_);
}

void JobQueue::receive(const Result<JobProduct>& product, const Deliver& deliver)
{
    if (product)
        board_.finish(running_, product->sentence, product->files);
    else
        board_.fail(running_, QString::fromStdString(product.error().message));
    deliver(product);
    next();
}

void JobQueue::stop(int id)
{
    if (id != running_) {
        if (std::erase_if(waiting_, [id](const Waiting& job) { return job.id == id; }) == 0)
            return;
        board_.markStopped(id);
        emit stopped(id);
        return;
    }
    if (id == 0)
        return;
    job_.cancel();
    board_.markStopped(id);
    emit stopped(id);
    next();
}

} // namespace sonoloom
