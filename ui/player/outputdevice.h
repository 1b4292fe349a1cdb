// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAudioDevice>
#include <QAudioFormat>
#include <QByteArray>

namespace sonoloom
{

/// Where sound goes and in which form.
struct OutputDevice {
    QAudioDevice device; ///< null: there is none
    QAudioFormat format; ///< what the device plays, or a usual format if there is none
    bool operator==(const OutputDevice&) const = default;
};

/// The device with this id, or the system's own where the id is empty or no such device is there.
OutputDevice outputDevice(const QByteArray& id);

} // namespace sonoloom
