// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace sonoloom
{

/// Shows a job on stderr: a bar with the time left where that is a terminal, notices always; cancelled by Ctrl-C.
class ConsoleMonitor final : public JobMonitor
{
public:
    explicit ConsoleMonitor(bool quiet);
    ~ConsoleMonitor() override { clearBar(); }

    bool cancelled() const override;
    void progress(double fraction, std::string_view stage) override;
    void notice(std::string_view sentence) override;

    /// Takes the bar off the terminal, before anything else is printed there.
    void clearBar();

    /// All notices so far.
    const std::vector<std::string>& notices() const { return notices_; }

    /// From now on Ctrl-C (and a termination request) asks the job to stop; a second one ends the program at once.
    static void watchInterrupts();

private:
    std::string timeLeft(double fraction) const;

    bool quiet_;
    bool bar_;
    bool shown_ = false;
    std::mutex mutex_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point painted_{};
    std::vector<std::string> notices_;
};

} // namespace sonoloom
