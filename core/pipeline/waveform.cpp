// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/waveform.h"

#include <algorithm>
#include <span>

namespace sonoloom
{

namespace
{

constexpr std::size_t growth = 4;        // stretches of a level in one of the next
constexpr std::size_t stretchesRead = 8; // at least, of a level that is fine enough
constexpr std::size_t blockStretches = 4096;

Extremes extremesOf(std::span<const float> samples)
{
    if (samples.empty())
        return {};
    const auto [least, greatest] = std::ranges::minmax_element(samples);
    return {*least, *greatest};
}

Extremes extremesOf(std::span<const Extremes> stretches)
{
    if (stretches.empty())
        return {};
    Extremes all = stretches.front();
    for (const Extremes& one : stretches)
        all = {std::min(all.least, one.least), std::max(all.greatest, one.greatest)};
    return all;
}

template <class Cell>
std::span<const Cell> part(const std::vector<Cell>& cells, std::size_t first, std::size_t end)
{
    first = std::min(first, cells.size());
    return std::span(cells).subspan(first, std::min(end, cells.size()) - first);
}

/// Of `cells` by `length`. Cancelled: what there is so far.
template <class Cell>
std::vector<Extremes> stretchesOf(const std::vector<Cell>& cells, std::size_t length, JobMonitor& monitor)
{
    std::vector<Extremes> stretches((cells.size() + length - 1) / length);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        if (i % blockStretches == 0 && monitor.cancelled())
            break;
        stretches[i] = extremesOf(part(cells, i * length, (i + 1) * length));
    }
    return stretches;
}

} // namespace

Result<std::shared_ptr<const Waveform>> Waveform::of(std::shared_ptr<const Audio> sound, JobMonitor& monitor)
{
    auto waveform = std::make_shared<Waveform>();
    waveform->sound_ = std::move(sound);
    Level finest{shortestStretch, {}};
    for (const auto& samples : waveform->sound_->channels)
        finest.channels.push_back(stretchesOf(samples, shortestStretch, monitor));
    waveform->levels_.push_back(std::move(finest));
    while (!waveform->levels_.back().channels.empty() && waveform->levels_.back().channels.front().size() > growth) {
        Level coarser{waveform->levels_.back().stretch * growth, {}};
        for (const auto& stretches : waveform->levels_.back().channels)
            coarser.channels.push_back(stretchesOf(stretches, growth, monitor));
        waveform->levels_.push_back(std::move(coarser));
    }
    if (monitor.cancelled())
        return cancelledError();
    return std::shared_ptr<const Waveform>(std::move(waveform));
}

Extremes Waveform::extremes(std::size_t channel, std::size_t first, std::size_t end) const
{
    if (end <= first || channel >= sound_->channels.size())
        return {};
    const Level* level = nullptr;
    for (const Level& candidate : levels_)
        if (candidate.stretch * stretchesRead <= end - first)
            level = &candidate;
    if (!level)
        return extremesOf(part(sound_->channels[channel], first, end));
    const std::size_t last = (end + level->stretch - 1) / level->stretch;
    return extremesOf(part(level->channels[channel], first / level->stretch, last));
}

} // namespace sonoloom
