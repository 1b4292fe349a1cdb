// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/playback.h"

#include "ui/player/soundoutput.h"

namespace sonoloom
{

namespace
{

constexpr int lookMs = 1000;

} // namespace

Playback::Playback(AbMixer& mixer, QObject* parent)
    : QObject(parent), mixer_(mixer), output_(outputDevice({})), sink_(new SoundOutput(mixer_))
{
    sink_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, sink_, &QObject::deleteLater);
    connect(sink_, &SoundOutput::latencyChanged, this, [this](int frames) { latency_ = static_cast<std::size_t>(frames); });
    connect(sink_, &SoundOutput::broken, this, [this] {
        stop();
        emit broken();
    });
    connect(&devices_, &QMediaDevices::audioOutputsChanged, this, &Playback::adopt);
    look_.setInterval(lookMs);
    connect(&look_, &QTimer::timeout, this, &Playback::adopt);
    thread_.setObjectName(QStringLiteral("sound output"));
    thread_.start();
}

Playback::~Playback()
{
    QMetaObject::invokeMethod(sink_, [sink = sink_] { sink->stop(); }, Qt::BlockingQueuedConnection);
    thread_.quit();
    thread_.wait();
}

void Playback::choose(const QByteArray& id)
{
    chosen_ = id;
    adopt();
}

void Playback::adopt()
{
    const OutputDevice found = outputDevice(chosen_);
    if (found == output_)
        return; // others came or went
    emit leaving();
    output_ = found;
    emit deviceChanged();
}

void Playback::start()
{
    running_ = true;
    latency_ = 0;
    look_.start();
    heard_ = std::make_shared<HeardRing>(output_.format.sampleRate(), output_.format.channelCount());
    QMetaObject::invokeMethod(sink_, [sink = sink_, output = output_, heard = heard_] { sink->start(output, heard); });
}

void Playback::stop()
{
    if (!running_)
        return;
    running_ = false;
    look_.stop();
    QMetaObject::invokeMethod(sink_, [sink = sink_] { sink->stop(); });
}

void Playback::setVolume(double volume)
{
    QMetaObject::invokeMethod(sink_, [sink = sink_, volume] { sink->setVolume(volume); });
}

} // namespace sonoloom
