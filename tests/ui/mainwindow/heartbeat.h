// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <fstream>

namespace sonoloom::testsupport
{

/// Looks every 5 ms how long the thread it lives in did not come back to its event loop.
///
/// On a machine that does other work, too, a thread may wait for a processor however little it does. That time does not
/// count: of the time between two beats, what the thread waited to be run is taken off (the kernel counts it); where that
/// is not known, only its processor's time counts.
class Heartbeat : public QObject
{
public:
    explicit Heartbeat(QObject* parent = nullptr) : QObject(parent)
    {
        timer_.setTimerType(Qt::PreciseTimer);
        connect(&timer_, &QTimer::timeout, this, [this] { beat(); });
    }

    void start()
    {
        worst_ = {};
        last_ = now();
        timer_.start(5);
    }

    struct Gap {
        double wallMs = 0;
        double cpuMs = 0;     ///< of it, computing on this thread
        double blockedMs = 0; ///< without waiting for a processor
    };
    /// The largest of each since start().
    Gap stop()
    {
        beat();
        timer_.stop();
        return worst_;
    }

private:
    struct Moment {
        double wallMs = 0;
        double cpuMs = 0;
        double waitedMs = -1;
    };

    static Moment now()
    {
        Moment moment;
        moment.wallMs = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
        timespec cpu{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &cpu);
        moment.cpuMs = static_cast<double>(cpu.tv_sec) * 1e3 + static_cast<double>(cpu.tv_nsec) / 1e6;
        std::int64_t ran = 0;
        std::int64_t waited = 0;
        if (std::ifstream("/proc/thread-self/schedstat") >> ran >> waited)
            moment.waitedMs = static_cast<double>(waited) / 1e6;
        return moment;
    }

    void beat()
    {
        const Moment moment = now();
        const double wall = moment.wallMs - last_.wallMs;
        const double cpu = moment.cpuMs - last_.cpuMs;
        const double blocked = moment.waitedMs < 0 ? cpu : wall - (moment.waitedMs - last_.waitedMs);
        worst_.wallMs = std::max(worst_.wallMs, wall);
        worst_.cpuMs = std::max(worst_.cpuMs, cpu);
        worst_.blockedMs = std::max(worst_.blockedMs, blocked);
        last_ = now();
    }

    QTimer timer_;
    Moment last_;
    Gap worst_;
};

} // namespace sonoloom::testsupport
