// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/engine/phasegradient.h"

#include "core/base/random.h"
#include "core/dsp/kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace sonoloom
{

namespace
{

/// Cells quieter than this under the loudest carry no phase worth integrating.
constexpr float tolerance = 1e-5f;

/// Gaussian of the same shape as a Hann window of length L: gamma = 0.25645 L^2. Source: LTFAT, pghi for 'hann'.
constexpr double hannGamma = 0.25645;

constexpr int levelCount = 64;
constexpr std::uint8_t done = 255;

/// Turns within +-0.5, for turns of at most a million.
float wrap(float turns)
{
    constexpr float rounder = 12582912.0f; // 1.5 * 2^23: adding it rounds to whole numbers
    return turns - ((turns + rounder) - rounder);
}

class Integration
{
public:
    Integration(const Grid<float>& magnitudes, const IterationGrid& grid, Grid<float>& phases)
        : frames_(magnitudes.rows()), bins_(magnitudes.columns()),
          aBin_(1.0 / static_cast<double>(magnitudes.columns())), phases_(phases.cells()), log_(magnitudes.rows() * magnitudes.columns()),
          level_(log_.size())
    {
        const double gamma = hannGamma * grid.window * grid.window;
        const double perStep = grid.hop() * grid.fftSize / gamma / (2.0 * std::numbers::pi);
        timeFactor_ = static_cast<float>(perStep / 4.0);
        frequencyFactor_ =
            static_cast<float>(-gamma / (grid.hop() * grid.fftSize) / (2.0 * std::numbers::pi) / 4.0);
        advance_.resize(bins_);
        for (std::size_t k = 0; k < bins_; ++k) {
            const double turns = grid.hop() * static_cast<double>(k) / grid.fftSize;
            advance_[k] = static_cast<float>(turns - std::nearbyint(turns));
        }
        takeLogarithms(magnitudes);
    }

    void run(KnownFrames known)
    {
        for (std::size_t cell = 0; cell < log_.size(); ++cell)
            if ((cell < known.first * bins_ || cell >= (frames_ - known.last) * bins_) && level_[cell] < levelCount)
                settle(cell, phases_[cell]);
        spreadAll();
        settleConstant(known);
        const auto loudest = std::ranges::min_element(level_);
        if (loudest != level_.end() && *loudest < levelCount)
            settle(static_cast<std::size_t>(loudest - level_.begin()), 0.0f);
        spreadAll();
        for (const std::uint32_t cell : loudestFirst()) { // what the loudest cell is not connected with
            if (level_[cell] == done)
                continue;
            settle(cell, 0.0f);
            spreadAll();
        }
    }

    bool settled(std::size_t cell) const { return level_[cell] == done; }

private:
    /// A constant offset is a ridge along bin 0, whose phase can only be 0 or half a turn. Reached from a neighbour it would
    /// get any, and lose its level.
    void settleConstant(KnownFrames known)
    {
        const float turns = known.first > 0 && std::abs(phases_[(known.first - 1) * bins_]) > 0.25f ? 0.5f : 0.0f;
        for (std::size_t frame = known.first; frame + known.last < frames_; ++frame) {
            const std::size_t cell = frame * bins_;
            if (level_[cell] < levelCount && bins_ > 1 && log_[cell] > log_[cell + 1])
                settle(cell, turns);
        }
        spreadAll();
    }

    void takeLogarithms(const Grid<float>& magnitudes)
    {
        const auto cells = magnitudes.cells();
        const float peak = cells.empty() ? 0.0f : *std::max_element(cells.begin(), cells.end());
        const float floor = std::max(peak * tolerance * 0.01f, 1e-30f);
        const float top = std::log(std::max(peak, floor));
        const float scale = static_cast<float>(levelCount) / -std::log(tolerance);
        kernels().logarithms(cells.data(), floor, log_.data(), static_cast<int>(cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const int level = static_cast<int>((top - log_[i]) * scale);
            level_[i] = static_cast<std::uint8_t>(peak > 0.0f ? std::clamp(level, 0, levelCount) : levelCount);
        }
    }

    /// All cells worth integrating that are not settled yet, by level.
    std::vector<std::uint32_t> loudestFirst() const
    {
        std::array<std::size_t, levelCount + 1> start{};
        for (const auto level : level_)
            if (level < levelCount)
                ++start[level + 1u];
        for (std::size_t l = 1; l < start.size(); ++l)
            start[l] += start[l - 1];
        std::vector<std::uint32_t> cells(start.back());
        for (std::size_t cell = 0; cell < level_.size(); ++cell)
            if (level_[cell] < levelCount)
                cells[start[level_[cell]]++] = static_cast<std::uint32_t>(cell);
        return cells;
    }

    void settle(std::size_t cell, float turns)
    {
        phases_[cell] = wrap(turns);
        waiting_[level_[cell]].push_back(static_cast<std::uint32_t>(cell));
        loudest_ = std::min<int>(loudest_, level_[cell]);
        level_[cell] = done;
    }

    void spreadAll()
    {
        while (loudest_ < levelCount) {
            auto& bucket = waiting_[static_cast<std::size_t>(loudest_)];
            if (bucket.empty()) {
                ++loudest_;
                continue;
            }
            const std::uint32_t cell = bucket.back();
            bucket.pop_back();
            spread(cell); // may settle louder cells and so lower loudest_
        }
    }

    void spread(std::size_t cell)
    {
        const auto frame = static_cast<std::size_t>((static_cast<double>(cell) + 0.5) * aBin_);
        const std::size_t bin = cell - frame * bins_;
        const float phase = phases_[cell];
        if (frame + 1 < frames_ && level_[cell + bins_] < levelCount)
            settle(cell + bins_, phase + timeStep(cell, bin));
        if (frame > 0 && level_[cell - bins_] < levelCount)
            settle(cell - bins_, phase - timeStep(cell - bins_, bin));
        if (bin + 1 < bins_ && level_[cell + 1] < levelCount)
            settle(cell + 1, phase + frequencyStep(cell, frame));
        if (bin > 0 && level_[cell - 1] < levelCount)
            settle(cell - 1, phase - frequencyStep(cell - 1, frame));
    }

    /// Phase from `cell` to the same bin of the next frame: the trapezoid of both cells' derivatives.
    float timeStep(std::size_t cell, std::size_t bin) const
    {
        return advance_[bin] + timeFactor_ * (slopeAlongBins(cell, bin) + slopeAlongBins(cell + bins_, bin));
    }

    /// Phase from `cell` to the next bin of the same frame.
    float frequencyStep(std::size_t cell, std::size_t frame) const
    {
        return frequencyFactor_ * (slopeAlongFrames(cell, frame) + slopeAlongFrames(cell + 1, frame));
    }

    /// Twice the central difference of the log-magnitude; at both ends a real signal's spectrum is mirrored.
    float slopeAlongBins(std::size_t cell, std::size_t bin) const
    {
        return bin == 0 || bin + 1 == bins_ ? 0.0f : log_[cell + 1] - log_[cell - 1];
    }

    /// Twice the central difference of the log-magnitude; one-sided at the ends.
    float slopeAlongFrames(std::size_t cell, std::size_t frame) const
    {
        const bool first = frame == 0;
        const bool last = frame + 1 == frames_;
        const float before = first ? log_[cell] : log_[cell - bins_];
        const float after = last ? log_[cell] : log_[cell + bins_];
        return first || last ? 2.0f * (after - before) : after - before;
    }

    std::size_t frames_;
    std::size_t bins_;
    double aBin_; ///< 1 / bins_: a multiplication is faster than a division
    std::span<float> phases_;
    std::vector<float> log_;
    std::vector<std::uint8_t> level_; ///< 0 loudest .. 63, 64 too quiet, `done`
    std::vector<float> advance_;      ///< turns a hop of each bin's own frequency
    float timeFactor_ = 0;
    float frequencyFactor_ = 0;
    std::array<std::vector<std::uint32_t>, levelCount> waiting_;
    int loudest_ = levelCount;
};

} // namespace

void integratePhase(const Grid<float>& magnitudes, const IterationGrid& grid, KnownFrames known,
                    std::size_t firstFrame, Grid<float>& phases)
{
    Integration integration(magnitudes, grid, phases);
    integration.run(known);
    for (std::size_t frame = known.first; frame + known.last < magnitudes.rows(); ++frame) {
        Random random(firstFrame + frame);
        for (std::size_t bin = 0; bin < magnitudes.columns(); ++bin) {
            const auto turns = static_cast<float>(random.uniform(-0.5, 0.5));
            if (!integration.settled(frame * magnitudes.columns() + bin))
                phases(frame, bin) = turns;
        }
    }
}

} // namespace sonoloom
