// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/images/blendparams.h"

#include <algorithm>
#include <charconv>

namespace sonoloom
{

namespace
{

constexpr double orderedLength = 0.5; // of a band's change where bands go one after the other
constexpr double rounding = 1e-9;

/// The values between commas; one for all bands is repeated. Errors: InvalidArgument.
Result<std::vector<std::string>> listOf(const char* field, const std::string& text, int bands)
{
    std::vector<std::string> values;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        values.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    if (values.size() == 1)
        values.resize(static_cast<std::size_t>(bands), values.front());
    if (values.size() != static_cast<std::size_t>(bands))
        return Error{ErrorCode::InvalidArgument, std::string("'") + field + "' has " + std::to_string(values.size()) +
                                                     " values for " + std::to_string(bands) +
                                                     " bands; give one, or one for each."};
    return values;
}

/// Errors: InvalidArgument.
Result<double> shareFrom(const char* field, const std::string& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size() && value >= 0 && value <= 1)
        return value;
    return Error{ErrorCode::InvalidArgument,
                 std::string("'") + field + "' must be numbers from 0 to 1, not '" + text + "'."};
}

/// Sets `member` of each band from a list; an empty one leaves them.
Result<void> setShares(std::vector<BandFade>& fades, double BandFade::*member, const char* field,
                       const std::string& text)
{
    if (text.empty())
        return {};
    const auto values = listOf(field, text, static_cast<int>(fades.size()));
    if (!values)
        return values.error();
    for (std::size_t b = 0; b < fades.size(); ++b) {
        const auto share = shareFrom(field, (*values)[b]);
        if (!share)
            return share.error();
        fades[b].*member = *share;
    }
    return {};
}

std::vector<BandFade> ordered(const BlendParams& params)
{
    std::vector<BandFade> fades(static_cast<std::size_t>(params.bands));
    if (params.order == BlendOrder::Whole || params.bands == 1)
        return fades;
    for (std::size_t b = 0; b < fades.size(); ++b) {
        const double height = static_cast<double>(b) / (params.bands - 1);
        fades[b].start = (1 - orderedLength) * (params.order == BlendOrder::BassFirst ? height : 1 - height);
        fades[b].length = orderedLength;
    }
    return fades;
}

} // namespace

Result<std::vector<BandFade>> bandFades(const BlendParams& params)
{
    if (auto fits = checkParams(params); !fits)
        return fits.error();
    std::vector<BandFade> fades = ordered(params);
    const auto curves = listOf("curve", params.curve, params.bands);
    if (!curves)
        return curves.error();
    for (std::size_t b = 0; b < fades.size(); ++b) {
        auto curve = blendCurveFrom((*curves)[b]);
        if (!curve)
            return curve.error();
        fades[b].curve = std::move(*curve);
    }
    if (auto set = setShares(fades, &BandFade::start, "starts", params.starts); !set)
        return set.error();
    if (params.lengths.empty())
        for (BandFade& fade : fades)
            fade.length = std::min(fade.length, 1 - fade.start);
    if (auto set = setShares(fades, &BandFade::length, "lengths", params.lengths); !set)
        return set.error();
    for (const BandFade& fade : fades)
        if (fade.start + fade.length > 1 + rounding)
            return Error{
                ErrorCode::InvalidArgument,
                "A band starts so late that its length goes beyond the region; give smaller 'starts' or 'lengths'."};
    return fades;
}

} // namespace sonoloom
