// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sonoloom
{

/// Bytes as a URI that holds them. Source: RFC 2397.
std::string dataUri(std::string_view mediaType, std::string_view bytes);

/// A file's name as a relative URI: all but letters, digits and -._~ as percent codes. Source: RFC 3986.
std::string uriOfName(std::string_view name);

} // namespace sonoloom
