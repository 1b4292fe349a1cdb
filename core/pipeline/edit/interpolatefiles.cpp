// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/interpolatefiles.h"

#include "core/pipeline/edit/melbetween.h"
#include "core/pipeline/edit/meldrawing.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

/// Two images and what lies between them, opened.
struct Between {
    std::unique_ptr<MelImages> images;
    MelBetween mel;
    std::vector<double> shares;
};

Result<Between> openBetween(ImageSet& images, const InterpolationParams& params, MelImagesWish wish,
                            JobMonitor& monitor)
{
    if (images.count() != 2)
        return Error{ErrorCode::InvalidArgument,
                     "An interpolation takes two images, not " + std::to_string(images.count()) + "."};
    auto shares = sharesOf(params);
    if (!shares)
        return shares.error();
    wish.extent = ImageExtent::Picture;
    auto opened = MelImages::open(images, wish, monitor);
    if (!opened)
        return opened.error();
    MelImages& both = **opened;
    if (both.columns(0) != both.columns(1))
        monitor.notice("'" + both.name(0) + "' is " + std::to_string(both.columns(0)) + " px wide and '" +
                       both.name(1) + "' " + std::to_string(both.columns(1)) +
                       "; the images between go from one width to the other.");
    MelBetween mel(both, *shares, interpolationOf(params, commonCurve(both).power).value());
    return Between{std::move(*opened), std::move(mel), std::move(*shares)};
}

std::vector<TileSpan> tilesOf(const MelBetween& mel, std::size_t hop)
{
    std::vector<TileSpan> tiles;
    for (std::size_t i = 0; i + 1 < mel.begins().size(); ++i) {
        const std::size_t first = mel.begins()[i];
        const std::size_t columns = mel.begins()[i + 1] - first;
        tiles.push_back({first, columns, static_cast<int>(columns), first * hop, columns * hop});
    }
    return tiles;
}

/// The ends' own curves where that keeps their pixels, else one for all.
std::vector<LevelCurve> curvesOf(const MelImages& images, const std::vector<double>& shares)
{
    std::vector<LevelCurve> curves(shares.size(), commonCurve(images));
    if (!areDrawnAlike(images))
        return curves;
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (shares[i] <= 0 || shares[i] >= 1)
            curves[i] = images.reading(shares[i] >= 1 ? 1 : 0).curve;
    return curves;
}

std::string nameOf(const ImageSet& images, std::size_t index)
{
    char number[32];
    std::snprintf(number, sizeof number, "_%05zu.png", index);
    return fs::path(images.name(0)).stem().string() + "_" + fs::path(images.name(1)).stem().string() + number;
}

} // namespace

Result<std::vector<double>> sharesOf(const InterpolationParams& params)
{
    if (auto fits = checkParams(params); !fits)
        return fits.error();
    const auto curve = blendCurveFrom(params.curve);
    if (!curve)
        return curve.error();
    std::vector<double> shares;
    for (int i = 0; i < params.steps; ++i) {
        const double place = params.steps > 1 ? static_cast<double>(i) / (params.steps - 1) : 0.5;
        shares.push_back(std::pow(shareAt(*curve, place), params.alphaPower));
    }
    return shares;
}

Result<MelInterpolation> interpolationOf(const InterpolationParams& params, double levelPower)
{
    const auto curve = blendCurveFrom(params.curve);
    if (!curve)
        return curve.error();
    return MelInterpolation{params.space, levelPower, addsSquares(*curve), params.keepEnergy};
}

Result<EditedImages> interpolateFiles(ImageSet& images, const InterpolationParams& params, const MelImagesWish& wish,
                                      const fs::path& folder, Overwrite overwrite, JobMonitor& monitor)
{
    PartMonitor looking(monitor, 0, 0.1);
    PartMonitor drawing(monitor, 0.1, 1);
    OutputSet outputs(overwrite);
    for (int i = 0; images.count() == 2 && i < params.steps; ++i)
        if (auto free = outputs.expect(folder / nameOf(images, static_cast<std::size_t>(i))); !free)
            return free.error();
    auto between = openBetween(images, params, wish, looking);
    if (!between)
        return between.error();
    const MelImages& both = *between->images;
    const auto hop = static_cast<std::size_t>(both.analysis().stft.hop);
    const std::size_t samples = between->mel.columns() * hop;
    const EncodePlan plan = planOf(both, commonCurve(both), tilesOf(between->mel, hop),
                                   {both.name(0) + " to " + both.name(1), {}, samples});
    EditedImages made{{}, 0, plan.params.bands, plan.channels, plan.analysis.sampleRate, samples, {}};
    const auto sink = [&](Tile tile) {
        made.width = std::max(made.width, tile.image.width);
        made.outputs.push_back(folder / nameOf(images, made.outputs.size()));
        return addImage(outputs, made.outputs.back(), tile.image, monitor);
    };
    auto report = drawMel(between->mel, plan, curvesOf(both, between->shares), sink, drawing);
    if (!report)
        return report.error();
    made.report = *report;
    if (auto committed = outputs.commit(); !committed)
        return committed.error();
    return made;
}

Result<JoinedSound> interpolateToSound(ImageSet& images, const InterpolationParams& params, const MelImagesWish& wish,
                                       const SoundOutput& output, JobMonitor& monitor)
{
    if (auto suits = checkSoundOutput(output); !suits)
        return suits.error();
    PartMonitor looking(monitor, 0, 0.1);
    PartMonitor writing(monitor, 0.1, 1);
    auto between = openBetween(images, params, wish, looking);
    if (!between)
        return between.error();
    const MelAnalysis& analysis = between->images->analysis();
    const std::size_t samples = between->mel.columns() * static_cast<std::size_t>(analysis.stft.hop);
    return writeJoined(between->mel, analysis, samples, output, writing);
}

} // namespace sonoloom
