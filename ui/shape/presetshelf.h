// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/presets.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace sonoloom
{

/// The presets there are: built in, and the user's own, which are read and written off this thread, one after the other.
class PresetShelf : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        std::shared_ptr<const Preset> preset;
        bool builtIn = false;
    };

    /// @param folder of the user's own
    explicit PresetShelf(const std::filesystem::path& folder, QObject* parent = nullptr);

    /// Where the programs keep them.
    static std::filesystem::path usualFolder();

    /// Built-in ones first.
    const std::vector<Entry>& entries() const { return entries_; }
    /// Null for a name that is not there.
    const Entry* find(const QString& name) const;

    /// Each ends in changed(), or in failed().
    void refresh();
    void save(const Preset& preset, Overwrite overwrite);
    void rename(const QString& from, const QString& to);
    void remove(const QString& name);
    /// A file into the shelf; where its name is taken, under a counted one.
    void importFile(const QString& file);
    /// Ends in exported(), or in failed().
    void exportFile(const QString& name, const QString& file);
    bool isBusy() const { return job_.running() || !waiting_.empty(); }

signals:
    void changed();
    void exported(const QString& file);
    /// One sentence.
    void failed(const QString& sentence);

private:
    using Work = std::function<Result<void>(const PresetFolder&)>;

    void queue(Work work, std::function<void()> done = {});
    void next();
    bool isBuiltIn(const QString& name);

    PresetFolder folder_;
    std::vector<Entry> entries_;
    std::deque<std::pair<Work, std::function<void()>>> waiting_;
    Job job_;
};

} // namespace sonoloom
