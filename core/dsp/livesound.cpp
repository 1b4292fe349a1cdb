// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/livesound.h"

#include "core/dsp/engine/block.h"
#include "core/dsp/engine/localsynthesis.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace sonoloom
{

namespace
{

constexpr int quickRounds = 8;   ///< of a first piece: measured, README.md
constexpr int fullRounds = 32;   ///< those of method balanced
constexpr int refiningRounds = 24; ///< on top of quickRounds
constexpr int editRounds = 4;

constexpr double quickSeconds = 0.25;  ///< length of a piece that somebody waits for
constexpr double soonSeconds = 1.0;    ///< so much must have sound ahead of the listener before anything is refined
constexpr double refineSeconds = 2.5;  ///< length of a piece that is refined, or made ahead of time
constexpr double longestEdit = 10.0;   ///< seconds; a longer one is made anew

/// A run of columns.
struct Run {
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t length() const { return end - first; }
};

} // namespace

struct LiveSound::Parts {
    std::shared_ptr<const Engine> engine;
    LocalSynthesis synthesis;
    Magnitudes magnitudes;
    Audio audio;
    std::vector<SoundState> states;

    Parts(std::shared_ptr<const Engine> engine_, Magnitudes magnitudes_, std::size_t samples)
        : engine(std::move(engine_)), synthesis(*engine), magnitudes(std::move(magnitudes_)),
          states(usedColumns(magnitudes.front().rows(), samples, engine->stft.hop), SoundState::None)
    {
        audio = Audio::silence(engine->sampleRate, magnitudes.size(), samples);
    }

    std::size_t columns() const { return states.size(); }
    std::size_t hop() const { return static_cast<std::size_t>(engine->stft.hop); }
    /// Columns that one window reaches to either side.
    std::size_t side() const { return (engine->reach() + 1) / 2; }
    std::size_t fade() const { return std::max<std::size_t>(1, engine->reach() / 2); }
    std::size_t columnsIn(double seconds) const
    {
        return std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(seconds * engine->sampleRate / engine->stft.hop)));
    }
    bool hasSound(std::size_t column) const { return states[column] != SoundState::None; }

    /// Everything that the frame of `column` hears is sound.
    bool hearsSound(std::size_t column) const
    {
        const std::size_t from = column - std::min(column, side());
        const std::size_t to = std::min(columns(), column + side());
        for (std::size_t c = from; c < to; ++c)
            if (!hasSound(c))
                return false;
        return true;
    }

    /// The first run of columns from `from` on that are in `state`, at most `most` long.
    std::optional<Run> next(SoundState state, std::size_t from, std::size_t to, std::size_t most) const
    {
        std::size_t first = from;
        while (first < to && states[first] != state)
            ++first;
        if (first == to)
            return {};
        std::size_t end = first;
        while (end < to && end - first < most && states[end] == state)
            ++end;
        return Run{first, end};
    }

    struct Task {
        LocalWork work;
        SoundState state = SoundState::Draft; ///< of its columns afterwards
    };
    std::optional<Task> mostUseful(std::size_t column) const;
    Task creation(Run run, int rounds) const;
    Task refinement(Run run) const;

    Changed write(Run run, const std::vector<BlockSound>& sounds);
    float weightOf(std::size_t sample, const Run& run, bool fadesIn, bool fadesOut) const;
    Result<Changed> follow(Run edited, int threads, JobMonitor& monitor);
};

LiveSound::Parts::Task LiveSound::Parts::creation(Run run, int rounds) const
{
    Task task;
    task.work = {run.first, run.end, rounds, false, true, [this](std::size_t column) { return hearsSound(column); }};
    task.state = rounds == fullRounds ? SoundState::Final : SoundState::Draft;
    return task;
}

LiveSound::Parts::Task LiveSound::Parts::refinement(Run run) const
{
    Task task;
    task.work = {run.first, run.end, refiningRounds, true, false, [](std::size_t) { return true; }};
    task.state = SoundState::Final;
    return task;
}

std::optional<LiveSound::Parts::Task> LiveSound::Parts::mostUseful(std::size_t column) const
{
    const std::size_t all = columns();
    const std::size_t piece = columnsIn(refineSeconds);
    if (const auto waited = next(SoundState::None, column, std::min(all, column + columnsIn(soonSeconds)), columnsIn(quickSeconds)))
        return creation(*waited, quickRounds);
    if (const auto draft = next(SoundState::Draft, std::min(all, column + columnsIn(quickSeconds)),
                                std::min(all, column + 2 * piece), piece))
        return refinement(*draft);
    for (const Run part : {Run{column, all}, Run{0, column}}) {
        if (const auto missing = next(SoundState::None, part.first, part.end, piece))
            return creation(*missing, fullRounds);
        if (const auto draft = next(SoundState::Draft, part.first, part.end, piece))
            return refinement(*draft);
    }
    return {};
}

/// Share of the new sound at a sample: 1 within the run, falling to 0 over fade() columns beyond it where it fades.
float LiveSound::Parts::weightOf(std::size_t sample, const Run& run, bool fadesIn, bool fadesOut) const
{
    const auto length = static_cast<double>(fade() * hop());
    const auto rise = [length](double x) { return 0.5 - 0.5 * std::cos(std::numbers::pi * std::clamp(x / length, 0.0, 1.0)); };
    double weight = 1.0;
    if (fadesIn)
        weight *= rise(static_cast<double>(sample) - static_cast<double>(run.first * hop()) + length);
    if (fadesOut)
        weight *= 1.0 - rise(static_cast<double>(sample) - static_cast<double>(run.end * hop()));
    return static_cast<float>(weight);
}

/// Puts the sound of a run in its place, faded into what is there before and after it.
LiveSound::Changed LiveSound::Parts::write(Run run, const std::vector<BlockSound>& sounds)
{
    const bool fadesIn = run.first > 0 && hasSound(run.first - 1);
    const bool fadesOut = run.end < columns() && hasSound(run.end);
    const std::size_t firstColumn = run.first - (fadesIn ? std::min(run.first, fade()) : 0);
    const std::size_t endColumn = run.end + (fadesOut ? fade() : 0);
    const std::size_t last = audio.sampleCount();
    const Changed changed{std::min(last, firstColumn * hop()), endColumn >= columns() ? last : std::min(last, endColumn * hop())};
    for (std::size_t c = 0; c < sounds.size(); ++c)
        for (std::size_t i = changed.first; i < changed.end; ++i) {
            const float weight = weightOf(i, run, fadesIn, fadesOut);
            float& present = audio.channels[c][i];
            present += weight * (sounds[c].at(static_cast<std::int64_t>(i)) - present);
        }
    return changed;
}

/// Brings the sound of edited columns after their magnitudes.
Result<LiveSound::Changed> LiveSound::Parts::follow(Run edited, int threads, JobMonitor& monitor)
{
    const Run heard{edited.first - std::min(edited.first, side()), std::min(columns(), edited.end + side())};
    const auto part = [this](std::size_t from, std::size_t to) { return std::span(states).subspan(from, to - from); };
    const auto around = part(heard.first - std::min(heard.first, synthesis.halo()), std::min(columns(), heard.end + synthesis.halo()));
    if (edited.length() > columnsIn(longestEdit) || std::ranges::find(around, SoundState::None) != around.end()) {
        std::ranges::fill(part(heard.first, heard.end), SoundState::None);
        return Changed{};
    }
    const LocalWork work{heard.first, heard.end, editRounds, true, true,
                         [edited](std::size_t column) { return column < edited.first || column >= edited.end; }};
    const auto sounds = synthesis.run(work, magnitudes, audio, threads, monitor);
    if (!sounds)
        return sounds.error();
    const Changed changed = write(heard, *sounds);
    std::ranges::fill(part(heard.first, heard.end), SoundState::Draft);
    return changed;
}

LiveSound::LiveSound(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LiveSound::~LiveSound() = default;
LiveSound::LiveSound(LiveSound&&) noexcept = default;
LiveSound& LiveSound::operator=(LiveSound&&) noexcept = default;

Result<LiveSound> LiveSound::create(const MelAnalysis& analysis, std::vector<Grid<float>> magnitudes, std::size_t samples)
{
    return withEngine(Engine::forMel(analysis), std::move(magnitudes), samples);
}

Result<LiveSound> LiveSound::create(const LinearAnalysis& analysis, std::vector<Grid<float>> magnitudes, std::size_t samples)
{
    return withEngine(Engine::forLinear(analysis), std::move(magnitudes), samples);
}

Result<LiveSound> LiveSound::withEngine(Result<std::shared_ptr<const Engine>> engine, std::vector<Grid<float>> magnitudes,
                                        std::size_t samples)
{
    if (!engine)
        return engine.error();
    if (magnitudes.empty() || magnitudes.front().rows() == 0)
        return Error{ErrorCode::InvalidArgument, "There are no columns to make sound of."};
    for (auto& grid : magnitudes) {
        if (grid.rows() != magnitudes.front().rows() || grid.columns() != (*engine)->constraint->sourceLength())
            return Error{ErrorCode::InvalidArgument, "The channels' magnitudes do not fit each other or their analysis."};
        makeSound(grid);
    }
    return LiveSound(std::make_unique<Parts>(std::move(*engine), std::move(magnitudes), samples));
}

Result<void> LiveSound::adopt(Audio sound)
{
    if (sound.channelCount() != parts_->audio.channelCount() || sound.sampleCount() != parts_->audio.sampleCount())
        return Error{ErrorCode::InvalidArgument, "The sound has another length or number of channels than its magnitudes."};
    parts_->audio.channels = std::move(sound.channels);
    std::ranges::fill(parts_->states, SoundState::Final);
    return {};
}

Result<LiveSound::Changed> LiveSound::advance(std::size_t column, int threads, JobMonitor& monitor)
{
    const auto task = parts_->mostUseful(std::min(column, parts_->columns()));
    if (!task)
        return Changed{};
    const auto sounds = parts_->synthesis.run(task->work, parts_->magnitudes, parts_->audio, threads, monitor);
    if (!sounds)
        return sounds.error();
    const Run run{task->work.first, task->work.end};
    const Changed changed = parts_->write(run, *sounds);
    std::fill(parts_->states.begin() + static_cast<std::ptrdiff_t>(run.first),
              parts_->states.begin() + static_cast<std::ptrdiff_t>(run.end), task->state);
    return changed;
}

Result<LiveSound::Changed> LiveSound::edit(std::size_t first, const std::vector<Grid<float>>& columns, int threads,
                                           JobMonitor& monitor)
{
    Parts& parts = *parts_;
    const auto fits = [&](const Grid<float>& grid) {
        return grid.rows() == columns.front().rows() && grid.columns() == parts.magnitudes.front().columns();
    };
    if (columns.size() != parts.magnitudes.size() || columns.front().rows() == 0 ||
        first + columns.front().rows() > parts.magnitudes.front().rows() || !std::ranges::all_of(columns, fits))
        return Error{ErrorCode::InvalidArgument, "The edited columns do not fit the magnitudes that they replace."};

    Magnitudes exchanged = columns;
    for (auto& grid : exchanged)
        makeSound(grid);
    const auto exchange = [&] {
        for (std::size_t c = 0; c < exchanged.size(); ++c)
            std::ranges::swap_ranges(exchanged[c].cells(), parts.magnitudes[c].cells().subspan(
                                                               first * exchanged[c].columns(), exchanged[c].cells().size()));
    };
    exchange();
    const std::size_t used = parts.columns();
    auto changed = parts.follow({std::min(first, used), std::min(first + columns.front().rows(), used)}, threads, monitor);
    if (!changed)
        exchange();
    return changed;
}

const Audio& LiveSound::audio() const
{
    return parts_->audio;
}

std::span<const SoundState> LiveSound::states() const
{
    return parts_->states;
}

const std::vector<Grid<float>>& LiveSound::magnitudes() const
{
    return parts_->magnitudes;
}

} // namespace sonoloom
