// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/codec/codec.h"
#include "core/edit/region/regionedit.h"
#include "core/pipeline/figures.h"
#include "core/pipeline/preview.h"
#include "core/pipeline/records/recordset.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// One image of a set as the bytes of its PNG file.
struct TileFile {
    std::string name; ///< file name: STEM_00000.png
    std::string png;
    Record record;
};

/// The images of one sound, in memory as they would be on disk.
struct TileSet {
    std::vector<TileFile> tiles;
    EncodeReport report;
};

/// Tiles in memory as an ImageSet; each is decoded from its PNG when asked for, so that pixels are those of the file.
class TileSetImages final : public ImageSet
{
public:
    explicit TileSetImages(std::shared_ptr<const TileSet> set) : set_(std::move(set)) {}

    std::size_t count() const override { return set_->tiles.size(); }
    std::string name(std::size_t index) const override { return set_->tiles[index].name; }
    Result<Image> load(std::size_t index) override;
    std::optional<Record> record(std::size_t index) override { return set_->tiles[index].record; }

private:
    std::shared_ptr<const TileSet> set_;
};

/// What tells these images again when they come back without their records. @param place for the user: "the open project"
/// Errors: Cancelled, Corrupt.
Result<RecordSet> recordSetOf(std::string place, const TileSet& set, JobMonitor& monitor);

/// Encodes a sound to PNG files in memory. `stem` names them. Errors: the codec's, Cancelled.
Result<TileSet> encodeToMemory(std::shared_ptr<const Audio> sound, const Record::Source& origin,
                               const std::string& stem, const Codec& codec, JobMonitor& monitor);

/// What came back from images.
struct Reconstruction {
    std::shared_ptr<const TileSet> tiles; ///< what it was made from; null for image files
    std::shared_ptr<const Audio> sound;
    std::shared_ptr<const DisplaySpectrogram> spectrogram; ///< of `sound`
    std::optional<double> imageError; ///< Figures::imageError, known without an original too
    double rounds = 0; ///< of refinement, mean over the timeline
    std::optional<Figures> figures; ///< where there is an original of the same rate and channels
};

/// A sound to reconstruct, and how.
struct RoundTripJob {
    std::shared_ptr<const Audio> sound;
    Record::Source origin;
    std::string stem;
    std::shared_ptr<const Codec> codec;
    ReconstructParams params;
    std::shared_ptr<const TileSet> tiles; ///< if already encoded with these parameters and edits, else null
    RegionEdits edits{};                  ///< of the images
};

/// Sound to images (8 bit pixels and all) and back, with the figures against the original.
/// Errors: the codec's, Cancelled.
Result<Reconstruction> roundTrip(const RoundTripJob& job, JobMonitor& monitor);

/// Images to sound. `given` names the codec's fields that were set by the user and beat the records.
Result<Reconstruction> reconstructImages(ImageSet& images, const Codec& codec, const std::vector<std::string>& given,
                                         const ReconstructParams& params, JobMonitor& monitor);

} // namespace sonoloom
