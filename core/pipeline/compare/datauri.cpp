// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/compare/datauri.h"

#include "core/codec/resonance/bytecoding.h"

#include <cstdint>
#include <span>

namespace sonoloom
{

std::string dataUri(std::string_view mediaType, std::string_view bytes)
{
    const std::span content(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    return "data:" + std::string(mediaType) + ";base64," + toBase64(content);
}

std::string uriOfName(std::string_view name)
{
    constexpr std::string_view kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri;
    for (const char letter : name) {
        const auto byte = static_cast<std::uint8_t>(letter);
        if (kept.find(letter) != std::string_view::npos)
            uri += letter;
        else
            uri += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return uri;
}

} // namespace sonoloom
