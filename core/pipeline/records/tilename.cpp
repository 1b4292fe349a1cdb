// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/records/tilename.h"

#include <algorithm>
#include <array>

namespace sonoloom
{

namespace
{

constexpr std::array imageSuffixes{".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Bytes of letters beyond ASCII count as letters.
bool isWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::string plainTileName(std::string_view fileName)
{
    std::string low(fileName.substr(fileName.find_last_of('/') + 1));
    std::ranges::transform(low, low.begin(), lower);
    const auto suffix = [&low] {
        return std::ranges::find_if(imageSuffixes, [&low](const char* each) { return low.ends_with(each); });
    };
    for (auto found = suffix(); found != imageSuffixes.end(); found = suffix())
        low.resize(low.size() - std::string_view(*found).size());
    std::string plain;
    for (const char c : low)
        if (isWord(c))
            plain += c;
        else if (!plain.empty() && plain.back() != '_')
            plain += '_';
    return plain.ends_with('_') ? plain.substr(0, plain.size() - 1) : plain;
}

bool namesTile(std::string_view image, std::string_view tile)
{
    if (tile.empty())
        return false;
    for (std::size_t at = image.find(tile); at != std::string_view::npos; at = image.find(tile, at + 1)) {
        const std::size_t end = at + tile.size();
        if ((at == 0 || image[at - 1] == '_') && (end == image.size() || !isDigit(image[end])))
            return true;
    }
    return false;
}

} // namespace sonoloom
