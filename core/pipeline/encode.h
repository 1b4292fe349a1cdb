// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/monitor.h"
#include "core/codec/codec.h"
#include "core/edit/region/regionedit.h"
#include "core/pipeline/outputset.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sonoloom
{

/// Sound files to folders of images.
struct EncodeFilesOptions {
    std::filesystem::path folder;       ///< made if missing
    bool sidecar = true;
    Overwrite overwrite = Overwrite::No;
    int threads = 0;
    bool rgb = false; ///< as toRgb() makes the codec's images
    bool slices = false; ///< named as wav_diff does, "stem_slice_0007.png"
    RegionEdits edits{}; ///< of the images; with some, they are all held in memory, packed
};

/// What one file became.
struct EncodedFile {
    std::filesystem::path audio;
    std::vector<std::filesystem::path> images;
    std::filesystem::path sidecar; ///< empty if none was written
    EncodeReport report;
};

/// Stems for the outputs of these files: the file's own, with its suffix kept where two would collide
/// (`a`, and `a.mp3` for the second), and counted where even that does.
std::vector<std::string> outputStems(const std::vector<std::filesystem::path>& files);

/// The name of a set's image: "stem_00007.png".
std::string tileFileName(const std::string& stem, int index);

/// The same as wav_diff has it: "stem_slice_0007.png".
std::string sliceFileName(const std::string& stem, int index);

/// One sound file to `folder/stem_00000.png` ... and `stem.sonoloom.json`.
///
/// All appear together at the end; if the job fails or is cancelled, none does. Where a longer set of that stem is
/// replaced, those of its images that its sidecar lists and nobody changed are removed, with a notice.
/// Memory does not grow with the length of the file, but for the list of names.
Result<EncodedFile> encodeFile(const std::filesystem::path& audio, const std::string& stem, const Codec& codec,
                               const EncodeFilesOptions& options, JobMonitor& monitor);

/// An image of a set that is not committed yet.
struct StagedTile {
    std::filesystem::path temporary;
    Record record;
};

/// What encodeFile made before its files have their names.
struct StagedEncoding {
    EncodedFile file;
    std::vector<StagedTile> tiles;
};

/// encodeFile without the commit, for jobs with more outputs.
Result<StagedEncoding> stageEncoding(OutputSet& outputs, const std::filesystem::path& audio, const std::string& stem,
                                     const Codec& codec, const EncodeFilesOptions& options, JobMonitor& monitor);

/// Images of the set `stem` in `folder` beyond the first `count` that its present sidecar lists and that are still the
/// bytes it lists. To be asked before a new sidecar is committed.
std::vector<std::filesystem::path> staleTiles(const std::filesystem::path& folder, const std::string& stem,
                                              std::size_t count);

/// Removes them after a commit, with a notice.
void removeStale(const std::vector<std::filesystem::path>& images, JobMonitor& monitor);

} // namespace sonoloom
