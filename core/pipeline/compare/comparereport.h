// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/atomicfile.h"
#include "core/pipeline/compare/compareimages.h"
#include "core/pipeline/compare/comparesounds.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sonoloom
{

/// Where and how a comparison is written.
struct CompareFilesOptions {
    std::filesystem::path folder; ///< made if missing
    CompareParams params;
    Overwrite overwrite = Overwrite::No;
    int threads = 0; ///< never changes a bit of the output
};

/// The report's files, whatever was compared.
struct ReportFiles {
    std::filesystem::path csv;  ///< comparison.csv
    std::filesystem::path json; ///< comparison.json: what toJson gives
    std::filesystem::path html; ///< comparison.html: readable by itself, without network
};

/// One pair of images without its pixels.
struct ComparedSlice {
    ImagePair files;
    ImageFigures figures;
    std::vector<std::string> conversions;
    std::string missing;           ///< as ImageComparison
    std::filesystem::path picture; ///< NAME_comparison.png
};

/// Two sets of images beside each other.
struct ComparedImages {
    std::vector<ComparedSlice> slices;
    ImageFigures mean;
    std::vector<std::filesystem::path> onlyA; ///< without a partner
    std::vector<std::filesystem::path> onlyB;
    std::vector<Error> failures;              ///< pairs that could not be compared
    double gain = 0;
    ReportFiles report;
};

/// Two sound files beside each other.
struct ComparedSounds {
    std::filesystem::path a;
    std::filesystem::path b;
    SoundComparison comparison;
    std::filesystem::path picture;             ///< comparison.png
    std::vector<std::filesystem::path> sounds; ///< of A, B and their difference, where they are too long for the report
    ReportFiles report;
};

/// Compares images pair by pair (pairImages) and writes a picture a pair and the report.
///
/// All files appear together at the end; if the job fails or is cancelled, none does. A pair that cannot be read is a
/// failure, and the others go on. Memory does not grow with the number of pairs, but for the pictures in the report.
/// Errors: InvalidArgument (no pair, params), Exists, WriteFailed, Cancelled, the first failure where every pair failed.
Result<ComparedImages> compareImageSets(const std::vector<std::filesystem::path>& a,
                                        const std::vector<std::filesystem::path>& b, const CompareFilesOptions& options,
                                        JobMonitor& monitor);

/// Compares images in order by the bytes of their names and writes a picture a pair, as wav_diff does it:
/// compare_slice_0000.png and so on, without a report.
/// Errors: as compareImageSets.
Result<ComparedImages> compareAsPeer(const std::vector<std::filesystem::path>& a,
                                     const std::vector<std::filesystem::path>& b, const CompareFilesOptions& options,
                                     JobMonitor& monitor);

/// Compares two sound files and writes their picture, the report with players, and, where they are too long to be
/// heard from within it (8 MB of samples), the sounds as FLAC files.
///
/// All files appear together at the end; if the job fails or is cancelled, none does.
/// Errors: as readAudioFile, compareTwoSounds and writeAudioFile.
Result<ComparedSounds> compareSoundFiles(const std::filesystem::path& a, const std::filesystem::path& b,
                                         const CompareFilesOptions& options, JobMonitor& monitor);

/// All figures as one JSON object; what does not apply is null.
std::string toJson(const ComparedImages& compared);
std::string toJson(const ComparedSounds& compared);

/// One line a pair and one for the means; one line for two sounds. RFC 4180 with a header, UTF-8.
std::string toCsv(const ComparedImages& compared);
std::string toCsv(const ComparedSounds& compared);

/// The page, with what its pictures and players are to show, as URIs: one a slice; or the picture, A, B, difference.
std::string toHtml(const ComparedImages& compared, const std::vector<std::string>& pictures);
std::string toHtml(const ComparedSounds& compared, const std::vector<std::string>& media);

} // namespace sonoloom
