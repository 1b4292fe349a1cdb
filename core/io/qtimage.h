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

} // namespace sonoloom
