// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/rules.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace sonoloom::layering
{

namespace
{

constexpr std::size_t longestFile = 400;
constexpr std::size_t licenceWithin = 5; // lines; a script or an XML file has its own first line before it

/// Where a folder's includes may point, by the beginnings of their paths.
struct Layer {
    std::string_view folder;
    std::vector<std::string_view> mayInclude;
    std::vector<std::string_view> libraries; ///< foreign headers by their beginning; "*" is any
    std::vector<std::string_view> qtModules; ///< "*" is any
};

const std::vector<Layer>& layers()
{
    static const std::vector<Layer> all{
        {"core/base/", {"core/base/"}, {"nlohmann/"}, {}},
        {"core/dsp/", {"core/base/", "core/dsp/"}, {"fftw3.h", "soxr.h", "immintrin.h"}, {}},
        {"core/io/", {"core/base/", "core/io/"}, {"*"}, {"QtCore", "QtGui"}},
        {"core/codec/", {"core/base/", "core/dsp/", "core/codec/"}, {"nlohmann/"}, {}},
        {"core/edit/", {"core/base/", "core/dsp/", "core/edit/"}, {"rubberband/"}, {}},
        {"core/analysis/", {"core/base/", "core/dsp/", "core/io/", "core/analysis/"}, {"nlohmann/"}, {}},
        {"core/project/", {"core/base/", "core/dsp/", "core/io/", "core/codec/", "core/edit/", "core/analysis/", "core/project/"}, {"nlohmann/"}, {}},
        {"core/pipeline/",
         {"core/base/", "core/dsp/", "core/io/", "core/codec/", "core/edit/", "core/analysis/", "core/project/", "core/pipeline/"},
         {"nlohmann/"},
         {}},
        {"ui/", {"core/", "ui/", "resources/"}, {"qcustomplot.h"}, {"*"}},
        {"app/cli/", {"core/", "resources/", "app/cli/"}, {"*"}, {"QtCore", "QtGui"}},
        {"app/gui/", {"core/", "resources/", "ui/", "app/gui/"}, {"*"}, {"*"}},
        {"resources/", {"resources/"}, {}, {"QtCore"}},
        {"tests/", {"core/", "ui/", "app/", "resources/", "tests/"}, {"*"}, {"*"}},
    };
    return all;
}

struct Include {
    std::size_t line;
    std::string path;
    bool quoted;
};

std::vector<Include> includesOf(const std::string& text)
{
    std::vector<Include> includes;
    std::istringstream lines(text);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        const auto word = line.find_first_not_of(" \t");
        const auto open = line.find_first_of("<\"");
        if (word == std::string::npos || line[word] != '#' || line.find("include") == std::string::npos ||
            open == std::string::npos) {
            continue;
        }
        const bool quoted = line[open] == '"';
        const auto close = line.find(quoted ? '"' : '>', open + 1);
        includes.push_back({number, line.substr(open + 1, close - open - 1), quoted});
    }
    return includes;
}

bool startsWithOneOf(std::string_view text, const std::vector<std::string_view>& beginnings)
{
    return std::ranges::any_of(beginnings, [&](auto start) { return start == "*" || text.starts_with(start); });
}

bool isHeader(std::string_view path)
{
    return path.ends_with(".h");
}

bool isStandard(std::string_view header)
{
    return header.find_first_of("./") == std::string_view::npos;
}

/// What is wrong with one include, if anything.
std::optional<std::string> troubleWith(const Include& include, const Layer& layer, std::string_view path)
{
    const std::string& header = include.path;
    if (include.quoted && header.ends_with(".moc")) {
        return std::nullopt;
    }
    if (include.quoted && header.find('/') == std::string::npos) {
        return "\"" + header + "\" does not start at the repository's root";
    }
    if (include.quoted && !startsWithOneOf(header, layer.mayInclude)) {
        return std::string(layer.folder) + " may not include " + header;
    }
    if (header.starts_with("nlohmann/") && isHeader(path) && path.starts_with("core/")) {
        return "in core, nlohmann-json is for .cpp files only";
    }
    const std::string module = include.quoted ? "" : qtModuleOf(header);
    if (!module.empty() && !startsWithOneOf(module, layer.qtModules)) {
        return std::string(layer.folder) + " may not use " + module + " (" + header + ")";
    }
    if (!include.quoted && module.empty() && !isStandard(header) && !startsWithOneOf(header, layer.libraries)) {
        return std::string(layer.folder) + " may not use the library of <" + header + ">";
    }
    return std::nullopt;
}

std::string at(const SourceFile& file, std::size_t line, const std::string& what)
{
    return file.path + ":" + std::to_string(line) + ": " + what;
}

/// core/io, ui/player, app/cli: the folder that is a target.
std::string targetOf(std::string_view path)
{
    const auto first = path.find('/');
    const auto second = first == std::string_view::npos ? first : path.find('/', first + 1);
    return second == std::string_view::npos ? std::string() : std::string(path.substr(0, second));
}

/// From folder to the folders it includes, each with the place of one such include.
using FolderGraph = std::map<std::string, std::map<std::string, std::string>>;

FolderGraph folderGraph(const std::vector<SourceFile>& files)
{
    FolderGraph graph;
    for (const SourceFile& file : files) {
        for (const Include& include : includesOf(file.text)) {
            const std::string from = targetOf(file.path);
            const std::string to = include.quoted ? targetOf(include.path) : std::string();
            if (!from.empty() && !to.empty() && from != to && !file.path.starts_with("tests/")) {
                graph[from].emplace(to, at(file, include.line, "includes " + include.path));
            }
        }
    }
    return graph;
}

bool reaches(const FolderGraph& graph, const std::string& from, const std::string& goal)
{
    std::set<std::string> seen;
    const std::function<bool(const std::string&)> visit = [&](const std::string& folder) {
        const auto edges = graph.find(folder);
        return folder == goal || (seen.insert(folder).second && edges != graph.end() &&
                                  std::ranges::any_of(edges->second, [&](const auto& edge) { return visit(edge.first); }));
    };
    return visit(from);
}

} // namespace

std::string qtModuleOf(std::string_view header)
{
    const auto slash = header.find('/');
    if (header.starts_with("Qt") && slash != std::string_view::npos) {
        return std::string(header.substr(0, slash));
    }
    if (!header.starts_with('Q')) {
        return {};
    }
    for (const char* module : {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtMultimedia", "QtPrintSupport", "QtNetwork",
                               "QtConcurrent", "QtTest", "QtSvgWidgets", "QtMultimediaWidgets"}) {
        if (std::filesystem::exists(std::filesystem::path(SONOLOOM_QT_HEADERS) / module / header)) {
            return module;
        }
    }
    return "an unknown Qt module";
}

Violations includeViolations(const SourceFile& file)
{
    const auto layer =
        std::ranges::find_if(layers(), [&](const Layer& each) { return file.path.starts_with(each.folder); });
    if (layer == layers().end()) {
        return {at(file, 1, "no layer knows this folder; add it to tests/layering/rules.cpp")};
    }
    Violations found;
    for (const Include& include : includesOf(file.text)) {
        if (const auto trouble = troubleWith(include, *layer, file.path)) {
            found.push_back(at(file, include.line, *trouble));
        }
    }
    return found;
}

Violations licenceViolations(const SourceFile& file)
{
    std::istringstream lines(file.text);
    std::string line;
    for (std::size_t number = 0; number < licenceWithin && std::getline(lines, line); ++number) {
        if (line.find("SPDX-License-Identifier: GPL-3.0-or-later") != std::string::npos) {
            return {};
        }
    }
    return {at(file, 1, "the line SPDX-License-Identifier: GPL-3.0-or-later is missing")};
}

Violations lengthViolations(const SourceFile& file)
{
    const auto lines = static_cast<std::size_t>(std::ranges::count(file.text, '\n'));
    if (lines <= longestFile) {
        return {};
    }
    return {at(file, longestFile + 1, "the file has " + std::to_string(lines) + " lines, more than 400")};
}

Violations circles(const std::vector<SourceFile>& files)
{
    Violations found;
    const FolderGraph graph = folderGraph(files);
    for (const auto& [from, edges] : graph) {
        for (const auto& [to, place] : edges) {
            if (reaches(graph, to, from)) {
                found.push_back(place + ", but " + to + " includes " + from + " by some way");
            }
        }
    }
    return found;
}

} // namespace sonoloom::layering
