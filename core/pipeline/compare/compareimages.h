// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/image.h"
#include "core/base/monitor.h"
#include "core/base/result.h"
#include "core/pipeline/compare/compareparams.h"
#include "core/pipeline/compare/imagepairs.h"

#include <optional>
#include <string>
#include <vector>

namespace sonoloom
{

/// How far two images are apart. What does not apply is nothing.
struct ImageFigures {
    double psnrDb = 0;                ///< as wav_diff; 100 for equal images
    std::optional<double> similarity; ///< SSIM of the luminance
    std::optional<double> snrDb;      ///< of the sounds that the images hold, phases and all
    std::optional<double> spectralConvergenceDb; ///< of what the images hold: mel magnitudes, or sounds
    std::optional<double> logSpectralDistanceDb;
};

/// Means over several images, each of those that have the figure; nothing where none has.
ImageFigures meanOf(const std::vector<ImageFigures>& figures);

/// A pair of images beside each other.
struct ImageComparison {
    ImagePair files;
    Image a;          ///< as they were compared: of one size, depth and number of channels
    Image b;
    Image difference; ///< |a - b| times the gain
    std::vector<std::string> conversions; ///< what was changed for it, a sentence each
    ImageFigures figures;
    std::string missing; ///< why figures of what the images hold are missing, a sentence; empty if none is
};

/// Compares two image files.
///
/// What `b` holds is read with its own record, or with that of `a` if it has none or another size.
/// @param threads 0: all; never changes a bit
/// Errors: InvalidArgument (params), Cancelled, and as readImageFile.
Result<ImageComparison> compareImageFiles(const ImagePair& files, const CompareParams& params, int threads,
                                          JobMonitor& monitor);

/// Original | Reconstructed | Difference side by side as 8-bit RGB, with names, figures and colour scales; wide images are
/// made smaller, the greatest difference of each place being kept. Needs a QGuiApplication, as drawPanels.
Image pictureOf(const ImageComparison& comparison, double gain);

/// The three side by side at their size, 10 black pixels between them, with names and PSNR written on them, as wav_diff
/// draws them. Needs a QGuiApplication, as drawPanels.
Image peersPictureOf(const ImageComparison& comparison, double gain);

} // namespace sonoloom
