// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/images/melplayback.h"

#include "core/base/units.h"

#include <utility>

namespace sonoloom
{

namespace
{

using Sound = std::shared_ptr<const Audio>;

Result<Sound> soundOf(const HeardMel& mel, double silenceBefore, JobMonitor& monitor)
{
    const auto source = mel.make();
    if (!source)
        return source.error();
    auto found = reconstruct(**source, mel.analysis, mel.samples, {.method = ReconstructMethod::Preview}, 0, monitor);
    if (!found)
        return found.error();
    auto sound = std::make_shared<Audio>(std::move(found->audio));
    const auto silence = static_cast<std::size_t>(silenceBefore * sound->sampleRate + 0.5);
    for (auto& channel : sound->channels) {
        for (float& sample : channel)
            sample /= static_cast<float>(int16FullScale);
        channel.insert(channel.begin(), silence, 0.0f);
    }
    return Sound(std::move(sound));
}

} // namespace

MelPlayback::MelPlayback(Player& player, Side side, QObject* parent) : QObject(parent), player_(player), side_(side) {}

void MelPlayback::set(HeardMel mel, double silenceBefore)
{
    const auto work = [mel = std::move(mel), silenceBefore](JobMonitor& monitor) { return soundOf(mel, silenceBefore, monitor); };
    job_.start<Sound>(work, [this](Result<Sound> sound) {
        if (!sound) {
            emit failed(QString::fromStdString(sound.error().message));
            return;
        }
        player_.setSound(side_, std::move(*sound));
        emit sounded();
    });
}

void MelPlayback::clear()
{
    job_.cancel();
    player_.setSound(side_, nullptr);
    emit sounded();
}

} // namespace sonoloom
