// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sonoloom
{

/// A file name as it is compared: without folder and image suffixes, lower case, all that is no letter and no digit one '_'.
/// "00012-Song (live)_00003.png" becomes "00012_song_live_00003".
std::string plainTileName(std::string_view fileName);

/// True if the tile's plain name stands in that of an image as generators rename: behind its beginning or '_', before its
/// end or anything but a digit. "song_00003" stands in "00012_song_00003_upscaled" and "song_00003_1", but neither in
/// "mysong_00003" nor in "song_000031".
bool namesTile(std::string_view image, std::string_view tile);

} // namespace sonoloom
