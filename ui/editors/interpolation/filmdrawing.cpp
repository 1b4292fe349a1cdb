// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/interpolation/filmdrawing.h"

#include "core/pipeline/edit/interpolatefiles.h"
#include "core/pipeline/edit/melbetween.h"
#include "core/pipeline/edit/owningmel.h"

namespace sonoloom
{

namespace
{

constexpr int oneThread = 1;

} // namespace

Result<std::unique_ptr<MagnitudeSource>> betweenHeld(const std::shared_ptr<HeldMel>& mel, const InterpolationParams& params,
                                                     std::vector<double> shares)
{
    const auto how = interpolationOf(params, mel->levelPower());
    if (!how)
        return how.error();
    MelBetween between(*mel, std::move(shares), *how);
    return std::unique_ptr<MagnitudeSource>(std::make_unique<OwningMel<MelBetween>>(mel, std::move(between)));
}

Result<std::shared_ptr<const DisplaySpectrogram>> drawFilm(const std::shared_ptr<HeldMel>& mel, const InterpolationParams& params,
                                                           const std::vector<std::size_t>& begins, std::size_t columns,
                                                           JobMonitor& monitor)
{
    auto shares = sharesOf(params);
    if (!shares)
        return shares.error();
    const auto source = betweenHeld(mel, params, std::move(*shares));
    if (!source)
        return source.error();
    const std::size_t images = begins.size() - 1;
    const double columnSeconds = static_cast<double>(mel->analysis().stft.hop) / mel->analysis().sampleRate;
    DisplayBuilder builder(mel->analysis(), images * columns, static_cast<double>(images * columns) * columnSeconds, oneThread);
    for (std::size_t image = 0; image < images; ++image) {
        const std::size_t width = begins[image + 1] - begins[image];
        for (std::size_t x = 0; x < columns; ++x) {
            if (monitor.cancelled())
                return cancelledError();
            const auto column = (*source)->read(begins[image] + (2 * x + 1) * width / (2 * columns), 1);
            if (!column)
                return column.error();
            builder.add(image * columns + x, *column);
        }
    }
    return std::move(builder).finish();
}

} // namespace sonoloom
