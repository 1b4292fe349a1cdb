// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/passingjob.h"

#include <utility>

namespace sonoloom
{

namespace
{

constexpr int usualDelayMs = 500;

} // namespace

PassingJob::PassingJob(JobBoard& board, const QString& what, std::function<void()> stop, QObject* parent)
    : QObject(parent), board_(board), what_(what), stop_(std::move(stop))
{
    delay_.setSingleShot(true);
    delay_.setInterval(usualDelayMs);
    connect(&delay_, &QTimer::timeout, this, &PassingJob::list);
}

void PassingJob::begin()
{
    if (id_ == 0 && !delay_.isActive())
        delay_.start();
}

void PassingJob::list()
{
    id_ = board_.add(what_, stop_);
    board_.begin(id_);
}

void PassingJob::progress(double fraction, const QString& stage)
{
    board_.progress(id_, fraction, stage);
}

void PassingJob::end()
{
    delay_.stop();
    board_.remove(std::exchange(id_, 0));
}

void PassingJob::fail(const QString& sentence)
{
    delay_.stop();
    if (id_ == 0)
        list();
    board_.fail(std::exchange(id_, 0), sentence);
}

} // namespace sonoloom
