// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/decode.h"
#include "core/pipeline/encode.h"
#include "core/pipeline/figures.h"

namespace sonoloom
{

/// The main job's outputs.
struct ConvertedFile {
    EncodedFile encoded;
    std::filesystem::path audio;      ///< NAME_reconstructed.wav
    std::filesystem::path comparison; ///< NAME_comparison.png: original, reconstruction, difference with axes
    std::filesystem::path figures;    ///< NAME_figures.json
    Figures result;
};

/// A sound file to images and back, with the comparison picture and the figures, all into encode.folder.
///
/// All outputs appear together at the end; if the job fails or is cancelled, none does. The original and the result are
/// in memory for the comparison. Needs a QGuiApplication for the picture's letters (drawPanels).
/// Errors: as encodeFile and Codec::open.
Result<ConvertedFile> convertFile(const std::filesystem::path& audio, const std::string& stem, const Codec& codec,
                                  const EncodeFilesOptions& encode, const DecodeFilesOptions& decode,
                                  JobMonitor& monitor);

/// True for a file that convertFile drew: named *_comparison.png, with its figures beside it. Not an image to decode.
bool isComparisonPicture(const std::filesystem::path& file);

} // namespace sonoloom
