// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/wavdiff/wavdiffreading.h"

#include <cstddef>
#include <list>
#include <vector>

namespace sonoloom
{

/// Images of magnitude and phase in the order given, as one timeline. Holds two of them in memory at a time.
class WavdiffDecoding final : public Decoding
{
public:
    /// Looks at every image once. Errors: as Codec::open.
    static Result<std::unique_ptr<Decoding>> open(ImageSet& images, const WavdiffWish& wish, JobMonitor& monitor);

    int sampleRate() const override { return readings_.front().sampleRate; }
    int channelCount() const override { return channels_; }
    std::size_t sampleCount() const override { return lead_ + samples_ + tail_; }
    Result<Reconstructed> audio(const ReconstructParams& params, int threads, JobMonitor& monitor) override;

private:
    /// One channel's images and where each begins on the timeline of frames; the total stands behind.
    struct Lane {
        std::vector<std::size_t> images;
        std::vector<std::size_t> firstColumns{0};
    };
    struct Loaded {
        std::size_t image;
        Grid<std::complex<float>> frames;
    };

    class Magnitudes;

    explicit WavdiffDecoding(ImageSet& images) : images_(images) {}
    Result<Reconstructed> withFoundPhases(const ReconstructParams& params, int threads, JobMonitor& monitor);
    Result<void> look(const WavdiffWish& wish, JobMonitor& monitor);
    Result<void> layOut(const WavdiffWish& wish, JobMonitor& monitor);
    Result<void> dealOut(const WavdiffWish& wish, JobMonitor& monitor);
    void takeSilence(JobMonitor& monitor);

    Result<Grid<std::complex<float>>> frames(const Lane& lane, std::size_t first, std::size_t count, int threads,
                                       const JobMonitor& monitor);
    Result<const Grid<std::complex<float>>*> loaded(std::size_t image, int threads, const JobMonitor& monitor);
    Result<std::vector<float>> sound(const Lane& lane, int threads, JobMonitor& monitor);

    ImageSet& images_;
    std::vector<WavdiffReading> readings_;
    std::vector<Lane> lanes_;  // one a channel in the images
    bool findsPhases_ = false;
    int channels_ = 1;         // of the result
    std::size_t samples_ = 0;  // that the images stand for
    std::size_t lead_ = 0;     // of silence that was trimmed
    std::size_t tail_ = 0;
    std::list<Loaded> recent_; // latest used first
};

} // namespace sonoloom
