// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/openedproject.h"

#include "core/io/failure.h"

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

/// Puts `source` in the place of the first missing one, and takes others that lie beside it.
void relocate(std::vector<fs::path>& sources, const fs::path& source)
{
    std::error_code ignored;
    bool first = true;
    for (fs::path& path : sources) {
        if (fs::exists(path, ignored))
            continue;
        const fs::path beside = source.parent_path() / path.filename();
        if (first)
            path = source;
        else if (fs::exists(beside, ignored))
            path = beside;
        first = false;
    }
}

} // namespace

Result<OpenedProject> openProject(const ProjectToOpen& wanted, JobMonitor& monitor)
{
    std::vector<std::string> notices;
    auto project = readProject(wanted.file, notices);
    if (!project)
        return project.error();
    for (const std::string& notice : notices)
        monitor.notice(notice);
    if (project->sources.empty())
        return Error{ErrorCode::InvalidArgument, quoted(wanted.file) + " names no sound and no images; open those instead."};
    if (!wanted.source.empty())
        relocate(project->sources, wanted.source);
    OpenedProject opened{wanted.recovered ? fs::path() : wanted.file, std::move(*project), {}, {}, wanted.recovered};
    opened.missing = missingSources(opened.project);
    if (!opened.missing.empty())
        return opened;
    std::vector<std::string> paths;
    for (const fs::path& source : opened.project.sources)
        paths.push_back(source.string());
    auto content = openFiles(paths, {.mended = opened.project.mended, .format = opened.project.codec->name(), .tiles = nullptr, .known = nullptr}, monitor);
    if (!content)
        return content.error();
    opened.content = std::move(*content);
    return opened;
}

} // namespace sonoloom
