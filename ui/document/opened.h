// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/codec/codec.h"
#include "core/codec/record.h"
#include "core/io/audiofile.h"
#include "core/pipeline/decode.h"
#include "core/pipeline/roundtrip.h"

#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace sonoloom
{

/// A sound file that was opened, whole in memory.
struct OpenedSound {
    std::filesystem::path path;
    AudioFileFacts facts;
    Record::Source origin;
    std::shared_ptr<const Audio> audio;
};

/// One of the images that were opened.
struct OpenedImage {
    std::filesystem::path path;
    int width = 0;
    int height = 0;
    std::optional<Record> record;
    RecordOrigin recordOrigin = RecordOrigin::None;
    std::string recordOriginText; ///< "from 'song.sonoloom.json' by name pattern"
};

/// Images that were opened, in the order of time; their pixels are loaded again when needed.
struct OpenedImages {
    std::vector<OpenedImage> images;
    std::shared_ptr<const Codec> codec; ///< recognised, its fields filled from the first record
    std::string recognition;            ///< why this codec: "carries a Sonoloom record"
    bool mended = false;                ///< what is wrong with their pixels is mended as they are loaded
    std::shared_ptr<const std::vector<RecordSet>> known; ///< records beside the sidecars, or null

    std::vector<std::filesystem::path> paths() const;
    /// Loads them, mended or as they are, on the caller's thread.
    std::unique_ptr<ImageSet> imageSet() const;
};

/// Images that nothing tells the format of.
struct DoubtfulImages {
    std::vector<std::filesystem::path> paths;
    std::string reason; ///< half a sentence: "'a.png' does not look like a spectrogram (too colourful)"
};

/// What opening came to.
using Opened = std::variant<std::shared_ptr<const OpenedSound>, std::shared_ptr<const OpenedImages>, DoubtfulImages>;

/// How images are opened.
struct OpenOptions {
    bool mended = false;             ///< OpenedImages::mended
    std::string format;              ///< a codec's name, for images that nothing tells the format of; empty: they are DoubtfulImages
    /// Of the sound that was open: images that come back without a record are found among them.
    std::shared_ptr<const TileSet> tiles;
    std::shared_ptr<const std::vector<RecordSet>> known; ///< the same as it was found before, or null
};

/// Opens what a user picked or dropped: one sound, or images. Files of a folder are those with known suffixes. An image
/// that is one of sound only once mended is opened as it is.
/// Errors, one sentence each: NotFound, Unreadable, Unsupported, Corrupt, InvalidArgument (sound and images together,
/// several sounds, an empty folder), Cancelled.
Result<Opened> openFiles(const std::vector<std::string>& paths, const OpenOptions& options, JobMonitor& monitor);

} // namespace sonoloom
