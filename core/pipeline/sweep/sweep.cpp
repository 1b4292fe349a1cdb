// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/sweep/sweep.h"

#include <algorithm>
#include <set>

namespace sonoloom
{

namespace
{

/// Tells each sentence once, however many cells say it.
class OnceMonitor final : public JobMonitor
{
public:
    explicit OnceMonitor(JobMonitor& parent) : parent_(parent) {}

    bool cancelled() const override { return parent_.cancelled(); }
    void progress(double fraction, std::string_view stage) override { parent_.progress(fraction, stage); }
    void notice(std::string_view sentence) override
    {
        if (told_.emplace(sentence).second)
            parent_.notice(sentence);
    }

private:
    JobMonitor& parent_;
    std::set<std::string, std::less<>> told_;
};

std::string valueName(const SweepAxis& axis, std::size_t index)
{
    return axis.key.empty() ? "" : axis.key + " " + axis.values[index];
}

Result<void> setValue(const std::vector<Field>& fields, const SweepAxis& axis, std::size_t index)
{
    if (axis.key.empty())
        return {};
    const Field* field = findField(fields, axis.key);
    if (!field)
        return Error{ErrorCode::InvalidArgument, "There is no parameter '" + axis.key + "' to vary."};
    if (auto set = setFieldText(*field, axis.values[index]); !set)
        return set;
    return checkField(*field);
}

/// Names the cell's progress.
class CellMonitor final : public JobMonitor
{
public:
    CellMonitor(JobMonitor& parent, const std::string& name) : parent_(parent), name_(name) {}

    bool cancelled() const override { return parent_.cancelled(); }
    void progress(double fraction, std::string_view) override { parent_.progress(fraction, name_); }
    void notice(std::string_view sentence) override { parent_.notice(sentence); }

private:
    JobMonitor& parent_;
    const std::string& name_;
};

/// Fills in all that comes of the settings.
Result<void> compute(const SweepPlan& plan, SweepCell& cell, JobMonitor& monitor)
{
    auto settings = sweepSettings(plan, cell.row, cell.column);
    if (!settings)
        return settings.error();
    cell.settings = std::move(*settings);
    const Audio& sound = *plan.sound;
    if (auto fits = cell.settings.codec->check(sound.sampleRate, static_cast<int>(sound.channelCount())); !fits)
        return fits;
    const RoundTripJob job{plan.sound, plan.origin, plan.stem, cell.settings.codec, cell.settings.reconstruct, nullptr};
    const auto made = roundTrip(job, monitor);
    if (!made)
        return made.error();
    cell.tiles = made->tiles;
    cell.sound = made->sound;
    cell.imageError = made->imageError;
    cell.figures = made->figures.value_or(Figures{});
    const EncodeReport& report = cell.tiles->report;
    if (report.pixels > 0)
        cell.clippedShare = static_cast<double>(report.clippedPixels) / static_cast<double>(report.pixels);
    for (const TileFile& tile : cell.tiles->tiles)
        cell.bytes += tile.png.size();
    return {};
}

} // namespace

Audio sweepExcerpt(const Audio& sound, double from, double to)
{
    const auto rate = static_cast<double>(sound.sampleRate);
    const auto at = [&](double seconds) {
        return static_cast<std::ptrdiff_t>(std::clamp(seconds * rate, 0.0, static_cast<double>(sound.sampleCount())));
    };
    const std::ptrdiff_t first = at(from);
    const std::ptrdiff_t wanted = to > from ? at(to) : static_cast<std::ptrdiff_t>(sound.sampleCount());
    const std::ptrdiff_t last = std::min(wanted, at(from + mostSweepSeconds));
    Audio part{sound.sampleRate, {}};
    for (const auto& channel : sound.channels)
        part.channels.emplace_back(channel.begin() + first, channel.begin() + std::max(first, last));
    return part;
}

std::vector<Field> sweepFields(Codec& codec, ReconstructParams& reconstruct)
{
    auto fields = codec.fields();
    const auto more = fieldsOf(reconstruct);
    fields.insert(fields.end(), more.begin(), more.end());
    std::erase_if(fields, [](const Field& field) { return std::holds_alternative<std::string*>(field.value); });
    return fields;
}

std::size_t sweepColumns(const SweepPlan& plan)
{
    return plan.columns.values.size();
}

std::size_t sweepRows(const SweepPlan& plan)
{
    return plan.rows.key.empty() ? 1 : plan.rows.values.size();
}

Result<void> checkSweep(const SweepPlan& plan)
{
    const auto refused = [](const std::string& why) { return Error{ErrorCode::InvalidArgument, why}; };
    if (plan.columns.key.empty() || plan.columns.values.empty())
        return refused("A sweep varies nothing; name a parameter and its values for the columns.");
    if (plan.columns.key == plan.rows.key)
        return refused("'" + plan.rows.key + "' is varied in both directions; take two parameters.");
    if (sweepColumns(plan) * sweepRows(plan) > mostSweepCells)
        return refused("A sweep of " + std::to_string(sweepColumns(plan) * sweepRows(plan)) + " cells is too large; take at most " +
                       std::to_string(mostSweepCells) + ".");
    if (plan.sound->sampleCount() == 0)
        return refused("There is no sound in the part that was chosen; choose another.");
    return {};
}

Result<SweepSettings> sweepSettings(const SweepPlan& plan, std::size_t row, std::size_t column)
{
    std::shared_ptr<Codec> codec = plan.settings.codec->clone();
    SweepSettings settings{codec, plan.settings.reconstruct};
    const auto fields = sweepFields(*codec, settings.reconstruct);
    const auto varies = [&](const char* key) { return plan.columns.key == key || plan.rows.key == key; };
    if (const Field* level = findField(fields, "level"); level && varies("maxvol") && !varies("level") && !codec->compatible())
        if (auto set = setFieldText(*level, "fixed"); !set)
            return set.error();
    if (auto set = setValue(fields, plan.columns, column); !set)
        return set.error();
    if (auto set = setValue(fields, plan.rows, row); !set)
        return set.error();
    return settings;
}

Result<std::vector<SweepCell>> runSweep(const SweepPlan& plan, const SweepSink& sink, JobMonitor& monitor)
{
    if (auto fits = checkSweep(plan); !fits)
        return fits.error();
    OnceMonitor once(monitor);
    const std::size_t count = sweepRows(plan) * sweepColumns(plan);
    std::vector<SweepCell> cells(count);
    for (std::size_t i = 0; i < count; ++i) {
        SweepCell& cell = cells[i];
        cell.row = i / sweepColumns(plan);
        cell.column = i % sweepColumns(plan);
        const std::string other = valueName(plan.rows, cell.row);
        cell.name = valueName(plan.columns, cell.column) + (other.empty() ? "" : ", " + other);
        CellMonitor named(once, cell.name);
        PartMonitor part(named, static_cast<double>(i) / static_cast<double>(count), static_cast<double>(i + 1) / static_cast<double>(count));
        if (auto made = compute(plan, cell, part); !made) {
            if (made.error().code == ErrorCode::Cancelled || monitor.cancelled())
                return cancelledError();
            cell.error = made.error().message;
        }
        sink(cell);
    }
    return cells;
}

} // namespace sonoloom
