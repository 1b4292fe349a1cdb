// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/filelist.h"

#include "core/io/failure.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cerrno>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string caseFolded(std::string_view text)
{
    return textOf(text).toCaseFolded().toStdString();
}

/// Cuts the digits that `text` starts with off it; without leading zeros.
std::string_view takeNumber(std::string_view& text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    std::string_view number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(number.size());
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

/// Negative, zero or positive as a comes before, beside or after b.
int compareNumbers(std::string_view a, std::string_view b)
{
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

int compareNaturally(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        int order = 0;
        if (isDigit(a.front()) && isDigit(b.front())) {
            order = compareNumbers(takeNumber(a), takeNumber(b));
        } else {
            order = a.substr(0, 1).compare(b.substr(0, 1));
            a.remove_prefix(1);
            b.remove_prefix(1);
        }
        if (order != 0) {
            return order;
        }
    }
    return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
}

bool pathLess(const fs::path& a, const fs::path& b)
{
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const fs::path& x, const fs::path& y) { return naturalLess(x.native(), y.native()); });
}

bool isHidden(const fs::path& path)
{
    return path.filename().native().starts_with('.');
}

bool isSidecar(const fs::path& path)
{
    return path.filename().native().ends_with(".sonoloom.json");
}

bool hasSuffix(const fs::path& path, const std::vector<std::string>& suffixes)
{
    const std::string suffix = caseFolded(path.extension().native());
    return !suffix.empty() && std::find(suffixes.begin(), suffixes.end(), suffix.substr(1)) != suffixes.end();
}

/// What lies in a folder and is not hidden, in natural order.
Result<std::vector<fs::path>> entriesOf(const fs::path& folder)
{
    std::vector<fs::path> entries;
    std::error_code reason;
    for (fs::directory_iterator entry(folder, reason), end; !reason && entry != end; entry.increment(reason)) {
        entries.push_back(entry->path());
    }
    if (reason) {
        return readFailure(folder, reason.value());
    }
    std::sort(entries.begin(), entries.end(), pathLess);
    return entries;
}

class Expansion
{
public:
    Expansion(const std::vector<std::string>& suffixes, bool recursive) : suffixes_(suffixes), recursive_(recursive) {}

    Result<void> add(const fs::path& input)
    {
        std::error_code ignored;
        if (fs::is_directory(input, ignored)) {
            return addFolderGiven(input);
        }
        if (fs::exists(input, ignored)) {
            addFile(input);
            return {};
        }
        return addGlob(input);
    }

    FileList takeList() { return std::move(list_); }

private:
    void addFile(const fs::path& path)
    {
        if (!isSidecar(path)) {
            list_.files.push_back(path);
        }
    }

    void addFileOfFolder(const fs::path& path)
    {
        if (hasSuffix(path, suffixes_)) {
            list_.files.push_back(path);
        } else {
            ++list_.passedOver;
        }
    }

    Result<void> addFolderGiven(const fs::path& folder)
    {
        const std::size_t before = list_.files.size();
        if (auto added = addFolder(folder); !added) {
            return added;
        }
        if (list_.files.size() == before) {
            return Error{ErrorCode::NotFound, "The folder " + quoted(folder) + " has no " + suffixesText() +
                                                  " file; choose another folder."};
        }
        return {};
    }

    Result<void> addFolder(const fs::path& folder)
    {
        const auto entries = entriesOf(folder);
        if (!entries) {
            return entries.error();
        }
        for (const fs::path& entry : *entries) {
            std::error_code ignored;
            if (isHidden(entry) || isSidecar(entry)) {
                continue;
            }
            if (fs::is_regular_file(entry, ignored)) {
                addFileOfFolder(entry);
            } else if (recursive_ && fs::is_directory(fs::symlink_status(entry, ignored))) { // no loops by links
                if (auto added = addFolder(entry); !added) {
                    return added;
                }
            }
        }
        return {};
    }

    Result<void> addGlob(const fs::path& pattern)
    {
        const std::string lastPart = pattern.filename().string();
        const fs::path folder = pattern.parent_path();
        std::error_code ignored;
        if (lastPart.find_first_of("*?[") == std::string::npos ||
            !(folder.empty() || fs::is_directory(folder, ignored))) {
            return readFailure(pattern, ENOENT);
        }
        const auto matches = matchesOf(folder, lastPart);
        if (!matches) {
            return matches.error();
        }
        if (matches->empty()) {
            return Error{ErrorCode::NotFound, "No file matches " + quoted(pattern) + "; check the pattern."};
        }
        for (const fs::path& match : *matches) {
            if (auto added = add(match); !added) {
                return added;
            }
        }
        return {};
    }

    static Result<std::vector<fs::path>> matchesOf(const fs::path& folder, const std::string& pattern)
    {
        const auto entries = entriesOf(folder.empty() ? "." : folder);
        if (!entries) {
            return entries.error();
        }
        const QRegularExpression expression(QRegularExpression::wildcardToRegularExpression(textOf(pattern)),
                                            QRegularExpression::DotMatchesEverythingOption);
        std::vector<fs::path> matches;
        for (const fs::path& entry : *entries) {
            const std::string name = entry.filename().string();
            const bool hiddenMeant = !isHidden(entry) || pattern.starts_with('.');
            if (hiddenMeant && !isSidecar(entry) && expression.match(textOf(name)).hasMatch()) {
                matches.push_back(folder / name);
            }
        }
        return matches;
    }

    std::string suffixesText() const
    {
        std::string text;
        for (std::size_t i = 0; i < suffixes_.size(); ++i) {
            text += (i == 0 ? "" : i + 1 < suffixes_.size() ? ", " : " or ") + suffixes_[i];
        }
        return text;
    }

    const std::vector<std::string>& suffixes_;
    bool recursive_;
    FileList list_;
};

} // namespace

bool naturalLess(std::string_view a, std::string_view b)
{
    const int order = compareNaturally(caseFolded(a), caseFolded(b));
    return order != 0 ? order < 0 : a < b;
}

Result<FileList> expandInputs(const std::vector<std::string>& inputs, const std::vector<std::string>& suffixes,
                              bool recursive)
{
    Expansion expansion(suffixes, recursive);
    for (const std::string& input : inputs) {
        if (auto added = expansion.add(input); !added) {
            return added.error();
        }
    }
    FileList list = expansion.takeList();
    if (list.files.empty() && !inputs.empty()) {
        return Error{ErrorCode::NotFound,
                     quoted(fs::path(inputs.front())) + " is a sidecar; give the images beside it."};
    }
    return list;
}

} // namespace sonoloom
