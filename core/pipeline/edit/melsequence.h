// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/reconstruct.h"
#include "core/edit/images/meltransition.h"
#include "core/pipeline/edit/melset.h"

#include <cstddef>
#include <vector>

namespace sonoloom
{

/// A stretch of an image within a sequence.
struct MelPart {
    std::size_t image = 0;
    std::size_t from = 0; ///< its first column, on the common grid
    std::size_t columns = 0;
    double gain = 1; ///< of the magnitudes
};

/// Images one after the other as one timeline of magnitudes, with transitions in which two lie on each other.
class MelSequence final : public MagnitudeSource
{
public:
    /// @param parts at least one @param transitions one between each two neighbours
    /// `images` must outlive this.
    /// Errors: InvalidArgument naming an image that is shorter than its transitions together.
    static Result<MelSequence> create(MelSet& images, std::vector<MelPart> parts,
                                      std::vector<MelTransition> transitions);

    /// All of each image, with the same transition everywhere.
    static Result<MelSequence> create(MelSet& images, const MelTransition& transition);

    std::size_t columns() const override { return columns_; }
    int channelCount() const override { return images_->channelCount(); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override;

    /// Length of the sound: columns * hop, less what the last image's own sound lacks of it.
    std::size_t samples() const;
    /// The first column of each part.
    const std::vector<std::size_t>& begins() const { return begins_; }
    const std::vector<MelPart>& parts() const { return parts_; }

private:
    MelSequence(MelSet& images, std::vector<MelPart> parts, std::vector<MelTransition> transitions);
    Result<void> check() const;
    Result<void> readPart(std::size_t part, std::size_t column, std::vector<Grid<float>>& into, std::size_t row);
    Result<void> readColumn(std::size_t column, std::vector<Grid<float>>& into, std::size_t row);

    MelSet* images_;
    std::vector<MelPart> parts_;
    std::vector<MelTransition> transitions_;
    std::vector<std::size_t> begins_;
    std::size_t columns_ = 0;
    std::vector<Grid<float>> one_;   ///< a column of the part that fades
    std::vector<Grid<float>> other_; ///< and of the one that begins
};

} // namespace sonoloom
