// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/bandconversion.h"

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

/// The triangles' corners on the mel scale: band b lies between corners b and b + 2.
struct Corners {
    double lowest;
    double step;

    explicit Corners(const MelParams& mel)
        : lowest(melFromHertz(mel.minHz)), step((melFromHertz(mel.topHz) - lowest) / (mel.bands + 1))
    {
    }
    double mel(double corner) const { return lowest + step * corner; }
    /// Half the triangle's base, which is its area.
    double widthHz(double band) const { return (hertzFromMel(mel(band + 2)) - hertzFromMel(mel(band))) / 2; }
};

constexpr int leastLooks = 4; // on each side of a triangle's top

} // namespace

BandConversion::BandConversion(const MelAnalysis& from, const MelAnalysis& to)
    : weights_(static_cast<std::size_t>(to.mel.bands))
{
    const Corners source(from.mel);
    const Corners target(to.mel);
    const double gain = static_cast<double>(to.stft.fftSize) / from.stft.fftSize;
    const int looks = leastLooks * std::max(1, static_cast<int>(std::ceil(target.step / source.step)));
    for (std::size_t b = 0; b < weights_.size(); ++b) {
        std::vector<double> dense(static_cast<std::size_t>(from.mel.bands));
        const double scale = gain * target.widthHz(static_cast<double>(b)) / looks;
        for (int look = 1 - looks; look < looks; ++look) {
            const double side = static_cast<double>(look) / looks;
            const double place = (target.mel(static_cast<double>(b) + 1 + side) - source.lowest) / source.step - 1;
            if (place <= -1 || place >= from.mel.bands)
                continue;
            const double inside = std::clamp(place, 0.0, from.mel.bands - 1.0);
            const auto below = static_cast<std::size_t>(inside);
            const std::size_t above = std::min(below + 1, dense.size() - 1);
            const double share = inside - static_cast<double>(below);
            dense[below] += (1 - share) * (1 - std::abs(side)) * scale / source.widthHz(static_cast<double>(below));
            dense[above] += share * (1 - std::abs(side)) * scale / source.widthHz(static_cast<double>(above));
        }
        for (std::size_t s = 0; s < dense.size(); ++s)
            if (dense[s] > 0)
                weights_[b].push_back({s, static_cast<float>(dense[s])});
    }
}

void BandConversion::apply(std::span<const float> from, std::span<float> to) const
{
    for (std::size_t b = 0; b < to.size(); ++b) {
        float sum = 0;
        for (const Weight& weight : weights_[b])
            sum += weight.weight * from[weight.band];
        to[b] = sum;
    }
}

} // namespace sonoloom
