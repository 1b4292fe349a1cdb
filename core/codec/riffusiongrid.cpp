// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/riffusiongrid.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sonoloom
{

namespace
{

/// libpng refuses wider images unless told otherwise, and half the readers are built on it.
constexpr std::size_t greatestWidth = 1'000'000;
/// 1 GiB of samples in memory, where colours count as RGBA.
constexpr std::size_t greatestGreyPixels = std::size_t{1} << 29;
constexpr std::size_t greatestColourPixels = std::size_t{1} << 27;

std::string numberText(double number)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

Error unfit(const char* key, double value, const std::string& why)
{
    return {ErrorCode::InvalidArgument, "'" + std::string(key) + "' is " + numberText(value) + " but " + why};
}

std::size_t ceilDivide(std::size_t a, std::size_t b)
{
    return (a + b - 1) / b;
}

} // namespace

std::size_t columnsPerTile(const RiffusionParams& params)
{
    // 5120 / 0.1 must not become 51201 by the last bit.
    const double columns = std::ceil(params.durationMs / params.stepMs * (1.0 - 1e-12));
    return static_cast<std::size_t>(std::max(1.0, columns));
}

std::vector<TileSpan> bestTiles(std::size_t samples, int hop, std::size_t width)
{
    const auto step = static_cast<std::size_t>(hop);
    const std::size_t columns = std::max<std::size_t>(1, ceilDivide(samples, step));
    if (width == 0)
        width = columns;
    std::vector<TileSpan> tiles;
    for (std::size_t first = 0; first < columns; first += width) {
        const std::size_t count = std::min(width, columns - first);
        tiles.push_back({first, count, static_cast<int>(width), first * step,
                         std::min(count * step, samples - first * step)});
    }
    return tiles;
}

double topHzFor(const RiffusionParams& params, int sampleRate)
{
    const double half = sampleRate / 2.0;
    return params.topHz == RiffusionParams{}.topHz ? std::min(params.topHz, half) : params.topHz;
}

MelAnalysis analysisOf(const RiffusionParams& params, int sampleRate)
{
    return {stftFromMilliseconds(params.paddedMs, params.windowMs, params.stepMs, sampleRate),
            {params.bands, params.minHz, topHzFor(params, sampleRate)},
            sampleRate};
}

Result<void> checkAnalysis(const RiffusionParams& params, int sampleRate)
{
    const std::string rate = std::to_string(sampleRate) + " Hz";
    const MelAnalysis analysis = analysisOf(params, sampleRate);
    if (analysis.mel.topHz > sampleRate / 2.0)
        return unfit("f-max", params.topHz,
                     "sound at " + rate + " reaches only " + numberText(sampleRate / 2.0) +
                         " Hz; give at most " + numberText(sampleRate / 2.0) + ".");
    if (params.minHz >= analysis.mel.topHz)
        return unfit("f-min", params.minHz, "must be below the top frequency " + numberText(analysis.mel.topHz) + " Hz.");
    if (analysis.stft.hop < 1)
        return unfit("step-ms", params.stepMs, "that is less than one sample at " + rate + "; give a longer step.");
    if (analysis.stft.window < 1)
        return unfit("window-ms", params.windowMs, "that is less than one sample at " + rate + "; give a longer window.");
    if (analysis.stft.window > analysis.stft.fftSize)
        return unfit("window-ms", params.windowMs,
                     "must not be longer than 'padded-ms', which is " + numberText(params.paddedMs) + ".");
    if (analysis.stft.hop > analysis.stft.window)
        return unfit("step-ms", params.stepMs,
                     "must not be longer than 'window-ms', which is " + numberText(params.windowMs) + ".");
    return {};
}

Result<void> checkImageSize(std::size_t width, int height, bool grey, const char* field)
{
    const std::size_t greatestPixels = grey ? greatestGreyPixels : greatestColourPixels;
    if (width <= greatestWidth && width * static_cast<std::size_t>(height) <= greatestPixels)
        return {};
    return Error{ErrorCode::TooLarge, "With '" + std::string(field) + "' as given an image would be " +
                                          std::to_string(width) + " x " + std::to_string(height) +
                                          " pixels, more than image programs read; make several shorter ones."};
}

} // namespace sonoloom
