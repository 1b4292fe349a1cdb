// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/result.h"
#include "core/io/audiofile.h"
#include "core/pipeline/roundtrip.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <utility>
#include <vector>

class QMimeData;

namespace sonoloom
{

/// Makes real files with good names for what is dragged out of the window; they are removed with this object.
class DragFiles
{
public:
    DragFiles();
    ~DragFiles();

    /// Writes the tiles with these indices (all if empty) and returns what a QDrag takes: their file URLs and, for one
    /// tile, its picture. Errors: WriteFailed; InvalidArgument for an index that is not there.
    Result<std::unique_ptr<QMimeData>> tiles(const TileSet& set, const std::vector<std::size_t>& indices);

    /// The same for a sound of a few minutes at most, as 24-bit WAV or what the name's suffix says.
    Result<std::unique_ptr<QMimeData>> sound(const Audio& audio, const std::string& name);

    /// The same for the part of a sound between two times (seconds), which is written off this thread when the target asks
    /// for it.
    std::unique_ptr<QMimeData> soundWhenAsked(std::shared_ptr<const Audio> audio, std::pair<double, double> part, const std::string& name);

    /// Where the files are.
    QString folder() const;

private:
    QTemporaryDir folder_;
    int drags_ = 0;
};

} // namespace sonoloom
