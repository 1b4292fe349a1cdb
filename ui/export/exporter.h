// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/audiofile.h"
#include "core/project/project.h"
#include "ui/document/session.h"
#include "ui/jobs/jobqueue.h"

#include <QObject>
#include <QStringList>

namespace sonoloom
{

/// Writes what a session holds to files, off this thread, whole or not at all.
///
/// What is asked for while something is written waits its turn, with the session's values as they were when it was asked.
class Exporter : public QObject
{
    Q_OBJECT

public:
    /// @param board lists what is written @note both must outlive the exporter
    Exporter(Session& session, JobBoard& board, QObject* parent = nullptr);
    ~Exporter() override;

    /// Images as they are, or as trainers want them.
    enum class Style { Own, Rgb };
    /// The image set of the session's sound and its sidecar into `folder`, as `sonoloom encode` writes them; or the images
    /// that are open, mended if they are, each with its record.
    void exportTiles(const QString& folder, Style style, Overwrite overwrite);
    /// What exportTiles would write first, to ask before it is replaced; empty if there is nothing to export.
    QString firstTileName() const;
    /// The reconstruction; the suffix decides the format (wav, flac, ogg, opus, mp3, m4a).
    void exportResult(const QString& file, const AudioWriteParams& params, Overwrite overwrite);
    /// The original in another format.
    void exportOriginal(const QString& file, const AudioWriteParams& params, Overwrite overwrite);

    /// Clips as one sound without seams, with the session's parameters; the suffix decides the format.
    void exportSequenceSound(const Sequence& sequence, const QString& file, const AudioWriteParams& params, Overwrite overwrite);
    /// Clips as one wide PNG image.
    void exportSequenceImage(const Sequence& sequence, const QString& file, Overwrite overwrite);
    /// Clips as images of the session's length, STEM_00000.png and so on.
    void exportSequenceTiles(const Sequence& sequence, const QString& folder, const QString& stem, Overwrite overwrite);

    /// Stops what is being written; what waits comes next.
    void cancel();
    /// Something is being written or waits.
    bool isRunning() const;

    /// For people: what was written where, of one file at least.
    static QString writtenTo(const QStringList& files);
    /// For file dialogs: "*.wav", "*.flac" ...
    static QStringList soundPatterns();

signals:
    /// Of each job, when its turn comes.
    void started();
    void progressed(double fraction, const QString& stage);
    void noticed(const QString& sentence);
    /// The files that were written.
    void finished(const QStringList& files);
    /// One sentence. `exists` is true if only Overwrite::Yes is needed.
    void failed(const QString& sentence, bool exists);
    void cancelled();
    /// Nothing is being written any more.
    void idle();

private:
    void exportOpened(const QString& folder, Style style, Overwrite overwrite);
    void exportSound(std::shared_ptr<const Audio> sound, const QString& file, const AudioWriteParams& params,
                     Overwrite overwrite);
    Project projectOf(const Sequence& sequence) const;
    /// What the list of jobs tells of these files, of which there is one at least.
    static JobProduct productOf(const std::vector<std::filesystem::path>& written);
    void enqueue(const QString& what, JobQueue::Work work);

    Session& session_;
    JobQueue queue_;
};

} // namespace sonoloom
