// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusionreading.h"

#include <cstddef>
#include <list>
#include <vector>

namespace sonoloom
{

/// Riffusion's images in the order given, as one timeline. Holds a few of them in memory at a time.
class RiffusionDecoding final : public Decoding, private MagnitudeSource
{
public:
    /// Looks at every image once. Errors: as Codec::open.
    static Result<std::unique_ptr<Decoding>> open(ImageSet& images, const ReadingWish& wish, JobMonitor& monitor);

    int sampleRate() const override { return analysis_.sampleRate; }
    int channelCount() const override { return channels_; }
    std::size_t sampleCount() const override { return samples_; }
    Result<Reconstructed> audio(const ReconstructParams& params, int threads, JobMonitor& monitor) override;
    MagnitudeSource* mel() override { return this; }
    const MelAnalysis* melAnalysis() const override { return &analysis_; }

private:
    struct Loaded {
        std::size_t tile;
        Image image;
        std::vector<float> melOfPixel;
    };

    RiffusionDecoding(ImageSet& images, const ReadingWish& wish);
    Result<void> look(const ReadingWish& wish, JobMonitor& monitor);
    Result<void> layOut(const ReadingWish& wish);
    void layOutCompatible();

    std::size_t columns() const override { return columns_; }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override;
    Result<std::vector<Grid<float>>> readOwn(std::size_t first, std::size_t count);
    std::vector<Grid<float>> stretched(const std::vector<Grid<float>>& own, std::size_t first, std::size_t ownFirst,
                                       std::size_t count) const;
    Result<const Loaded*> loaded(std::size_t tile);
    void remember(std::size_t tile, Image image);

    ImageSet& images_;
    std::vector<TileReading> tiles_;
    std::vector<std::size_t> firstColumns_; // of each tile on the images' own grid, and their total behind
    MelAnalysis analysis_;
    int channels_ = 1;
    bool compatible_;
    bool finish_;
    double ownPerColumn_ = 1.0; // images' columns from one column of the timeline to the next
    std::size_t columns_ = 0;   // of the timeline
    std::size_t samples_ = 0;
    std::list<Loaded> recent_;  // latest used first
};

} // namespace sonoloom
