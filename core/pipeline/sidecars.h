// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/codec/record.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// Where a record came from, for the user.
enum class RecordOrigin { None, Image, SidecarByName, SidecarByHash };

/// The sidecars of the folders that images lie in, each folder read once.
class SidecarFolders
{
public:
    struct Found {
        Record record;
        RecordOrigin origin;
    };

    /// The record of an image without one of its own: by its file name (if the perceptual hash does not speak against
    /// it), else by its bytes, else by what it looks like. Nothing if no sidecar in its folder knows it.
    std::optional<Found> find(const std::filesystem::path& file, const Image& image);

    /// Sidecars that could not be read, one sentence each; emptied by asking.
    std::vector<std::string> takeNotices();

private:
    const std::vector<Sidecar>& of(const std::filesystem::path& folder);

    std::map<std::filesystem::path, std::vector<Sidecar>> folders_;
    std::vector<std::string> notices_;
};

} // namespace sonoloom
