// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tempo/tempo.h"
#include "core/base/monitor.h"
#include "core/base/result.h"

#include <QImage>
#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace sonoloom
{

/// A spectrogram of a whole source in 256 colours: the finest picture first, each of the others half as wide as the one
/// before, and as high.
struct ClipPicture {
    std::vector<QImage> levels;

    bool isEmpty() const { return levels.empty(); }
    /// The coarsest picture that has a column for each of so many pixels over the whole source, or the finest.
    const QImage& levelFor(double pixels) const;
};

/// What is known of the source of clips.
struct ClipLook {
    enum class State { Waiting, Ready, Missing, Unreadable };
    State state = State::Waiting;
    double seconds = 0; ///< above 0 when Ready
    bool isSound = false;
    QString trouble; ///< why it is Missing or Unreadable, one sentence
    ClipPicture picture;
    std::optional<Tempo> tempo; ///< of sounds, once it was asked for; without a bpm where there is no beat
};

/// Whether the file's suffix is one of a sound.
bool isSoundFile(const std::filesystem::path& file);

/// Looks at a source: Missing and Unreadable are no errors, and say why. Errors: Cancelled.
Result<ClipLook> lookAtSource(const std::filesystem::path& source, JobMonitor& monitor);

/// How fine the pictures of so many sources may be, so that all of them take 256 MB at most.
QSize finestPicture(std::size_t sources);

/// The picture of a source that is Ready; an empty one where it cannot be made. Errors: Cancelled.
/// @param finest as wide as this at most, and as high
Result<ClipPicture> pictureOfSource(const std::filesystem::path& source, const QSize& finest, JobMonitor& monitor);

/// The beats of a sound file; without a bpm where there are none, or the file cannot be read. Errors: Cancelled.
Result<Tempo> tempoOfSource(const std::filesystem::path& source, JobMonitor& monitor);

} // namespace sonoloom
