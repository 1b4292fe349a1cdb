// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobthread.h"

#include <utility>

namespace sonoloom
{

class JobThread::Monitor final : public JobMonitor
{
public:
    Monitor(JobThread& thread, std::uint64_t ticket) : thread_(thread), ticket_(ticket) {}

    bool cancelled() const override { return thread_.newest_.load(std::memory_order_relaxed) != ticket_; }
    void progress(double fraction, std::string_view stage) override
    {
        thread_.mail(ticket_, [&](JobMail& mail) { mail.progress = {fraction, std::string(stage)}; });
    }
    void notice(std::string_view sentence) override
    {
        thread_.mail(ticket_, [&](JobMail& mail) { mail.notices.emplace_back(sentence); });
    }

private:
    JobThread& thread_;
    std::uint64_t ticket_;
};

JobThread::JobThread() = default;

JobThread::~JobThread()
{
    cancel();
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable())
        thread_.join();
}

void JobThread::run(Work work)
{
    {
        const std::lock_guard lock(mutex_);
        newest_.fetch_add(1);
        waiting_ = std::move(work);
        mail_ = {};
    }
    if (thread_.joinable())
        wake_.notify_one();
    else
        thread_ = std::thread([this] { loop(); });
}

void JobThread::cancel()
{
    const std::lock_guard lock(mutex_);
    newest_.fetch_add(1);
    waiting_.reset();
    mail_ = {};
}

JobMail JobThread::fetch()
{
    const std::lock_guard lock(mutex_);
    mailAnnounced_ = false;
    return std::exchange(mail_, {});
}

void JobThread::post(std::function<void()> delivery)
{
    mail(current_, [&](JobMail& mail) { mail.posts.push_back(std::move(delivery)); });
}

template <class Change>
void JobThread::mail(std::uint64_t ticket, Change&& change)
{
    {
        const std::lock_guard lock(mutex_);
        if (newest_.load() != ticket)
            return;
        change(mail_);
        if (std::exchange(mailAnnounced_, true))
            return;
    }
    emit mailed();
}

void JobThread::loop()
{
    for (;;) {
        Work work;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return closing_ || waiting_; });
            if (closing_)
                return;
            work = std::move(*waiting_);
            waiting_.reset();
            current_ = newest_.load();
        }
        Monitor monitor(*this, current_);
        Delivery delivery = work(monitor);
        work = nullptr;
        mail(current_, [&](JobMail& mail) { mail.delivery = std::move(delivery); });
    }
}

} // namespace sonoloom
