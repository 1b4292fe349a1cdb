// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/codec/codec.h"
#include "core/pipeline/edit/melimages.h"

#include <memory>
#include <vector>

namespace sonoloom
{

/// Images whose magnitudes lie in memory, for who mixes them again and again. Nothing of it changes once it is opened:
/// any number of threads may read.
class HeldMel final : public MelSet
{
public:
    /// All columns are read at once; `images` is not needed any more then.
    /// @param most bytes of magnitudes that may be held
    /// Errors: those of MelImages::open and read; TooLarge.
    static Result<std::shared_ptr<HeldMel>> open(ImageSet& images, const MelImagesWish& wish, JobMonitor& monitor,
                                                 std::size_t most = usualMost);

    static constexpr std::size_t usualMost = std::size_t{1} << 30;

    std::size_t count() const override { return held_.size(); }
    std::string name(std::size_t index) const override { return held_[index].name; }
    const MelAnalysis& analysis() const override { return analysis_; }
    int channelCount() const override { return channels_; }
    std::size_t columns(std::size_t index) const override { return held_[index].mel.front().rows(); }
    std::size_t samples(std::size_t index) const override { return held_[index].samples; }
    Result<void> read(std::size_t index, std::size_t column, std::vector<Grid<float>>& into, std::size_t row) override;

    /// Of the level that all of them can be drawn with (commonCurve).
    double levelPower() const { return power_; }

private:
    struct Held {
        std::string name;
        std::size_t samples;
        std::vector<Grid<float>> mel; ///< one a channel
    };

    HeldMel() = default;
    Result<void> hold(MelImages& images, std::size_t index, const JobMonitor& monitor);

    std::vector<Held> held_;
    MelAnalysis analysis_;
    int channels_ = 1;
    double power_ = 0.25;
};

/// ai-music-generation's blend of two images (blendAsPeer), its pair read again as magnitudes: the second image's part
/// behind the region follows the first. Where rows are cut, the rest is stretched to the height again.
/// Errors: those of blendAsPeer, of loading, and of open.
Result<std::shared_ptr<HeldMel>> heldPeerBlend(ImageSet& images, int region, int bands, const MelImagesWish& wish,
                                               JobMonitor& monitor);

/// One image of a set as a timeline. @param images must outlive it
class MelOfOne final : public MagnitudeSource
{
public:
    MelOfOne(MelSet& images, std::size_t index) : images_(images), index_(index) {}

    std::size_t columns() const override { return images_.columns(index_); }
    int channelCount() const override { return images_.channelCount(); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override;

private:
    MelSet& images_;
    std::size_t index_;
};

} // namespace sonoloom
