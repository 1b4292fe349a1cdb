// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/openedproject.h"

#include "core/io/failure.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

bool isThere(const fs::path& path)
{
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// Puts `source` in the place of the first missing one, and takes others that lie beside it.
void relocate(Project& project, const fs::path& source)
{
    bool first = true;
    for (fs::path& path : project.sources) {
        if (isThere(path))
            continue;
        const fs::path beside = source.parent_path() / path.filename();
        if (first)
            path = source;
        else if (isThere(beside))
            path = beside;
        first = false;
    }
    for (SequenceClip& clip : project.sequence)
        if (const fs::path beside = source.parent_path() / clip.source.filename(); !isThere(clip.source) && isThere(beside))
            clip.source = beside;
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
    if (project->sources.empty() && project->sequence.empty())
        return Error{ErrorCode::InvalidArgument, quoted(wanted.file) + " names no sound, no images and no clips; open those instead."};
    if (!wanted.source.empty())
        relocate(*project, wanted.source);
    OpenedProject opened{wanted.recovered ? fs::path() : wanted.file, std::move(*project), {}, {}, wanted.recovered};
    std::ranges::copy_if(opened.project.sources, std::back_inserter(opened.missing), std::not_fn(isThere));
    if (!opened.missing.empty() || opened.project.sources.empty())
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
