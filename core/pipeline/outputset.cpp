// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/outputset.h"

#include "core/io/failure.h"

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

/// The error as it reads to one who knows only the file's real name.
Error withName(Error error, const fs::path& temporary, const fs::path& place)
{
    const std::string hidden = temporary.string();
    if (const auto at = error.message.find(hidden); at != std::string::npos)
        error.message.replace(at, hidden.size(), place.string());
    return error;
}

} // namespace

Result<void> OutputSet::expect(const fs::path& place) const
{
    std::error_code ignored;
    if (overwrite_ == Overwrite::No && fs::exists(fs::symlink_status(place, ignored)))
        return existsFailure(place);
    return {};
}

Result<fs::path> OutputSet::add(const fs::path& place, const std::function<Result<void>(const fs::path&)>& write)
{
    auto file = AtomicFile::create(place, overwrite_);
    if (!file)
        return file.error();
    const fs::path temporary = file->temporaryPath();
    files_.push_back(std::move(*file));
    if (auto written = write(temporary); !written)
        return withName(written.error(), temporary, place);
    return temporary;
}

Result<fs::path> OutputSet::add(const fs::path& place, std::string_view bytes)
{
    return add(place, [bytes](const fs::path& temporary) { return writeFile(temporary, bytes, Overwrite::Yes); });
}

Result<void> OutputSet::commit()
{
    std::vector<fs::path> made;
    std::error_code ignored;
    for (AtomicFile& file : files_) {
        const bool isNew = !fs::exists(file.place(), ignored);
        if (auto committed = file.commit(); !committed) {
            for (const fs::path& place : made)
                fs::remove(place, ignored);
            abandon();
            return committed;
        }
        if (isNew)
            made.push_back(file.place());
    }
    files_.clear();
    return {};
}

/// Last made first, so that folders made for the first are empty when it goes.
void OutputSet::abandon()
{
    while (!files_.empty())
        files_.pop_back();
}

} // namespace sonoloom
