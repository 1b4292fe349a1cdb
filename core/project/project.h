// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/codec/codec.h"
#include "core/dsp/reconstruct.h"
#include "core/edit/region/regionedit.h"
#include "core/io/atomicfile.h"
#include "core/project/marker.h"
#include "core/project/sequence.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// How a project is looked at and listened to. Seconds; shares of all bands from the lowest (0) to the highest (1).
struct ProjectView {
    double from = 0;
    double to = 0; ///< equal to `from`: all
    double lowest = 0;
    double highest = 1;
    double selectedFrom = 0;
    double selectedTo = 0;
    double position = 0;
    bool loop = false;
    double selectedLowest = 0;  ///< equal to `selectedHighest`: all bands
    double selectedHighest = 0;
    std::string frequencies = "own"; ///< how they are spread: own, linear, logarithmic
    bool notes = false;
    std::string panes;               ///< those in sight, separated by commas; empty: the usual ones
    std::string colours = "magma";
    int rangeDb = 80;
    int gainDb = 0;
    std::string scales; ///< of panes that have colours of their own: "result=grey/80/0"; empty: linked
    bool operator==(const ProjectView&) const = default;
};

template <class Params, class Visitor>
    requires FieldsOf<Params, ProjectView>
void visitFields(Params& p, Visitor&& visit)
{
    constexpr double longest = 1e6;
    visit("from", p.from, Range{0.0, longest}, Label{""}, "s", Help{""});
    visit("to", p.to, Range{0.0, longest}, Label{""}, "s", Help{""});
    visit("lowest", p.lowest, Range{0.0, 1.0}, Label{""}, "", Help{""});
    visit("highest", p.highest, Range{0.0, 1.0}, Label{""}, "", Help{""});
    visit("selected-from", p.selectedFrom, Range{0.0, longest}, Label{""}, "s", Help{""});
    visit("selected-to", p.selectedTo, Range{0.0, longest}, Label{""}, "s", Help{""});
    visit("position", p.position, Range{0.0, longest}, Label{""}, "s", Help{""});
    visit("loop", p.loop, Label{""}, Help{""});
    visit("selected-lowest", p.selectedLowest, Range{0.0, 1.0}, Label{""}, "", Help{""});
    visit("selected-highest", p.selectedHighest, Range{0.0, 1.0}, Label{""}, "", Help{""});
    visit("frequencies", p.frequencies, Label{""}, Help{""});
    visit("notes", p.notes, Label{""}, Help{""});
    visit("panes", p.panes, Label{""}, Help{""});
    visit("colours", p.colours, Label{""}, Help{""});
    visit("range", p.rangeDb, Range{20, 160}, Label{""}, "dB", Help{""});
    visit("gain", p.gainDb, Range{-60, 60}, Label{""}, "dB", Help{""});
    visit("scales", p.scales, Label{""}, Help{""});
}

/// What a project file holds: what is open, all parameters, and the view.
struct Project {
    std::vector<std::filesystem::path> sources; ///< one sound, or images; absolute
    bool mended = false;                        ///< images are mended as they are read
    std::shared_ptr<const Codec> codec;         ///< never null
    std::vector<std::string> given;             ///< fields of the codec that beat the images' records
    ReconstructParams reconstruct;
    std::vector<Marker> markers; ///< in order of time
    Sequence sequence;           ///< empty where none was made
    RegionEdits edits{};         ///< of the images, in the order they were made
    ProjectView view;
    std::string unknownJson; ///< keys that this version does not know, as a JSON object; kept when written again
};

inline constexpr const char* projectSuffix = ".sonoloom";

/// The project as JSON. @param folder that the file lies in: sources are named relative to it, and as they are
std::string projectToJson(const Project& project, const std::filesystem::path& folder);

/// Reads what projectToJson wrote. A source is sought relative to `folder`, then where it was. A newer version is read as
/// far as understood, which `notices` tell, as they do of values that cannot be and are left at their defaults.
/// Errors: Corrupt (no project), Unsupported (a format that is not known).
Result<Project> projectFromJson(std::string_view json, const std::filesystem::path& folder, std::vector<std::string>& notices);

/// Errors: WriteFailed, Exists; the file that was there stays as it is then.
Result<void> writeProject(const std::filesystem::path& place, const Project& project, Overwrite overwrite);

/// Errors: NotFound, Unreadable, TooLarge, and as projectFromJson, naming the file.
Result<Project> readProject(const std::filesystem::path& place, std::vector<std::string>& notices);

/// The sources, those of the sequence too, that are not there any more, each once.
std::vector<std::filesystem::path> missingSources(const Project& project);

} // namespace sonoloom
