// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/records/sidecars.h"

#include "core/io/atomicfile.h"
#include "core/io/failure.h"
#include "core/io/filelist.h"
#include "core/io/imagefile.h"

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

constexpr std::size_t largestSidecar = std::size_t{64} << 20;

bool isSidecar(const fs::path& file)
{
    return file.string().ends_with(sidecarSuffix);
}

Result<RecordSet> readSidecar(const fs::path& file)
{
    const auto json = readFile(file, largestSidecar);
    if (!json)
        return json.error();
    const auto sidecar = sidecarFromJson(json.value());
    if (!sidecar)
        return Error{sidecar.error().code, "The sidecar " + quoted(file) + " cannot be read: " + sidecar.error().message};
    return recordSetOf(quoted(file.filename()), sidecar.value());
}

/// The sidecars of a folder; sentences about those that cannot be read go to `troubles`.
std::vector<RecordSet> sidecarsIn(const fs::path& folder, std::vector<std::string>& troubles)
{
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, ignored))
        if (isSidecar(entry.path()))
            files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<RecordSet> sets;
    for (const fs::path& file : files)
        if (auto set = readSidecar(file))
            sets.push_back(std::move(*set));
        else
            troubles.push_back("The sidecar " + quoted(file) + " is passed over: " + set.error().message);
    return sets;
}

/// The image with its record, if it has one.
Result<std::vector<KnownTile>> readTile(const fs::path& file)
{
    const auto bytes = readFile(file);
    const auto image = bytes ? readImageFile(file) : Result<Image>(bytes.error());
    if (!image)
        return image.error();
    std::vector<std::string> troubles;
    auto record = recordOfImage(image.value(), troubles);
    if (!record)
        return std::vector<KnownTile>{};
    return std::vector{
        KnownTile{file.filename().string(), sha256(bytes.value()), perceptualHash(image.value()), std::move(*record)}};
}

Result<RecordSet> imagesIn(const fs::path& folder, JobMonitor& monitor)
{
    const auto list = expandInputs({folder.string()}, readableImageSuffixes(), false);
    if (!list)
        return list.error();
    RecordSet set{quoted(folder), {}};
    const auto& files = list.value().files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        monitor.progress(static_cast<double>(i) / static_cast<double>(files.size()), "Reading " + files[i].filename().string());
        const auto tile = readTile(files[i]);
        if (tile)
            set.tiles.insert(set.tiles.end(), tile.value().begin(), tile.value().end());
        else
            monitor.notice(quoted(files[i]) + " is passed over: " + tile.error().message);
    }
    return set;
}

Result<std::vector<RecordSet>> recordsAt(const fs::path& place, JobMonitor& monitor)
{
    std::error_code ignored;
    if (fs::is_directory(place, ignored)) {
        std::vector<std::string> troubles;
        auto sets = sidecarsIn(place, troubles);
        for (const std::string& trouble : troubles)
            monitor.notice(trouble);
        auto images = sets.empty() ? imagesIn(place, monitor) : Result<RecordSet>(RecordSet{});
        if (!images)
            return images.error();
        sets.push_back(std::move(*images));
        return sets;
    }
    if (place.extension() == ".json") {
        auto sidecar = readSidecar(place);
        return sidecar ? Result<std::vector<RecordSet>>(std::vector{std::move(*sidecar)}) : sidecar.error();
    }
    auto tile = readTile(place);
    if (!tile)
        return tile.error();
    return std::vector{RecordSet{quoted(place.filename()), std::move(*tile)}};
}

} // namespace

const std::vector<RecordSet>& SidecarFolders::of(const fs::path& folder)
{
    const auto [place, isNew] = folders_.try_emplace(folder);
    if (isNew)
        place->second = sidecarsIn(folder, notices_);
    return place->second;
}

std::vector<std::string> SidecarFolders::takeNotices()
{
    return std::exchange(notices_, {});
}

Result<std::vector<RecordSet>> readRecords(const fs::path& place, JobMonitor& monitor)
{
    auto sets = recordsAt(place, monitor);
    if (!sets)
        return sets;
    std::erase_if(*sets, [](const RecordSet& set) { return set.tiles.empty(); });
    if (sets->empty())
        return Error{ErrorCode::NotFound, quoted(place) + " holds no records; name a .sonoloom.json, an image as Sonoloom "
                                                          "wrote it, or the folder of either."};
    return sets;
}

} // namespace sonoloom
