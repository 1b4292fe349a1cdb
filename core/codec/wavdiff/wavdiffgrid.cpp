// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/wavdiffgrid.h"

namespace sonoloom
{

WavdiffGrid peerGrid()
{
    return exactGrid(1025);
}

WavdiffGrid exactGrid(int size)
{
    const int fftSize = 2 * (size % 2 == 0 ? size : size - 1);
    return {{fftSize, fftSize, fftSize / 4}, size, size};
}

WavdiffGrid gridOf(const WavdiffParams& params)
{
    return params.layout == WavdiffLayout::Exact ? exactGrid(params.size) : peerGrid();
}

} // namespace sonoloom
