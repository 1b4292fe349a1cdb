// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/dragfiles.h"

#include "core/io/atomicfile.h"
#include "ui/jobs/job.h"

#include <QDir>
#include <QEventLoop>
#include <QImage>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sonoloom
{

namespace
{

Audio cutOut(const Audio& audio, std::pair<double, double> seconds)
{
    const auto sampleAt = [&](double at) {
        return std::min(audio.sampleCount(), static_cast<std::size_t>(std::llround(std::max(0.0, at) * audio.sampleRate)));
    };
    const auto first = static_cast<std::ptrdiff_t>(sampleAt(seconds.first));
    const auto end = std::max(first, static_cast<std::ptrdiff_t>(sampleAt(seconds.second)));
    Audio part{audio.sampleRate, {}};
    for (const auto& channel : audio.channels)
        part.channels.emplace_back(channel.begin() + first, channel.begin() + end);
    return part;
}

/// The URL of a file that is written when it is first asked for.
class FileWhenAsked final : public QMimeData
{
public:
    using Write = std::function<Result<bool>(JobMonitor&)>;

    FileWhenAsked(std::filesystem::path file, Write write) : file_(std::move(file)), write_(std::move(write)) {}

    QStringList formats() const override { return {QStringLiteral("text/uri-list")}; }
    bool hasFormat(const QString& type) const override { return formats().contains(type); }

protected:
    QVariant retrieveData(const QString& type, QMetaType) const override
    {
        if (!hasFormat(type))
            return {};
        if (write_) {
            Job job;
            QEventLoop wait; // the target waits as well
            QObject::connect(&job, &Job::ended, &wait, &QEventLoop::quit);
            job.start<bool>(std::exchange(write_, nullptr), [this](const Result<bool>& written) { failed_ = !written; });
            wait.exec(QEventLoop::ExcludeUserInputEvents);
        }
        return failed_ ? QVariant() : QVariant(QVariantList{QUrl::fromLocalFile(QString::fromStdString(file_.string()))});
    }

private:
    std::filesystem::path file_;
    mutable Write write_;
    mutable bool failed_ = false;
};

} // namespace

DragFiles::DragFiles() : folder_(QDir::tempPath() + QStringLiteral("/sonoloom-drag-XXXXXX")) {}

DragFiles::~DragFiles() = default;

QString DragFiles::folder() const
{
    return folder_.path();
}

Result<std::unique_ptr<QMimeData>> DragFiles::tiles(const TileSet& set, const std::vector<std::size_t>& indices)
{
    std::vector<std::size_t> wanted = indices;
    if (wanted.empty()) {
        wanted.resize(set.tiles.size());
        std::iota(wanted.begin(), wanted.end(), std::size_t{0});
    }
    // Each drag has a folder of its own: a file that a program still reads is never replaced.
    const std::filesystem::path place = folder_.filePath(QString::number(++drags_)).toStdString();
    QList<QUrl> urls;
    for (const std::size_t index : wanted) {
        if (index >= set.tiles.size())
            return Error{ErrorCode::InvalidArgument, "There is no image " + std::to_string(index) + " to drag."};
        const TileFile& tile = set.tiles[index];
        if (auto written = writeFile(place / tile.name, tile.png, Overwrite::No); !written)
            return written.error();
        urls.append(QUrl::fromLocalFile(QString::fromStdString((place / tile.name).string())));
    }
    auto mime = std::make_unique<QMimeData>();
    mime->setUrls(urls);
    if (wanted.size() == 1)
        mime->setImageData(QImage::fromData(QByteArray::fromStdString(set.tiles[wanted.front()].png), "PNG"));
    return mime;
}

Result<std::unique_ptr<QMimeData>> DragFiles::sound(const Audio& audio, const std::string& name)
{
    const std::filesystem::path place = folder_.filePath(QString::number(++drags_)).toStdString();
    JobMonitor monitor;
    if (auto written = writeAudioFile(place / name, audio, {}, Overwrite::No, monitor); !written)
        return written.error();
    auto mime = std::make_unique<QMimeData>();
    mime->setUrls({QUrl::fromLocalFile(QString::fromStdString((place / name).string()))});
    return mime;
}

std::unique_ptr<QMimeData> DragFiles::soundWhenAsked(std::shared_ptr<const Audio> audio, std::pair<double, double> part, const std::string& name)
{
    const std::filesystem::path file = std::filesystem::path(folder_.filePath(QString::number(++drags_)).toStdString()) / name;
    return std::make_unique<FileWhenAsked>(file, [audio = std::move(audio), part, file](JobMonitor& monitor) -> Result<bool> {
        if (auto written = writeAudioFile(file, cutOut(*audio, part), {}, Overwrite::No, monitor); !written)
            return written.error();
        return true;
    });
}

} // namespace sonoloom
