// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"
#include "core/dsp/livesound.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sonoloom
{

/// The magnitudes of images, ready to sound.
struct OpenedLive {
    std::unique_ptr<Decoding> decoding;
    LiveSound sound;

    const MelAnalysis& analysis() const { return *decoding->melAnalysis(); }
};

/// `images` must outlive it. Errors: Unsupported (the format holds no magnitudes to find phases for); what opening and
/// loading report.
Result<OpenedLive> openLive(ImageSet& images, const Codec& codec, const std::vector<std::string>& given, JobMonitor& monitor);

/// The first column without sound from `from` on, or the end.
std::size_t soundsUntil(std::span<const SoundState> states, std::size_t from);

} // namespace sonoloom
