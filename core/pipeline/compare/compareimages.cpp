// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/compare/compareimages.h"

#include "core/analysis/imagemeasures.h"
#include "core/pipeline/compare/heldmeasures.h"
#include "core/pipeline/compare/matchimages.h"
#include "core/pipeline/decode.h"

namespace sonoloom
{

namespace
{

/// The mean over those that have a figure.
class Mean
{
public:
    void add(std::optional<double> value)
    {
        sum_ += value.value_or(0);
        count_ += value ? 1 : 0;
    }
    std::optional<double> result() const { return count_ > 0 ? std::optional(sum_ / count_) : std::nullopt; }

private:
    double sum_ = 0;
    int count_ = 0;
};

/// Adds the figures of what the images hold, or why they are missing. Errors: Cancelled.
Result<void> addHeld(ImageComparison& made, ImageFiles& files, bool resized, const CompareParams& params, int threads,
                     JobMonitor& monitor)
{
    const KnownImage first{made.a, files.name(0), files.record(0)};
    KnownImage second{made.b, files.name(1), files.record(1)};
    if (first.record && second.record && first.record->format != second.record->format) {
        made.missing = "The two images are of different formats, so only pixels were compared.";
        return {};
    }
    if (!second.record || resized)
        second.record = first.record;
    const auto held = heldMeasures(first, second, params.topHz, threads, monitor);
    if (!held && held.error().code == ErrorCode::Cancelled)
        return held.error();
    if (!held) {
        made.missing = held.error().message;
        return {};
    }
    made.figures.snrDb = held->snrDb;
    made.figures.spectralConvergenceDb = held->spectralConvergenceDb;
    made.figures.logSpectralDistanceDb = held->logSpectralDistanceDb;
    if (!held->snrDb)
        made.missing = "The images hold magnitudes without phases, so there is no signal-to-noise ratio.";
    return {};
}

} // namespace

ImageFigures meanOf(const std::vector<ImageFigures>& figures)
{
    Mean psnr;
    Mean similarity;
    Mean snr;
    Mean convergence;
    Mean distance;
    for (const ImageFigures& each : figures) {
        psnr.add(each.psnrDb);
        similarity.add(each.similarity);
        snr.add(each.snrDb);
        convergence.add(each.spectralConvergenceDb);
        distance.add(each.logSpectralDistanceDb);
    }
    return {psnr.result().value_or(0), similarity.result(), snr.result(), convergence.result(), distance.result()};
}

Result<ImageComparison> compareImageFiles(const ImagePair& files, const CompareParams& params, int threads,
                                          JobMonitor& monitor)
{
    if (auto fits = checkParams(params); !fits)
        return fits.error();
    ImageFiles images({files.a, files.b});
    auto first = images.load(0);
    auto second = first ? images.load(1) : first;
    if (!second)
        return second.error();
    auto matched = matchedImages(std::move(*first), std::move(*second), threads);
    ImageComparison made{files, std::move(matched.a), std::move(matched.b), {}, std::move(matched.conversions), {}, {}};
    made.figures.psnrDb = imagePsnrDb(made.a, made.b, threads);
    PartMonitor looking(monitor, 0, 0.4);
    const auto similarity = imageSimilarity(made.a, made.b, threads, looking);
    if (!similarity)
        return similarity.error();
    made.figures.similarity = similarity.value();
    PartMonitor hearing(monitor, 0.4, 1);
    if (auto added = addHeld(made, images, matched.resized, params, threads, hearing); !added)
        return added.error();
    made.difference = differenceImage(made.a, made.b, params.gain);
    return made;
}

} // namespace sonoloom
