// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <vector>

/// What the measurements of the real window share.
namespace sonoloom::bench
{

inline constexpr int longestWaitMs = 600'000;

inline double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

inline double memoryMb(const char* key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith(key))
            return line.mid(static_cast<qsizetype>(std::strlen(key)) + 1).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

inline void print(const char* what, std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&](double share) { return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))]; };
    std::printf("%-44s median %7.2f  95 %% %7.2f  worst %7.2f  (%zu)\n", what, at(0.5), at(0.95), values.back(), values.size());
    std::fflush(stdout);
}

/// Runs events until the condition holds; the time that took, in ms.
template <class Condition>
double waitFor(Condition&& holds)
{
    QElapsedTimer clock;
    clock.start();
    while (!holds() && clock.elapsed() < longestWaitMs) {
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        if (!holds())
            QThread::usleep(200);
    }
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

/// One change, with all that is painted for it.
template <class Change>
void measureSteps(const char* what, int steps, Change&& change)
{
    std::vector<double> wall;
    std::vector<double> own;
    for (int i = 0; i < steps; ++i) {
        const double before = threadMs();
        QElapsedTimer clock;
        clock.start();
        change(i);
        for (int turn = 0; turn < 3; ++turn) // what was queued paints
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        wall.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
        own.push_back(threadMs() - before);
    }
    print(what, wall);
    print("  of the window's own processor time", own);
}

} // namespace sonoloom::bench
