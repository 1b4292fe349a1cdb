// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/devicesounds.h"

#include "core/codec/riffusionmix.h"
#include "core/dsp/resample.h"

#include <QStringList>

#include <cassert>
#include <cmath>
#include <numbers>

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

/// A piece in a sound; its ends fade into what lies there.
SideSamples joined(const SideSamples& whole, std::vector<float> piece, double seconds, const AbSounds& format)
{
    const auto channels = static_cast<std::size_t>(format.channels);
    const std::size_t at = static_cast<std::size_t>(std::llround(seconds * format.sampleRate)) * channels;
    const std::size_t frames = piece.size() / channels;
    const auto fade = std::min(frames / 2, static_cast<std::size_t>(AbMixer::fadeSeconds * format.sampleRate));
    for (std::size_t i = 0; i < fade; ++i) {
        const auto weight = static_cast<float>(0.5 - 0.5 * std::cos(std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(fade)));
        for (std::size_t c = 0; c < channels; ++c)
            for (const std::size_t place : {i * channels + c, (frames - 1 - i) * channels + c}) {
                const float there = whole.at(at + place);
                piece[place] = there + weight * (piece[place] - there);
            }
    }
    return whole.with(std::move(piece), at);
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
    if (side == Side::B)
        piece_ = {};
    make();
}

void DeviceSounds::setPiece(std::shared_ptr<const Audio> sound, double seconds)
{
    piece_ = {std::move(sound), seconds};
    make();
}

void DeviceSounds::setLength(double seconds)
{
    if (seconds == length_)
        return;
    length_ = seconds;
    if (has(Side::B))
        make();
}

bool DeviceSounds::has(Side side) const
{
    const bool hasB = sources_[1] || piece_.sound;
    return side == Side::Difference ? sources_[0] && hasB : side == Side::B ? hasB : sources_[0] != nullptr;
}

double DeviceSounds::duration() const
{
    double seconds = has(Side::B) ? length_ : 0;
    for (const auto& source : sources_)
        if (source)
            seconds = std::max(seconds, source->seconds());
    if (piece_.sound)
        seconds = std::max(seconds, piece_.seconds + piece_.sound->seconds());
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
    const auto work = [sources = sources_, made = converted_, before = sounds_, rate = sampleRate_, channels = channels_, piece = piece_,
                       madePiece = convertedPiece_, length = length_](JobMonitor&) -> Result<MadeSounds> {
        auto sounds = std::make_shared<AbSounds>();
        sounds->sampleRate = rate;
        sounds->channels = channels;
        const bool alike = before && before->sampleRate == rate && before->channels == channels;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            auto& target = i == 0 ? sounds->a : sounds->b;
            if (alike && sources[i] && made[i] == sources[i]) {
                target = i == 0 ? before->a : before->b.whole();
            } else if (sources[i]) {
                auto samples = interleavedFor(*sources[i], rate, channels);
                if (!samples)
                    return samples.error();
                target = std::move(*samples);
            }
        }
        if (alike && piece.sound && piece == madePiece && sources[1] == made[1]) {
            sounds->b = before->b;
        } else if (piece.sound) {
            auto samples = interleavedFor(*piece.sound, rate, channels);
            if (!samples)
                return samples.error();
            sounds->b = joined(sounds->b, std::move(*samples), piece.seconds, *sounds);
        }
        if (!sounds->b.empty())
            sounds->b = sounds->b.lasting(static_cast<std::size_t>(length * rate) * static_cast<std::size_t>(channels));
        return MadeSounds(std::move(sounds));
    };
    job_.start<MadeSounds>(work, [this, sources = sources_, piece = piece_](Result<MadeSounds> sounds) {
        if (!sounds) {
            emit failed(QString::fromStdString(sounds.error().message));
            return;
        }
        sounds_ = *sounds;
        converted_ = sources;
        convertedPiece_ = piece;
        emit made();
    });
}

} // namespace sonoloom
