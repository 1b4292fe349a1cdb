// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/editedimages.h"

#include "core/io/imagefile.h"
#include "core/pipeline/edit/meldrawing.h"

#include <algorithm>
#include <cctype>

namespace sonoloom
{

Result<void> checkImageOutput(const std::filesystem::path& output, Overwrite overwrite)
{
    std::string suffix = output.extension().string();
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    if (suffix != ".png")
        return Error{ErrorCode::InvalidArgument,
                     "'" + output.string() + "' must end in .png, as an image is to be written."};
    return OutputSet(overwrite).expect(output);
}

Result<void> addImage(OutputSet& outputs, const std::filesystem::path& place, const Image& image,
                      const JobMonitor& monitor)
{
    const auto bytes = encodePng(image, monitor);
    if (!bytes)
        return bytes.error();
    if (auto added = outputs.add(place, *bytes); !added)
        return added.error();
    return {};
}

Result<EditedImages> writeSequence(MelSequence& sequence, const MelImages& images, const std::filesystem::path& output,
                                   Overwrite overwrite, JobMonitor& monitor)
{
    const std::size_t columns = sequence.columns();
    const bool grey = images.channelCount() == 1 && !images.isRgb(0);
    if (auto fits = checkImageSize(columns, images.analysis().mel.bands, grey, "columns"); !fits)
        return Error{fits.error().code, "One image of " + std::to_string(columns) + " columns and " +
                                            std::to_string(images.analysis().mel.bands) +
                                            " rows is more than readers take; give fewer images, or join them to a "
                                            "sound."};
    const LevelCurve curve = commonCurve(images);
    const EncodePlan plan = planOf(images, curve, {{0, columns, static_cast<int>(columns), 0, sequence.samples()}},
                                   originOf(images, sequence.samples()));
    OutputSet outputs(overwrite);
    EditedImages made{{output},
                      static_cast<int>(columns),
                      plan.params.bands,
                      plan.channels,
                      plan.analysis.sampleRate,
                      sequence.samples(),
                      {}};
    const auto sink = [&](Tile tile) { return addImage(outputs, output, tile.image, monitor); };
    auto report = drawMel(sequence, plan, {curve}, sink, monitor);
    if (!report)
        return report.error();
    made.report = *report;
    if (auto committed = outputs.commit(); !committed)
        return committed.error();
    return made;
}

} // namespace sonoloom
