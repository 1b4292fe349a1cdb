// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/presetoption.h"

#include "core/io/datafolder.h"
#include "resources/presets/builtinpresets.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

using Chosen = std::shared_ptr<const Preset>;

bool looksLikeFile(const std::string& name)
{
    std::error_code ignored;
    return name.find('/') != std::string::npos || name.ends_with(".json") || std::filesystem::is_regular_file(name, ignored);
}

std::string lowerCase(std::string text)
{
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

Result<Preset> presetNamed(const std::string& name, JobMonitor& monitor)
{
    std::vector<std::string> names;
    for (ListedPreset& each : allPresets(monitor)) {
        if (lowerCase(each.preset.name) == lowerCase(name))
            return std::move(each.preset);
        names.push_back(each.preset.name);
    }
    if (looksLikeFile(name))
        return readPreset(name);
    const std::string near = nearest(name, names);
    return Error{ErrorCode::InvalidArgument, "There is no preset '" + name + "'" +
                                                 (near.empty() ? "; 'sonoloom presets' lists them." : "; did you mean '" + near + "'?")};
}

} // namespace

std::vector<ListedPreset> allPresets(JobMonitor& monitor)
{
    std::vector<ListedPreset> all;
    for (const BuiltInPreset& each : builtInPresets())
        if (auto preset = presetFromJson(each.json, each.file))
            all.push_back({std::move(*preset), true});
    for (Preset& own : PresetFolder(dataFolder() / "presets").presets(monitor))
        all.push_back({std::move(own), false});
    return all;
}

Option presetOption()
{
    return {"preset", 0, "PRESET", "By name or as a file: take format and parameters from it ('sonoloom presets' lists them); options beside it "
                                      "win, and so do the records of images"};
}

Result<Chosen> chosenPreset(const Arguments& arguments, JobMonitor& monitor)
{
    if (!arguments.has("preset"))
        return Chosen{};
    auto preset = presetNamed(arguments.value("preset"), monitor);
    if (!preset)
        return preset.error();
    const std::string format = arguments.value("format", "auto");
    if (format != "auto" && format != preset->codec->name())
        return Error{ErrorCode::InvalidArgument, "The preset '" + preset->name + "' is for format " + preset->codec->name() +
                                                     "; leave out --format, or choose another preset."};
    return Chosen(std::make_shared<Preset>(std::move(*preset)));
}

} // namespace sonoloom
