// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/blendfiles.h"

#include "core/edit/images/peerimages.h"
#include "core/pipeline/edit/meldrawing.h"
#include "core/pipeline/encode.h"
#include "core/pipeline/rgb.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

Result<void> checkTwo(const ImageSet& images)
{
    if (images.count() == 2)
        return {};
    return Error{ErrorCode::InvalidArgument,
                 "A blend takes two images, the one that ends and the one that begins, not " +
                     std::to_string(images.count()) + "."};
}

/// The region in columns. Errors: InvalidArgument naming the image that is narrower.
Result<std::size_t> regionOf(const MelImages& images, int asked)
{
    const std::size_t narrower = images.columns(1) < images.columns(0) ? 1 : 0;
    const std::size_t most = images.columns(narrower);
    if (asked == 0)
        return most;
    if (static_cast<std::size_t>(asked) <= most)
        return static_cast<std::size_t>(asked);
    return Error{ErrorCode::InvalidArgument, "'region' is " + std::to_string(asked) + " columns but '" +
                                                 images.name(narrower) + "' has " + std::to_string(most) +
                                                 "; give fewer."};
}

} // namespace

Result<EditedImages> blendFiles(ImageFiles& images, const BlendFilesJob& job, JobMonitor& monitor)
{
    if (auto two = checkTwo(images); !two)
        return two.error();
    auto bands = bandFades(job.params);
    if (!bands)
        return bands.error();
    if (auto suits = checkImageOutput(job.output, job.overwrite); !suits)
        return suits.error();
    PartMonitor looking(monitor, 0, 0.2);
    PartMonitor drawing(monitor, 0.2, 1);
    auto opened = MelImages::open(images, job.wish, looking);
    if (!opened)
        return opened.error();
    MelImages& both = **opened;
    const auto region = regionOf(both, job.params.region);
    if (!region)
        return region.error();
    if (bands->size() > static_cast<std::size_t>(both.analysis().mel.bands))
        return Error{ErrorCode::InvalidArgument,
                     "'bands' is " + std::to_string(bands->size()) + " but '" + both.name(0) + "' has " +
                         std::to_string(both.analysis().mel.bands) + " rows; give fewer bands."};
    auto sequence =
        MelSequence::create(both, {*region, std::move(*bands), {job.params.space, commonCurve(both).power}});
    if (!sequence)
        return sequence.error();
    return writeSequence(*sequence, both, job.output, job.overwrite, drawing);
}

Result<EditedImages> blendFilesAsPeer(ImageFiles& images, const BlendFilesJob& job, JobMonitor& monitor)
{
    if (auto two = checkTwo(images); !two)
        return two.error();
    const auto first = images.load(0);
    if (!first)
        return first.error();
    const auto second = images.load(1);
    if (!second)
        return second.error();
    const int region = job.params.region > 0 ? job.params.region : std::min(first->width, second->width);
    const auto made = blendAsPeer(toRgb(*first, {}), toRgb(*second, {}), region, job.params.bands);
    if (!made)
        return made.error();
    const auto stems = outputStems(images.files());
    OutputSet outputs(job.overwrite);
    EditedImages written{{}, std::max(first->width, second->width), made->first.height, 0, 0, 0, {}};
    for (std::size_t i = 0; i < 2; ++i) {
        written.outputs.push_back(job.output / (stems[i] + ".png"));
        if (auto added = addImage(outputs, written.outputs.back(), i == 0 ? made->first : made->second, monitor);
            !added)
            return added.error();
    }
    if (auto committed = outputs.commit(); !committed)
        return committed.error();
    return written;
}

} // namespace sonoloom
