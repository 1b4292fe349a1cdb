// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sonoloom
{

/// 256 colours each, six hexadecimal digits a colour (RRGGBB), from the lowest value to the highest.
extern const std::string_view magmaTable;
extern const std::string_view viridisTable;
extern const std::string_view cividisTable;
extern const std::string_view infernoTable;

} // namespace sonoloom
