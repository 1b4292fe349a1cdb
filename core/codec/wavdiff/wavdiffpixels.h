// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/grid.h"
#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/codec/wavdiff/wavdiffgrid.h"

#include <complex>
#include <cstddef>

namespace sonoloom
{

/// How a complex number X becomes a pixel. Red is the level, green and blue are a vector that points as X does.
///
/// `Exact` rounds the level up and keeps the rest in the vector's length, so that their product is X; nothing is cut off at
/// either end of the level. The others keep the direction only: `Rounded` to the nearest step, `Peer` cut off as
/// wav_diff does, with its floor.
enum class WavdiffPixels { Exact, Rounded, Peer };

struct WavdiffCode {
    WavdiffGrid grid;
    WavdiffPixels pixels = WavdiffPixels::Peer;
    int depth = 16;         ///< bits a sample that the rest was computed for
    double floorDb = -1000; ///< for Peer: least level of 20 log10 |X| - 60
    bool onlyMagnitudes = false; ///< reading: cells are |X| by red alone, green and blue are not looked at
};

/// The transform's frames as an image of grid.rows x grid.columns pixels, RGB, the lowest bin at the bottom.
/// @param frames [up to grid.columns x stft.bins()], full scale 1; columns beyond them hold zero
/// @return unfinished if the monitor asked to stop
Image drawnCells(const Grid<std::complex<float>>& frames, const WavdiffCode& code, int threads, const JobMonitor& monitor);

/// The first `columns` frames of an image that drawnCells drew, `[columns x stft.bins()]`.
/// @param image grid.rows high, at least three channels; its depth may have been changed since
/// @return unfinished if the monitor asked to stop
Grid<std::complex<float>> framesOfCells(const Image& image, std::size_t columns, const WavdiffCode& code, int threads,
                                        const JobMonitor& monitor);

} // namespace sonoloom
