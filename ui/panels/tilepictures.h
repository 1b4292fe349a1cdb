// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/preview.h"
#include "ui/jobs/job.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <map>
#include <memory>
#include <vector>

namespace sonoloom
{

/// Pictures of images for the screen, made off this thread, as large as they are needed and only of those that are.
class TilePictures : public QObject
{
    Q_OBJECT

public:
    explicit TilePictures(QObject* parent = nullptr);

    /// Other images. Pictures of the old ones stay until the new are made, if there are as many: a slider moves.
    void setTiles(std::shared_ptr<const TilePreview> tiles);

    struct Wanted {
        std::size_t tile = 0;
        QSize size; ///< on the screen, in its pixels
    };
    /// What is needed from now on, the most urgent first; all else is forgotten.
    void want(std::vector<Wanted> wanted);

    /// At least as large as wanted, where the image has the pixels, and less than twice; null: not yet.
    QImage picture(std::size_t tile) const;
    /// Of all pictures that are kept.
    qsizetype bytes() const;
    bool isWorking() const { return job_.running(); }

signals:
    /// There are new pictures.
    void changed();

private:
    struct Kept {
        QImage picture;
        QSize size; ///< what it was made for
        std::shared_ptr<const Image> of;
    };
    void makeMissing();
    void keep(std::size_t tile, Kept made);

    std::shared_ptr<const TilePreview> tiles_;
    std::vector<Wanted> wanted_;
    std::map<std::size_t, Kept> kept_;
    Job job_;
};

} // namespace sonoloom
