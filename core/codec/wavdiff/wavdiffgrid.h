// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/wavdiff/wavdiff.h"
#include "core/dsp/stft.h"

#include <cstddef>

namespace sonoloom
{

/// The cells of one image and the transform that they come from.
///
/// The window is as long as the frame, the hop a quarter of it.
struct WavdiffGrid {
    StftParams stft;
    int rows = 1025;    ///< of cells: the transform's bins, one fewer if the highest is folded into the lowest
    int columns = 1025; ///< of cells: frames in one image

    bool folded() const { return rows < stft.bins(); }
    /// What brings magnitudes to those of the peer's 2048 samples.
    float toPeerScale() const { return 2048.0f / static_cast<float>(stft.fftSize); }
    bool operator==(const WavdiffGrid&) const = default;
};

/// The peer's: 2048 samples, hop 512, all 1025 bins of 1025 frames.
WavdiffGrid peerGrid();

/// A cell for each pixel of an image `size` high: even sizes take frames of 2 size samples and fold the highest bin
/// into the lowest, odd ones frames of 2 (size - 1) samples. 1025 is the peer's.
WavdiffGrid exactGrid(int size);

WavdiffGrid gridOf(const WavdiffParams& params);

} // namespace sonoloom
