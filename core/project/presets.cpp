// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/presets.h"

#include "core/codec/codecs.h"
#include "core/io/filelist.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

using Json = nlohmann::ordered_json;

constexpr int presetVersion = 1;
constexpr const char* presetKind = "sonoloom preset";
constexpr std::size_t largestPreset = std::size_t{1} << 20;
constexpr std::size_t longestName = 60; ///< bytes; each becomes three in a file's name at worst
constexpr int greatestDepth = 8;

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

std::string textAt(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Error refused(ErrorCode code, const std::string& place, const std::string& why)
{
    return {code, "The preset '" + place + "' cannot be used: " + why};
}

/// Sets fields from an object, all of which they must know.
Result<void> takeFields(const std::vector<Field>& fields, const Json& values, const std::string& owner)
{
    for (const auto& [key, value] : values.items()) {
        const Field* field = findField(fields, key);
        if (!field)
            return Error{ErrorCode::InvalidArgument, owner + " has no '" + key + "'; take it out."};
        if (auto taken = fieldsFromJson({*field}, Json{{key, value}}.dump()); !taken)
            return taken;
        if (auto fits = checkField(*field); !fits)
            return fits;
    }
    return {};
}

/// The object under `key`, or an empty one; discarded if it is something else.
Json within(const Json& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end())
        return Json::object();
    return found->is_object() ? *found : Json(Json::value_t::discarded);
}

Result<Preset> presetFrom(const Json& json)
{
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer() || version->get<int>() > presetVersion)
        return Error{ErrorCode::Unsupported, "it is of a version that is not known; update Sonoloom."};
    const Json format = within(json, "format");
    const Json reconstruct = within(json, "reconstruct");
    const Json params = format.is_discarded() ? format : within(format, "params");
    if (format.is_discarded() || reconstruct.is_discarded() || params.is_discarded())
        return Error{ErrorCode::Corrupt, "'format', 'params' and 'reconstruct' must be JSON objects; mend them."};
    Preset preset{textAt(json, "name"), textAt(json, "description"), nullptr, {}};
    if (preset.name.empty())
        return Error{ErrorCode::Corrupt, "it has no name; add one."};
    const std::string name = textAt(format, "name");
    std::shared_ptr<Codec> codec = makeCodec(name);
    if (!codec)
        return Error{ErrorCode::Unsupported, "its format '" + name + "' is not known; update Sonoloom."};
    const auto compatible = format.find("compatible");
    codec->setCompatible(compatible != format.end() && compatible->is_boolean() && compatible->get<bool>());
    if (auto taken = takeFields(codec->fields(), params, "format " + name); !taken)
        return taken.error();
    if (auto taken = takeFields(fieldsOf(preset.reconstruct), reconstruct, "'reconstruct'"); !taken)
        return taken.error();
    preset.codec = std::move(codec);
    return preset;
}

bool isUsable(const std::string& name)
{
    const auto isControl = [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; };
    return !name.empty() && name.size() <= longestName && !std::ranges::any_of(name, isControl);
}

/// Letters and digits as they are, all else as %XX, so that any name is a file's on any system.
std::string escaped(const std::string& name)
{
    std::string text;
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           letter == ' ' || letter == '-' || letter == '_';
        char code[4];
        std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned>(byte));
        text += plain ? std::string(1, letter) : std::string(code);
    }
    return text;
}

bool isPresetFile(const fs::path& path)
{
    return path.extension() == ".json" && !path.filename().string().starts_with('.');
}

} // namespace

std::string presetToJson(const Preset& preset)
{
    ReconstructParams reconstruct = preset.reconstruct;
    const auto codec = preset.codec->clone();
    Json json{{"kind", presetKind}, {"version", presetVersion}, {"name", preset.name}};
    if (!preset.description.empty())
        json["description"] = preset.description;
    json["format"] = {{"name", codec->name()}, {"compatible", codec->compatible()}, {"params", Json::parse(fieldsToJson(codec->fields()))}};
    json["reconstruct"] = Json::parse(fieldsToJson(fieldsOf(reconstruct)));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Preset> presetFromJson(std::string_view text, const std::string& place)
{
    const Json json = parsed(text);
    if (!json.is_object() || textAt(json, "kind") != presetKind)
        return refused(ErrorCode::Corrupt, place, "it is no preset of Sonoloom, or damaged; choose another file.");
    auto preset = presetFrom(json);
    if (!preset)
        return refused(preset.error().code, place, preset.error().message);
    return preset;
}

Result<Preset> readPreset(const fs::path& file)
{
    const auto text = readFile(file, largestPreset);
    if (!text)
        return text.error();
    return presetFromJson(text.value(), file.string());
}

Result<void> writePreset(const fs::path& file, const Preset& preset, Overwrite overwrite)
{
    return writeFile(file, presetToJson(preset), overwrite);
}

bool isPreset(const Preset& preset, const Codec& codec, const ReconstructParams& reconstruct)
{
    const auto own = preset.codec->clone();
    const auto other = codec.clone();
    return own->name() == other->name() && own->compatible() == other->compatible() &&
           fieldsToJson(own->fields()) == fieldsToJson(other->fields()) && preset.reconstruct == reconstruct;
}

fs::path PresetFolder::fileOf(const std::string& name) const
{
    return folder_ / (escaped(name) + ".json");
}

/// Where the preset lies: a file that was put there by hand may be called anything.
fs::path PresetFolder::placeOf(const std::string& name) const
{
    std::error_code ignored;
    if (fs::exists(fileOf(name), ignored))
        return fileOf(name);
    for (const auto& entry : fs::directory_iterator(folder_, ignored))
        if (isPresetFile(entry.path()))
            if (const auto preset = readPreset(entry.path()); preset && preset.value().name == name)
                return entry.path();
    return fileOf(name);
}

std::vector<Preset> PresetFolder::presets(JobMonitor& monitor) const
{
    std::vector<Preset> all;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder_, failed)) {
        if (!isPresetFile(entry.path()))
            continue;
        if (auto preset = readPreset(entry.path()))
            all.push_back(std::move(*preset));
        else
            monitor.notice(preset.error().message);
    }
    std::ranges::sort(all, naturalLess, &Preset::name);
    return all;
}

Result<void> PresetFolder::save(const Preset& preset, Overwrite overwrite) const
{
    if (!isUsable(preset.name))
        return Error{ErrorCode::InvalidArgument, "A preset's name has 1 to 60 bytes and no control characters; choose another."};
    std::error_code ignored;
    if (overwrite == Overwrite::No && fs::exists(fileOf(preset.name), ignored))
        return Error{ErrorCode::Exists, "There is a preset '" + preset.name + "' already; choose another name."};
    return writePreset(fileOf(preset.name), preset, overwrite);
}

Result<void> PresetFolder::rename(const std::string& from, const std::string& to) const
{
    auto preset = readPreset(placeOf(from));
    if (!preset)
        return preset.error();
    if (from == to)
        return {};
    preset->name = to;
    if (auto saved = save(*preset, Overwrite::No); !saved)
        return saved;
    return remove(from);
}

Result<void> PresetFolder::remove(const std::string& name) const
{
    std::error_code failed;
    if (fs::remove(placeOf(name), failed))
        return {};
    if (failed)
        return Error{ErrorCode::WriteFailed, "The preset '" + name + "' cannot be removed: " + failed.message() + "."};
    return Error{ErrorCode::NotFound, "There is no preset '" + name + "' any more."};
}

} // namespace sonoloom
