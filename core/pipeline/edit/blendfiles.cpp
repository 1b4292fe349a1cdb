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
Result<std::size_t> regionOf(const MelSet& images, int asked)
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

/// Two images and their blend, opened.
struct Blend {
    std::unique_ptr<MelImages> images;
    MelSequence mel;
};

Result<Blend> openBlend(ImageSet& images, const BlendParams& params, const MelImagesWish& wish, JobMonitor& monitor)
{
    if (auto two = checkTwo(images); !two)
        return two.error();
    if (const auto bands = bandFades(params); !bands)
        return bands.error();
    auto opened = MelImages::open(images, wish, monitor);
    if (!opened)
        return opened.error();
    const auto transition = transitionBetween(**opened, params, commonCurve(**opened).power);
    if (!transition)
        return transition.error();
    auto mel = MelSequence::create(**opened, *transition);
    if (!mel)
        return mel.error();
    return Blend{std::move(*opened), std::move(*mel)};
}

} // namespace

Result<MelTransition> transitionBetween(const MelSet& images, const BlendParams& params, double levelPower)
{
    auto bands = bandFades(params);
    if (!bands)
        return bands.error();
    const auto region = regionOf(images, params.region);
    if (!region)
        return region.error();
    const int rows = images.analysis().mel.bands;
    if (params.bands > rows)
        return Error{ErrorCode::InvalidArgument, "'bands' is " + std::to_string(params.bands) + " but '" +
                                                     images.name(0) + "' has " + std::to_string(rows) +
                                                     " rows; give fewer bands."};
    return MelTransition{*region, std::move(*bands), {params.space, levelPower}, {}};
}

Result<EditedImages> blendFiles(ImageSet& images, const BlendFilesJob& job, JobMonitor& monitor)
{
    if (auto suits = checkImageOutput(job.output, job.overwrite); !suits)
        return suits.error();
    PartMonitor looking(monitor, 0, 0.2);
    PartMonitor drawing(monitor, 0.2, 1);
    auto blend = openBlend(images, job.params, job.wish, looking);
    if (!blend)
        return blend.error();
    return writeSequence(blend->mel, *blend->images, job.output, job.overwrite, drawing);
}

Result<JoinedSound> blendToSound(ImageSet& images, const BlendParams& params, const MelImagesWish& wish,
                                 const SoundOutput& output, JobMonitor& monitor)
{
    if (auto suits = checkSoundOutput(output); !suits)
        return suits.error();
    PartMonitor looking(monitor, 0, 0.1);
    PartMonitor writing(monitor, 0.1, 1);
    auto blend = openBlend(images, params, wish, looking);
    if (!blend)
        return blend.error();
    return writeJoined(blend->mel, blend->images->analysis(), blend->mel.samples(), output, writing);
}

Result<EditedImages> blendFilesAsPeer(ImageSet& images, const BlendFilesJob& job, JobMonitor& monitor)
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
    const auto stems = outputStems({images.name(0), images.name(1)});
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
