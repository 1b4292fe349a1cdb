// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/liveopening.h"

#include <algorithm>

namespace sonoloom
{

Result<OpenedLive> openLive(ImageSet& images, const Codec& codec, const std::vector<std::string>& given, JobMonitor& monitor)
{
    auto decoding = codec.open(images, given, monitor);
    if (!decoding)
        return decoding.error();
    MagnitudeSource* source = (*decoding)->mel();
    if (!source)
        return Error{ErrorCode::Unsupported, "Images of this format hold no magnitudes; they are decoded as a whole."};
    auto magnitudes = source->read(0, source->columns());
    if (!magnitudes)
        return magnitudes.error();
    auto sound = LiveSound::create(*(*decoding)->melAnalysis(), std::move(*magnitudes), (*decoding)->sampleCount());
    if (!sound)
        return sound.error();
    return OpenedLive{std::move(*decoding), std::move(*sound)};
}

std::size_t soundsUntil(std::span<const SoundState> states, std::size_t from)
{
    const auto rest = states.subspan(std::min(from, states.size()));
    return states.size() - rest.size() + static_cast<std::size_t>(std::ranges::find(rest, SoundState::None) - rest.begin());
}

} // namespace sonoloom
