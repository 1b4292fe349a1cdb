// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/outputset.h"

#include "core/io/failure.h"

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

/// The sentence as it reads to one who knows only the file's real name.
std::string withName(std::string sentence, const fs::path& temporary, const fs::path& place)
{
    const std::string hidden = temporary.string();
    if (const auto at = sentence.find(hidden); at != std::string::npos)
        sentence.replace(at, hidden.size(), place.string());
    return sentence;
}

class NamingMonitor final : public JobMonitor
{
public:
    NamingMonitor(JobMonitor& parent, const fs::path& temporary, const fs::path& place)
        : parent_(parent), temporary_(temporary), place_(place)
    {
    }

    bool cancelled() const override { return parent_.cancelled(); }
    void progress(double fraction, std::string_view stage) override
    {
        parent_.progress(fraction, withName(std::string(stage), temporary_, place_));
    }
    void notice(std::string_view sentence) override
    {
        parent_.notice(withName(std::string(sentence), temporary_, place_));
    }

private:
    JobMonitor& parent_;
    const fs::path& temporary_;
    const fs::path& place_;
};

} // namespace

Result<void> OutputSet::expect(const fs::path& place) const
{
    std::error_code ignored;
    if (overwrite_ == Overwrite::No && fs::exists(fs::symlink_status(place, ignored)))
        return existsFailure(place);
    return {};
}

Result<fs::path> OutputSet::add(const fs::path& place, const Write& write, JobMonitor& monitor)
{
    auto file = AtomicFile::create(place, overwrite_);
    if (!file)
        return file.error();
    const fs::path temporary = file->temporaryPath();
    files_.push_back(std::move(*file));
    NamingMonitor naming(monitor, temporary, place);
    if (auto written = write(temporary, naming); !written)
        return Error{written.error().code, withName(written.error().message, temporary, place)};
    return temporary;
}

Result<fs::path> OutputSet::add(const fs::path& place, std::string_view bytes)
{
    JobMonitor silent;
    const auto write = [bytes](const fs::path& temporary, JobMonitor&) { return writeFile(temporary, bytes, Overwrite::Yes); };
    return add(place, write, silent);
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
