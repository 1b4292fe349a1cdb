// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/dragfiles.h"

#include "core/io/atomicfile.h"

#include <QDir>
#include <QImage>
#include <QMimeData>
#include <QUrl>

#include <numeric>

namespace sonoloom
{

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

} // namespace sonoloom
