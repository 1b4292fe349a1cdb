// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/record.h"

#include <nlohmann/json.hpp>

#include <concepts>
#include <limits>

namespace sonoloom
{

namespace
{

using Json = nlohmann::ordered_json;

/// Deeper than any of ours; keeps a hostile text from exhausting the stack.
constexpr int greatestDepth = 32;

Json parsed(std::string_view text)
{
    bool tooDeep = false;
    const auto watch = [&](int depth, Json::parse_event_t, Json&) {
        tooDeep = tooDeep || depth > greatestDepth;
        return !tooDeep;
    };
    Json json = Json::parse(text, watch, false);
    return tooDeep ? Json(Json::value_t::discarded) : json;
}

/// File names may hold bytes that are no UTF-8: those are replaced, not thrown at.
std::string dumped(const Json& json, int indent = -1)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// Takes known keys out of an object, so that the unknown ones stay behind; remembers the first impossible value.
class Taker
{
public:
    explicit Taker(Json object) : object_(std::move(object)) {}

    template <class Value>
    void take(const char* key, Value& target)
    {
        const auto found = object_.find(key);
        if (found == object_.end())
            return;
        if (!assign(*found, target))
            complain(key, *found);
        object_.erase(found);
    }
    void take(const char* key, std::optional<double>& target)
    {
        const auto found = object_.find(key);
        if (found == object_.end())
            return;
        if (found->is_null()) {
            object_.erase(found);
            return;
        }
        double value = 0;
        take(key, value);
        target = value;
    }
    /// The object under `key`, emptied of what `read` takes from it; what it leaves stays.
    template <class Read>
    bool within(const char* key, Read read)
    {
        const auto found = object_.find(key);
        if (found == object_.end())
            return false;
        if (!found->is_object()) {
            complain(key, *found);
            return false;
        }
        Taker inner(*found);
        read(inner);
        if (error_.empty())
            error_ = inner.error_;
        if (inner.object_.empty())
            object_.erase(key);
        else
            object_[key] = inner.object_;
        return true;
    }

    const std::string& error() const { return error_; }
    const Json& rest() const { return object_; }

private:
    void complain(const char* key, const Json& value)
    {
        if (error_.empty())
            error_ = "The record's '" + std::string(key) + "' cannot be " + dumped(value).substr(0, 60) + ".";
    }
    static bool assign(const Json& json, std::string& target)
    {
        if (!json.is_string())
            return false;
        target = json.get<std::string>();
        return true;
    }
    static bool assign(const Json& json, double& target)
    {
        if (!json.is_number())
            return false;
        target = json.get<double>();
        return true;
    }
    /// Counts: whole, not negative, and not beyond the type.
    template <std::integral Count>
    static bool assign(const Json& json, Count& target)
    {
        if (!json.is_number_unsigned())
            return false;
        const auto value = json.get<std::uint64_t>();
        if (value > static_cast<std::uint64_t>(std::numeric_limits<Count>::max()))
            return false;
        target = static_cast<Count>(value);
        return true;
    }
    static bool assign(const Json& json, std::map<std::string, std::string>& target)
    {
        if (!json.is_object())
            return false;
        for (const auto& [key, value] : json.items())
            target[key] = value.is_string() ? value.template get<std::string>() : dumped(value);
        return true;
    }

    Json object_;
    std::string error_;
};

/// A parameter's text as the JSON value it looks like: a number, true, false, else a string.
Json valueOf(const std::string& text)
{
    const Json value = Json::parse(text, nullptr, false);
    return value.is_number() || value.is_boolean() ? value : Json(text);
}

Json jsonOf(const Record::Source& source)
{
    return {{"name", source.name}, {"sha256", source.sha256}, {"samples", source.samples}};
}

Json jsonOf(const Record::TilePlace& tile)
{
    Json json{{"index", tile.index},
              {"count", tile.count},
              {"firstSample", tile.firstSample},
              {"samples", tile.samples},
              {"columns", tile.columns}};
    if (!tile.checks.empty())
        json["checks"] = tile.checks;
    return json;
}

Json jsonOf(const Record::Level& level)
{
    Json json{{"rule", level.rule}, {"maxvol", level.maxvol}};
    if (level.lo)
        json["lo"] = *level.lo;
    if (level.hi)
        json["hi"] = *level.hi;
    return json;
}

Json jsonOf(const Record& record)
{
    Json json{{"format", record.format}, {"version", record.version}, {"params", Json::object()}};
    for (const auto& [key, text] : record.params)
        json["params"][key] = valueOf(text);
    json["sampleRate"] = record.sampleRate;
    json["channels"] = record.channels;
    if (record.source)
        json["source"] = jsonOf(*record.source);
    if (record.tile)
        json["tile"] = jsonOf(*record.tile);
    if (record.level)
        json["level"] = jsonOf(*record.level);
    const Json unknown = parsed(record.unknownJson);
    if (unknown.is_object())
        json.update(unknown, true);
    return json;
}

Record::TilePlace takeTile(Taker& taker)
{
    Record::TilePlace tile;
    taker.take("index", tile.index);
    taker.take("count", tile.count);
    taker.take("firstSample", tile.firstSample);
    taker.take("samples", tile.samples);
    taker.take("columns", tile.columns);
    taker.take("checks", tile.checks);
    return tile;
}

Record::Level takeLevel(Taker& taker)
{
    Record::Level level;
    taker.take("rule", level.rule);
    taker.take("maxvol", level.maxvol);
    taker.take("lo", level.lo);
    taker.take("hi", level.hi);
    return level;
}

Record takeRecord(Taker& taker)
{
    Record record;
    taker.take("format", record.format);
    taker.take("version", record.version);
    taker.take("params", record.params);
    taker.take("sampleRate", record.sampleRate);
    taker.take("channels", record.channels);
    taker.within("source", [&](Taker& inner) {
        record.source = Record::Source{};
        inner.take("name", record.source->name);
        inner.take("sha256", record.source->sha256);
        inner.take("samples", record.source->samples);
    });
    taker.within("tile", [&](Taker& inner) { record.tile = takeTile(inner); });
    taker.within("level", [&](Taker& inner) { record.level = takeLevel(inner); });
    return record;
}

Sidecar::Entry takeEntry(Taker& taker)
{
    Sidecar::Entry entry;
    taker.take("name", entry.name);
    taker.take("sha256", entry.sha256);
    taker.take("perceptualHash", entry.perceptualHash);
    taker.within("tile", [&](Taker& inner) { entry.tile = takeTile(inner); });
    taker.within("level", [&](Taker& inner) { entry.level = takeLevel(inner); });
    return entry;
}

std::string restOf(const Taker& taker)
{
    return taker.rest().empty() ? std::string() : dumped(taker.rest());
}

} // namespace

std::string recordToJson(const Record& record)
{
    return dumped(jsonOf(record));
}

Result<Record> recordFromJson(std::string_view json)
{
    const Json object = parsed(json);
    if (!object.is_object())
        return Error{ErrorCode::Corrupt, "The record is not a JSON object."};
    Taker taker(object);
    Record record = takeRecord(taker);
    if (!taker.error().empty())
        return Error{ErrorCode::Corrupt, taker.error()};
    record.unknownJson = restOf(taker);
    return record;
}

std::string sidecarToJson(const Sidecar& sidecar)
{
    Json json = jsonOf(sidecar.shared);
    json["tiles"] = Json::array();
    for (const Sidecar::Entry& entry : sidecar.tiles)
        json["tiles"].push_back({{"name", entry.name},
                                 {"sha256", entry.sha256},
                                 {"perceptualHash", entry.perceptualHash},
                                 {"tile", jsonOf(entry.tile)},
                                 {"level", jsonOf(entry.level)}});
    return dumped(json, 1) + "\n";
}

Result<Sidecar> sidecarFromJson(std::string_view json)
{
    Json object = parsed(json);
    if (!object.is_object() || !object.contains("tiles") || !object["tiles"].is_array())
        return Error{ErrorCode::Corrupt, "The sidecar is not a JSON object with a list 'tiles'."};
    const Json tiles = object["tiles"];
    object.erase("tiles");
    Taker taker(object);
    Sidecar sidecar{takeRecord(taker), {}};
    std::string error = taker.error();
    sidecar.shared.unknownJson = restOf(taker);
    for (const Json& tile : tiles) {
        if (!tile.is_object())
            return Error{ErrorCode::Corrupt, "A tile of the sidecar is not a JSON object."};
        Taker inner(tile);
        sidecar.tiles.push_back(takeEntry(inner));
        error = error.empty() ? inner.error() : error;
    }
    if (!error.empty())
        return Error{ErrorCode::Corrupt, error};
    return sidecar;
}

} // namespace sonoloom
