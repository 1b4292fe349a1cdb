// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/joinfiles.h"

#include "core/codec/riffusiongrid.h"
#include "core/edit/images/peerimages.h"
#include "core/pipeline/edit/cliptransition.h"
#include "core/pipeline/edit/meldrawing.h"
#include "core/pipeline/rgb.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

/// Images in a row, opened.
struct Row {
    std::unique_ptr<MelImages> images;
    MelSequence sequence;
};

Result<Row> openRow(ImageSet& images, const JoinParams& params, const MelImagesWish& wish, JobMonitor& monitor)
{
    auto opened = MelImages::open(images, wish, monitor);
    if (!opened)
        return opened.error();
    const auto transition = transitionOf(params, commonCurve(**opened).power);
    if (!transition)
        return transition.error();
    auto sequence = MelSequence::create(**opened, *transition);
    if (!sequence)
        return sequence.error();
    return Row{std::move(*opened), std::move(*sequence)};
}

} // namespace

Result<MelTransition> transitionOf(const JoinParams& params, double levelPower)
{
    SequenceClip clip;
    clip.transition = params.transition;
    clip.blend = params.blend;
    clip.interpolation = params.interpolation;
    return melTransition(clip, static_cast<std::size_t>(params.overlap), levelPower);
}

Result<EditedImages> concatFiles(ImageFiles& images, const ConcatFilesJob& job, JobMonitor& monitor)
{
    if (auto suits = checkImageOutput(job.output, job.overwrite); !suits)
        return suits.error();
    PartMonitor looking(monitor, 0, 0.4);
    PartMonitor drawing(monitor, 0.4, 1);
    auto row = openRow(images, job.params, job.wish, looking);
    if (!row)
        return row.error();
    return writeSequence(row->sequence, *row->images, job.output, job.overwrite, drawing);
}

Result<EditedImages> concatFilesAsPeer(ImageFiles& images, const ConcatFilesJob& job, JobMonitor& monitor)
{
    if (auto suits = checkImageOutput(job.output, job.overwrite); !suits)
        return suits.error();
    std::vector<Image> all;
    std::size_t width = 0;
    int height = 0;
    for (std::size_t i = 0; i < images.count(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        const auto image = images.load(i);
        if (!image)
            return image.error();
        width += static_cast<std::size_t>(image->width);
        height = std::max(height, image->height);
        if (auto fits = checkImageSize(width, height, false, "images"); !fits)
            return Error{fits.error().code, "The images together are " + std::to_string(width) + " x " +
                                                std::to_string(height) +
                                                " pixels, more than readers take; give fewer."};
        all.push_back(toRgb(*image, {}));
        monitor.progress(static_cast<double>(i + 1) / static_cast<double>(images.count()), "Reading images");
    }
    const Image made = concatAsPeer(all);
    OutputSet outputs(job.overwrite);
    if (auto added = addImage(outputs, job.output, made, monitor); !added)
        return added.error();
    if (auto committed = outputs.commit(); !committed)
        return committed.error();
    return EditedImages{{job.output}, made.width, made.height, 0, 0, 0, {}};
}

Result<JoinedSound> joinFiles(ImageFiles& images, const JoinParams& params, const MelImagesWish& wish,
                              const SoundOutput& output, JobMonitor& monitor)
{
    if (auto suits = checkSoundOutput(output); !suits)
        return suits.error();
    PartMonitor looking(monitor, 0, 0.1);
    PartMonitor writing(monitor, 0.1, 1);
    auto row = openRow(images, params, wish, looking);
    if (!row)
        return row.error();
    return writeJoined(row->sequence, row->images->analysis(), row->sequence.samples(), output, writing);
}

} // namespace sonoloom
