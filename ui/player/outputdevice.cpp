// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/outputdevice.h"

#include <QMediaDevices>

namespace sonoloom
{

namespace
{

QAudioFormat formatOf(const QAudioDevice& device)
{
    QAudioFormat format = device.isNull() ? QAudioFormat() : device.preferredFormat();
    if (format.sampleRate() <= 0)
        format.setSampleRate(48000);
    format.setChannelCount(format.channelCount() == 1 ? 1 : 2);
    format.setSampleFormat(QAudioFormat::Float);
    if (!device.isNull() && !device.isFormatSupported(format))
        format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

} // namespace

OutputDevice outputDevice(const QByteArray& id)
{
    for (const QAudioDevice& device : QMediaDevices::audioOutputs())
        if (!id.isEmpty() && device.id() == id)
            return {device, formatOf(device)};
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    return {device, formatOf(device)};
}

} // namespace sonoloom
