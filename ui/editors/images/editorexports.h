// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/edit/editedimages.h"
#include "core/pipeline/edit/joinedsound.h"
#include "ui/jobs/jobqueue.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace sonoloom
{

/// Writes what an editor makes, off this thread, one after the other, listed on the window's board.
class EditorExports : public QObject
{
    Q_OBJECT

public:
    /// @param board must outlive this
    explicit EditorExports(JobBoard& board, QObject* parent = nullptr);

    /// @param what for the list of jobs @param then gets the files, once they are written
    void add(const QString& what, JobQueue::Work work, std::function<void(const QStringList&)> then = {});
    void images(const QString& what, std::function<Result<EditedImages>(JobMonitor&)> work, std::function<void(const QStringList&)> then = {});
    void sound(const QString& what, std::function<Result<JoinedSound>(JobMonitor&)> work);
    bool isRunning() const { return !queue_.isIdle(); }

signals:
    /// What was written, or should be known of it.
    void noticed(const QString& sentence);
    void failed(const QString& sentence);

private:
    JobQueue queue_;
};

/// The place that a user chose for a file; `overwrite` is as the dialog asked.
struct ChosenPlace {
    QString file; ///< empty: none
    Overwrite overwrite = Overwrite::No;
};

/// Asks for a file to write. @param suffix that is added where none is given: ".png"
ChosenPlace chooseFile(QWidget* parent, const QString& title, const QString& suggestion, const QStringList& patterns, const QString& suffix);

/// Asks for a folder; and, where one of `files` is in it already, whether to replace them.
ChosenPlace chooseFolder(QWidget* parent, const QString& title, const QStringList& files);

/// For file dialogs: "*.wav", "*.flac" ...
QStringList soundPatterns();

} // namespace sonoloom
