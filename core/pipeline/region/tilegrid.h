// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"
#include "core/codec/riffusionreading.h"
#include "core/edit/region/regionshape.h"

#include <string>
#include <vector>

namespace sonoloom
{

/// How the magnitudes of images, one after the other, lie in their pixels: on the timeline of their decoding.
struct TileGrid {
    std::vector<TileReading> readings;     ///< one an image
    std::vector<std::size_t> firstColumns; ///< of each image, and their total behind
    RegionGrid grid;
    std::size_t channels = 1; ///< of the magnitudes
    bool unbiased = true;     ///< as melFromPixels() has it

    /// The image that a column belongs to.
    std::size_t tileOf(std::size_t column) const;

    /// Looks at every image once. @param given keys of the codec's fields that beat the images' records
    /// Errors: Unsupported (a format whose images hold no mel magnitudes; an image that was resized), and as Codec::open.
    static Result<TileGrid> of(ImageSet& images, const Codec& codec, const std::vector<std::string>& given, JobMonitor& monitor);
};

/// Whether regions of this format's images can be edited.
bool takesEdits(const Codec& codec);

} // namespace sonoloom
