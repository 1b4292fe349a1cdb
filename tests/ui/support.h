// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/io/audiofile.h"
#include "core/io/imagefile.h"

#include <QString>
#include <QTemporaryDir>

#include <cmath>
#include <numbers>

/// Files to open in the tests of ui.
namespace sonoloom::testsupport
{

/// Sines of 440 Hz left and 880 Hz right at a quarter of full scale.
inline Audio tones(double seconds, int sampleRate = 44100)
{
    const auto samples = static_cast<std::size_t>(seconds * sampleRate);
    Audio audio{sampleRate, {std::vector<float>(samples), std::vector<float>(samples)}};
    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t i = 0; i < samples; ++i)
            audio.channels[c][i] = static_cast<float>(
                0.25 * std::sin(2 * std::numbers::pi * (c == 0 ? 440 : 880) * static_cast<double>(i) / sampleRate));
    return audio;
}

/// The path of a new WAV file with these tones; empty if it could not be written.
inline QString soundIn(const QTemporaryDir& folder, double seconds, const QString& name = QStringLiteral("tones.wav"))
{
    JobMonitor monitor;
    const QString path = folder.filePath(name);
    return writeAudioFile(path.toStdString(), tones(seconds), {}, Overwrite::Yes, monitor) ? path : QString();
}

/// The path of a new grey PNG file, `width` wide and 64 high, dark at the bottom.
inline QString imageIn(const QTemporaryDir& folder, const QString& name, int width = 64)
{
    Image image(width, 64, 1);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < width; ++x)
            image.at(x, y) = static_cast<std::uint16_t>(255 - y * 2);
    const QString path = folder.filePath(name);
    return writePngFile(path.toStdString(), image, Overwrite::Yes) ? path : QString();
}

} // namespace sonoloom::testsupport
