// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// The line between a long computation and whoever started it.
///
/// Long functions take a JobMonitor&, ask `cancelled()` at least every 50 ms and return `cancelledError()` then.
/// Implementations must bear calls from several threads at once.
class JobMonitor
{
public:
    virtual ~JobMonitor() = default;

    /// True once the user asked to stop.
    virtual bool cancelled() const { return false; }

    /// @param fraction of the whole job, 0 to 1
    /// @param stage what is being done, for the user ("Reading song.mp3")
    virtual void progress(double fraction, std::string_view stage);

    /// Something the user should know although the work goes on, one sentence.
    virtual void notice(std::string_view sentence);
};

/// The Error that a cancelled job returns.
Error cancelledError();

/// A part of a job: its 0..1 is the parent's `from`..`to`.
class PartMonitor final : public JobMonitor
{
public:
    PartMonitor(JobMonitor& parent, double from, double to) : parent_(parent), from_(from), to_(to) {}

    bool cancelled() const override { return parent_.cancelled(); }
    void progress(double fraction, std::string_view stage) override;
    void notice(std::string_view sentence) override { parent_.notice(sentence); }

private:
    JobMonitor& parent_;
    double from_;
    double to_;
};

} // namespace sonoloom
