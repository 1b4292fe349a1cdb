// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/resonance/reading.h"

#include <memory>
#include <optional>
#include <vector>

namespace sonoloom
{

/// The bytes of a set of images one behind the other, each image read when it is asked for. What is missing is 0.
class ResonanceStream final : public ByteSource
{
public:
    /// @param readings in the order of their bytes, not overlapping
    ResonanceStream(ImageSet& images, std::vector<ResonanceReading> readings, std::uint64_t size, bool compatible);

    std::uint64_t size() const override { return size_; }
    Result<void> read(std::uint64_t offset, std::span<std::uint8_t> bytes) override;

    /// From now on damage is told, once for each image and of 20 images at most. @param bytesASecond 0 if unknown
    void tellDamage(JobMonitor& monitor, double bytesASecond);
    /// Cuts off the zeros at the end, in the compatible mode black blocks only. Errors: Corrupt if all is black, and as
    /// loading the images.
    Result<void> strip();

private:
    Result<const TileBytes*> tile(std::size_t index);
    void tell(const ResonanceReading& reading, const TileBytes& tile);

    ImageSet& images_;
    std::vector<ResonanceReading> readings_;
    std::uint64_t size_;
    bool compatible_;
    std::optional<std::size_t> lastIndex_;
    TileBytes last_;
    JobMonitor* monitor_ = nullptr;
    double bytesASecond_ = 0;
    std::vector<bool> told_;
    std::size_t damagedImages_ = 0;
};

/// Resonance's images as the WAV file that they hold.
class ResonanceDecoding final : public Decoding
{
public:
    /// Looks at every image once. Errors: as Codec::open.
    static Result<std::unique_ptr<Decoding>> open(ImageSet& images, const ResonanceWish& wish, JobMonitor& monitor);

    int sampleRate() const override { return layout_.format.sampleRate; }
    int channelCount() const override { return layout_.format.channels; }
    std::size_t sampleCount() const override;
    Result<Reconstructed> audio(const ReconstructParams& params, int threads, JobMonitor& monitor) override;
    ByteSource* file() override { return &file_; }

private:
    ResonanceDecoding() = default;
    Result<void> layOut(const ResonanceReading& first, bool compatible, JobMonitor& monitor);
    void compose(const WavRecord& wav, bool wholeFile);
    Result<void> invent(const ResonanceReading& first, bool compatible);

    std::unique_ptr<ResonanceStream> stream_;
    std::unique_ptr<MemoryBytes> before_;
    std::unique_ptr<MemoryBytes> after_;
    JoinedBytes file_;
    WavLayout layout_;
};

} // namespace sonoloom
