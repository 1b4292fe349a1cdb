// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/codec/record.h"
#include "core/io/atomicfile.h"
#include "core/pipeline/decode.h"

#include <filesystem>
#include <optional>

namespace sonoloom
{

/// The image as trainers and generators take it: 8-bit RGB.
///
/// Grey becomes R = G = B; 16 bits are rounded to 8, p / 257; what is transparent shows the colour that silence has in the
/// record's format (wavdiff 0, 128, 128, resonance black, else white). Other texts and EXIF are kept. `record`, if it names
/// a format, goes into the image, its parameters `depth` and `rgb` made right.
///
/// Why not 16-bit grey: Pillow 9.4 opens it in mode I, and its convert("RGB") cuts off at 255, which leaves one level of
/// 256 and the rest white; of 16-bit RGB it drops the low byte.
Image toRgb(const Image& image, std::optional<Record> record);

/// The record of what toRgb makes: its parameters `depth` and `rgb` made right.
Record rgbRecord(Record record);

/// One image file to an RGB PNG file.
struct RgbFile {
    std::filesystem::path output;
    int width = 0;
    int height = 0;
    int depthBefore = 8;
    int channelsBefore = 1; ///< 4: what was transparent was filled
};

/// The image `index` of `images`, with its record wherever it was found, to `output`.
/// Errors: those of ImageFiles::load, Exists, WriteFailed.
Result<RgbFile> writeRgb(ImageFiles& images, std::size_t index, const std::filesystem::path& output, Overwrite overwrite);

} // namespace sonoloom
