// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace sonoloom::testsupport
{

/// What one run of the command line program came to.
struct Run {
    int exitCode = -1;
    QString out;
    QString err;
    /// stderr without notes: the sentences of errors.
    QStringList errorLines() const;
};

/// A folder of its own to run `sonoloom` in.
class Program
{
public:
    Program();

    /// Runs and waits, at most two minutes.
    Run run(const QStringList& arguments) const;
    /// Starts without waiting; stdin closed.
    std::unique_ptr<QProcess> start(const QStringList& arguments) const;

    QString path(const QString& name) const { return folder_.filePath(name); }
    bool has(const QString& name) const;
    QByteArray bytes(const QString& name) const;
    /// Files below `name`, hidden ones too, as paths relative to the folder.
    QStringList files(const QString& name = {}) const;

    void write(const QString& name, const QByteArray& bytes) const;
    /// A sound file of the kind the suffix says.
    void writeSound(const QString& name, const Audio& audio) const;
    Audio readSound(const QString& name) const;

private:
    QTemporaryDir folder_;
};

/// A chord with a slow beat and a little noise, on 1 or more channels.
Audio chord(double seconds, int sampleRate = 44100, int channels = 1);

} // namespace sonoloom::testsupport
