// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/player.h"

#include "core/base/units.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int positionIntervalMs = 33;
constexpr int holdTicks = 4;
constexpr int scrubTailMs = 400; // until the last grain has left the device
constexpr int loopNoticeMs = 600; // a selection that is still dragged says nothing

} // namespace

Player::Player(QObject* parent) : QObject(parent)
{
    sounds_.setFormat(playback_.format().sampleRate(), playback_.format().channelCount());
    connect(&sounds_, &DeviceSounds::made, this, &Player::takeSounds);
    connect(&sounds_, &DeviceSounds::failed, this, [this](const QString& sentence) {
        if (suspended_)
            setPlaying(false);
        emit failed(sentence);
    });
    connect(&matcher_, &LoudnessMatcher::changed, this, &Player::applyMatch);
    connect(&playback_, &Playback::leaving, this, &Player::leaveDevice);
    connect(&playback_, &Playback::deviceChanged, this, &Player::takeDevice);
    connect(&playback_, &Playback::broken, this, [this] {
        setPlaying(false);
        emit failed(tr("The audio device stopped; connect it again and press play."));
    });
    timer_.setInterval(positionIntervalMs);
    connect(&timer_, &QTimer::timeout, this, &Player::tick);
    scrubEnd_.setInterval(scrubTailMs);
    scrubEnd_.setSingleShot(true);
    connect(&scrubEnd_, &QTimer::timeout, &playback_, &Playback::stop);
    loopNotice_.setInterval(loopNoticeMs);
    loopNotice_.setSingleShot(true);
    connect(&loopNotice_, &QTimer::timeout, this, [this] {
        emit noticed(loopTo_ > loopFrom_ ? tr("A loop takes at least half a second; this one was lengthened.")
                                         : tr("A loop takes at least half a second; this sound is shorter and is not repeated."));
    });
}

Player::~Player() = default;

std::size_t Player::frameAt(double seconds) const
{
    return static_cast<std::size_t>(std::max(0.0, seconds) * playback_.format().sampleRate());
}

void Player::setSound(Side side, std::shared_ptr<const Audio> sound)
{
    assert(side != Side::Difference);
    if (blind_) {
        waiting_.sounds[side == Side::A ? 0 : 1] = std::move(sound);
        return;
    }
    sounds_.setSource(side, std::move(sound));
    emit durationChanged(duration());
}

void Player::setPiece(std::shared_ptr<const Audio> sound, double seconds)
{
    if (blind_)
        return;
    sounds_.setPiece(std::move(sound), seconds);
    emit durationChanged(duration());
}

void Player::setLength(double seconds)
{
    sounds_.setLength(seconds);
    emit durationChanged(duration());
}

void Player::takeSounds()
{
    mixer_.setSounds(sounds_.sounds());
    matcher_.setSounds(sounds_.sounds());
    if (!blind_ && !hasSound(mixer_.side()))
        switchTo(hasSound(Side::A) ? Side::A : Side::B);
    emit conversionChanged(conversion());
    if (suspended_ && fitsDevice())
        resume();
}

void Player::play()
{
    if (hasSound(Side::A) || hasSound(Side::B))
        setPlaying(true);
}

void Player::pause()
{
    setPlaying(false);
}

void Player::stop()
{
    setPlaying(false);
    seek(loopFrom_);
}

void Player::setPlaying(bool playing)
{
    if (playing == playing_)
        return;
    if (playing)
        playback_.adopt();
    if (playing && !playback_.hasDevice()) {
        emit failed(tr("There is no audio output; connect one and press play again."));
        return;
    }
    if (playing) {
        scrubbing_ = false;
        suspended_ = !fitsDevice();
        if (!suspended_)
            startHere();
        timer_.start();
    } else {
        resting_ = position();
        playback_.stop();
        timer_.stop();
        suspended_ = false;
    }
    playing_ = playing;
    emit playingChanged(playing);
    emit positionChanged(position());
}

bool Player::fitsDevice() const
{
    const auto& sounds = sounds_.sounds();
    return sounds && sounds->sampleRate == playback_.format().sampleRate() && sounds->channels == playback_.format().channelCount();
}

void Player::startHere()
{
    scrubEnd_.stop();
    const std::size_t here = frameAt(resting_);
    const bool ended = sounds_.sounds() && here >= sounds_.sounds()->frames();
    mixer_.start(ended ? frameAt(loopFrom_) : here);
    playback_.start();
}

void Player::tick()
{
    if (suspended_)
        return;
    hold_ = std::max(0, hold_ - 1);
    if (!mixer_.atEnd() || hold_ > 0 || scrubbing_) {
        emit positionChanged(position());
        return;
    }
    setPlaying(false);
    resting_ = 0;
    emit positionChanged(0);
}

void Player::seek(double seconds)
{
    resting_ = std::clamp(seconds, 0.0, duration());
    if (playing_ && !suspended_) {
        mixer_.seek(frameAt(resting_));
        hold_ = holdTicks;
    }
    emit positionChanged(resting_);
}

double Player::position() const
{
    if (!playing_ || suspended_ || scrubbing_ || hold_ > 0)
        return resting_;
    const std::size_t brought = mixer_.position();
    const std::size_t ahead = playback_.latency();
    return static_cast<double>(brought > ahead ? brought - ahead : 0) / playback_.format().sampleRate();
}

void Player::scrub(double seconds)
{
    resting_ = std::clamp(seconds, 0.0, duration());
    const bool begins = !std::exchange(scrubbing_, true);
    if (fitsDevice() && playback_.hasDevice() && !suspended_) {
        if (playing_ || !begins)
            mixer_.scrub(frameAt(resting_));
        else
            mixer_.startScrub(frameAt(resting_));
        scrubEnd_.stop();
        if (!playback_.isRunning())
            playback_.start();
    }
    emit positionChanged(resting_);
}

void Player::endScrub()
{
    if (!std::exchange(scrubbing_, false))
        return;
    if (playing_)
        seek(resting_);
    else
        scrubEnd_.start();
}

void Player::switchTo(Side side)
{
    if (blind_ || side == mixer_.side() || !hasSound(side))
        return;
    mixer_.setSide(side);
    emit sideChanged(side);
}

void Player::setLoop(double from, double to)
{
    if (blind_) {
        waiting_.loop = {from, to};
        return;
    }
    const double all = duration();
    const bool wanted = from < to && all > 0;
    const bool tooShort = wanted && to - from < shortestLoop;
    loopFrom_ = loopTo_ = 0;
    if (tooShort && all >= shortestLoop) {
        loopTo_ = std::min(from + shortestLoop, all);
        loopFrom_ = loopTo_ - shortestLoop;
    } else if (wanted && !tooShort) {
        loopFrom_ = from;
        loopTo_ = to;
    }
    if (tooShort)
        loopNotice_.start();
    else
        loopNotice_.stop();
    applyLoop();
    if (playing_ && !scrubbing_ && loopFrom_ < loopTo_ && mixer_.position() >= frameAt(loopTo_))
        seek(loopFrom_);
}

void Player::applyLoop()
{
    mixer_.setLoop(frameAt(loopFrom_), frameAt(loopTo_));
    matcher_.setStretch(frameAt(loopFrom_), frameAt(loopTo_));
}

void Player::applyMatch()
{
    mixer_.setGain(Side::A, static_cast<float>(amplitudeFromDecibels(match().gainADb)));
    mixer_.setGain(Side::B, static_cast<float>(amplitudeFromDecibels(match().gainBDb)));
    emit matchChanged();
}

void Player::leaveDevice()
{
    resting_ = position();
    suspended_ = playing_;
    scrubEnd_.stop();
    playback_.stop();
}

void Player::takeDevice()
{
    sounds_.setFormat(playback_.format().sampleRate(), playback_.format().channelCount());
    applyLoop();
    if (suspended_ && !playback_.hasDevice()) {
        setPlaying(false);
        emit failed(tr("There is no audio output any more; connect one and press play again."));
    } else if (suspended_ && fitsDevice()) {
        resume();
    }
}

void Player::resume()
{
    suspended_ = false;
    hold_ = 0;
    startHere();
    emit restarted();
}

void Player::beginBlind()
{
    assert(hasSound(Side::Difference));
    endScrub();
    sideBefore_ = mixer_.side();
    blind_ = true;
    mixer_.setSide(Side::A);
}

void Player::hearBlind(Side side)
{
    assert(blind_);
    mixer_.setSide(side);
}

void Player::endBlind()
{
    if (!std::exchange(blind_, false))
        return;
    mixer_.setSide(sideBefore_);
    const Waiting waited = std::exchange(waiting_, {});
    for (std::size_t i = 0; i < waited.sounds.size(); ++i)
        if (waited.sounds[i])
            setSound(i == 0 ? Side::A : Side::B, *waited.sounds[i]);
    if (waited.loop)
        setLoop((*waited.loop)[0], (*waited.loop)[1]);
}

} // namespace sonoloom
