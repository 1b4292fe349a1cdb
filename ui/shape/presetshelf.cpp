// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shape/presetshelf.h"

#include "core/io/datafolder.h"
#include "resources/presets/builtinpresets.h"

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace
{

/// The user's own presets, and whether they could be made as they were to be.
struct Shelved {
    std::vector<Preset> own;
    Result<void> done;
};

} // namespace

PresetShelf::PresetShelf(const std::filesystem::path& folder, QObject* parent) : QObject(parent), folder_(folder)
{
    for (const BuiltInPreset& each : builtInPresets())
        if (auto preset = presetFromJson(each.json, each.file))
            entries_.push_back({std::make_shared<Preset>(std::move(*preset)), true});
    connect(&job_, &Job::noticed, this, &PresetShelf::failed);
    refresh();
}

std::filesystem::path PresetShelf::usualFolder()
{
    return dataFolder() / "presets";
}

const PresetShelf::Entry* PresetShelf::find(const QString& name) const
{
    const auto found = std::ranges::find_if(entries_, [&](const Entry& entry) { return entry.preset->name == name.toStdString(); });
    return found == entries_.end() ? nullptr : &*found;
}

void PresetShelf::queue(Work work, std::function<void()> done)
{
    waiting_.emplace_back(std::move(work), std::move(done));
    next();
}

/// Does what waits longest, and reads the folder anew.
void PresetShelf::next()
{
    if (waiting_.empty() || job_.running())
        return;
    const auto [work, done] = std::move(waiting_.front());
    waiting_.pop_front();
    job_.start<Shelved>(
        [work = work, folder = folder_](JobMonitor& monitor) -> Result<Shelved> {
            const Result<void> made = work(folder);
            return Shelved{folder.presets(monitor), made};
        },
        [this, done = done](Result<Shelved> result) {
            std::erase_if(entries_, [](const Entry& entry) { return !entry.builtIn; });
            if (result)
                for (Preset& preset : result->own)
                    entries_.push_back({std::make_shared<Preset>(std::move(preset)), false});
            const Result<void> made = result ? result->done : Result<void>(result.error());
            emit changed();
            if (!made)
                emit failed(QString::fromStdString(made.error().message));
            else if (done)
                done();
            QMetaObject::invokeMethod(this, &PresetShelf::next, Qt::QueuedConnection);
        });
}

void PresetShelf::refresh()
{
    queue([](const PresetFolder&) { return Result<void>{}; });
}

bool PresetShelf::isBuiltIn(const QString& name)
{
    const Entry* entry = find(name);
    if (!entry || !entry->builtIn)
        return false;
    emit failed(tr("The preset '%1' is built in; choose another name.").arg(name));
    return true;
}

void PresetShelf::save(const Preset& preset, Overwrite overwrite)
{
    if (!isBuiltIn(QString::fromStdString(preset.name)))
        queue([preset, overwrite](const PresetFolder& folder) { return folder.save(preset, overwrite); });
}

void PresetShelf::rename(const QString& from, const QString& to)
{
    if (from != to && !isBuiltIn(to) && !isBuiltIn(from))
        queue([from = from.toStdString(), to = to.toStdString()](const PresetFolder& folder) { return folder.rename(from, to); });
}

void PresetShelf::remove(const QString& name)
{
    if (!isBuiltIn(name))
        queue([name = name.toStdString()](const PresetFolder& folder) { return folder.remove(name); });
}

void PresetShelf::importFile(const QString& file)
{
    std::vector<std::string> taken;
    for (const Entry& entry : entries_)
        taken.push_back(entry.preset->name);
    queue([file = file.toStdString(), taken](const PresetFolder& folder) -> Result<void> {
        auto preset = readPreset(file);
        if (!preset)
            return preset.error();
        const std::string name = preset->name;
        for (int i = 2; std::ranges::find(taken, preset->name) != taken.end(); ++i)
            preset->name = name + ' ' + std::to_string(i);
        return folder.save(preset.value(), Overwrite::No);
    });
}

void PresetShelf::exportFile(const QString& name, const QString& file)
{
    const Entry* entry = find(name);
    if (!entry)
        return;
    queue([preset = entry->preset, place = file.toStdString()](const PresetFolder&) {
              return writePreset(place, *preset, Overwrite::Yes); // the dialog asked
          },
          [this, file] { emit exported(file); });
}

} // namespace sonoloom
