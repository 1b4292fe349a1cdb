// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/document/sequencedocument.h"
#include "ui/document/session.h"
#include "ui/jobs/job.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace sonoloom
{

/// Keeps the session and the sequence as a file: saved where the user says, and after each change in a folder of its own, from which it is
/// recovered when the program did not end as it should.
class ProjectKeeper : public QObject
{
    Q_OBJECT

public:
    /// @param view asked when a project is written @param folder for the autosaved ones; all must outlive the keeper
    ProjectKeeper(Session& session, SequenceDocument& sequence, std::function<ProjectView()> view, const QString& folder);
    ~ProjectKeeper() override;

    /// Where the program keeps its autosaved projects.
    static QString usualFolder();

    /// The project's file; empty until it is saved.
    QString file() const { return file_; }
    /// Something was changed since it was saved, or opened.
    bool isModified() const;
    /// Neither a session nor a sequence.
    bool isEmpty() const { return session_.isEmpty() && sequence_.sequence().empty(); }

    /// Ends in saved() or failed().
    void save(const QString& file);

    /// A session that ended without its program ending it.
    struct Left {
        QString file;
        QString sourceName;
        QDateTime time;
    };
    /// Those in the folder whose programs are gone.
    std::vector<Left> left() const;
    /// Forgets one of them.
    static void discard(const Left& left);

    /// How long after a change it is autosaved, in milliseconds.
    void setDelay(int milliseconds) { delay_.setInterval(milliseconds); }

signals:
    void saved(const QString& file);
    void failed(const QString& sentence);
    /// The session as it is now would be recovered.
    void autosaved();
    /// file() or isModified() changed.
    void stateChanged();

private:
    Project project() const;
    void onOpened();
    void onChanged();
    void autosave();
    void removeAutosaved();

    Session& session_;
    SequenceDocument& sequence_;
    std::function<ProjectView()> view_;
    QString autosaved_;
    std::unique_ptr<QLockFile> lock_;
    QString file_;
    std::string unknownJson_;
    bool changed_ = false; ///< beyond what can be undone
    QTimer delay_;
    Job saving_;
    Job autosaving_;
};

} // namespace sonoloom
