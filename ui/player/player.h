// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/abmixer.h"
#include "ui/player/devicesounds.h"
#include "ui/player/loudnessmatcher.h"
#include "ui/player/playback.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>

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
    static constexpr double shortestLoop = 0.5; // seconds

    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// Replaces A or B (null: none). Playing goes on from the same time. During a blind test this waits for its end.
    void setSound(Side side, std::shared_ptr<const Audio> sound);
    /// The difference is there if both are.
    /// A newer piece of B from this time on, in seconds; what B has elsewhere stays. Passed over during a blind test.
    void setPiece(std::shared_ptr<const Audio> sound, double seconds);
    /// B lasts at least so many seconds, silent where it has no sound: for a timeline of which pieces are made as they are
    /// heard. 0: as long as its sound.
    void setLength(double seconds);
    bool hasSound(Side side) const { return sounds_.has(side); }
    /// A or B as it was set; maybe null.
    const std::shared_ptr<const Audio>& sound(Side side) const { return sounds_.source(side); }

    void play();
    void pause();
    /// Pauses and goes back to the start (of the loop, if there is one).
    void stop();
    bool isPlaying() const { return playing_; }

    void seek(double seconds);
    /// What is heard now, in seconds.
    double position() const;
    /// Of the longer sound, in seconds.
    double duration() const { return sounds_.duration(); }

    /// Which side is heard. Stays on the other side if `side` has no sound, or during a blind test.
    void switchTo(Side side);
    /// During a blind test the side before it.
    Side side() const { return blind_ ? sideBefore_ : mixer_.side(); }

    /// Repeats from..to (seconds) while playing; from == to: no loop. A shorter one than `shortestLoop` is lengthened, and
    /// refused if the sounds are shorter; noticed() says so. What is played beyond the end goes on at its start.
    void setLoop(double from, double to);
    /// The loop that is played; both the same: none.
    double loopFrom() const { return loopFrom_; }
    double loopTo() const { return loopTo_; }

    /// 0 to 1.
    void setVolume(double volume) { playback_.setVolume(volume); }

    /// What was done to the sides so that the device plays them, for the user: "A: 44100 Hz to 48000 Hz"; maybe empty.
    QString conversion() const { return sounds_.conversion(); }

    /// Turns the louder one of A and B down, so that both are equally loud over the loop, or all of them. The difference is
    /// always of the sounds as they are.
    void setMatching(bool on) { matcher_.setOn(on); }
    bool isMatching() const { return matcher_.isOn(); }
    const LoudnessMatch& match() const { return matcher_.match(); }

    /// The device to play on, by its id; empty: the system's own, as while it is not there.
    void setDevice(const QByteArray& id) { playback_.choose(id); }
    /// The device in use; empty: there is none.
    QString deviceName() const { return playback_.deviceName(); }

    /// What is played since playing started, after gains and before the volume; null before. Another one after restarted().
    std::shared_ptr<HeardRing> heard() const { return playback_.heard(); }

    /// From now on only hearBlind() says what is heard; sides, loop and sounds stay as they are, and no signal and no
    /// answer of this class tells A from B. Both must be there.
    void beginBlind();
    void hearBlind(Side side);
    /// What had to wait is done.
    void endBlind();
    bool isBlind() const { return blind_; }

public slots:
    /// Plays a grain of sound at this place, for as long as the place is moved; the playhead goes along.
    void scrub(double seconds);
    /// Playing goes on from where it was let go, if it played before.
    void endScrub();

signals:
    void playingChanged(bool playing);
    /// The device changed while it played, or the sounds are ready for it only now: heard() is another one.
    void restarted();
    /// About 30 times a second while playing, and at seeks.
    void positionChanged(double seconds);
    void durationChanged(double seconds);
    void sideChanged(sonoloom::Side side);
    void conversionChanged(const QString& sentence);
    void matchChanged();
    /// One sentence: no audio device, or it broke.
    void failed(const QString& sentence);
    /// One sentence: something was done otherwise than asked.
    void noticed(const QString& sentence);

private:
    struct Waiting {
        std::array<std::optional<std::shared_ptr<const Audio>>, 2> sounds;
        std::optional<std::array<double, 2>> loop;
    };
    std::size_t frameAt(double seconds) const;
    void setPlaying(bool playing);
    bool fitsDevice() const;
    void startHere();
    void tick();
    void takeSounds();
    void applyLoop();
    void applyMatch();
    void leaveDevice();
    void takeDevice();
    void resume();

    AbMixer mixer_;
    Playback playback_{mixer_};
    DeviceSounds sounds_;
    LoudnessMatcher matcher_;
    QTimer timer_;
    QTimer scrubEnd_;
    QTimer loopNotice_;
    bool playing_ = false;
    bool suspended_ = false; ///< playing, but the device is being changed, or the sounds for it are being made
    bool scrubbing_ = false;
    double resting_ = 0; ///< seconds, while not playing
    double loopFrom_ = 0;
    double loopTo_ = 0;
    int hold_ = 0; ///< ticks until the device plays from the new place
    bool blind_ = false;
    Side sideBefore_ = Side::A;
    Waiting waiting_;
};

} // namespace sonoloom
