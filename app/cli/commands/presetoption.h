// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "core/base/monitor.h"
#include "core/project/presets.h"

#include <memory>
#include <vector>

/// Presets on the command line: --preset, and the list of all.
namespace sonoloom
{

/// A preset and where it comes from.
struct ListedPreset {
    Preset preset;
    bool builtIn = false;
};

/// The built-in ones, then the user's own. `monitor` is told of files that cannot be read.
std::vector<ListedPreset> allPresets(JobMonitor& monitor);

/// --preset.
Option presetOption();

/// The preset that --preset names, of those there are or as a file; null without it.
/// Errors: NotFound, as readPreset; InvalidArgument for a --format that is not the preset's.
Result<std::shared_ptr<const Preset>> chosenPreset(const Arguments& arguments, JobMonitor& monitor);

} // namespace sonoloom
