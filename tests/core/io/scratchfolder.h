// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// A folder that is gone with the test.
class ScratchFolder
{
public:
    std::filesystem::path root() const { return folder_.path().toStdString(); }
    std::filesystem::path path(const std::string& name) const { return root() / name; }

    /// Writes a file, and the folders above it. @return its path
    std::filesystem::path with(const std::string& name, const std::string& content = {}) const
    {
        std::filesystem::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
        return path(name);
    }

    /// All that lies in it, hidden files too, relative to it and sorted.
    std::vector<std::string> entries() const
    {
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root())) {
            found.push_back(entry.path().lexically_relative(root()).string());
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    QTemporaryDir folder_;
};

inline std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}
