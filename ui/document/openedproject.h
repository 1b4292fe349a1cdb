// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/document/opened.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace sonoloom
{

/// A project with what it works on.
struct OpenedProject {
    std::filesystem::path file; ///< empty: it was never saved by its user
    Project project;
    std::vector<std::filesystem::path> missing; ///< sources that are not there; then nothing is open
    std::optional<Opened> content;
    bool changed = false; ///< what is open is not what the file says
};

/// Which project, and where to look for what it works on.
struct ProjectToOpen {
    std::filesystem::path file;
    std::filesystem::path source; ///< instead of the first missing source; others are sought beside it. Empty: none
    bool recovered = false;       ///< an autosaved one, which has no file of its own
};

/// Reads a project and opens its sources. Errors: of readProject and openFiles; InvalidArgument for a project without
/// sources.
Result<OpenedProject> openProject(const ProjectToOpen& wanted, JobMonitor& monitor);

} // namespace sonoloom
