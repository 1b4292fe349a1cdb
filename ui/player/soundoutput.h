// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/abmixer.h"
#include "ui/player/heardring.h"
#include "ui/player/outputdevice.h"

#include <QIODevice>
#include <QObject>

#include <memory>

class QAudioSink;

namespace sonoloom
{

/// A mixer as the endless device that an audio sink reads from. 16-bit or float samples, as the format says; what it
/// reads is pushed into `heard`, too.
class MixerDevice final : public QIODevice
{
    Q_OBJECT

public:
    MixerDevice(AbMixer& mixer, const QAudioFormat& format, std::shared_ptr<HeardRing> heard);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* out, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    AbMixer& mixer_;
    QAudioFormat format_;
    std::shared_ptr<HeardRing> heard_;
    std::vector<float> block_;
};

/// The system's audio output, living in a thread of its own, so that a busy window is not heard.
class SoundOutput final : public QObject
{
    Q_OBJECT

public:
    explicit SoundOutput(AbMixer& mixer);
    ~SoundOutput() override;

public slots:
    void start(const sonoloom::OutputDevice& output, const std::shared_ptr<sonoloom::HeardRing>& heard);
    void stop();
    void setVolume(double volume);

signals:
    /// Samples that the device holds and has not played yet, in frames.
    void latencyChanged(int frames);
    void broken();

private:
    AbMixer& mixer_;
    double volume_ = 1.0;
    std::unique_ptr<MixerDevice> device_;
    std::unique_ptr<QAudioSink> sink_;
};

} // namespace sonoloom
