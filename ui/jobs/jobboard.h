// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace sonoloom
{

/// A job as lists show it.
struct ListedJob {
    enum class State { Waiting, Running, Done, Failed, Stopped };

    int id = 0;
    QString what; ///< for the user: "Images of song.flac"
    State state = State::Waiting;
    double fraction = 0; ///< 0 to 1
    QString stage;       ///< what is being done now
    QString sentence;    ///< what came of it, or why nothing did
    QStringList files;   ///< what was written
    std::function<void()> stop;
    std::chrono::steady_clock::time_point started{};

    bool isActive() const { return state == State::Waiting || state == State::Running; }
};

/// All jobs of the window, oldest first. It runs none: whoever does keeps its entry up to date.
///
/// Calls with the id of an entry that is gone do nothing.
class JobBoard : public QObject
{
    Q_OBJECT

public:
    explicit JobBoard(QObject* parent = nullptr);

    /// A new entry that waits. @param stop what the user's wish to stop it calls @return its id
    int add(const QString& what, std::function<void()> stop);
    void begin(int id);
    /// @param fraction 0 to 1
    void progress(int id, double fraction, const QString& stage);
    /// @param sentence for the user @param files what was written, maybe none
    void finish(int id, const QString& sentence, const QStringList& files);
    void fail(int id, const QString& sentence);
    void markStopped(int id);
    void remove(int id);

    /// Asks whoever runs it to stop; not those that ended.
    void stop(int id);
    void stopAll();
    /// Removes those that ended.
    void clearEnded();

    const std::vector<ListedJob>& jobs() const { return jobs_; }
    /// Null if there is none.
    const ListedJob* find(int id) const;
    /// How many wait or run.
    int active() const;
    /// By how fast it went so far; nothing in the first second and the first hundredth.
    std::optional<double> secondsLeft(int id) const;

signals:
    void added(int id);
    void changed(int id);
    void removed(int id);

private:
    ListedJob* entry(int id);
    void end(int id, ListedJob::State state, const QString& sentence);

    std::vector<ListedJob> jobs_;
    int newest_ = 0;
};

} // namespace sonoloom
