// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/monitor.h"

namespace sonoloom
{

void JobMonitor::progress(double /*fraction*/, std::string_view /*stage*/) {}

void JobMonitor::notice(std::string_view /*sentence*/) {}

Error cancelledError()
{
    return {ErrorCode::Cancelled, "Stopped on request."};
}

void PartMonitor::progress(double fraction, std::string_view stage)
{
    parent_.progress(from_ + (to_ - from_) * fraction, stage);
}

} // namespace sonoloom
