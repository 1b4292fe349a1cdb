// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"

#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// Images of which some are missing in between, with silent ones in their places, so that what follows sounds at its time.
/// Records tell what is missing; where there are none, or of Resonance, which knows its places itself, nothing is added.
class GapFilledImages final : public ImageSet
{
public:
    /// `images` must outlive this. Tells `monitor` what was added.
    /// Errors: InvalidArgument if more are missing than could be believed.
    static Result<GapFilledImages> create(ImageSet& images, JobMonitor& monitor);

    std::size_t count() const override { return places_.size(); }
    std::string name(std::size_t index) const override;
    Result<Image> load(std::size_t index) override;
    std::optional<Record> record(std::size_t index) override;

private:
    struct Place {
        std::size_t image;           ///< of the set itself, or that before the gap
        std::optional<Record> blank; ///< of a silent one
    };

    explicit GapFilledImages(ImageSet& images) : images_(&images) {}

    ImageSet* images_;
    std::vector<Place> places_;
};

} // namespace sonoloom
