// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/editing.h"
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/pipeline/edit/renderproject.h"
#include "core/pipeline/region/rendersources.h"

namespace sonoloom
{

namespace
{

/// Errors: InvalidArgument, and those of readProject.
Result<Project> projectOf(const Arguments& arguments, JobMonitor& monitor)
{
    if (arguments.inputs().size() != 1)
        return Error{ErrorCode::InvalidArgument, "'render' takes one project file."};
    std::vector<std::string> notices;
    auto project = readProject(arguments.inputs().front(), notices);
    for (const std::string& sentence : notices)
        monitor.notice(sentence);
    return project;
}

template <class Made>
Result<void> told(const Result<Made>& made, const Arguments& arguments, Console& console)
{
    if (!made)
        return made.error();
    console.result()["input"] = utf8(arguments.inputs().front());
    tell(*made, console);
    return {};
}

Result<void> render(const Arguments& arguments, Console& console)
{
    const auto project = projectOf(arguments, console.monitor());
    if (!project)
        return project.error();
    const auto output = soundOutput(arguments, console, project->reconstruct);
    if (!output)
        return output.error();
    const std::filesystem::path& place = output->place;
    if (project->sequence.empty())
        return namesSound(place) ? told(renderSources(*project, *output, console.monitor()), arguments, console)
                                 : told(renderSourceImages(*project, place, output->overwrite, console.monitor()), arguments, console);
    if (namesSound(place))
        return told(renderToSound(*project, *output, console.monitor()), arguments, console);
    if (place.extension() == ".png")
        return told(renderToImage(*project, place, output->overwrite, console.monitor()), arguments, console);
    const std::string stem = std::filesystem::path(arguments.inputs().front()).stem().string();
    return told(renderToTiles(*project, place, stem, output->overwrite, console.monitor()), arguments, console);
}

void run(const Arguments& arguments, Console& console)
{
    if (auto done = render(arguments, console); !done)
        console.fail(done.error());
}

} // namespace

Verb renderVerb()
{
    SoundOutput sound;
    std::vector<Option> options{
        {"output", 'o', "PATH", "Sound file (wav, flac, ogg, opus, mp3, m4a), one image (png), or a folder for tiles"},
        {"force", 'f', "", "Replace files that are there already"}};
    return {"render", "PROJECT -o PATH", "Turns the sequence of a project, or what it works on with its edits, into sound or images.",
            joined(std::move(options), soundOptions(sound)), run};
}

} // namespace sonoloom
