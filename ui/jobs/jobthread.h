// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace sonoloom
{

/// What a running work left for the thread that started it.
struct JobMail {
    struct Progress {
        double fraction = 0;
        std::string stage;
    };
    std::optional<Progress> progress;              ///< the newest only
    std::vector<std::string> notices;
    std::vector<std::function<void()>> posts;
    std::function<void()> delivery;                ///< the result; empty while running
};

/// The thread behind a Job: runs the newest work, and keeps its mail until it is fetched.
///
/// Mail crosses threads under a std::mutex of its own, so that a thread sanitizer which cannot see into Qt sees the order.
class JobThread : public QObject
{
    Q_OBJECT

public:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery(JobMonitor&)>;

    JobThread();
    /// Cancels, and waits for the work to notice.
    ~JobThread() override;

    /// Cancels what runs, forgets what waits and all mail, and runs `work` as soon as the thread is free.
    void run(Work work);
    /// The same without new work.
    void cancel();
    /// The number of the newest run() or cancel().
    std::uint64_t ticket() const { return newest_.load(); }
    /// All mail since the last call.
    JobMail fetch();
    /// From the work's thread: mail of the work that is running.
    void post(std::function<void()> delivery);

signals:
    /// There is mail. Emitted on the work's thread.
    void mailed();

private:
    class Monitor;
    void loop();
    template <class Change>
    void mail(std::uint64_t ticket, Change&& change);

    std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<Work> waiting_;
    JobMail mail_;
    bool mailAnnounced_ = false;
    bool closing_ = false;
    std::atomic<std::uint64_t> newest_{0}; // the ticket of the newest work; older ones are cancelled
    std::uint64_t current_ = 0;            // the work thread's own
    std::thread thread_;
};

} // namespace sonoloom
