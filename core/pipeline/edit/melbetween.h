// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/reconstruct.h"
#include "core/edit/images/melinterpolation.h"
#include "core/pipeline/edit/melset.h"

#include <cstddef>
#include <vector>

namespace sonoloom
{

/// Images between two, one after the other as one timeline of magnitudes. Where the two are not equally wide, widths go
/// straight from one's to the other's, and both are stretched to them.
class MelBetween final : public MagnitudeSource
{
public:
    /// @param images two, which must outlive this @param shares of the second, one an image
    MelBetween(MelSet& images, std::vector<double> shares, const MelInterpolation& interpolation);

    std::size_t columns() const override { return begins_.back(); }
    int channelCount() const override { return images_.channelCount(); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override;

    /// The first column of each image, and the end.
    const std::vector<std::size_t>& begins() const { return begins_; }

private:
    Result<void> readStretched(std::size_t image, double place, std::vector<Grid<float>>& into);
    Result<void> readColumn(std::size_t column, std::vector<Grid<float>>& into, std::size_t row);

    MelSet& images_;
    std::vector<double> shares_;
    MelInterpolation interpolation_;
    std::vector<std::size_t> begins_;
    std::vector<Grid<float>> first_;
    std::vector<Grid<float>> second_;
    std::vector<Grid<float>> next_; ///< the column behind, where two are between
};

} // namespace sonoloom
