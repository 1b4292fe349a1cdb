// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusion.h"
#include "core/dsp/reconstruct.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sonoloom
{

/// How one image is to be read: what its record says, what the user said, and defaults, settled.
struct TileReading {
    RiffusionParams params;   ///< of the analysis; stepMs is the image's own, not the one given
    int sampleRate = 44100;
    LevelCurve curve;
    bool stereo = false;      ///< left in G, right in B; else the first colour
    int width = 0;            ///< as loaded, to notice a file that changes
    int height = 0;
    int drawnWidth = 0;       ///< as it was made, where it was resized since; else as loaded
    int drawnHeight = 0;
    std::size_t columns = 0;  ///< that hold sound
    std::size_t samples = 0;  ///< that these stand for
};

/// Passes on each sentence once, however many images say it.
class OncePerSentence
{
public:
    explicit OncePerSentence(JobMonitor& monitor) : monitor_(monitor) {}
    void notice(const std::string& sentence)
    {
        if (told_.insert(sentence).second)
            monitor_.notice(sentence);
    }

private:
    JobMonitor& monitor_;
    std::set<std::string> told_;
};

/// What the user asked of a decoding.
struct ReadingWish {
    const RiffusionParams& params;
    const std::vector<std::string>& given; ///< keys that beat the record

    bool gives(std::string_view key) const;
};

/// Settles how `image` is read.
/// Errors: Unsupported (another format's image, or too high), naming it.
Result<TileReading> readingOf(const Image& image, const std::string& name, std::optional<Record> record,
                              const ReadingWish& wish, OncePerSentence& notices);

/// Errors: InvalidArgument naming the image and the field if it cannot stand on one timeline with `first`.
Result<void> checkFitsTogether(const TileReading& first, const TileReading& other, const std::string& name);

} // namespace sonoloom
