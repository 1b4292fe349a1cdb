// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/consolemonitor.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace sonoloom
{

/// 0 done, 1 the work failed, 2 wrong usage, 130 interrupted.
enum class ExitCode { Done = 0, Failed = 1, Usage = 2, Interrupted = 130 };

/// Where a verb's results go: lines on stdout, or one JSON object there and nothing else; errors on stderr.
class Console
{
public:
    Console(bool json, bool quiet, int jobs) : json_(json), quiet_(quiet), jobs_(jobs), monitor_(quiet) {}

    ConsoleMonitor& monitor() { return monitor_; }
    /// Threads to use, 0 for all.
    int jobs() const { return jobs_; }

    /// A line of the result for people. Not shown with --json or --quiet.
    void say(const std::string& line);

    /// The result for programs; finish() prints it with --json.
    nlohmann::ordered_json& result() { return result_; }

    /// An error, shown as one sentence; the worst of all becomes the exit code.
    void fail(const Error& error);
    bool interrupted() const { return exitCode_ == ExitCode::Interrupted; }

    /// Prints what is left to print; the program's exit code.
    int finish();

private:
    bool json_;
    bool quiet_;
    int jobs_;
    ConsoleMonitor monitor_;
    nlohmann::ordered_json result_ = nlohmann::ordered_json::object();
    nlohmann::ordered_json errors_ = nlohmann::ordered_json::array();
    ExitCode exitCode_ = ExitCode::Done;
};

/// A path as it goes into JSON: UTF-8, with bytes that are none replaced.
std::string utf8(const std::string& path);

} // namespace sonoloom
