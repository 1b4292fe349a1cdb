// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionedit.h"
#include "core/pipeline/preview.h"
#include "core/pipeline/region/tilecanvas.h"
#include "core/pipeline/roundtrip.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// The images of a preview with edits. It is told the newest list of edits again and again, and makes only those that it has
/// not made on the same images before. One thread at a time.
class EditedTiles
{
public:
    /// @param base without edits @param given as TileGrid::of Errors: as TileGrid::of, Cancelled.
    Result<std::shared_ptr<const TilePreview>> update(const std::shared_ptr<const TilePreview>& base, const Codec& codec,
                                                      const std::vector<std::string>& given, const RegionEdits& edits, JobMonitor& monitor);

    /// How many edits were made so far, each time counted.
    int made() const { return made_; }

private:
    /// What the first edits of a list made.
    struct Stage {
        RegionEdits edits;
        ChangedTiles changed;
    };
    Result<void> look(const Codec& codec, const std::vector<std::string>& given, JobMonitor& monitor);
    Stage nearest(const RegionEdits& edits) const;
    void keep(Stage stage);

    std::shared_ptr<const TilePreview> base_;
    std::string key_; ///< of the codec and what was given
    std::optional<TileGrid> tiles_;
    std::deque<Stage> stages_; ///< newest first
    int made_ = 0;
};

/// The images of a set with edits; the set itself where there are none. Those that edits change are held in memory.
/// Errors: as TileGrid::of, Cancelled, what loading reports.
Result<std::unique_ptr<ImageSet>> editedImages(std::unique_ptr<ImageSet> images, const Codec& codec, const std::vector<std::string>& given,
                                               const RegionEdits& edits, JobMonitor& monitor);

/// Tiles in memory with edits: those that change are packed anew. Errors: as editedImages.
Result<TileSet> editedTileSet(const TileSet& plain, const Codec& codec, const RegionEdits& edits, JobMonitor& monitor);

/// Codec::encode with edits of the images. Where there are any, all images are held in memory, packed, until the last is
/// made. Errors: as Codec::encode and editedImages.
Result<EncodeReport> encodeEdited(const Codec& codec, AudioSource& source, const Record::Source& origin, const RegionEdits& edits,
                                  const TileSink& sink, int threads, JobMonitor& monitor);

} // namespace sonoloom
