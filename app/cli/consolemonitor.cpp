// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/consolemonitor.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace sonoloom
{

namespace
{

using Clock = std::chrono::steady_clock;

constexpr auto repaintInterval = std::chrono::milliseconds(100);
constexpr auto leastBeforeEstimate = std::chrono::seconds(1);
constexpr int barWidth = 24;
constexpr std::size_t stageWidth = 30;

volatile std::sig_atomic_t interrupted = 0;

void onInterrupt(int signal)
{
    interrupted = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

ConsoleMonitor::ConsoleMonitor(bool quiet) : quiet_(quiet), bar_(!quiet && ::isatty(STDERR_FILENO) == 1) {}

void ConsoleMonitor::watchInterrupts()
{
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

bool ConsoleMonitor::cancelled() const
{
    return interrupted != 0;
}

void ConsoleMonitor::progress(double fraction, std::string_view stage)
{
    if (!bar_)
        return;
    const std::lock_guard lock(mutex_);
    const auto now = Clock::now();
    if (now - painted_ < repaintInterval)
        return;
    painted_ = now;
    shown_ = true;
    fraction = std::clamp(fraction, 0.0, 1.0);
    const auto filled = static_cast<std::size_t>(fraction * barWidth);
    const std::string bar = std::string(filled, '#') + std::string(barWidth - filled, '-');
    std::fprintf(stderr, "\r[%s] %3d %%  %-*s %s\x1b[K", bar.c_str(), static_cast<int>(fraction * 100),
                 static_cast<int>(stageWidth), std::string(stage.substr(0, stageWidth)).c_str(), timeLeft(fraction).c_str());
    std::fflush(stderr);
}

void ConsoleMonitor::notice(std::string_view sentence)
{
    clearBar();
    const std::lock_guard lock(mutex_);
    notices_.emplace_back(sentence);
    if (!quiet_)
        std::fprintf(stderr, "Note: %s\n", notices_.back().c_str());
}

void ConsoleMonitor::clearBar()
{
    const std::lock_guard lock(mutex_);
    if (shown_)
        std::fputs("\r\x1b[K", stderr);
    shown_ = false;
}

std::string ConsoleMonitor::timeLeft(double fraction) const
{
    const auto passed = Clock::now() - started_;
    if (fraction < 0.02 || passed < leastBeforeEstimate)
        return {};
    const double left = std::chrono::duration<double>(passed).count() * (1 - fraction) / fraction;
    char text[32];
    std::snprintf(text, sizeof text, "%d:%02d left", static_cast<int>(left) / 60, static_cast<int>(left) % 60);
    return text;
}

} // namespace sonoloom
