// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/records/recordset.h"

#include "core/io/atomicfile.h"
#include "core/pipeline/records/tilename.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

/// Bits of 64 in which two images of one sound may differ: recompression and colour change up to 4 (measured in tests).
constexpr int sameLook = 6;
/// Bits that the next best must be further away.
constexpr int clearLead = 2;
/// More than this is another picture under the same name.
constexpr int otherLook = 20;

struct Match {
    const RecordSet* set = nullptr;
    const KnownTile* tile = nullptr;
    explicit operator bool() const { return tile != nullptr; }
};

/// One image's search; what costs time is found out when it is asked for.
class Search
{
public:
    Search(const std::vector<const RecordSet*>& sets, const std::filesystem::path& file, const Image& image)
        : sets_(sets), file_(file), look_(perceptualHash(image))
    {
    }

    std::optional<FoundRecord> run() const
    {
        const Match named = byName();
        if (named && isRoughlyLike(*named.tile))
            return found(named, RecordOrigin::Name);
        if (const Match same = byBytes())
            return found(same, RecordOrigin::Bytes);
        const Match within = byNamePattern();
        if (within && isRoughlyLike(*within.tile))
            return found(within, RecordOrigin::NamePattern);
        if (auto alike = byLook())
            return alike;
        if (named)
            return found(named, RecordOrigin::Name);
        return within ? found(within, RecordOrigin::NamePattern) : std::nullopt;
    }

private:
    template <class Suits>
    Match first(Suits&& suits) const
    {
        for (const RecordSet* set : sets_)
            if (const auto tile = std::ranges::find_if(set->tiles, suits); tile != set->tiles.end())
                return {set, &*tile};
        return {};
    }

    Match byName() const
    {
        const std::string name = file_.filename().string();
        return first([&](const KnownTile& tile) { return tile.name == name; });
    }

    Match byBytes() const
    {
        const auto hash = fileSha256(file_);
        return hash ? first([&](const KnownTile& tile) { return tile.sha256 == hash.value(); }) : Match{};
    }

    /// The longest name; none if two that are as long are not the same.
    Match byNamePattern() const
    {
        const std::string name = plainTileName(file_.filename().string());
        Match longest;
        std::string longestName;
        bool alone = true;
        eachTile([&](const RecordSet& set, const KnownTile& tile) {
            const std::string candidate = plainTileName(tile.name);
            if (candidate.size() < longestName.size() || !namesTile(name, candidate))
                return;
            if (candidate.size() > longestName.size()) {
                longest = {&set, &tile};
                longestName = candidate;
                alone = true;
            } else if (candidate != longestName) {
                alone = false;
            }
        });
        return alone ? longest : Match{};
    }

    /// The tile that looks most alike. If others are nearly as near, one cannot tell them apart: of one sound what they have
    /// in common is taken, of several nothing.
    std::optional<FoundRecord> byLook() const
    {
        Match nearest;
        int least = sameLook + 1;
        eachTile([&](const RecordSet& set, const KnownTile& tile) {
            if (const int distance = perceptualDistance(tile.perceptualHash, look_); distance < least) {
                least = distance;
                nearest = {&set, &tile};
            }
        });
        if (!nearest)
            return std::nullopt;
        auto answer = found(nearest, RecordOrigin::Look);
        eachTile([&](const RecordSet&, const KnownTile& tile) {
            const bool rivals = answer && perceptualDistance(tile.perceptualHash, look_) < least + clearLead;
            if (!rivals || tile.record == nearest.tile->record)
                return;
            answer->isCertain = false;
            answer->record.tile.reset();
            if (withoutPlace(tile.record) != withoutPlace(nearest.tile->record))
                answer.reset();
        });
        return answer;
    }

    template <class Visit>
    void eachTile(Visit&& visit) const
    {
        for (const RecordSet* set : sets_)
            for (const KnownTile& tile : set->tiles)
                visit(*set, tile);
    }

    static Record withoutPlace(Record record)
    {
        record.tile.reset();
        return record;
    }

    bool isRoughlyLike(const KnownTile& tile) const
    {
        return tile.perceptualHash.empty() || perceptualDistance(tile.perceptualHash, look_) <= otherLook;
    }

    std::optional<FoundRecord> found(const Match& match, RecordOrigin origin) const
    {
        const bool alike = origin == RecordOrigin::Bytes || isRoughlyLike(*match.tile);
        return FoundRecord{match.tile->record, origin, match.set->place, alike, true};
    }

    const std::vector<const RecordSet*>& sets_;
    const std::filesystem::path& file_;
    std::string look_;
};

} // namespace

RecordSet recordSetOf(std::string place, const Sidecar& sidecar)
{
    RecordSet set{std::move(place), {}};
    for (const Sidecar::Entry& entry : sidecar.tiles)
        set.tiles.push_back({entry.name, entry.sha256, entry.perceptualHash, recordOfEntry(sidecar, entry)});
    return set;
}

std::optional<FoundRecord> findRecord(const std::vector<const RecordSet*>& sets, const std::filesystem::path& file,
                                      const Image& image)
{
    const bool anything = std::ranges::any_of(sets, [](const RecordSet* set) { return !set->tiles.empty(); });
    return anything ? Search(sets, file, image).run() : std::nullopt;
}

std::string originText(const FoundRecord& found)
{
    const char* way = found.origin == RecordOrigin::Name          ? "name"
                      : found.origin == RecordOrigin::Bytes       ? "the file's bytes"
                      : found.origin == RecordOrigin::NamePattern ? "name pattern"
                                                                  : "what it looks like";
    std::string text = "from " + found.place + " by " + way;
    if (!found.looksAlike)
        text += ", though it looks different";
    if (!found.isCertain)
        text += ", but which part of the sound it is stays open";
    return text;
}

} // namespace sonoloom
