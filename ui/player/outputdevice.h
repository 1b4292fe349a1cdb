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
    /// Whether sound goes to the same place in the same form; which one is the system's own does not count.
    bool operator==(const OutputDevice& other) const { return device.id() == other.device.id() && format == other.format; }
};

/// The device with this id, or the system's own where the id is empty or no such device is there.
OutputDevice outputDevice(const QByteArray& id);

} // namespace sonoloom
