// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/document/opened.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace sonoloom
{

/// A project with what it works on: what is open in the workbench, or only a sequence of clips.
struct OpenedProject {
    std::filesystem::path file; ///< empty: it was never saved by its user
    Project project;
    std::vector<std::filesystem::path> missing; ///< sources, but those of clips, that are not there; then nothing is open
    std::optional<Opened> content; ///< nothing for a project that is a sequence only
    bool changed = false;  ///< what is open is not what the file says
    bool reopened = false; ///< it was open; only its images were opened anew
};

/// Which project, and where to look for what it works on.
struct ProjectToOpen {
    std::filesystem::path file;
    std::filesystem::path source; ///< instead of the first missing source; others are sought beside it. Empty: none
    bool recovered = false;       ///< an autosaved one, which has no file of its own
};

/// Reads a project and opens its sources; clips may lack theirs. Errors: of readProject and openFiles; InvalidArgument for
/// a project without sources and clips.
Result<OpenedProject> openProject(const ProjectToOpen& wanted, JobMonitor& monitor);

} // namespace sonoloom
