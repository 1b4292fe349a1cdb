// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "ui/jobs/job.h"
#include "ui/player/abmixer.h"

#include <QObject>

#include <array>
#include <memory>

namespace sonoloom
{

/// Brings A and B to a device's rate and channels, on a thread of its own.
class DeviceSounds : public QObject
{
    Q_OBJECT

public:
    explicit DeviceSounds(QObject* parent = nullptr) : QObject(parent) {}

    /// Both sounds are made anew if this is new.
    void setFormat(int sampleRate, int channels);
    /// Replaces A or B (null: none); the other one is not made again.
    void setSource(Side side, std::shared_ptr<const Audio> sound);

    /// A newer piece of B from this time on; what it has elsewhere stays. Given up with B's next source.
    void setPiece(std::shared_ptr<const Audio> sound, double seconds);
    /// B lasts at least so long, silent where it has no sound; no memory is taken for that.
    void setLength(double seconds);

    const std::shared_ptr<const Audio>& source(Side side) const { return sources_[index(side)]; }
    /// The difference is there if both are.
    bool has(Side side) const;
    /// Of the longer source, in seconds.
    double duration() const;

    /// The newest that were made; null before the first.
    const std::shared_ptr<const AbSounds>& sounds() const { return sounds_; }
    /// What was done to the sources, for the user: "A: 44100 Hz to 48000 Hz"; maybe empty.
    QString conversion() const;

signals:
    /// sounds() is new.
    void made();
    void failed(const QString& sentence);

private:
    /// Of A or B.
    static std::size_t index(Side side);
    void make();

    using Sources = std::array<std::shared_ptr<const Audio>, 2>;
    int sampleRate_ = 48000;
    int channels_ = 2;
    Sources sources_;
    Sources converted_; ///< what sounds_ was made of
    struct Piece {
        std::shared_ptr<const Audio> sound;
        double seconds = 0;
        bool operator==(const Piece&) const = default;
    };
    Piece piece_;
    double length_ = 0; ///< seconds that B lasts at least
    Piece convertedPiece_;
    std::shared_ptr<const AbSounds> sounds_;
    Job job_;
};

} // namespace sonoloom
