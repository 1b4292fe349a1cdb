// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sequenceediting.h"
#include "ui/editors/sequence/clips/cliplook.h"
#include "ui/jobs/job.h"

#include <QObject>

#include <deque>
#include <map>

namespace sonoloom
{

/// What is known of the sources of a sequence, found off this thread: how long they are, then their pictures, then, if it
/// is wanted, their beats.
class ClipLooks : public QObject
{
    Q_OBJECT

public:
    explicit ClipLooks(QObject* parent = nullptr);
    ~ClipLooks() override;

    /// The sources of this sequence are looked at, in its order. What is known of others is kept while there is room.
    void setSequence(const Sequence& sequence);
    /// Looks once more at those that were missing or unreadable.
    void retry();
    /// Whether beats of sounds are to be found.
    void setBeatsWanted(bool wanted);
    bool beatsWanted() const { return beatsWanted_; }

    /// Null: it was never among the sources.
    const ClipLook* find(const std::filesystem::path& source) const;
    /// The lengths of those that are Ready.
    const SourceSeconds& seconds() const { return seconds_; }
    /// What its columns say, which may be some ms more than a sound itself.
    void setSeconds(const std::vector<std::pair<std::filesystem::path, double>>& seconds);
    /// Still looking for lengths, pictures or beats.
    bool isWorking() const { return lengths_.running() || pictures_.running() || tempos_.running(); }
    bool isListening() const { return tempos_.running(); }

signals:
    /// Lengths, or which sources there are.
    void lengthsChanged();
    void picturesChanged();
    void beatsChanged();
    /// One sentence: beats were found, or none.
    void noticed(const QString& sentence);

private:
    using Path = std::filesystem::path;
    ClipLook& lookOf(const Path& source);
    std::vector<Path> sourcesWhere(bool (*suits)(const ClipLook&)) const;
    void forgetUnused();
    void findLengths();
    void findPictures();
    void findBeats();
    void keepLengths(const std::vector<std::pair<Path, ClipLook>>& found);
    void keepBeats(const Path& source, const Tempo& tempo);

    std::vector<Path> order_; ///< sources of the sequence, each once
    std::map<Path::string_type, ClipLook> looks_;
    SourceSeconds seconds_;
    bool beatsWanted_ = false;
    Job lengths_;
    Job pictures_;
    Job tempos_;
};

} // namespace sonoloom
