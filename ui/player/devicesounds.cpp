// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/devicesounds.h"

#include "core/codec/riffusionmix.h"
#include "core/dsp/resample.h"

#include <QStringList>

#include <cassert>

namespace sonoloom
{

namespace
{

using MadeSounds = std::shared_ptr<const AbSounds>;

Result<std::vector<float>> interleavedFor(const Audio& sound, int sampleRate, int channels)
{
    auto fitted = resample(mixedTo(sound, channels), sampleRate);
    if (!fitted)
        return fitted.error();
    const auto count = static_cast<std::size_t>(channels);
    std::vector<float> interleaved(fitted->sampleCount() * count);
    for (std::size_t c = 0; c < count; ++c)
        for (std::size_t i = 0; i < fitted->sampleCount(); ++i)
            interleaved[i * count + c] = fitted->channels[c][i];
    return interleaved;
}

} // namespace

std::size_t DeviceSounds::index(Side side)
{
    assert(side != Side::Difference);
    return side == Side::A ? 0 : 1;
}

void DeviceSounds::setFormat(int sampleRate, int channels)
{
    if (sampleRate == sampleRate_ && channels == channels_)
        return;
    sampleRate_ = sampleRate;
    channels_ = channels;
    if (sources_[0] || sources_[1])
        make();
}

void DeviceSounds::setSource(Side side, std::shared_ptr<const Audio> sound)
{
    sources_[index(side)] = std::move(sound);
    make();
}

bool DeviceSounds::has(Side side) const
{
    return side == Side::Difference ? sources_[0] && sources_[1] : sources_[index(side)] != nullptr;
}

double DeviceSounds::duration() const
{
    double seconds = 0;
    for (const auto& source : sources_)
        if (source)
            seconds = std::max(seconds, source->seconds());
    return seconds;
}

QString DeviceSounds::conversion() const
{
    QStringList parts;
    for (const Side side : {Side::A, Side::B})
        if (const auto& sound = source(side); sound && sound->sampleRate != sampleRate_)
            parts.append(tr("%1: %2 Hz to %3 Hz").arg(side == Side::A ? QStringLiteral("A") : QStringLiteral("B")).arg(sound->sampleRate).arg(sampleRate_));
    return parts.join(QStringLiteral(", "));
}

void DeviceSounds::make()
{
    const auto work = [sources = sources_, made = converted_, before = sounds_, rate = sampleRate_,
                       channels = channels_](JobMonitor&) -> Result<MadeSounds> {
        auto sounds = std::make_shared<AbSounds>();
        sounds->sampleRate = rate;
        sounds->channels = channels;
        const bool alike = before && before->sampleRate == rate && before->channels == channels;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            auto& target = i == 0 ? sounds->a : sounds->b;
            if (alike && sources[i] && made[i] == sources[i]) {
                target = i == 0 ? before->a : before->b;
            } else if (sources[i]) {
                auto samples = interleavedFor(*sources[i], rate, channels);
                if (!samples)
                    return samples.error();
                target = std::move(*samples);
            }
        }
        return MadeSounds(std::move(sounds));
    };
    job_.start<MadeSounds>(work, [this, sources = sources_](Result<MadeSounds> sounds) {
        if (!sounds) {
            emit failed(QString::fromStdString(sounds.error().message));
            return;
        }
        sounds_ = *sounds;
        converted_ = sources;
        emit made();
    });
}

} // namespace sonoloom
