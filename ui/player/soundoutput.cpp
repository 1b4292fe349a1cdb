// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/soundoutput.h"

#include <QAudioSink>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sonoloom
{

namespace
{

constexpr double int16Scale = 32767.0;

} // namespace

MixerDevice::MixerDevice(AbMixer& mixer, const QAudioFormat& format, std::shared_ptr<HeardRing> heard)
    : mixer_(mixer), format_(format), heard_(std::move(heard))
{
}

qint64 MixerDevice::bytesAvailable() const
{
    return qint64{1} << 30; // never dry: at the end it is silent
}

qint64 MixerDevice::readData(char* out, qint64 most)
{
    const auto frameBytes = static_cast<qint64>(format_.bytesPerFrame());
    const auto values = static_cast<std::size_t>(most / frameBytes * format_.channelCount());
    block_.resize(values);
    mixer_.read(block_);
    heard_->push(block_);
    if (format_.sampleFormat() == QAudioFormat::Float) {
        std::memcpy(out, block_.data(), values * sizeof(float));
    } else {
        auto* samples = reinterpret_cast<qint16*>(out);
        for (std::size_t i = 0; i < values; ++i)
            samples[i] = static_cast<qint16>(std::lround(std::clamp(block_[i], -1.0f, 1.0f) * int16Scale));
    }
    return most / frameBytes * frameBytes;
}

SoundOutput::SoundOutput(AbMixer& mixer) : mixer_(mixer) {}

SoundOutput::~SoundOutput()
{
    stop();
}

void SoundOutput::start(const OutputDevice& output, const std::shared_ptr<HeardRing>& heard)
{
    stop();
    device_ = std::make_unique<MixerDevice>(mixer_, output.format, heard);
    device_->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    sink_ = std::make_unique<QAudioSink>(output.device, output.format);
    sink_->setVolume(volume_);
    connect(sink_.get(), &QAudioSink::stateChanged, this, [this] {
        if (sink_ && sink_->state() == QAudio::StoppedState && sink_->error() != QAudio::NoError)
            emit broken();
    });
    sink_->start(device_.get());
    const auto latency = static_cast<int>(sink_->bufferSize() / std::max(1, output.format.bytesPerFrame()));
    heard->setDelay(latency);
    emit latencyChanged(latency);
}

void SoundOutput::stop()
{
    if (sink_) {
        sink_->disconnect(this);
        sink_->reset(); // drops what is buffered: a pause is heard at once
    }
    sink_.reset();
    device_.reset();
}

void SoundOutput::setVolume(double volume)
{
    volume_ = volume;
    if (sink_)
        sink_->setVolume(volume);
}

} // namespace sonoloom
