// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/edit/meldrawing.h"

#include "core/codec/leveltable.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sonoloom
{

namespace
{

constexpr std::size_t columnsAtOnce = 64;
constexpr double rounding = 1e-6; // of a level that went through single floats
constexpr std::size_t namedImages = 3;

double greatestLevel(const LevelCurve& curve)
{
    return curve.rule == LevelRule::MinMax ? curve.hi.value_or(curve.maxvol) : curve.maxvol;
}

bool alike(const LevelCurve& a, const LevelCurve& b)
{
    return a.rule == b.rule && a.power == b.power && a.depth == b.depth;
}

/// So that the loudest magnitude `greatest` is not cut off.
void reach(LevelCurve& curve, float greatest)
{
    const double level = levelOf(greatest, curve.power);
    if (level <= greatestLevel(curve) * (1 + rounding))
        return;
    (curve.rule == LevelRule::MinMax ? *curve.hi : curve.maxvol) = level;
}

/// One tile on its way.
class TileMaking
{
public:
    TileMaking(const EncodePlan& plan, std::size_t tile, const LevelCurve& curve)
        : plan_(plan), tile_(tile), curve_(curve),
          image_(plan.tiles[tile].width, plan.params.bands, plan.isRgb() ? 3 : 1, curve.depth)
    {
        if (curve.depth == 8)
            table_.emplace(curve_);
    }

    /// @param x of the grids' first column; returns how many pixels are clipped
    std::size_t draw(std::size_t x, const std::vector<Grid<float>>& mel)
    {
        std::size_t clipped = 0;
        std::vector<std::uint16_t> pixels(static_cast<std::size_t>(image_.height));
        for (std::size_t c = 0; c < mel.size(); ++c)
            for (std::size_t row = 0; row < mel[c].rows(); ++row) {
                clipped +=
                    table_ ? table_->pixels(mel[c].row(row), pixels) : pixelsFromMel(mel[c].row(row), curve_, pixels);
                write(static_cast<int>(x + row), pixels,
                      mel.size() == 2 ? std::optional(static_cast<int>(c) + 1) : std::nullopt);
            }
        return clipped;
    }

    Tile take()
    {
        Record record = recordOfTile(plan_, tile_, curve_);
        attachRecord(image_, plan_, record);
        return {std::move(image_), std::move(record)};
    }

private:
    /// @param colour all where there is none
    void write(int x, const std::vector<std::uint16_t>& pixels, std::optional<int> colour)
    {
        for (int y = 0; y < image_.height; ++y)
            for (int c = colour.value_or(0); c < (colour ? *colour + 1 : image_.channels); ++c)
                image_.at(x, image_.height - 1 - y, c) = pixels[static_cast<std::size_t>(y)];
    }

    const EncodePlan& plan_;
    std::size_t tile_;
    LevelCurve curve_;
    Image image_;
    std::optional<LevelTable> table_;
};

/// Calls `use(x, mel)` for the columns of one tile. Errors: Cancelled, those of `mel` and `use`.
template <class Use>
Result<void> forColumns(MagnitudeSource& mel, const TileSpan& tile, const JobMonitor& monitor, Use&& use)
{
    for (std::size_t x = 0; x < tile.columns; x += columnsAtOnce) {
        if (monitor.cancelled())
            return cancelledError();
        const auto block = mel.read(tile.firstColumn + x, std::min(columnsAtOnce, tile.columns - x));
        if (!block)
            return block.error();
        use(x, *block);
    }
    return {};
}

float greatestOf(const std::vector<Grid<float>>& mel)
{
    float greatest = 0;
    for (const Grid<float>& channel : mel)
        greatest = std::max(greatest, std::ranges::max(channel.cells()));
    return greatest;
}

/// Whether each image stands for the stretch of one sound behind the one before it.
bool areNeighbours(const MelImages& images)
{
    for (std::size_t i = 0; i < images.count(); ++i) {
        const auto& record = images.record(i);
        if (!record || !record->source || !record->tile || record->source != images.record(0)->source)
            return false;
        if (i > 0 && record->tile->firstSample != images.record(i - 1)->tile->firstSample + images.samples(i - 1))
            return false;
    }
    return true;
}

} // namespace

bool areDrawnAlike(const MelImages& images)
{
    for (std::size_t i = 1; i < images.count(); ++i)
        if (!alike(images.reading(i).curve, images.reading(0).curve))
            return false;
    return true;
}

LevelCurve commonCurve(const MelImages& images)
{
    LevelCurve curve = images.reading(0).curve;
    const bool same = areDrawnAlike(images);
    if (!same)
        curve = {LevelRule::Shared, greatestLevel(curve), curve.power, curve.depth, {}, {}};
    for (std::size_t i = 1; i < images.count(); ++i) {
        const LevelCurve& other = images.reading(i).curve;
        const double level = std::pow(greatestLevel(other), curve.power / other.power);
        curve.maxvol = std::max(curve.maxvol, same ? other.maxvol : level);
        curve.depth = std::max(curve.depth, other.depth);
        if (same && curve.rule == LevelRule::MinMax) {
            curve.lo = std::min(*curve.lo, *other.lo);
            curve.hi = std::max(*curve.hi, *other.hi);
        }
    }
    return curve;
}

EncodePlan planOf(const MelImages& images, const LevelCurve& curve, std::vector<TileSpan> tiles, Record::Source origin)
{
    EncodePlan plan{images.reading(0).params, images.analysis(), images.channelCount(), std::move(tiles),
                    std::move(origin)};
    RiffusionParams& params = plan.params;
    params.level = curve.rule;
    params.maxvol = curve.maxvol;
    params.power = curve.power;
    params.depth = curve.depth == 16 ? PixelDepth::Sixteen : PixelDepth::Eight;
    params.channels = plan.channels == 2 ? RiffusionChannels::Stereo : RiffusionChannels::Mono;
    params.rgb = plan.channels == 1 && images.isRgb(0);
    params.whole = true;
    params.compatible = false;
    return plan;
}

Record::Source originOf(const MelImages& images, std::size_t samples)
{
    if (areNeighbours(images))
        return *images.record(0)->source;
    std::string name;
    for (std::size_t i = 0; i < std::min(images.count(), namedImages); ++i)
        name += (name.empty() ? "" : " + ") + images.name(i);
    if (images.count() > namedImages)
        name += " + " + std::to_string(images.count() - namedImages) + " more";
    return {name, {}, samples};
}

Result<EncodeReport> drawMel(MagnitudeSource& mel, const EncodePlan& plan, std::vector<LevelCurve> curves,
                             const TileSink& sink, JobMonitor& monitor)
{
    if (auto fits = checkTiles(plan); !fits)
        return fits.error();
    EncodeReport report;
    for (std::size_t t = 0; t < plan.tiles.size(); ++t) {
        const TileSpan& tile = plan.tiles[t];
        float greatest = 0;
        auto done = forColumns(mel, tile, monitor, [&](std::size_t, const auto& block) {
            greatest = std::max(greatest, greatestOf(block));
        });
        if (!done)
            return done.error();
        reach(curves[t], greatest);
        TileMaking making(plan, t, curves[t]);
        done = forColumns(mel, tile, monitor, [&](std::size_t x, const auto& block) {
            report.clippedPixels += making.draw(x, block);
            monitor.progress((static_cast<double>(t) + static_cast<double>(x) / static_cast<double>(tile.columns)) /
                                 static_cast<double>(plan.tiles.size()),
                             "Drawing");
        });
        if (done)
            done = sink(making.take());
        if (!done)
            return done.error();
        ++report.tiles;
        report.pixels += static_cast<std::size_t>(tile.width) * static_cast<std::size_t>(plan.params.bands) *
                         static_cast<std::size_t>(plan.channels);
        report.maxvol = std::max(report.maxvol, curves[t].maxvol);
    }
    return report;
}

} // namespace sonoloom
