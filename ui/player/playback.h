// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/abmixer.h"
#include "ui/player/heardring.h"
#include "ui/player/outputdevice.h"

#include <QMediaDevices>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

namespace sonoloom
{

class SoundOutput;

/// Lets a device play a mixer, on a thread of its own, and follows devices as they come and go.
class Playback : public QObject
{
    Q_OBJECT

public:
    /// @param mixer must outlive this
    explicit Playback(AbMixer& mixer, QObject* parent = nullptr);
    ~Playback() override;

    const QAudioFormat& format() const { return output_.format; }
    bool hasDevice() const { return !output_.device.isNull(); }
    /// Empty if there is none.
    QString deviceName() const { return output_.device.description(); }
    /// The id that was chosen, empty for the system's own.
    const QByteArray& chosen() const { return chosen_; }
    /// Where sound goes from now on; the system's own while no device has this id.
    void choose(const QByteArray& id);

    /// Looks whether the device is still the one to take: some systems do not say when devices come and go, so that this is
    /// called before playing, and again and again meanwhile.
    void adopt();

    /// The device begins to read the mixer, or begins anew.
    void start();
    void stop();
    bool isRunning() const { return running_; }
    void setVolume(double volume);

    /// Frames that the mixer brought and nobody has heard yet.
    std::size_t latency() const { return running_ ? latency_ : 0; }
    /// What is played since the last start(); null before.
    const std::shared_ptr<HeardRing>& heard() const { return heard_; }

signals:
    /// The device stopped by itself.
    void broken();
    /// Another device or format is about to be taken; what plays must stop().
    void leaving();
    /// It was taken.
    void deviceChanged();

private:
    AbMixer& mixer_;
    QMediaDevices devices_;
    QTimer look_;
    QByteArray chosen_;
    OutputDevice output_;
    QThread thread_;
    SoundOutput* sink_; // deleted by its thread
    std::shared_ptr<HeardRing> heard_;
    bool running_ = false;
    std::size_t latency_ = 0;
};

} // namespace sonoloom
