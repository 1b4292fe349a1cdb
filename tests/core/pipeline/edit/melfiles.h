// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusion.h"
#include "core/io/imagefile.h"
#include "core/pipeline/decode.h"
#include "tests/core/pipeline/sounds.h"

#include <QTemporaryDir>

#include <cmath>
#include <filesystem>
#include <numbers>
#include <string>
#include <vector>

/// Mel images as files, for the tests of core/pipeline/edit.
namespace sonoloom::testsupport
{

/// Half a second an image, so that tests are quick.
inline RiffusionParams smallTiles()
{
    RiffusionParams params;
    params.bands = 128;
    params.durationMs = 500;
    return params;
}

/// Held notes with harmonics: the same at every time, as far as a hearer can tell.
inline Audio heldTones(double seconds, double hertz, double level = 0.1, int channels = 1, int sampleRate = 44100)
{
    const auto samples = static_cast<std::size_t>(std::lround(seconds * sampleRate));
    Audio audio = Audio::silence(sampleRate, static_cast<std::size_t>(channels), samples);
    for (std::size_t i = 0; i < samples; ++i) {
        const double t = static_cast<double>(i) / sampleRate;
        double tone = 0;
        for (const double note : {1.0, 1.26, 1.5, 2.24})
            for (int h = 1; h <= 12 && hertz * note * h < 9000; ++h)
                tone += std::sin(2 * std::numbers::pi * hertz * note * h * t + h * h) / h;
        for (std::size_t c = 0; c < audio.channelCount(); ++c)
            audio.channels[c][i] = static_cast<float>(level * (c == 0 ? 1 : 0.4) * tone);
    }
    return audio;
}

/// A folder of its own for image files.
class MelFolder
{
public:
    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }

    /// The sound as NAME0.png, NAME1.png and so on.
    std::vector<std::filesystem::path> encode(const std::string& name, const Audio& sound,
                                              const RiffusionParams& params) const
    {
        JobMonitor monitor;
        const auto source = memorySource(std::make_shared<const Audio>(sound));
        std::vector<std::filesystem::path> files;
        const auto sink = [&](const Tile& tile) -> Result<void> {
            files.push_back(path(name + std::to_string(files.size()) + ".png"));
            return writePngFile(files.back(), tile.image, Overwrite::Yes);
        };
        (void)makeRiffusionCodec(params)->encode(*source, {name + ".wav", "", sound.sampleCount()}, sink, 0, monitor);
        return files;
    }

    Image image(const std::string& name) const { return readImageFile(path(name)).value(); }
    std::size_t count() const { return filesIn(path("")); }

private:
    QTemporaryDir folder_;
};

inline bool told(const Listener& listener, const std::string& words)
{
    return listener.notices.find(words) != std::string::npos;
}

/// Whether the pixels of `image` from column `x` on are those of `part`.
inline bool holds(const Image& image, int x, const Image& part, int from, int columns)
{
    if (image.height != part.height || image.channels != part.channels || image.depth != part.depth)
        return false;
    for (int y = 0; y < image.height; ++y)
        for (int i = 0; i < columns; ++i)
            for (int c = 0; c < image.channels; ++c)
                if (image.at(x + i, y, c) != part.at(from + i, y, c))
                    return false;
    return true;
}

inline bool same(const Image& a, const Image& b)
{
    return a.width == b.width && a.channels == b.channels && a.depth == b.depth && a.samples == b.samples;
}

} // namespace sonoloom::testsupport
