// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exporter.h"

#include "core/dsp/resample.h"
#include "core/pipeline/encode.h"
#include "core/pipeline/imageexport.h"

#include <QFileInfo>

namespace sonoloom
{

namespace
{

/// A suffix that says nothing of the rate may still not take every rate.
Result<void> writeAtPossibleRate(const std::filesystem::path& place, const Audio& sound, const AudioWriteParams& params,
                                 Overwrite overwrite, JobMonitor& monitor)
{
    const std::string suffix = QFileInfo(QString::fromStdString(place.string())).suffix().toLower().toStdString();
    const int rate = supportedRate(suffix, sound.sampleRate);
    if (rate == sound.sampleRate)
        return writeAudioFile(place, sound, params, overwrite, monitor);
    const auto resampled = resample(sound, rate);
    if (!resampled)
        return resampled.error();
    return writeAudioFile(place, resampled.value(), params, overwrite, monitor);
}

} // namespace

Exporter::Exporter(Session& session, QObject* parent) : QObject(parent), session_(session)
{
    connect(&job_, &Job::started, this, &Exporter::started);
    connect(&job_, &Job::progressed, this, &Exporter::progressed);
    connect(&job_, &Job::noticed, this, &Exporter::noticed);
}

Exporter::~Exporter()
{
    job_.disconnect(this);
}

QString Exporter::firstTileName() const
{
    if (session_.images())
        return QString::fromStdString(session_.images()->images.front().path.stem().string()) + QStringLiteral(".png");
    return session_.sound() ? QString::fromStdString(tileFileName(session_.stem().toStdString(), 0)) : QString();
}

void Exporter::exportOpened(const QString& folder, Style style, Overwrite overwrite)
{
    const ImageExportOptions options{folder.toStdString(), style == Style::Rgb, overwrite};
    const auto work = [images = session_.images(), options](JobMonitor& monitor) -> Result<QStringList> {
        const auto written = exportImages(*images->imageSet(), options, monitor);
        if (!written)
            return written.error();
        QStringList files;
        for (const auto& image : written.value())
            files.append(QString::fromStdString(image.string()));
        return files;
    };
    job_.start<QStringList>(work, [this](Result<QStringList> files) { deliver(std::move(files)); });
}

void Exporter::exportTiles(const QString& folder, Style style, Overwrite overwrite)
{
    if (session_.images()) {
        exportOpened(folder, style, overwrite);
        return;
    }
    if (!session_.sound()) {
        emit failed(tr("There is no sound to make images of; open one."), false);
        return;
    }
    const auto work = [sound = session_.sound(), codec = session_.codec(), stem = session_.stem().toStdString(),
                       place = std::filesystem::path(folder.toStdString()), rgb = style == Style::Rgb, overwrite](JobMonitor& monitor) -> Result<QStringList> {
        const EncodeFilesOptions options{place, !codec->compatible(), overwrite, 0, rgb};
        const auto made = encodeFile(sound->path, stem, *codec, options, monitor);
        if (!made)
            return made.error();
        QStringList files;
        for (const auto& image : made.value().images)
            files.append(QString::fromStdString(image.string()));
        return files;
    };
    job_.start<QStringList>(work, [this](Result<QStringList> files) { deliver(std::move(files)); });
}

void Exporter::exportResult(const QString& file, const AudioWriteParams& params, Overwrite overwrite)
{
    exportSound(session_.result() ? session_.result()->sound : nullptr, file, params, overwrite);
}

void Exporter::exportOriginal(const QString& file, const AudioWriteParams& params, Overwrite overwrite)
{
    exportSound(session_.sound() ? session_.sound()->audio : nullptr, file, params, overwrite);
}

void Exporter::exportSound(std::shared_ptr<const Audio> sound, const QString& file, const AudioWriteParams& params,
                           Overwrite overwrite)
{
    if (!sound) {
        emit failed(tr("There is no sound to write yet; press Reconstruct first."), false);
        return;
    }
    const auto work = [sound, file, params, overwrite](JobMonitor& monitor) -> Result<QStringList> {
        auto written = writeAtPossibleRate(file.toStdString(), *sound, params, overwrite, monitor);
        if (!written)
            return written.error();
        return QStringList{file};
    };
    job_.start<QStringList>(work, [this](Result<QStringList> files) { deliver(std::move(files)); });
}

void Exporter::deliver(Result<QStringList> files)
{
    if (files)
        emit finished(*files);
    else
        emit failed(QString::fromStdString(files.error().message), files.error().code == ErrorCode::Exists);
}

void Exporter::cancel()
{
    if (!job_.running())
        return;
    job_.cancel();
    emit cancelled();
}

bool Exporter::isRunning() const
{
    return job_.running();
}

QStringList Exporter::soundPatterns()
{
    QStringList patterns;
    for (const std::string& suffix : writableAudioSuffixes())
        patterns.append(QStringLiteral("*.") + QString::fromStdString(suffix));
    return patterns;
}

} // namespace sonoloom
