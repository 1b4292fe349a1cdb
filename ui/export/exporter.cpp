// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exporter.h"

#include "core/dsp/resample.h"
#include "core/pipeline/encode.h"
#include "core/pipeline/imageexport.h"
#include "core/pipeline/region/editedtiles.h"

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

Exporter::Exporter(Session& session, JobBoard& board, QObject* parent) : QObject(parent), session_(session), queue_(board)
{
    connect(&queue_, &JobQueue::started, this, &Exporter::started);
    connect(&queue_, &JobQueue::progressed, this, [this](int, double fraction, const QString& stage) { emit progressed(fraction, stage); });
    connect(&queue_, &JobQueue::noticed, this, &Exporter::noticed);
    connect(&queue_, &JobQueue::stopped, this, &Exporter::cancelled);
    connect(&queue_, &JobQueue::idle, this, &Exporter::idle);
}

Exporter::~Exporter()
{
    queue_.disconnect(this);
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
    enqueue(tr("Images of %1").arg(session_.title()), [images = session_.images(), options, codec = session_.codec(), given = session_.givenFields(),
                                                      edits = session_.appliedEdits()](JobMonitor& monitor) -> Result<JobProduct> {
        const auto edited = editedImages(images->imageSet(), *codec, given, edits, monitor);
        if (!edited)
            return edited.error();
        const auto written = exportImages(**edited, options, monitor);
        if (!written)
            return written.error();
        return productOf(written.value());
    });
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
                       place = std::filesystem::path(folder.toStdString()), rgb = style == Style::Rgb, overwrite,
                       edits = session_.appliedEdits()](JobMonitor& monitor) -> Result<JobProduct> {
        const EncodeFilesOptions options{place, !codec->compatible(), overwrite, 0, rgb, false, edits};
        const auto made = encodeFile(sound->path, stem, *codec, options, monitor);
        if (!made)
            return made.error();
        return productOf(made.value().images);
    };
    enqueue(tr("Images of %1").arg(session_.title()), work);
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
    enqueue(tr("Sound %1").arg(QFileInfo(file).fileName()), [sound, file, params, overwrite](JobMonitor& monitor) -> Result<JobProduct> {
        auto written = writeAtPossibleRate(file.toStdString(), *sound, params, overwrite, monitor);
        if (!written)
            return written.error();
        return productOf({file.toStdString()});
    });
}

void Exporter::enqueue(const QString& what, JobQueue::Work work)
{
    queue_.add(what, std::move(work), [this](const Result<JobProduct>& product) {
        if (product)
            emit finished(product->files);
        else
            emit failed(QString::fromStdString(product.error().message), product.error().code == ErrorCode::Exists);
    });
}

void Exporter::cancel()
{
    queue_.stop(queue_.running());
}

bool Exporter::isRunning() const
{
    return !queue_.isIdle();
}

JobProduct Exporter::productOf(const std::vector<std::filesystem::path>& written)
{
    JobProduct product;
    for (const std::filesystem::path& file : written)
        product.files.append(QString::fromStdString(file.string()));
    product.sentence = writtenTo(product.files);
    return product;
}

QString Exporter::writtenTo(const QStringList& files)
{
    const QFileInfo first(files.front());
    const auto more = files.size() - 1;
    return more == 0 ? tr("Written to %1: %2").arg(first.absolutePath(), first.fileName())
                     : tr("Written to %1: %2 and %3 more").arg(first.absolutePath(), first.fileName()).arg(more);
}

QStringList Exporter::soundPatterns()
{
    QStringList patterns;
    for (const std::string& suffix : writableAudioSuffixes())
        patterns.append(QStringLiteral("*.") + QString::fromStdString(suffix));
    return patterns;
}

} // namespace sonoloom
