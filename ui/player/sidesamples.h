// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace sonoloom
{

/// The interleaved samples of one side: a sound, shared with whoever has it too, and a newer piece that stands in it.
class SideSamples
{
public:
    SideSamples() = default;
    SideSamples(std::vector<float> samples) : whole_(std::make_shared<const std::vector<float>>(std::move(samples))) {}

    /// The same sound without a piece.
    SideSamples whole() const
    {
        SideSamples same;
        same.whole_ = whole_;
        return same;
    }
    /// The same sound with a piece from value `at` on instead of what it has there.
    SideSamples with(std::vector<float> piece, std::size_t at) const
    {
        SideSamples other = whole();
        other.piece_ = std::make_shared<const std::vector<float>>(std::move(piece));
        other.pieceAt_ = at;
        return other;
    }

    /// The same sound, with silence behind it until it has so many values.
    SideSamples lasting(std::size_t values) const
    {
        SideSamples other = *this;
        other.least_ = values;
        return other;
    }

    std::size_t size() const
    {
        return std::max({least_, whole_ ? whole_->size() : 0, piece_ ? pieceAt_ + piece_->size() : 0});
    }
    bool empty() const { return size() == 0; }
    /// There is more than a piece.
    bool hasWhole() const { return whole_ && !whole_->empty(); }

    /// Silence beyond the end. For the audio thread.
    float at(std::size_t place) const
    {
        if (piece_ && place >= pieceAt_ && place - pieceAt_ < piece_->size())
            return (*piece_)[place - pieceAt_];
        return whole_ && place < whole_->size() ? (*whole_)[place] : 0.0f;
    }

    /// Values first .. end - 1, fewer where it ends before them. @param scratch holds them if they are not in one place
    std::span<const float> values(std::size_t first, std::size_t end, std::vector<float>& scratch) const
    {
        end = std::min(end, size());
        first = std::min(first, end);
        const bool apart = piece_ && pieceAt_ < end && pieceAt_ + piece_->size() > first;
        if (!apart && whole_ && end <= whole_->size())
            return std::span(*whole_).subspan(first, end - first);
        scratch.resize(end - first);
        for (std::size_t i = 0; i < scratch.size(); ++i)
            scratch[i] = at(first + i);
        return scratch;
    }

private:
    std::shared_ptr<const std::vector<float>> whole_;
    std::shared_ptr<const std::vector<float>> piece_;
    std::size_t pieceAt_ = 0;
    std::size_t least_ = 0;
};

} // namespace sonoloom
