// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/region/regionedit.h"

#include "core/base/units.h"
#include "core/edit/region/regionheal.h"
#include "core/edit/region/regionsmooth.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::size_t blockColumns = 512;
constexpr double semitonesPerOctave = 12;

bool moves(RegionOp op)
{
    return op == RegionOp::Paste || op == RegionOp::Shift;
}

RegionSpan united(const RegionSpan& a, const RegionSpan& b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() ? b : a;
    return {std::min(a.first, b.first), std::max(a.end, b.end)};
}

/// Makes one edit, block by block.
class Editing
{
public:
    Editing(const RegionEdit& edit, RegionCanvas& canvas)
        : edit_(edit), canvas_(canvas), grid_(canvas.grid()), bounds_(boundsOf(edit.shape)),
          target_(moves(edit.op) ? moved(edit.shape, edit.shiftSeconds, edit.semitones) : edit.shape)
    {
    }

    /// What is pasted is multiplied by shares of its greatest magnitude.
    Result<void> prepare(const JobMonitor& monitor)
    {
        if (!moves(edit_.op) || edit_.mode != PasteMode::Multiply)
            return {};
        const RegionSpan span = columnsOf(edit_.shape, grid_);
        for (std::size_t first = span.first; first < span.end; first += blockColumns) {
            if (monitor.cancelled())
                return cancelledError();
            const RegionSpan block{first, std::min(span.end, first + blockColumns)};
            const auto columns = canvas_.read(block.first, block.end - block.first);
            if (!columns)
                return columns.error();
            const Grid<float> weights = weightsOf(edit_.shape, grid_, block);
            for (const auto& channel : *columns)
                for (std::size_t i = 0; i < weights.cells().size(); ++i)
                    greatest_ = std::max(greatest_, weights.cells()[i] > 0 ? channel.cells()[i] : 0.0f);
        }
        return {};
    }

    Result<void> make(const RegionSpan& block)
    {
        weights_ = weightsOf(target_, grid_, block);
        if (edit_.op == RegionOp::Keep)
            for (float& weight : weights_.cells())
                weight = 1 - weight;
        auto columns = canvas_.read(block.first, block.end - block.first);
        if (!columns)
            return columns.error();
        if (auto changed = change(*columns, block); !changed)
            return changed;
        return canvas_.write(block.first, *columns, weights_);
    }

private:
    using Columns = std::vector<Grid<float>>;

    Result<void> change(Columns& columns, const RegionSpan& block)
    {
        switch (edit_.op) {
        case RegionOp::Gain: scale(columns, amplitudeFromDecibels(edit_.gainDb)); return {};
        case RegionOp::Erase:
        case RegionOp::Keep: erase(columns, weights_); return {};
        case RegionOp::Heal: return heal(columns, block);
        case RegionOp::Smooth: return smooth(columns, block);
        case RegionOp::Paste:
        case RegionOp::Shift: return paste(columns, block);
        case RegionOp::Mirror: break;
        }
        return mirror(columns, block);
    }

    /// In the edge by as much less in dB.
    void scale(Columns& columns, double gain) const
    {
        for (auto& channel : columns)
            for (std::size_t i = 0; i < weights_.cells().size(); ++i)
                if (const float weight = weights_.cells()[i]; weight > 0)
                    channel.cells()[i] *= static_cast<float>(std::pow(gain, weight));
    }

    static void erase(Columns& columns, const Grid<float>& weights)
    {
        for (auto& channel : columns)
            for (std::size_t i = 0; i < weights.cells().size(); ++i)
                channel.cells()[i] *= 1 - weights.cells()[i];
    }

    void mix(Columns& columns, const Columns& into) const
    {
        for (std::size_t c = 0; c < columns.size(); ++c)
            for (std::size_t i = 0; i < weights_.cells().size(); ++i) {
                float& cell = columns[c].cells()[i];
                cell += weights_.cells()[i] * (into[c].cells()[i] - cell);
            }
    }

    Result<void> heal(Columns& columns, const RegionSpan& block)
    {
        const auto around = levelsAround(canvas_, columnsOf(edit_.shape, grid_));
        if (!around)
            return around.error();
        mix(columns, healed(columns, weights_, block, *around));
        return {};
    }

    Result<void> smooth(Columns& columns, const RegionSpan& block)
    {
        auto smoothed = smoothedColumns(canvas_, block, {edit_.smoothMs, edit_.smoothMels});
        if (!smoothed)
            return smoothed.error();
        mix(columns, *smoothed);
        return {};
    }

    /// The columns from `first` on, silence where there are none.
    Result<Columns> readAnywhere(std::int64_t first, std::size_t count, std::size_t channels)
    {
        Columns found(channels, Grid<float>(count, grid_.bands()));
        const auto all = static_cast<std::int64_t>(grid_.columns);
        const std::int64_t from = std::clamp<std::int64_t>(first, 0, all);
        const std::int64_t end = std::clamp<std::int64_t>(first + static_cast<std::int64_t>(count), 0, all);
        if (end <= from)
            return found;
        auto read = canvas_.read(static_cast<std::size_t>(from), static_cast<std::size_t>(end - from));
        if (!read)
            return read;
        for (std::size_t c = 0; c < channels; ++c)
            for (std::int64_t k = from; k < end; ++k)
                std::ranges::copy((*read)[c].row(static_cast<std::size_t>(k - from)), found[c].row(static_cast<std::size_t>(k - first)).begin());
        return found;
    }

    Result<void> paste(Columns& columns, const RegionSpan& block)
    {
        const auto by = static_cast<std::int64_t>(std::llround(edit_.shiftSeconds / grid_.columnSeconds));
        const auto source = readAnywhere(static_cast<std::int64_t>(block.first) - by, block.end - block.first, columns.size());
        if (!source)
            return source.error();
        const Grid<float> pasted = weights_;
        if (edit_.op == RegionOp::Shift) {
            const Grid<float> left = weightsOf(edit_.shape, grid_, block);
            erase(columns, left);
            std::ranges::transform(left.cells(), weights_.cells(), weights_.cells().begin(), [](float a, float b) { return std::max(a, b); });
        }
        const double ratio = std::exp2(edit_.semitones / semitonesPerOctave);
        for (std::size_t b = 0; b < grid_.bands(); ++b) {
            const double from = grid_.bandAt(melFromHertz(grid_.hertzOf(static_cast<double>(b)) / ratio));
            for (std::size_t c = 0; c < columns.size(); ++c)
                for (std::size_t r = 0; r < pasted.rows(); ++r)
                    if (pasted(r, b) > 0)
                        columns[c](r, b) = met(columns[c](r, b), between((*source)[c].row(r), from), pasted(r, b));
        }
        return {};
    }

    /// Between two bands, silence beyond the outermost.
    static float between(std::span<const float> column, double band)
    {
        const double below = std::floor(band + 1e-9);
        const auto at = [&](double place) {
            return place >= 0 && place < static_cast<double>(column.size()) ? column[static_cast<std::size_t>(place)] : 0.0f;
        };
        const auto share = static_cast<float>(std::max(0.0, band - below));
        return at(below) + share * (at(below + 1) - at(below));
    }

    float met(float present, float pasted, float weight) const
    {
        switch (edit_.mode) {
        case PasteMode::Add: return present + weight * pasted;
        case PasteMode::Max: return std::max(present, weight * pasted);
        case PasteMode::Multiply: return present * (1 - weight + (greatest_ > 0 ? weight * pasted / greatest_ : 0.0f));
        case PasteMode::Replace: break;
        }
        return present + weight * (pasted - present);
    }

    Result<void> mirror(Columns& columns, const RegionSpan& block)
    {
        const bool backwards = edit_.axis == MirrorAxis::Time;
        const auto sum = std::llround((std::max(0.0, bounds_.from) + std::min(bounds_.to, static_cast<double>(grid_.columns - 1) * grid_.columnSeconds)) /
                                      grid_.columnSeconds);
        const std::size_t count = block.end - block.first;
        const std::int64_t first = backwards ? sum - static_cast<std::int64_t>(block.end) + 1 : static_cast<std::int64_t>(block.first);
        auto source = readAnywhere(first, count, columns.size());
        if (!source)
            return source.error();
        const auto bandSum = std::llround(grid_.bandAt(std::max(bounds_.lowestMel, grid_.melOf(0))) +
                                          grid_.bandAt(std::min(bounds_.highestMel, grid_.melOf(grid_.mel.bands - 1))));
        Columns turned(columns.size(), Grid<float>(count, grid_.bands()));
        for (std::size_t c = 0; c < columns.size(); ++c)
            for (std::size_t r = 0; r < count; ++r)
                turnColumn((*source)[c].row(backwards ? count - 1 - r : r), backwards ? -1 : bandSum, turned[c].row(r));
        mix(columns, turned);
        return {};
    }

    /// @param sum of a band and its mirror image; negative: bands stay
    static void turnColumn(std::span<const float> from, std::int64_t sum, std::span<float> to)
    {
        for (std::size_t b = 0; b < to.size(); ++b) {
            const std::int64_t other = sum < 0 ? static_cast<std::int64_t>(b) : sum - static_cast<std::int64_t>(b);
            to[b] = other >= 0 && other < static_cast<std::int64_t>(from.size()) ? from[static_cast<std::size_t>(other)] : 0.0f;
        }
    }

    const RegionEdit& edit_;
    RegionCanvas& canvas_;
    const RegionGrid& grid_;
    RegionBounds bounds_;
    RegionShape target_;
    float greatest_ = 0;
    Grid<float> weights_; ///< of the block
};

} // namespace

RegionSpan touchedColumns(const RegionEdit& edit, const RegionGrid& grid)
{
    const RegionSpan own = columnsOf(edit.shape, grid);
    if (edit.op == RegionOp::Keep)
        return {0, grid.columns};
    if (!moves(edit.op))
        return own;
    const RegionSpan other = columnsOf(moved(edit.shape, edit.shiftSeconds, edit.semitones), grid);
    return edit.op == RegionOp::Shift ? united(own, other) : other;
}

Result<void> applyEdit(const RegionEdit& edit, RegionCanvas& canvas, const JobMonitor& monitor)
{
    const RegionSpan touched = touchedColumns(edit, canvas.grid());
    Editing editing(edit, canvas);
    if (auto prepared = editing.prepare(monitor); !prepared)
        return prepared;
    for (std::size_t first = touched.first; first < touched.end; first += blockColumns) {
        if (monitor.cancelled())
            return cancelledError();
        if (auto made = editing.make({first, std::min(touched.end, first + blockColumns)}); !made)
            return made;
    }
    canvas.finishEdit();
    return {};
}

} // namespace sonoloom
