// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/player.h"

#include "core/codec/riffusionmix.h"
#include "core/dsp/resample.h"
#include "ui/player/soundoutput.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QThread>

#include <array>
#include <cassert>

namespace sonoloom
{

namespace
{

constexpr int positionIntervalMs = 33;

using Sound = std::shared_ptr<const Audio>;

/// What the device plays, or a usual format if there is none.
QAudioFormat deviceFormat()
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    QAudioFormat format = device.isNull() ? QAudioFormat() : device.preferredFormat();
    if (format.sampleRate() <= 0)
        format.setSampleRate(48000);
    format.setChannelCount(format.channelCount() == 1 ? 1 : 2);
    format.setSampleFormat(QAudioFormat::Float);
    if (!device.isNull() && !device.isFormatSupported(format))
        format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

Result<std::vector<float>> interleavedFor(const Audio& sound, int sampleRate, int channels)
{
    auto fitted = resample(mixedTo(sound, channels), sampleRate);
    if (!fitted)
        return fitted.error();
    const auto count = static_cast<std::size_t>(channels);
    std::vector<float> interleaved(fitted->sampleCount() * count);
    for (std::size_t c = 0; c < count; ++c)
        for (std::size_t i = 0; i < fitted->sampleCount(); ++i)
            interleaved[i * count + c] = fitted->channels[c][i];
    return interleaved;
}

} // namespace

/// The parts that play, behind the player's back.
class Player::Output : public QObject
{
public:
    explicit Output(Player& player) : player_(player), format_(deviceFormat()), output_(new SoundOutput(mixer_))
    {
        output_->moveToThread(&thread_);
        connect(&thread_, &QThread::finished, output_, &QObject::deleteLater);
        connect(output_, &SoundOutput::latencyChanged, this, [this](int frames) { latency_ = static_cast<std::size_t>(frames); });
        connect(output_, &SoundOutput::broken, this, [this] {
            setPlaying(false);
            emit player_.failed(Player::tr("The audio device stopped; connect it again and press play."));
        });
        timer_.setInterval(positionIntervalMs);
        connect(&timer_, &QTimer::timeout, this, [this] { tick(); });
        thread_.setObjectName(QStringLiteral("sound output"));
        thread_.start();
    }

    ~Output() override
    {
        QMetaObject::invokeMethod(output_, [output = output_] { output->stop(); }, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }

    void setSound(Side side, Sound sound)
    {
        sources_[index(side)] = std::move(sound);
        convert();
    }

    const Sound& source(Side side) const { return sources_[index(side)]; }
    bool has(Side side) const { return side == Side::Difference ? sources_[0] && sources_[1] : sources_[index(side)] != nullptr; }

    void setPlaying(bool playing)
    {
        if (playing == playing_)
            return;
        if (playing && QMediaDevices::defaultAudioOutput().isNull()) {
            emit player_.failed(Player::tr("There is no audio output; connect one and press play again."));
            return;
        }
        playing_ = playing;
        if (playing) {
            const std::size_t here = frameAt(resting_);
            const bool ended = sounds_ && here >= sounds_->frames();
            mixer_.start(ended ? frameAt(loopFrom_) : here);
            QMetaObject::invokeMethod(output_, [output = output_, format = format_] { output->start(format); });
            timer_.start();
        } else {
            resting_ = position();
            QMetaObject::invokeMethod(output_, [output = output_] { output->stop(); });
            timer_.stop();
            latency_ = 0;
        }
        emit player_.playingChanged(playing);
        emit player_.positionChanged(playing ? position() : resting_);
    }

    void seek(double seconds)
    {
        seconds = std::clamp(seconds, 0.0, player_.duration());
        resting_ = seconds;
        if (playing_) {
            mixer_.seek(frameAt(seconds));
            hold_ = 4; // ticks until the device plays from there
        }
        emit player_.positionChanged(seconds);
    }

    double position() const
    {
        if (!playing_ || hold_ > 0)
            return resting_;
        const std::size_t brought = mixer_.position();
        return static_cast<double>(brought > latency_ ? brought - latency_ : 0) / format_.sampleRate();
    }

    void switchTo(Side side)
    {
        if (side == mixer_.side() || !has(side))
            return;
        mixer_.setSide(side);
        emit player_.sideChanged(side);
    }

    void setLoop(double from, double to)
    {
        loopFrom_ = from < to ? from : 0;
        mixer_.setLoop(frameAt(from), frameAt(std::max(from, to)));
    }

    double loopStart() const { return loopFrom_; }

    void setVolume(double volume)
    {
        QMetaObject::invokeMethod(output_, [output = output_, volume] { output->setVolume(volume); });
    }

    AbMixer& mixer() { return mixer_; }
    bool isPlaying() const { return playing_; }
    QString conversion() const { return conversion_; }

private:
    /// Of A or B.
    static std::size_t index(Side side)
    {
        assert(side != Side::Difference);
        return side == Side::A ? 0 : 1;
    }

    std::size_t frameAt(double seconds) const { return static_cast<std::size_t>(std::max(0.0, seconds) * format_.sampleRate()); }

    void tick()
    {
        hold_ = std::max(0, hold_ - 1);
        if (mixer_.atEnd() && hold_ == 0) {
            resting_ = player_.duration();
            setPlaying(false);
            resting_ = 0;
            emit player_.positionChanged(0);
            return;
        }
        emit player_.positionChanged(position());
    }

    /// Brings both sides to the device's rate and channels; a side that was there already is copied.
    void convert()
    {
        const auto work = [sources = sources_, made = converted_, before = sounds_,
                           format = format_](JobMonitor&) -> Result<std::shared_ptr<const AbSounds>> {
            auto sounds = std::make_shared<AbSounds>();
            sounds->sampleRate = format.sampleRate();
            sounds->channels = format.channelCount();
            for (const Side side : {Side::A, Side::B}) {
                auto& target = side == Side::A ? sounds->a : sounds->b;
                const Sound& source = sources[index(side)];
                if (before && source && made[index(side)] == source) {
                    target = side == Side::A ? before->a : before->b;
                } else if (source) {
                    auto samples = interleavedFor(*source, format.sampleRate(), format.channelCount());
                    if (!samples)
                        return samples.error();
                    target = std::move(*samples);
                }
            }
            return std::shared_ptr<const AbSounds>(std::move(sounds));
        };
        job_.start<std::shared_ptr<const AbSounds>>(
            work, [this, sources = sources_](Result<std::shared_ptr<const AbSounds>> sounds) {
                if (!sounds) {
                    emit player_.failed(QString::fromStdString(sounds.error().message));
                    return;
                }
                sounds_ = *sounds;
                converted_ = sources;
                mixer_.setSounds(sounds_);
                if (!has(mixer_.side()))
                    switchTo(has(Side::A) ? Side::A : Side::B);
                state();
            });
        emit player_.durationChanged(player_.duration());
    }

    void state()
    {
        QStringList parts;
        for (const Side side : {Side::A, Side::B})
            if (const Sound& sound = source(side); sound && sound->sampleRate != format_.sampleRate())
                parts.append(Player::tr("%1: %2 Hz to %3 Hz")
                                 .arg(side == Side::A ? QStringLiteral("A") : QStringLiteral("B"))
                                 .arg(sound->sampleRate)
                                 .arg(format_.sampleRate()));
        conversion_ = parts.join(QStringLiteral(", "));
        emit player_.conversionChanged(conversion_);
    }

    Player& player_;
    QAudioFormat format_;
    AbMixer mixer_;
    QThread thread_;
    SoundOutput* output_; // deleted by its thread
    QTimer timer_;
    std::array<Sound, 2> sources_;
    std::array<Sound, 2> converted_; // what sounds_ was made of
    std::shared_ptr<const AbSounds> sounds_;
    QString conversion_;
    bool playing_ = false;
    double resting_ = 0; // seconds, while not playing
    double loopFrom_ = 0;
    std::size_t latency_ = 0;
    int hold_ = 0;
    Job job_;
};

Player::Player(QObject* parent) : QObject(parent), output_(std::make_unique<Output>(*this)) {}

Player::~Player() = default;

void Player::setSound(Side side, Sound sound)
{
    output_->setSound(side, std::move(sound));
}

bool Player::hasSound(Side side) const
{
    return output_->has(side);
}

void Player::play()
{
    if (hasSound(Side::A) || hasSound(Side::B))
        output_->setPlaying(true);
}

void Player::pause()
{
    output_->setPlaying(false);
}

void Player::stop()
{
    output_->setPlaying(false);
    output_->seek(output_->loopStart());
}

bool Player::isPlaying() const
{
    return output_->isPlaying();
}

void Player::seek(double seconds)
{
    output_->seek(seconds);
}

double Player::position() const
{
    return output_->position();
}

double Player::duration() const
{
    double seconds = 0;
    for (const Side side : {Side::A, Side::B})
        if (hasSound(side))
            seconds = std::max(seconds, output_->source(side)->seconds());
    return seconds;
}

void Player::switchTo(Side side)
{
    output_->switchTo(side);
}

Side Player::side() const
{
    return output_->mixer().side();
}

void Player::setLoop(double from, double to)
{
    output_->setLoop(from, to);
}

void Player::setVolume(double volume)
{
    output_->setVolume(volume);
}

QString Player::conversion() const
{
    return output_->conversion();
}

} // namespace sonoloom
