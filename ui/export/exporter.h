// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/audiofile.h"
#include "ui/document/session.h"
#include "ui/jobs/job.h"

#include <QObject>
#include <QStringList>

namespace sonoloom
{

/// Writes what a session holds to files, off this thread, whole or not at all.
class Exporter : public QObject
{
    Q_OBJECT

public:
    explicit Exporter(Session& session, QObject* parent = nullptr);
    ~Exporter() override;

    /// The image set of the session's sound and its sidecar into `folder`, as `sonoloom encode` writes them.
    void exportTiles(const QString& folder, Overwrite overwrite);
    /// The reconstruction; the suffix decides the format (wav, flac, ogg, opus, mp3, m4a).
    void exportResult(const QString& file, const AudioWriteParams& params, Overwrite overwrite);
    /// The original in another format.
    void exportOriginal(const QString& file, const AudioWriteParams& params, Overwrite overwrite);

    void cancel();
    bool isRunning() const;

    /// For file dialogs: "*.wav", "*.flac" ...
    static QStringList soundPatterns();

signals:
    void started();
    void progressed(double fraction, const QString& stage);
    void noticed(const QString& sentence);
    /// The files that were written.
    void finished(const QStringList& files);
    /// One sentence. `exists` is true if only Overwrite::Yes is needed.
    void failed(const QString& sentence, bool exists);
    void cancelled();

private:
    void exportSound(std::shared_ptr<const Audio> sound, const QString& file, const AudioWriteParams& params,
                     Overwrite overwrite);
    void deliver(Result<QStringList> files);

    Session& session_;
    Job job_;
};

} // namespace sonoloom
