// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "core/codec/codecs.h"
#include "core/io/failure.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

using Json = nlohmann::ordered_json;

constexpr int projectVersion = 1;
constexpr std::size_t largestProject = std::size_t{64} << 20;
constexpr int greatestDepth = 16; ///< deeper than any of ours; keeps a hostile text from exhausting the stack
constexpr std::string_view shapeNames[] = {"rectangle", "lasso", "brush", "harmonics"}; ///< of RegionKind
constexpr const char* knownKeys[] = {"kind", "version", "sources", "mended", "format", "reconstruct", "markers", "sequence", "edits", "view"};

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

Json jsonOf(const std::vector<Field>& fields)
{
    return Json::parse(fieldsToJson(fields));
}

Json sourceJson(const fs::path& source, const fs::path& folder)
{
    std::error_code ignored;
    return {{"path", fs::proximate(source, folder, ignored).generic_string()}, {"absolute", source.generic_string()}};
}

Json sourcesJson(const std::vector<fs::path>& sources, const fs::path& folder)
{
    Json list = Json::array();
    for (const fs::path& source : sources)
        list.push_back(sourceJson(source, folder));
    return list;
}

Json sequenceJson(Sequence sequence, const fs::path& folder)
{
    Json list = Json::array();
    for (SequenceClip& clip : sequence) {
        Json entry = sourceJson(clip.source, folder);
        entry.update(jsonOf(fieldsOf(clip)));
        list.push_back(std::move(entry));
    }
    return list;
}

Json markersJson(const std::vector<Marker>& markers)
{
    Json list = Json::array();
    for (const Marker& marker : markers)
        list.push_back({{"seconds", marker.seconds}, {"name", marker.name}});
    return list;
}

Json editsJson(const RegionEdits& edits)
{
    Json list = Json::array();
    for (const auto& edit : edits) {
        RegionEdit copy = *edit;
        Json entry = {{"shape", shapeNames[static_cast<std::size_t>(copy.shape.kind)]}, {"points", pointsText(copy.shape.points)}};
        entry.update(jsonOf(fieldsOf(copy)));
        list.push_back(std::move(entry));
    }
    return list;
}

/// The part of an object under `key`, or an empty object.
Json within(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_object() ? *found : Json::object();
}

std::string textAt(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flagAt(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_boolean() && found->get<bool>();
}

fs::path sourceFrom(const Json& entry, const fs::path& folder)
{
    const fs::path beside = (folder / textAt(entry, "path")).lexically_normal();
    const fs::path before = textAt(entry, "absolute");
    std::error_code ignored;
    return before.empty() || fs::exists(beside, ignored) || !fs::exists(before, ignored) ? beside : before;
}

/// Takes each value that can be; what cannot is told and stays as it is.
void takeFields(const std::vector<Field>& fields, const Json& values, std::vector<std::string>& notices)
{
    for (const Field& field : fields) {
        const std::string key(field.key);
        if (!values.contains(key))
            continue;
        const std::string before = fieldText(field);
        auto taken = fieldsFromJson({field}, Json{{key, values[key]}}.dump());
        if (taken)
            taken = checkField(field);
        if (!taken) {
            notices.push_back("The project's value is left out: " + taken.error().message);
            static_cast<void>(setFieldText(field, before)); // it was right before
        }
    }
}

std::vector<Marker> markersFrom(const Json& json)
{
    std::vector<Marker> markers;
    const auto list = json.find("markers");
    if (list == json.end() || !list->is_array())
        return markers;
    for (const Json& entry : *list)
        if (const auto seconds = entry.find("seconds"); entry.is_object() && seconds != entry.end() && seconds->is_number())
            markers.push_back({std::max(0.0, seconds->get<double>()), textAt(entry, "name")});
    std::ranges::stable_sort(markers, {}, &Marker::seconds);
    return markers;
}

Sequence sequenceFrom(const Json& json, const fs::path& folder, std::vector<std::string>& notices)
{
    Sequence sequence;
    const auto list = json.find("sequence");
    if (list == json.end() || !list->is_array())
        return sequence;
    for (const Json& entry : *list) {
        if (!entry.is_object() || textAt(entry, "path").empty()) {
            notices.push_back("A clip of the project's sequence names no file and is left out.");
            continue;
        }
        SequenceClip clip{sourceFrom(entry, folder)};
        takeFields(fieldsOf(clip), entry, notices);
        sequence.push_back(std::move(clip));
    }
    return sequence;
}

RegionEdits editsFrom(const Json& json, std::vector<std::string>& notices)
{
    RegionEdits edits;
    const auto list = json.find("edits");
    if (list == json.end() || !list->is_array())
        return edits;
    for (const Json& entry : *list) {
        const std::string shape = entry.is_object() ? textAt(entry, "shape") : std::string();
        const auto kind = std::ranges::find(shapeNames, shape);
        auto points = entry.is_object() ? pointsFrom(textAt(entry, "points")) : Result<std::vector<RegionPoint>>(std::vector<RegionPoint>());
        if (kind == std::end(shapeNames) || !points) {
            notices.push_back("An edit of the project has no shape that is known and is left out.");
            continue;
        }
        RegionEdit edit;
        edit.shape.kind = static_cast<RegionKind>(kind - std::begin(shapeNames));
        edit.shape.points = std::move(*points);
        takeFields(fieldsOf(edit), entry, notices);
        edits.push_back(std::make_shared<const RegionEdit>(std::move(edit)));
    }
    return edits;
}

Result<void> takeFormat(Project& project, const Json& format, std::vector<std::string>& notices)
{
    const std::string name = textAt(format, "name");
    std::shared_ptr<Codec> codec = makeCodec(name);
    if (!codec)
        return Error{ErrorCode::Unsupported, "its format '" + name + "' is not known; update Sonoloom."};
    codec->setCompatible(flagAt(format, "compatible"));
    takeFields(codec->fields(), within(format, "params"), notices);
    if (const auto given = format.find("given"); given != format.end() && given->is_array())
        for (const Json& key : *given)
            if (key.is_string() && findField(codec->fields(), key.get<std::string>()))
                project.given.push_back(key.get<std::string>());
    project.codec = std::move(codec);
    return {};
}

} // namespace

std::string projectToJson(const Project& project, const fs::path& folder)
{
    Json json = project.unknownJson.empty() ? Json::object() : Json::parse(project.unknownJson, nullptr, false);
    if (!json.is_object())
        json = Json::object();
    Project copy = project;
    const auto codec = project.codec->clone();
    json["kind"] = "sonoloom project";
    json["version"] = projectVersion;
    json["sources"] = sourcesJson(project.sources, folder);
    json["mended"] = project.mended;
    json["format"] = {{"name", codec->name()}, {"compatible", codec->compatible()}, {"params", jsonOf(codec->fields())}, {"given", project.given}};
    json["reconstruct"] = jsonOf(fieldsOf(copy.reconstruct));
    json["markers"] = markersJson(project.markers);
    if (!project.sequence.empty())
        json["sequence"] = sequenceJson(project.sequence, folder);
    if (!project.edits.empty())
        json["edits"] = editsJson(project.edits);
    json["view"] = jsonOf(fieldsOf(copy.view));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Project> projectFromJson(std::string_view text, const fs::path& folder, std::vector<std::string>& notices)
{
    Json json = parsed(text);
    if (!json.is_object() || textAt(json, "kind") != "sonoloom project")
        return Error{ErrorCode::Corrupt, "it is no project of Sonoloom, or damaged; choose another file."};
    if (const auto version = json.find("version"); version != json.end() && version->is_number() && version->get<double>() > projectVersion)
        notices.push_back("The project was saved by a newer version of Sonoloom; it is read as far as this one understands it.");
    Project project;
    if (const auto sources = json.find("sources"); sources != json.end() && sources->is_array())
        for (const Json& entry : *sources)
            if (!textAt(entry, "path").empty())
                project.sources.push_back(sourceFrom(entry, folder));
    project.mended = flagAt(json, "mended");
    if (auto taken = takeFormat(project, within(json, "format"), notices); !taken)
        return taken.error();
    takeFields(fieldsOf(project.reconstruct), within(json, "reconstruct"), notices);
    project.markers = markersFrom(json);
    project.sequence = sequenceFrom(json, folder, notices);
    project.edits = editsFrom(json, notices);
    takeFields(fieldsOf(project.view), within(json, "view"), notices);
    for (const char* key : knownKeys)
        json.erase(key);
    if (!json.empty())
        project.unknownJson = json.dump();
    return project;
}

Result<void> writeProject(const fs::path& place, const Project& project, Overwrite overwrite)
{
    std::error_code ignored;
    return writeFile(place, projectToJson(project, fs::absolute(place, ignored).parent_path()), overwrite);
}

Result<Project> readProject(const fs::path& place, std::vector<std::string>& notices)
{
    const auto text = readFile(place, largestProject);
    if (!text)
        return text.error();
    std::error_code ignored;
    auto project = projectFromJson(text.value(), fs::absolute(place, ignored).parent_path(), notices);
    if (!project)
        return Error{project.error().code, quoted(place) + " cannot be opened: " + project.error().message};
    return project;
}

std::vector<fs::path> missingSources(const Project& project)
{
    std::vector<fs::path> sources = project.sources;
    for (const SequenceClip& clip : project.sequence)
        sources.push_back(clip.source);
    std::vector<fs::path> missing;
    std::error_code ignored;
    for (const fs::path& source : sources)
        if (!fs::exists(source, ignored) && std::ranges::find(missing, source) == missing.end())
            missing.push_back(source);
    return missing;
}

} // namespace sonoloom
