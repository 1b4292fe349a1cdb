// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace sonoloom
{

/// The image from the bytes of a JPEG, BMP or WebP file, recognised by content; `name` is for messages.
/// Errors as readImageFile.
Result<Image> decodeQtImage(std::string_view bytes, const std::string& name);

/// An 8-bit RGB image as the bytes of a JPEG file. Errors: Unsupported where Qt has no JPEG writer.
/// @param quality 0 to 100
Result<std::string> encodeJpeg(const Image& image, int quality);

} // namespace sonoloom
