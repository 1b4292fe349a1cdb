// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"
#include "core/dsp/reconstruct.h"
#include "core/io/atomicfile.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// A named set of a format with its parameters and of those of reconstruction.
struct Preset {
    std::string name;
    std::string description; ///< one sentence; may be empty
    std::shared_ptr<const Codec> codec; ///< never null
    ReconstructParams reconstruct;
};

/// The preset as JSON, with all fields.
std::string presetToJson(const Preset& preset);

/// Reads what presetToJson wrote. Fields that it does not name have their defaults, compatible or best.
/// @param place for messages: the file's name
/// Errors, one sentence each: Corrupt (no preset, no name), Unsupported (a newer version, a format that is not known),
/// InvalidArgument (a parameter that the format does not have, a value that cannot be).
Result<Preset> presetFromJson(std::string_view json, const std::string& place);

/// Errors: NotFound, Unreadable, TooLarge, and as presetFromJson.
Result<Preset> readPreset(const std::filesystem::path& file);

/// Errors: WriteFailed, Exists.
Result<void> writePreset(const std::filesystem::path& file, const Preset& preset, Overwrite overwrite);

/// True if the format with these parameters is what the preset sets.
bool isPreset(const Preset& preset, const Codec& codec, const ReconstructParams& reconstruct);

/// A user's own presets, each a file of a folder that need not be there yet.
class PresetFolder
{
public:
    explicit PresetFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// All of them by name. What cannot be read is left out, with a notice.
    std::vector<Preset> presets(JobMonitor& monitor) const;

    /// Errors: InvalidArgument (a name that is empty, too long or has control characters), Exists, WriteFailed.
    Result<void> save(const Preset& preset, Overwrite overwrite) const;
    /// Errors: as save, NotFound.
    Result<void> rename(const std::string& from, const std::string& to) const;
    /// Errors: NotFound, WriteFailed.
    Result<void> remove(const std::string& name) const;

    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path fileOf(const std::string& name) const;
    std::filesystem::path placeOf(const std::string& name) const;

    std::filesystem::path folder_;
};

} // namespace sonoloom
