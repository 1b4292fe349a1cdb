// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/wavdiff/wavdifflook.h"

#include <algorithm>
#include <cmath>
#include <complex>

namespace sonoloom
{

namespace
{

/// What green and blue are as vectors, pixels weighted by red.
struct VectorFigures {
    double onCircle = 0;  ///< share of vectors between 0.7 and 1.3 long
    double oneSided = 0;  ///< 0 where directions are spread evenly, 1 where all are one, or one and its opposite
};

VectorFigures vectorFigures(const Image& image)
{
    const auto step = static_cast<std::size_t>(image.channels);
    const double half = image.maxValue() / 2.0;
    double on = 0;
    double all = 1e-9;
    std::complex<double> sum;
    std::complex<double> sumOfSquares;
    for (std::size_t i = 0; i + step <= image.samples.size(); i += step) {
        const double weight = image.samples[i];
        const std::complex<double> vector(image.samples[i + 1] / half - 1.0, image.samples[i + 2] / half - 1.0);
        const double length = std::abs(vector);
        const auto direction = length > 0 ? vector / length : 1.0;
        on += length > 0.7 && length < 1.3 ? weight : 0;
        sum += weight * direction;
        sumOfSquares += weight * direction * direction;
        all += weight;
    }
    return {on / all, std::max(std::abs(sum), std::abs(sumOfSquares)) / all};
}

} // namespace

Recognition recogniseWavdiff(const Image& image)
{
    std::vector<std::string> notices;
    if (const auto record = recordOfImage(image, notices)) {
        if (record->format == "wavdiff")
            return {1.0, "carries a Sonoloom record"};
        return {0.0, record->format.empty() ? "carries riffusion-hobby's EXIF tags"
                                            : "carries a record of the format '" + record->format + "'"};
    }
    if (image.channels < 3)
        return {0.0, "is grey, but phase needs colours"};
    const VectorFigures figures = vectorFigures(image);
    // Resizing shortens vectors: at 256 x 256 two fifths are left near the circle. Bytes of any kind have three fifths there.
    const bool deep = image.depth == 16;
    if (figures.oneSided > 0.1 || figures.onCircle < (deep ? 0.3 : 0.75))
        return {0.1, "has no phase in green and blue"};
    return deep ? Recognition{0.9, "has 16 bits and phase in green and blue"} : Recognition{0.7, "has phase in green and blue"};
}

} // namespace sonoloom
