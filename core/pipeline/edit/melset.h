// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/base/result.h"
#include "core/dsp/reconstruct.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sonoloom
{

/// Images as mel magnitudes of one kind, whatever they are read from.
class MelSet
{
public:
    virtual ~MelSet() = default;

    virtual std::size_t count() const = 0;
    /// For messages: the file's name.
    virtual std::string name(std::size_t index) const = 0;
    virtual const MelAnalysis& analysis() const = 0;
    virtual int channelCount() const = 0;
    virtual std::size_t columns(std::size_t index) const = 0;
    /// That an image's columns stand for, at most columns * hop.
    virtual std::size_t samples(std::size_t index) const = 0;

    /// Writes one column of an image, lowest band first, for each channel into the row `row` of its grid.
    /// Errors: those of loading the image.
    virtual Result<void> read(std::size_t index, std::size_t column, std::vector<Grid<float>>& into,
                              std::size_t row) = 0;
};

} // namespace sonoloom
