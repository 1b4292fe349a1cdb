// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobboard.h"

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr double leastFraction = 0.01;
constexpr double leastSeconds = 1;

} // namespace

JobBoard::JobBoard(QObject* parent) : QObject(parent) {}

int JobBoard::add(const QString& what, std::function<void()> stop)
{
    ListedJob job;
    job.id = ++newest_;
    job.what = what;
    job.stop = std::move(stop);
    jobs_.push_back(std::move(job));
    emit added(newest_);
    return newest_;
}

ListedJob* JobBoard::entry(int id)
{
    const auto job = std::ranges::find(jobs_, id, &ListedJob::id);
    return job == jobs_.end() ? nullptr : &*job;
}

const ListedJob* JobBoard::find(int id) const
{
    const auto job = std::ranges::find(jobs_, id, &ListedJob::id);
    return job == jobs_.end() ? nullptr : &*job;
}

void JobBoard::begin(int id)
{
    ListedJob* job = entry(id);
    if (!job)
        return;
    job->state = ListedJob::State::Running;
    job->started = std::chrono::steady_clock::now();
    emit changed(id);
}

void JobBoard::progress(int id, double fraction, const QString& stage)
{
    ListedJob* job = entry(id);
    if (!job || job->state != ListedJob::State::Running)
        return;
    job->fraction = std::clamp(fraction, 0.0, 1.0);
    job->stage = stage;
    emit changed(id);
}

void JobBoard::end(int id, ListedJob::State state, const QString& sentence)
{
    ListedJob* job = entry(id);
    if (!job || !job->isActive())
        return;
    job->state = state;
    job->sentence = sentence;
    job->stage.clear();
    job->stop = nullptr;
    emit changed(id);
}

void JobBoard::finish(int id, const QString& sentence, const QStringList& files)
{
    if (ListedJob* job = entry(id))
        job->files = files;
    end(id, ListedJob::State::Done, sentence);
}

void JobBoard::fail(int id, const QString& sentence)
{
    end(id, ListedJob::State::Failed, sentence);
}

void JobBoard::markStopped(int id)
{
    end(id, ListedJob::State::Stopped, tr("Stopped; nothing was written."));
}

void JobBoard::remove(int id)
{
    if (std::erase_if(jobs_, [id](const ListedJob& job) { return job.id == id; }) > 0)
        emit removed(id);
}

void JobBoard::stop(int id)
{
    const ListedJob* job = find(id);
    if (!job || !job->isActive() || !job->stop)
        return;
    const auto stop = job->stop; // the entry may go meanwhile
    stop();
}

void JobBoard::stopAll()
{
    std::vector<int> ids;
    for (const ListedJob& job : jobs_)
        ids.insert(ids.begin(), job.id); // the last first, so that none begins meanwhile
    for (const int id : ids)
        stop(id);
}

void JobBoard::clearEnded()
{
    std::vector<int> ids;
    for (const ListedJob& job : jobs_)
        if (!job.isActive())
            ids.push_back(job.id);
    for (const int id : ids)
        remove(id);
}

int JobBoard::active() const
{
    return static_cast<int>(std::ranges::count_if(jobs_, &ListedJob::isActive));
}

std::optional<double> JobBoard::secondsLeft(int id) const
{
    const ListedJob* job = find(id);
    if (!job || job->state != ListedJob::State::Running || job->fraction < leastFraction)
        return std::nullopt;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - job->started;
    if (spent.count() < leastSeconds)
        return std::nullopt;
    return spent.count() * (1 - job->fraction) / job->fraction;
}

} // namespace sonoloom
