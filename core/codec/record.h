// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/base/result.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// What is known of an image that holds sound: the JSON object of the PNG text `sonoloom` (README.md, "Metadata").
struct Record {
    struct Source {
        std::string name;          ///< file name without folder
        std::string sha256;        ///< of the file's bytes; empty if unknown
        std::size_t samples = 0;   ///< per channel, at `sampleRate`
        bool operator==(const Source&) const = default;
    };
    struct TilePlace {
        int index = 0;
        int count = 1;
        std::size_t firstSample = 0;
        std::size_t samples = 0;   ///< of the source that this tile stands for
        int columns = 0;
        std::string checks{};      ///< resonance: base64 of the CRC-32s of its bytes; empty elsewhere
        bool operator==(const TilePlace&) const = default;
    };
    struct Level {
        std::string rule;          ///< minmax, fixed, shared, peak
        double maxvol = 0;
        std::optional<double> lo;  ///< before the min/max stretch
        std::optional<double> hi;
        bool operator==(const Level&) const = default;
    };

    std::string format;            ///< codec's name; empty in a record that is partly known (hobby's EXIF)
    int version = 1;
    std::map<std::string, std::string> params; ///< the codec's fields by key, as fieldText gives them
    int sampleRate = 0;            ///< Hz, of the sound in the image; 0 unknown
    int channels = 0;              ///< 0 unknown
    std::optional<Source> source;
    std::optional<TilePlace> tile;
    std::optional<Level> level;
    std::string unknownJson;       ///< other keys as a JSON object, kept when written again: resonance's `wav`, and those
                                   ///< that this version does not know
    bool operator==(const Record&) const = default;
};

inline constexpr const char* recordKeyword = "sonoloom";
inline constexpr int recordVersion = 1;

/// The record as the JSON of the `sonoloom` text; numbers stay numbers.
std::string recordToJson(const Record& record);

/// Reads what recordToJson wrote; a newer version is read as far as understood.
/// Errors: Corrupt if it is not a JSON object or a known key has an impossible type.
Result<Record> recordFromJson(std::string_view json);

/// The record that travels in the image: its `sonoloom` text, else riffusion-hobby's EXIF, else nothing.
/// A text or EXIF that cannot be read is told in `notices` and treated as missing.
std::optional<Record> recordOfImage(const Image& image, std::vector<std::string>& notices);

/// The sidecar of a set: STEM.sonoloom.json, shared parameters once and, per tile, what finds it again.
struct Sidecar {
    struct Entry {
        std::string name;           ///< file name of the tile, without folder
        std::string sha256;         ///< of the tile's file
        std::string perceptualHash; ///< perceptualHash() of the image
        Record::TilePlace tile;
        Record::Level level;
        bool operator==(const Entry&) const = default;
    };
    Record shared; ///< without tile and level
    std::vector<Entry> tiles;
    bool operator==(const Sidecar&) const = default;
};

inline constexpr const char* sidecarSuffix = ".sonoloom.json";

std::string sidecarToJson(const Sidecar& sidecar);
Result<Sidecar> sidecarFromJson(std::string_view json);

/// The record of one tile of the set.
Record recordOfEntry(const Sidecar& sidecar, const Sidecar::Entry& entry);

/// 16 hexadecimal digits that stay nearly the same when an image is recompressed, recoloured to RGB or slightly resized.
/// One bit for each of 8 x 8 area means: whether it is brighter than its row and column let expect.
std::string perceptualHash(const Image& image);

/// Number of differing bits of two perceptual hashes, 0..64; 64 if one is not a hash.
int perceptualDistance(std::string_view a, std::string_view b);

} // namespace sonoloom
