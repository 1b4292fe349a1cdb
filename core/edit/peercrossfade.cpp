// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/peercrossfade.h"

#include "core/dsp/fft.h"

#include <algorithm>
#include <complex>

namespace sonoloom
{

namespace
{

AlignedBuffer<std::complex<float>> spectrumOf(const Audio& sound, const Fft& fft)
{
    AlignedBuffer<float> mono(static_cast<std::size_t>(fft.size()));
    for (const auto& channel : sound.channels)
        for (std::size_t i = 0; i < channel.size(); ++i)
            mono[i] += channel[i] / static_cast<float>(sound.channelCount());
    AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(fft.bins()));
    fft.forward(mono, spectrum);
    return spectrum;
}

/// Where the full cross-correlation is greatest, the earliest of equals.
std::ptrdiff_t bestShift(const Audio& a, const Audio& b)
{
    const Fft fft(fastFftSize(static_cast<int>(a.sampleCount() + b.sampleCount())));
    auto product = spectrumOf(a, fft);
    const auto second = spectrumOf(b, fft);
    for (std::size_t k = 0; k < product.size(); ++k)
        product[k] *= std::conj(second[k]);
    AlignedBuffer<float> correlation(static_cast<std::size_t>(fft.size()));
    fft.inverse(product, correlation);
    std::ptrdiff_t best = 0;
    float greatest = -INFINITY;
    for (std::ptrdiff_t shift = 1 - static_cast<std::ptrdiff_t>(b.sampleCount());
         shift < static_cast<std::ptrdiff_t>(a.sampleCount()); ++shift) {
        const float value = correlation[static_cast<std::size_t>((shift + fft.size()) % fft.size())];
        if (value > greatest) {
            greatest = value;
            best = shift;
        }
    }
    return best;
}

Audio shifted(Audio sound, std::size_t zeros)
{
    for (auto& channel : sound.channels)
        channel.insert(channel.begin(), zeros, 0.0f);
    return sound;
}

void cutTo(Audio& sound, std::size_t samples)
{
    for (auto& channel : sound.channels)
        channel.resize(std::min(channel.size(), samples));
}

} // namespace

Result<PeerCrossfade> crossfadeAsPeer(const Audio& a, const Audio& b, double seconds, JobMonitor& monitor)
{
    if (a.sampleRate != b.sampleRate || a.channelCount() != b.channelCount())
        return Error{ErrorCode::InvalidArgument,
                     "Both sounds must have the same rate and channels; convert one of them."};
    const std::ptrdiff_t shift = bestShift(a, b);
    if (monitor.cancelled())
        return cancelledError();
    const auto zeros = static_cast<std::size_t>(shift > 0 ? shift : -shift);
    Audio first = shifted(a, shift > 0 ? 0 : zeros);
    Audio second = shifted(b, shift > 0 ? zeros : 0);
    if (shift > 0)
        cutTo(first, second.sampleCount());
    else
        cutTo(second, first.sampleCount());
    const auto both = static_cast<std::size_t>(seconds * a.sampleRate);
    if (both > first.sampleCount() || both > second.sampleCount())
        return Error{ErrorCode::InvalidArgument,
                     "The transition is longer than a sound; make it shorter with --seconds."};
    PeerCrossfade made{std::move(first), shift};
    const std::size_t begin = made.sound.sampleCount() - both;
    for (std::size_t c = 0; c < made.sound.channelCount(); ++c) {
        auto& channel = made.sound.channels[c];
        channel.resize(begin + second.sampleCount());
        for (std::size_t i = 0; i < second.sampleCount(); ++i)
            channel[begin + i] += second.channels[c][i];
    }
    return made;
}

} // namespace sonoloom
