// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a PNG file: README.md.
#include "core/codec/record.h"
#include "core/io/imagefile.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace sonoloom;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto image = decodePng({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!image)
        return 0;
    std::vector<std::string> troubles;
    const auto record = recordOfImage(image.value(), troubles);
    if (record && !recordFromJson(recordToJson(*record)))
        std::abort();
    // What was read can be written, and is then the same.
    const auto bytes = encodePng(image.value());
    if (!bytes)
        std::abort();
    const auto again = decodePng(*bytes, "again");
    if (!again || again->samples != image->samples || again->depth != image->depth || again->exif != image->exif)
        std::abort();
    return 0;
}
