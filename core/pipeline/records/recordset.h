// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/codec/record.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// How the record of an image was found: in the image itself, or among known ones by its name, by its file's bytes, by the
/// name of a tile within its own, by what it looks like.
enum class RecordOrigin { None, Image, Name, Bytes, NamePattern, Look };

/// An image whose record is known, and what tells it again when it comes back without.
struct KnownTile {
    std::string name;           ///< of its file, without folder
    std::string sha256;         ///< of its file; empty if unknown
    std::string perceptualHash; ///< perceptualHash() of it; empty if unknown
    Record record;
};

/// Images whose records are known: those of a sidecar, of a folder, of the open project.
struct RecordSet {
    std::string place; ///< for the user: "'song.sonoloom.json'", "the open project"
    std::vector<KnownTile> tiles;
};

/// All tiles of a sidecar.
RecordSet recordSetOf(std::string place, const Sidecar& sidecar);

/// A record that was found for an image without one.
struct FoundRecord {
    Record record;
    RecordOrigin origin = RecordOrigin::None;
    std::string place;      ///< RecordSet::place
    bool looksAlike = true; ///< false if the name alone speaks for it, as after a generator that painted something new
    bool isCertain = true;  ///< false if it may be another tile of its sound; record.tile is missing then
};

/// The record of an image whose own is missing, by the first of these that tells one: its file's name, if it looks roughly
/// like that tile; its bytes; the longest name of a tile within its own, if it looks roughly so; what it looks like; its
/// name, whatever it looks like. Of sets with the same answer the first is taken. Nothing if no set knows it.
std::optional<FoundRecord> findRecord(const std::vector<const RecordSet*>& sets, const std::filesystem::path& file,
                                      const Image& image);

/// Half a sentence for the user: "from 'song.sonoloom.json' by name pattern".
std::string originText(const FoundRecord& found);

} // namespace sonoloom
