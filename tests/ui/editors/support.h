// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/riffusion.h"
#include "core/io/imagefile.h"
#include "tests/ui/support.h"

#include <numbers>

/// Mel images to edit in the tests of ui/editors.
namespace sonoloom::testsupport
{

/// A tone that lasts, mono.
inline Audio toneOf(double hertz, double seconds, double level = 0.3)
{
    Audio sound = Audio::silence(44100, 1, static_cast<std::size_t>(seconds * 44100));
    for (std::size_t i = 0; i < sound.sampleCount(); ++i)
        sound.channels[0][i] = static_cast<float>(level * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / 44100));
    return sound;
}

/// The path of a new mel image of a tone, 10 ms a column, 16 bits; `bands` high.
inline QString melImageIn(const QTemporaryDir& folder, const QString& name, double hertz, double seconds, int bands = 128)
{
    RiffusionParams params;
    params.bands = bands;
    params.whole = true;
    params.depth = PixelDepth::Sixteen;
    JobMonitor monitor;
    const QString path = folder.filePath(name);
    const Audio sound = toneOf(hertz, seconds);
    const auto source = memorySource(std::make_shared<const Audio>(sound));
    const auto sink = [&](const Tile& tile) { return writePngFile(path.toStdString(), tile.image, Overwrite::Yes); };
    const auto made = makeRiffusionCodec(params)->encode(*source, {name.toStdString(), "", sound.sampleCount()}, sink, 0, monitor);
    return made ? path : QString();
}

} // namespace sonoloom::testsupport
