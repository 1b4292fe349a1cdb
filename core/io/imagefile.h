// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/io/atomicfile.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sonoloom
{

/// Suffixes that a folder's images are known by (lower case, without dot): png, jpg, jpeg, bmp, webp.
const std::vector<std::string>& readableImageSuffixes();

/// True if the name ends in one of them, in upper or lower case.
bool hasImageSuffix(const std::filesystem::path& file);

/// Reads an image: PNG of every kind through libpng (8 and 16 bit, palette and 1..4 bit expanded, texts and eXIf),
/// JPEG (CMYK too, its EXIF), BMP and WebP through Qt, recognised by content. Grey with alpha becomes RGB with alpha.
/// A damaged ancillary chunk of a PNG file is passed over.
/// Errors: NotFound, Unreadable, Unsupported, Corrupt (truncated), TooLarge (over 1 GiB of pixels, judged by the header
/// before any memory is taken, as they lie in Image: two bytes a sample), each naming the file.
Result<Image> readImageFile(const std::filesystem::path& path);

/// The image as the bytes of a PNG file, texts as iTXt, eXIf as it is. Same image, same bytes.
/// Errors: InvalidArgument (no pixels, not 1, 3 or 4 channels of 8 or 16 bits, a keyword that is not 1 to 79 characters
/// of Latin-1), TooLarge, Cancelled.
Result<std::string> encodePng(const Image& image, const JobMonitor& monitor = JobMonitor{});

/// The image from the bytes of a PNG file; `name` is for messages.
Result<Image> decodePng(std::string_view bytes, const std::string& name);

/// Writes a PNG file whole or not at all.
Result<void> writePngFile(const std::filesystem::path& place, const Image& image, Overwrite overwrite);

} // namespace sonoloom
