// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job.h"

#include "ui/jobs/jobthread.h"

#include <QPointer>

namespace sonoloom
{

Job::Job(QObject* parent) : QObject(parent), thread_(std::make_unique<JobThread>())
{
    connect(thread_.get(), &JobThread::mailed, this, &Job::receive, Qt::QueuedConnection);
}

Job::~Job() = default;

Error Job::unexpectedError(const std::exception& exception)
{
    if (dynamic_cast<const std::bad_alloc*>(&exception))
        return {ErrorCode::TooLarge, "There is not enough memory for this; close other programs or take a shorter piece."};
    return {ErrorCode::Corrupt, std::string("The work stopped unexpectedly: ") + exception.what() + "."};
}

void Job::startErased(Work work)
{
    thread_->run(std::move(work));
    running_ = true;
    emit started();
}

void Job::post(std::function<void()> delivery)
{
    thread_->post(std::move(delivery));
}

void Job::cancel()
{
    if (!running_)
        return;
    thread_->cancel();
    running_ = false;
    emit ended();
}

bool Job::running() const
{
    return running_;
}

void Job::receive()
{
    // A slot of any of these signals may cancel, replace or destroy this job: then the rest is dropped.
    const QPointer<Job> alive(this);
    const JobMail mail = thread_->fetch();
    const std::uint64_t ticket = thread_->ticket();
    const auto current = [&] { return alive && running_ && thread_->ticket() == ticket; };

    for (const auto& sentence : mail.notices)
        if (current())
            emit noticed(QString::fromStdString(sentence));
    if (mail.progress && current())
        emit progressed(mail.progress->fraction, QString::fromStdString(mail.progress->stage));
    for (const auto& post : mail.posts)
        if (current())
            post();
    if (mail.delivery && current()) {
        running_ = false;
        mail.delivery();
        if (alive && !running_)
            emit ended();
    }
}

} // namespace sonoloom
