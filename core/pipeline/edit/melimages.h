// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/codec/riffusionreading.h"
#include "core/edit/images/bandconversion.h"
#include "core/pipeline/edit/melset.h"

#include <cstddef>
#include <list>
#include <memory>
#include <optional>
#include <vector>

namespace sonoloom
{

/// What of an image counts: the columns that hold sound, as its record tells, or all that is drawn.
enum class ImageExtent { Sound, Picture };

/// How images are read for editing.
struct MelImagesWish {
    RiffusionParams params{};         ///< what images without a record are taken for
    std::vector<std::string> given{}; ///< keys of `params` that beat the records
    ImageExtent extent = ImageExtent::Sound;
};

/// Riffusion mel images of any kind as magnitudes of one kind: the first one's bands, range, step and rate, and stereo
/// if one of them is stereo. Others are converted, which is told once for each kind. A few are held in memory at a time.
class MelImages final : public MelSet
{
public:
    /// Looks at every image once. `images` must outlive this.
    /// Errors: InvalidArgument (no images), Unsupported (another format's image, or a picture), Cancelled, what loading them reports.
    static Result<std::unique_ptr<MelImages>> open(ImageSet& images, const MelImagesWish& wish, JobMonitor& monitor);

    std::size_t count() const override { return readings_.size(); }
    std::string name(std::size_t index) const override { return images_.name(index); }
    const MelAnalysis& analysis() const override { return analysis_; }
    int channelCount() const override { return channels_; }
    /// As the image itself is.
    const TileReading& reading(std::size_t index) const { return readings_[index]; }
    const std::optional<Record>& record(std::size_t index) const { return records_[index]; }
    /// Whether its bands, range, step and rate are the common ones.
    bool isLikeFirst(std::size_t index) const { return !conversions_[index] && ownPerColumn_[index] == 1; }
    /// Whether the image is drawn in colours.
    bool isRgb(std::size_t index) const { return isRgb_[index]; }
    /// On the common grid.
    std::size_t columns(std::size_t index) const override { return columns_[index]; }
    std::size_t samples(std::size_t index) const override { return samples_[index]; }

    /// Errors: those of loading the image, Corrupt if it was changed meanwhile.
    Result<void> read(std::size_t index, std::size_t column, std::vector<Grid<float>>& into, std::size_t row) override;

private:
    struct Loaded {
        std::size_t index;
        Image image;
        std::vector<float> melOfPixel;
    };

    explicit MelImages(ImageSet& images) : images_(images) {}
    Result<void> look(const MelImagesWish& wish, JobMonitor& monitor);
    void layOut(ImageExtent extent, JobMonitor& monitor);
    void tellDifferences(JobMonitor& monitor) const;
    void settleSizes(std::size_t index, ImageExtent extent);
    Result<const Loaded*> loaded(std::size_t index);
    void readOwn(const Loaded& from, std::size_t column, int channel, std::span<float> bands) const;
    void readBetween(const Loaded& from, double place, int channel, std::span<float> bands) const;

    ImageSet& images_;
    std::vector<TileReading> readings_;
    std::vector<std::optional<Record>> records_;
    std::vector<bool> isRgb_;
    std::vector<std::optional<BandConversion>> conversions_; ///< nothing where the bands are the first one's
    std::vector<std::size_t> columns_;
    std::vector<std::size_t> samples_;
    std::vector<double> ownPerColumn_; ///< an image's columns from one column of the common grid to the next
    MelAnalysis analysis_;
    int channels_ = 1;
    std::list<Loaded> recent_; ///< latest used first
};

} // namespace sonoloom
