// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/edit/melset.h"

#include <memory>
#include <utility>

namespace sonoloom
{

/// A timeline together with the images that it reads from, so that it can be handed to another thread.
template <class Source>
class OwningMel final : public MagnitudeSource
{
public:
    /// @param source reads from `images`
    OwningMel(std::shared_ptr<MelSet> images, Source source) : images_(std::move(images)), source_(std::move(source)) {}

    std::size_t columns() const override { return source_.columns(); }
    int channelCount() const override { return source_.channelCount(); }
    Result<std::vector<Grid<float>>> read(std::size_t first, std::size_t count) override
    {
        return source_.read(first, count);
    }

private:
    std::shared_ptr<MelSet> images_;
    Source source_;
};

} // namespace sonoloom
