// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/images/melplayback.h"

#include "core/base/units.h"
#include "core/pipeline/edit/livesequence.h"

#include <utility>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;

using Sound = std::shared_ptr<const Audio>;

Result<Sound> soundOf(const HeardMel& mel, JobMonitor& monitor)
{
    const auto source = mel.make();
    if (!source)
        return source.error();
    auto found = reconstruct(**source, mel.analysis, mel.samples, {.method = ReconstructMethod::Preview}, allThreads, monitor);
    if (!found)
        return found.error();
    auto sound = std::make_shared<Audio>(std::move(found->audio));
    for (auto& channel : sound->channels)
        for (float& sample : channel)
            sample /= static_cast<float>(int16FullScale);
    return Sound(std::move(sound));
}

} // namespace

MelPlayback::MelPlayback(Player& player, QObject* parent) : QObject(parent), player_(player)
{
    connect(&player, &Player::positionChanged, this, [this](double seconds) { listener_->store(seconds); });
}

void MelPlayback::set(HeardMel mel)
{
    player_.setLength(mel.seconds());
    const auto give = [this](const Sound& piece, double seconds) {
        job_.post([this, piece, seconds] {
            player_.setPiece(piece, seconds);
            emit sounded();
        });
    };
    const auto work = [mel = std::move(mel), listener = listener_, give](JobMonitor& monitor) -> Result<void> {
        const auto source = mel.make();
        if (!source)
            return source.error();
        LiveDecodingJob job;
        job.listener = [listener] { return listener->load(); };
        job.threads = allThreads;
        return soundPieces({**source, mel.analysis, mel.samples}, job, give, monitor);
    };
    job_.start<void>(work, [this](const Result<void>& done) {
        if (!done)
            emit failed(QString::fromStdString(done.error().message));
    });
}

void MelPlayback::clear()
{
    job_.cancel();
    player_.setLength(0);
    player_.setSound(Side::B, nullptr);
    emit sounded();
}

void MelSound::set(HeardMel mel, const std::shared_ptr<const void>& whose, double silenceBefore)
{
    silenceBefore_ = silenceBefore;
    if (isOf(whose)) {
        give();
        return;
    }
    whose_ = whose;
    sound_ = nullptr;
    const auto work = [mel = std::move(mel)](JobMonitor& monitor) { return soundOf(mel, monitor); };
    job_.start<Sound>(work, [this](Result<Sound> sound) {
        if (!sound) {
            whose_ = nullptr;
            emit failed(QString::fromStdString(sound.error().message));
            return;
        }
        sound_ = std::move(*sound);
        give();
    });
}

void MelSound::give()
{
    if (!sound_)
        return;
    auto placed = std::make_shared<Audio>(*sound_);
    const auto silence = static_cast<std::size_t>(silenceBefore_ * placed->sampleRate + 0.5);
    for (auto& channel : placed->channels)
        channel.insert(channel.begin(), silence, 0.0f);
    player_.setSound(Side::A, std::move(placed));
    emit sounded();
}

void MelSound::clear()
{
    job_.cancel();
    whose_ = nullptr;
    sound_ = nullptr;
    player_.setSound(Side::A, nullptr);
    emit sounded();
}

} // namespace sonoloom
