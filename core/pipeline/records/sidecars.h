// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/pipeline/records/recordset.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sonoloom
{

/// The sidecars of the folders that images lie in, each folder read once.
class SidecarFolders
{
public:
    /// Of the sidecars in `folder`, by name. The reference stays good.
    const std::vector<RecordSet>& of(const std::filesystem::path& folder);

    /// Sidecars that could not be read, one sentence each; emptied by asking.
    std::vector<std::string> takeNotices();

private:
    std::map<std::filesystem::path, std::vector<RecordSet>> folders_;
    std::vector<std::string> notices_;
};

/// The records in a sidecar, in an image, or in a folder: of its sidecars, or where it has none of its images. What of a
/// folder cannot be read is told to `monitor` and passed over.
/// Errors: NotFound (no such place, or no record there), Unreadable, Corrupt, Cancelled.
Result<std::vector<RecordSet>> readRecords(const std::filesystem::path& place, JobMonitor& monitor);

} // namespace sonoloom
