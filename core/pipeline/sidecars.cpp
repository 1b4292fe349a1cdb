// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/sidecars.h"

#include "core/io/atomicfile.h"
#include "core/io/failure.h"

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

/// Bits of 64 in which two images of one sound may differ: recompression and colour change up to 4 (measured in tests).
constexpr int sameLook = 6;
/// More than this is another picture under the same name.
constexpr int otherLook = 20;
constexpr std::size_t largestSidecar = std::size_t{64} << 20;

using Match = std::pair<const Sidecar*, const Sidecar::Entry*>;

template <class Suits>
Match firstMatch(const std::vector<Sidecar>& sidecars, Suits&& suits)
{
    for (const Sidecar& sidecar : sidecars) {
        const auto entry = std::ranges::find_if(sidecar.tiles, suits);
        if (entry != sidecar.tiles.end())
            return {&sidecar, &*entry};
    }
    return {nullptr, nullptr};
}

/// The entry that looks most alike; none if two of the best are equally near, as one could not tell them apart.
Match nearestLook(const std::vector<Sidecar>& sidecars, const std::string& look)
{
    Match nearest{nullptr, nullptr};
    int least = sameLook + 1;
    bool unique = true;
    for (const Sidecar& sidecar : sidecars)
        for (const Sidecar::Entry& entry : sidecar.tiles) {
            const int distance = perceptualDistance(entry.perceptualHash, look);
            if (distance == least)
                unique = false;
            if (distance < least) {
                least = distance;
                nearest = {&sidecar, &entry};
                unique = true;
            }
        }
    return unique ? nearest : Match{nullptr, nullptr};
}

} // namespace

std::optional<SidecarFolders::Found> SidecarFolders::find(const fs::path& file, const Image& image)
{
    const std::vector<Sidecar>& sidecars = of(file.parent_path());
    if (sidecars.empty())
        return std::nullopt;
    const std::string look = perceptualHash(image);
    const std::string name = file.filename().string();
    const Match byName = firstMatch(sidecars, [&](const Sidecar::Entry& entry) {
        return entry.name == name && perceptualDistance(entry.perceptualHash, look) <= otherLook;
    });
    if (byName.first)
        return Found{recordOfEntry(*byName.first, *byName.second), RecordOrigin::SidecarByName};
    const auto hash = fileSha256(file);
    const Match byBytes = firstMatch(
        sidecars, [&](const Sidecar::Entry& entry) { return hash.has_value() && entry.sha256 == hash.value(); });
    const Match same = byBytes.first ? byBytes : nearestLook(sidecars, look);
    if (same.first)
        return Found{recordOfEntry(*same.first, *same.second), RecordOrigin::SidecarByHash};
    return std::nullopt;
}

std::vector<std::string> SidecarFolders::takeNotices()
{
    return std::exchange(notices_, {});
}

const std::vector<Sidecar>& SidecarFolders::of(const fs::path& folder)
{
    const auto [place, isNew] = folders_.try_emplace(folder);
    if (!isNew)
        return place->second;
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, ignored))
        if (entry.path().string().ends_with(sidecarSuffix))
            files.push_back(entry.path());
    std::ranges::sort(files);
    for (const fs::path& file : files) {
        const auto json = readFile(file, largestSidecar);
        auto sidecar = json ? sidecarFromJson(json.value()) : Result<Sidecar>(json.error());
        if (sidecar)
            place->second.push_back(std::move(*sidecar));
        else
            notices_.push_back("The sidecar " + quoted(file) + " is passed over: " + sidecar.error().message);
    }
    return place->second;
}

} // namespace sonoloom
