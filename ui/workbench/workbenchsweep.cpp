// SPDX-License-Identifier: GPL-3.0-or-later
// The parameter sweep, which is heard through the page's player.
#include "ui/workbench/workbenchpage.h"

#include "ui/panels/transportbar.h"
#include "ui/shape/sweepdialog.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

/// The sound at its place on the original's time: silence before it.
Audio placedAt(const Audio& sound, double from)
{
    const auto lead = static_cast<std::size_t>(from * sound.sampleRate);
    Audio placed = Audio::silence(sound.sampleRate, sound.channelCount(), lead + sound.sampleCount());
    for (std::size_t c = 0; c < sound.channelCount(); ++c)
        std::ranges::copy(sound.channels[c], placed.channels[c].begin() + static_cast<std::ptrdiff_t>(lead));
    return placed;
}

} // namespace

void WorkbenchPage::openSweep()
{
    if (!sweep_) {
        sweep_ = new SweepDialog(session_, window());
        sweep_->setAttribute(Qt::WA_DeleteOnClose);
        connect(&axis_, &TimeAxis::selectionChanged, sweep_, [this] { sweep_->setSelection(axis_.selectedFrom(), axis_.selectedTo()); });
        connect(sweep_, &SweepDialog::heard, this, &WorkbenchPage::hearSwept);
        connect(sweep_, &SweepDialog::playToggled, transport_, &TransportBar::togglePlaying);
        connect(sweep_, &SweepDialog::sideToggled, transport_, &TransportBar::toggleSide);
        connect(sweep_, &QDialog::finished, this, [this] {
            sweptJob_.cancel();
            showResult(); // B is the workbench's own again
        });
    }
    sweep_->setSelection(axis_.selectedFrom(), axis_.selectedTo());
    sweep_->show();
    sweep_->raise();
    sweep_->activateWindow();
}

void WorkbenchPage::hearSwept(const std::shared_ptr<const Audio>& sound, double from)
{
    using Placed = std::shared_ptr<const Audio>;
    const auto place = [sound, from](JobMonitor&) -> Result<Placed> { return Placed(std::make_shared<Audio>(placedAt(*sound, from))); };
    sweptJob_.start<Placed>(place, [this, from, end = from + sound->seconds()](Result<Placed> placed) {
        if (!placed)
            return;
        player_.setSound(Side::B, *placed);
        heardResult_ = *placed;
        if (player_.position() < from || player_.position() >= end)
            player_.seek(from);
        transport_->hear(Side::B);
        showWaveform();
    });
}

} // namespace sonoloom
