// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/reading.h"

#include "core/codec/resonance/bytecoding.h"
#include "core/codec/resonance/encode.h"
#include "core/codec/resonance/estimate.h"
#include "core/codec/resonance/look.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

/// The record's parameters where they can be, beaten by given ones with a notice.
ResonanceParams paramsFrom(const Record& record, const std::string& name, const ResonanceWish& wish, JobMonitor& monitor)
{
    ResonanceParams params;
    ResonanceParams asked = wish.params;
    const auto fields = fieldsOf(params);
    for (const Field& field : fieldsOf(asked)) {
        const std::string key(field.key);
        const Field& own = *findField(fields, key);
        const auto recorded = record.params.find(key);
        if (recorded != record.params.end() && (!setFieldText(own, recorded->second) || !checkField(own))) {
            monitor.notice("The record of '" + name + "' has an impossible '" + key + "', which is passed over.");
            static_cast<void>(setFieldText(own, fieldText(field)));
        }
        const bool isCode = key == "expansion" || key == "code"; // the size is the image's
        if (isCode && wish.gives(key) && fieldText(own) != fieldText(field)) {
            monitor.notice("The record says '" + key + "' " + fieldText(own) + "; " + fieldText(field) + " is taken as given.");
            static_cast<void>(setFieldText(own, fieldText(field)));
        }
    }
    return params;
}

Result<void> readBitsInto(ResonanceReading& reading, const Image& image)
{
    reading.bits = readBitsHeader(image, reading.grid);
    if (const auto found = reading.bits ? std::nullopt : findBits(image)) {
        reading.bits = found->header;
        reading.drawn.expansion = found->expansion;
        reading.drawn.width = image.width;
        reading.drawn.height = image.height;
        reading.grid = gridIn(image, reading.drawn);
    }
    if (!reading.bits)
        return Error{ErrorCode::Unsupported, "'" + reading.name + "' holds no bits that can be read; it is too damaged, or "
                                                                  "'expansion' or 'code' is wrong."};
    reading.offset = reading.bits->offset;
    reading.bytes = reading.bits->bytes;
    reading.placed = true;
    return {};
}

void readPlace(ResonanceReading& reading)
{
    reading.bytes = reading.grid.blocks() * 3;
    if (!reading.record || !reading.record->tile || !reading.wav)
        return;
    const std::uint64_t size = reading.wav->bytes + (reading.wav->drawn ? reading.wav->beforeBytes + reading.wav->afterBytes : 0);
    reading.offset = static_cast<std::uint64_t>(reading.record->tile->index) * resonanceCapacity(reading.drawn);
    if (reading.offset >= size)
        return;
    reading.bytes = std::min(reading.bytes, size - reading.offset);
    reading.placed = true;
}

} // namespace

bool ResonanceWish::gives(std::string_view key) const
{
    return std::ranges::find(given, key) != given.end();
}

Result<ResonanceReading> readingOf(const Image& image, const std::string& name, const std::optional<Record>& record,
                                   const ResonanceWish& wish, JobMonitor& monitor)
{
    ResonanceReading reading;
    reading.name = name;
    reading.width = image.width;
    reading.height = image.height;
    if (record && record->format == "resonance" && !wish.params.compatible) {
        reading.record = record;
        reading.wav = wavRecordFrom(*record);
        reading.drawn = paramsFrom(*record, name, wish, monitor);
        if (reading.drawn.width != image.width || reading.drawn.height != image.height)
            monitor.notice("'" + name + "' was resized; it is read as well as that allows.");
    } else {
        reading.drawn = {image.width, image.height, wish.params.expansion, wish.params.code, wish.params.compatible};
        const bool looks = !wish.params.compatible && !wish.gives("expansion");
        if (const auto found = looks && !wish.gives("code") ? findBits(image) : std::nullopt) {
            reading.drawn.code = ResonanceCode::Bits;
            reading.drawn.expansion = found->expansion;
        } else if (looks && reading.drawn.code == ResonanceCode::Bytes) {
            reading.drawn.expansion = findExpansion(asRgb8(image));
        }
    }
    if (gridOf(reading.drawn.width, reading.drawn.height, reading.drawn.expansion).blocks() == 0)
        return Error{ErrorCode::InvalidArgument, "'" + name + "' is too small for 'expansion' " +
                                                     std::to_string(reading.drawn.expansion) + "; give the one it was made with."};
    reading.grid = gridIn(image, reading.drawn);
    if (reading.grid.stepX < 1 || reading.grid.stepY < 1)
        return Error{ErrorCode::InvalidArgument, "'" + name + "' was made smaller than its blocks and has lost them; take the "
                                                              "original."};
    if (reading.drawn.code == ResonanceCode::Bits) {
        if (auto read = readBitsInto(reading, image); !read)
            return read.error();
    } else {
        readPlace(reading);
    }
    return reading;
}

TileBytes bytesOf(const Image& image, const ResonanceReading& reading, bool compatible)
{
    if (reading.bits)
        return readBits(image, reading.grid, *reading.bits);
    const bool isRgb8 = image.channels == 3 && image.depth == 8;
    const Image converted = isRgb8 ? Image() : asRgb8(image);
    const Image& rgb = isRgb8 ? image : converted;
    TileBytes tile{compatible ? topLeftBytes(rgb, reading.grid) : estimateBytes(rgb, reading.grid), {}};
    tile.bytes.resize(static_cast<std::size_t>(reading.bytes));
    const auto checks = reading.record && reading.record->tile ? fromBase64(reading.record->tile->checks)
                                                                : Result<std::vector<std::uint8_t>>(std::vector<std::uint8_t>{});
    if (!checks)
        return tile;
    for (std::size_t i = 0; i < tile.bytes.size() && i / checkedBytes * 4 + 4 <= checks->size(); i += checkedBytes) {
        const std::size_t end = std::min(i + checkedBytes, tile.bytes.size());
        const std::uint8_t* check = checks->data() + i / checkedBytes * 4;
        const std::uint32_t expected = static_cast<std::uint32_t>(check[0]) << 24 | static_cast<std::uint32_t>(check[1]) << 16 |
                                       static_cast<std::uint32_t>(check[2]) << 8 | check[3];
        if (crc32(std::span(tile.bytes).subspan(i, end - i)) != expected)
            tile.damaged.emplace_back(i, end);
    }
    return tile;
}

} // namespace sonoloom
