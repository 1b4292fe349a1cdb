// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/wavrecord.h"

#include "core/codec/resonance/bytecoding.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sonoloom
{

namespace
{

using Json = nlohmann::ordered_json;

/// Of what is before and after; every image carries it.
constexpr std::uint64_t longestInRecord = 16384;

constexpr const char* key = "wav";

std::optional<std::uint64_t> countIn(const Json& json, const char* name)
{
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number_unsigned())
        return std::nullopt;
    return found->get<std::uint64_t>();
}

std::optional<std::vector<std::uint8_t>> bytesIn(const Json& json, const char* name)
{
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string())
        return std::nullopt;
    auto bytes = fromBase64(found->get_ref<const std::string&>());
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

} // namespace

Result<WavRecord> wavRecordOf(ByteSource& file, const WavLayout& layout)
{
    WavRecord wav{layout.payload, layout.before, layout.after, layout.before + layout.after > longestInRecord, {}, {}};
    if (wav.drawn)
        return wav;
    auto before = readBytes(file, 0, layout.before);
    if (!before)
        return before.error();
    auto after = readBytes(file, layout.before + layout.payload, layout.after);
    if (!after)
        return after.error();
    wav.before = std::move(*before);
    wav.after = std::move(*after);
    return wav;
}

void setWavRecord(Record& record, const WavRecord& wav)
{
    Json other = Json::parse(record.unknownJson, nullptr, false);
    if (!other.is_object())
        other = Json::object();
    other[key] = {{"bytes", wav.bytes}};
    if (wav.drawn) {
        other[key]["beforeBytes"] = wav.beforeBytes;
        other[key]["afterBytes"] = wav.afterBytes;
    } else {
        other[key]["before"] = toBase64(wav.before);
        other[key]["after"] = toBase64(wav.after);
    }
    record.unknownJson = other.dump();
}

std::optional<WavRecord> wavRecordFrom(const Record& record)
{
    const Json other = Json::parse(record.unknownJson, nullptr, false);
    if (!other.is_object() || !other.contains(key) || !other[key].is_object())
        return std::nullopt;
    const Json& json = other[key];
    const auto bytes = countIn(json, "bytes");
    const auto beforeBytes = countIn(json, "beforeBytes");
    const auto afterBytes = countIn(json, "afterBytes");
    if (bytes && beforeBytes && afterBytes)
        return WavRecord{*bytes, *beforeBytes, *afterBytes, true, {}, {}};
    const auto before = bytesIn(json, "before");
    const auto after = bytesIn(json, "after");
    if (!bytes || !before || !after)
        return std::nullopt;
    return WavRecord{*bytes, before->size(), after->size(), false, *before, *after};
}

std::string checksOf(std::span<const std::uint8_t> bytes)
{
    std::vector<std::uint8_t> checks;
    for (std::size_t i = 0; i < bytes.size(); i += checkedBytes) {
        const std::uint32_t check = crc32(bytes.subspan(i, std::min(checkedBytes, bytes.size() - i)));
        for (const int shift : {24, 16, 8, 0})
            checks.push_back(static_cast<std::uint8_t>(check >> shift));
    }
    return toBase64(checks);
}

} // namespace sonoloom
