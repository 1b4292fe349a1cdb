// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's entries with any analysis and any magnitudes: README.md.
#include "core/dsp/livesound.h"
#include "core/dsp/reconstruct.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <span>

using namespace sonoloom;

namespace
{

/// Takes numbers from the fuzzer's bytes; zeros once there are none left.
class Bytes
{
public:
    Bytes(const std::uint8_t* bytes, std::size_t size) : bytes_(bytes, size) {}

    int number(int least, int most)
    {
        const int value = next() | next() << 8;
        return least + value % (most - least + 1);
    }
    /// Goes round the bytes as often as magnitudes are wanted.
    Grid<float> grid(std::size_t rows, std::size_t columns)
    {
        Grid<float> cells(rows, columns);
        for (float& cell : cells.cells()) {
            std::uint8_t raw[4];
            for (auto& byte : raw)
                byte = bytes_.empty() ? 0 : bytes_[at_++ % bytes_.size()];
            std::memcpy(&cell, raw, sizeof cell);
        }
        return cells;
    }

private:
    int next() { return at_ < bytes_.size() ? bytes_[at_++] : 0; }

    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
};

class Columns final : public MagnitudeSource
{
public:
    explicit Columns(std::vector<Grid<float>> channels) : channels_(std::move(channels)) {}
    std::size_t columns() const override { return channels_.front().rows(); }
    int channelCount() const override { return static_cast<int>(channels_.size()); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override
    {
        std::vector<Grid<float>> parts;
        for (const auto& channel : channels_) {
            Grid<float> part(count, channel.columns());
            std::ranges::copy(channel.cells().subspan(first * channel.columns(), part.cells().size()), part.cells().begin());
            parts.push_back(std::move(part));
        }
        return parts;
    }

private:
    std::vector<Grid<float>> channels_;
};

void mustBeFinite(const Audio& audio)
{
    for (const auto& channel : audio.channels)
        if (!std::ranges::all_of(channel, [](float sample) { return std::isfinite(sample); }))
            std::abort();
}

template <class Analysis>
void tryAll(const Analysis& analysis, Bytes& bytes, std::size_t rowLength)
{
    const auto columns = static_cast<std::size_t>(bytes.number(0, 40));
    const auto samples = static_cast<std::size_t>(bytes.number(0, 6000));
    ReconstructParams params;
    params.method = static_cast<ReconstructMethod>(bytes.number(0, 4));
    params.iterations = bytes.number(1, 3);
    params.stopError = bytes.number(0, 3);
    const int threads = bytes.number(1, 2);
    const auto editFirst = static_cast<std::size_t>(bytes.number(0, 45));
    const auto editCount = static_cast<std::size_t>(bytes.number(0, 10));
    std::vector<Grid<float>> channels;
    for (int c = bytes.number(1, 2); c > 0; --c)
        channels.push_back(bytes.grid(columns, rowLength));

    JobMonitor monitor;
    Columns source(channels);
    if (const auto found = reconstruct(source, analysis, samples, params, threads, monitor))
        mustBeFinite(found->audio);

    auto live = LiveSound::create(analysis, channels, samples);
    if (!live)
        return;
    for (int call = 0; call < 3; ++call)
        if (!live->advance(editFirst, threads, monitor))
            std::abort();
    const std::vector<Grid<float>> edited(channels.size(), bytes.grid(editCount, rowLength));
    if (editCount > 0 && !live->edit(editFirst, edited, threads, monitor) && editFirst + editCount <= columns)
        std::abort();
    mustBeFinite(live->audio());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Bytes bytes(data, size);
    const int rate = bytes.number(0, 20'000);
    StftParams stft;
    stft.window = bytes.number(0, 700);
    stft.fftSize = bytes.number(0, 1500);
    stft.hop = bytes.number(0, 300);
    if (bytes.number(0, 1) == 0) {
        if (auto fits = checkStft(stft); fits)
            tryAll(LinearAnalysis{stft, rate}, bytes, static_cast<std::size_t>(stft.bins()));
        return 0;
    }
    const MelParams mel{bytes.number(0, 90), static_cast<double>(bytes.number(0, 500)), static_cast<double>(bytes.number(0, 11'000))};
    tryAll(MelAnalysis{stft, mel, rate}, bytes, static_cast<std::size_t>(mel.bands));
    return 0;
}
