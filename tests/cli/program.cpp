// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include "core/base/random.h"
#include "core/io/audiofile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QtTest>

#include <cmath>
#include <numbers>

namespace sonoloom::testsupport
{

QStringList Run::errorLines() const
{
    QStringList lines = err.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeIf([](const QString& line) { return line.startsWith(QLatin1String("Note: ")); });
    return lines;
}

Program::Program()
{
    if (!folder_.isValid())
        qFatal("There is no place for temporary files.");
}

std::unique_ptr<QProcess> Program::start(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setWorkingDirectory(folder_.path());
    process->start(QStringLiteral(SONOLOOM_PROGRAM), arguments);
    process->closeWriteChannel();
    return process;
}

Run Program::run(const QStringList& arguments) const
{
    const auto process = start(arguments);
    if (!process->waitForFinished(120'000))
        return {};
    const int code = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
    return {code, QString::fromUtf8(process->readAllStandardOutput()), QString::fromUtf8(process->readAllStandardError())};
}

bool Program::has(const QString& name) const
{
    return QFile::exists(path(name));
}

QByteArray Program::bytes(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList Program::files(const QString& name) const
{
    QStringList found;
    QDirIterator walk(path(name), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext())
        found.append(QDir(folder_.path()).relativeFilePath(walk.next()));
    found.sort();
    return found;
}

void Program::write(const QString& name, const QByteArray& bytes) const
{
    QDir(folder_.path()).mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void Program::writeSound(const QString& name, const Audio& audio) const
{
    JobMonitor monitor;
    const auto written = writeAudioFile(path(name).toStdString(), audio, {}, Overwrite::Yes, monitor);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
}

Audio Program::readSound(const QString& name) const
{
    JobMonitor monitor;
    auto audio = readAudioFile(path(name).toStdString(), monitor);
    return audio ? std::move(*audio) : Audio{};
}

Audio chord(double seconds, int sampleRate, int channels)
{
    const auto samples = static_cast<std::size_t>(std::lround(seconds * sampleRate));
    Audio audio{sampleRate, std::vector<std::vector<float>>(static_cast<std::size_t>(channels), std::vector<float>(samples))};
    Random random(11);
    for (std::size_t i = 0; i < samples; ++i) {
        const double t = static_cast<double>(i) / sampleRate;
        double tone = 0.002 * random.uniform(-1, 1);
        for (const double hertz : {220.0, 277.2, 329.6})
            tone += 0.12 * std::sin(2 * std::numbers::pi * hertz * t) * (1 + 0.5 * std::sin(4 * t));
        for (std::size_t c = 0; c < audio.channels.size(); ++c)
            audio.channels[c][i] = static_cast<float>(tone / (1 + 0.5 * static_cast<double>(c)));
    }
    return audio;
}

} // namespace sonoloom::testsupport
