// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/clips/clipselection.h"

#include <algorithm>
#include <numeric>

namespace sonoloom
{

bool ClipSelection::contains(std::size_t clip) const
{
    return std::ranges::binary_search(clips_, clip);
}

void ClipSelection::take(std::vector<std::size_t> clips, std::optional<std::size_t> transition)
{
    if (clips == clips_ && transition == transition_)
        return;
    clips_ = std::move(clips);
    transition_ = transition;
    emit changed();
}

void ClipSelection::select(std::vector<std::size_t> clips)
{
    std::ranges::sort(clips);
    clips.erase(std::unique(clips.begin(), clips.end()), clips.end());
    if (!clips.empty())
        anchor_ = clips.front();
    take(std::move(clips), std::nullopt);
}

void ClipSelection::click(std::size_t clip, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ShiftModifier) {
        const std::size_t first = std::min(anchor_, clip);
        std::vector<std::size_t> all(std::max(anchor_, clip) - first + 1);
        std::iota(all.begin(), all.end(), first);
        take(std::move(all), std::nullopt);
        return;
    }
    anchor_ = clip;
    std::vector<std::size_t> clips{clip};
    if (modifiers & Qt::ControlModifier) {
        clips = clips_;
        const auto place = std::ranges::lower_bound(clips, clip);
        if (place != clips.end() && *place == clip)
            clips.erase(place);
        else
            clips.insert(place, clip);
    }
    take(std::move(clips), std::nullopt);
}

void ClipSelection::selectTransition(std::size_t clip)
{
    take({}, clip);
}

void ClipSelection::keepWithin(std::size_t count)
{
    std::vector<std::size_t> clips = clips_;
    std::erase_if(clips, [&](std::size_t clip) { return clip >= count; });
    anchor_ = std::min(anchor_, count > 0 ? count - 1 : 0);
    const bool keeps = transition_ && *transition_ + 1 < count;
    take(std::move(clips), keeps ? transition_ : std::nullopt);
}

} // namespace sonoloom
