// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/imagefile.h"

#include "core/io/failure.h"
#include "core/io/pngcodec.h"
#include "core/io/qtimage.h"

#include <algorithm>
#include <cctype>

namespace sonoloom
{

const std::vector<std::string>& readableImageSuffixes()
{
    static const std::vector<std::string> suffixes{"png", "jpg", "jpeg", "bmp", "webp"};
    return suffixes;
}

bool hasImageSuffix(const std::filesystem::path& file)
{
    std::string suffix = file.extension().string();
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::ranges::any_of(readableImageSuffixes(), [&](const std::string& known) { return suffix == "." + known; });
}

Result<Image> readImageFile(const std::filesystem::path& path)
{
    const auto bytes = readFile(path);
    if (!bytes) {
        return bytes.error();
    }
    if (bytes->empty()) {
        return Error{ErrorCode::Corrupt, quoted(path) + " is empty; choose an image."};
    }
    if (bytes->starts_with(pngSignature)) {
        return decodePng(*bytes, path.string());
    }
    return decodeQtImage(*bytes, path.string());
}

Result<void> writePngFile(const std::filesystem::path& place, const Image& image, Overwrite overwrite)
{
    const auto bytes = encodePng(image);
    if (!bytes) {
        return bytes.error();
    }
    return writeFile(place, *bytes, overwrite);
}

} // namespace sonoloom
