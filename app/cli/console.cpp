// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <QString>

#include <cstdio>

namespace sonoloom
{

namespace
{

ExitCode exitCodeOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::InvalidArgument: return ExitCode::Usage;
    case ErrorCode::Cancelled: return ExitCode::Interrupted;
    default: return ExitCode::Failed;
    }
}

} // namespace

std::string utf8(const std::string& path)
{
    return QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())).toStdString();
}

void Console::say(const std::string& line)
{
    if (json_ || quiet_)
        return;
    monitor_.clearBar();
    std::printf("%s\n", line.c_str());
}

void Console::fail(const Error& error)
{
    monitor_.clearBar();
    const bool isInterrupt = error.code == ErrorCode::Cancelled;
    std::fprintf(stderr, "sonoloom: %s\n", isInterrupt ? "Interrupted; nothing half-written was left." : error.message.c_str());
    errors_.push_back(utf8(error.message));
    exitCode_ = std::max(exitCode_, exitCodeOf(error));
}

int Console::finish()
{
    monitor_.clearBar();
    if (json_) {
        nlohmann::ordered_json notices = nlohmann::ordered_json::array();
        for (const std::string& notice : monitor_.notices())
            notices.push_back(utf8(notice));
        result_["notices"] = std::move(notices);
        result_["errors"] = errors_;
        std::printf("%s\n", result_.dump(2).c_str());
    }
    std::fflush(stdout);
    return static_cast<int>(exitCode_);
}

} // namespace sonoloom
