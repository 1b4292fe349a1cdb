// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/io/atomicfile.h"

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// The files of one job, which appear all together at its end or not at all.
///
/// Until commit() each lies under a hidden name beside its place; destroyed without it, nothing is left behind.
class OutputSet
{
public:
    explicit OutputSet(Overwrite overwrite) : overwrite_(overwrite) {}
    ~OutputSet() { abandon(); }
    OutputSet(const OutputSet&) = delete;
    OutputSet& operator=(const OutputSet&) = delete;

    /// Refuses places that are taken before any work is done for them. Errors: Exists.
    Result<void> expect(const std::filesystem::path& place) const;

    /// Writes a file at a temporary path, telling a monitor.
    using Write = std::function<Result<void>(const std::filesystem::path& temporary, JobMonitor& monitor)>;

    /// Has `write` write a file at a temporary path, which is returned. What it tells `monitor`, and its errors, have the
    /// file's real name in their sentences. Errors: as AtomicFile::create, and those of `write`.
    Result<std::filesystem::path> add(const std::filesystem::path& place, const Write& write, JobMonitor& monitor);

    /// The same with bytes that are there already.
    Result<std::filesystem::path> add(const std::filesystem::path& place, std::string_view bytes);

    /// Gives all files their names. Errors: as AtomicFile::commit; new files that have their names already are removed
    /// again then.
    Result<void> commit();

private:
    void abandon();

    Overwrite overwrite_;
    std::vector<AtomicFile> files_;
};

} // namespace sonoloom
