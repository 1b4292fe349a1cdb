// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "ui/jobs/job.h"
#include "ui/player/abmixer.h"

#include <QAudioFormat>
#include <QObject>
#include <QTimer>

#include <memory>

namespace sonoloom
{

/// Plays two sounds, A and B, or their difference on one timeline, switching while playing at the same sample.
///
/// Sounds are converted to the device's rate and channels off this thread; what was converted is told by conversion().
/// Without an audio device everything but playing works, and play() says so by failed().
class Player : public QObject
{
    Q_OBJECT

public:
    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// Replaces A or B (null: none). Playing goes on from the same time.
    void setSound(Side side, std::shared_ptr<const Audio> sound);
    /// The difference is there if both are.
    bool hasSound(Side side) const;

    void play();
    void pause();
    /// Pauses and goes back to the start (of the loop, if there is one).
    void stop();
    bool isPlaying() const;

    void seek(double seconds);
    /// What is heard now, in seconds.
    double position() const;
    /// Of the longer sound, in seconds.
    double duration() const;

    /// Which side is heard. Stays on the other side if `side` has no sound.
    void switchTo(Side side);
    Side side() const;

    /// Repeats from..to (seconds) while playing; from == to: no loop.
    void setLoop(double from, double to);

    /// 0 to 1.
    void setVolume(double volume);

    /// What was done to the sides so that the device plays them, for the user: "A: 44100 Hz to 48000 Hz"; maybe empty.
    QString conversion() const;

signals:
    void playingChanged(bool playing);
    /// About 30 times a second while playing, and at seeks.
    void positionChanged(double seconds);
    void durationChanged(double seconds);
    void sideChanged(sonoloom::Side side);
    void conversionChanged(const QString& sentence);
    /// One sentence: no audio device, or it broke.
    void failed(const QString& sentence);

private:
    class Output;
    std::unique_ptr<Output> output_;
};

} // namespace sonoloom
