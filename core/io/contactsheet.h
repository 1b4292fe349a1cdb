// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sonoloom
{

/// One picture of a sheet with what is written under it.
struct SheetCell {
    Image picture; ///< 8-bit RGB, shrunk to the cell, never stretched; without pixels: a frame alone
    std::vector<std::string> lines; ///< the first one bold; too long ones are wrapped, at most sheetLines in all
};

inline constexpr int sheetLines = 4;

/// Pictures in rows and columns.
struct ContactSheet {
    std::string title;
    std::size_t columns = 1;
    std::vector<SheetCell> cells; ///< row by row
};

/// The sheet as 8-bit RGB on white. Needs a QGuiApplication, as drawPanels.
Image drawSheet(const ContactSheet& sheet);

} // namespace sonoloom
