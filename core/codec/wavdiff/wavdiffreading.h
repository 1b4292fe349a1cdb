// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/wavdiff/wavdiffgrid.h"
#include "core/codec/wavdiff/wavdiffpixels.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// What the user asked of a decoding.
struct WavdiffWish {
    const WavdiffParams& params;
    const std::vector<std::string>& given; ///< keys that beat the record

    bool gives(std::string_view key) const;
};

/// How one image is to be read: what its record says, what the user said, and defaults, settled.
struct WavdiffReading {
    WavdiffCode code;
    int sampleRate = 44100;
    int width = 0;              ///< as loaded, to notice a file that changes
    int height = 0;
    int channels = 0;           ///< of the set; 0 unknown
    std::size_t columns = 0;    ///< cells that hold sound, on the grid
    std::size_t samples = 0;    ///< that these stand for
    std::optional<Record::TilePlace> place;
    std::size_t soundSamples = 0; ///< of the whole sound where silence was trimmed, else 0
};

/// Settles how `image` is read; troubles that are no errors go to `notice`.
/// Errors: Unsupported (grey, another format's, or too large), Corrupt (no pixels), naming the image.
Result<WavdiffReading> wavdiffReadingOf(const Image& image, const std::string& name, std::optional<Record> record,
                                        const WavdiffWish& wish, const std::function<void(const std::string&)>& notice);

/// The cells' frames, `[reading.columns x bins]`, the image brought to the size of its grid; unfinished if the monitor
/// asked to stop.
Grid<std::complex<float>> framesOf(const Image& image, const WavdiffReading& reading, int threads, const JobMonitor& monitor);

} // namespace sonoloom
