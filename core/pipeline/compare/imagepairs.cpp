// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/compare/imagepairs.h"

#include "core/io/filelist.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>

namespace sonoloom
{

namespace
{

namespace fs = std::filesystem;

bool before(const fs::path& a, const fs::path& b)
{
    return naturalLess(a.filename().string(), b.filename().string());
}

std::string stemOf(const fs::path& file)
{
    return file.stem().string();
}

/// The last digits of the stem without leading zeros; empty if it has none.
std::string lastNumberOf(const fs::path& file)
{
    const std::string stem = stemOf(file);
    const auto end = stem.find_last_of("0123456789");
    if (end == std::string::npos)
        return {};
    auto begin = end;
    while (begin > 0 && stem[begin - 1] >= '0' && stem[begin - 1] <= '9')
        --begin;
    const std::string digits = stem.substr(begin, end - begin + 1);
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

class Pairer
{
public:
    Pairer(std::vector<fs::path> a, std::vector<fs::path> b) : a_(std::move(a)), b_(std::move(b)) {}

    /// Pairs what has the same key on both sides, if no other file of its side has it.
    void byKey(const std::function<std::string(const fs::path&)>& keyOf)
    {
        const auto first = uniqueKeys(a_, keyOf);
        const auto second = uniqueKeys(b_, keyOf);
        for (const auto& [key, file] : first)
            if (const auto partner = second.find(key); partner != second.end())
                pairUp(file, partner->second);
    }

    void inOrder()
    {
        const std::size_t count = std::min(a_.size(), b_.size());
        const std::vector<fs::path> first(a_.begin(), a_.begin() + static_cast<std::ptrdiff_t>(count));
        const std::vector<fs::path> second(b_.begin(), b_.begin() + static_cast<std::ptrdiff_t>(count));
        for (std::size_t i = 0; i < count; ++i)
            pairUp(first[i], second[i]);
    }

    bool hasAsManyLeft() const { return a_.size() == b_.size(); }

    ImagePairing result() && { return {std::move(pairs_), std::move(a_), std::move(b_)}; }

private:
    static std::map<std::string, fs::path> uniqueKeys(const std::vector<fs::path>& files,
                                                      const std::function<std::string(const fs::path&)>& keyOf)
    {
        std::map<std::string, int> counts;
        for (const fs::path& file : files)
            ++counts[keyOf(file)];
        std::map<std::string, fs::path> unique;
        for (const fs::path& file : files)
            if (const std::string key = keyOf(file); !key.empty() && counts[key] == 1)
                unique[key] = file;
        return unique;
    }

    void pairUp(fs::path a, fs::path b)
    {
        std::erase(a_, a);
        std::erase(b_, b);
        pairs_.push_back({std::move(a), std::move(b)});
    }

    std::vector<fs::path> a_;
    std::vector<fs::path> b_;
    std::vector<ImagePair> pairs_;
};

} // namespace

ImagePairing pairImages(std::vector<fs::path> a, std::vector<fs::path> b)
{
    std::ranges::stable_sort(a, before);
    std::ranges::stable_sort(b, before);
    Pairer pairer(std::move(a), std::move(b));
    pairer.byKey(stemOf);
    pairer.byKey(lastNumberOf);
    if (pairer.hasAsManyLeft())
        pairer.inOrder();
    ImagePairing pairing = std::move(pairer).result();
    std::ranges::stable_sort(pairing.pairs, before, &ImagePair::a);
    return pairing;
}

ImagePairing pairImagesInOrder(std::vector<fs::path> a, std::vector<fs::path> b)
{
    std::ranges::sort(a);
    std::ranges::sort(b);
    Pairer pairer(std::move(a), std::move(b));
    pairer.inOrder();
    return std::move(pairer).result();
}

} // namespace sonoloom
