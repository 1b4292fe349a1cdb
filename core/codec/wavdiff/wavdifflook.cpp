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
    double exact = 0;     ///< share of vectors between 0.9 and 1.03 long, as they are drawn
    double oneSided = 0;  ///< 0 where directions are spread evenly, 1 where all are one, or one and its opposite
    double silent = 0;    ///< share of the pixels that stand for nothing: no red, no vector
    double sounding = 0;  ///< share of the pixels with red
};

/// Correlation of red with its right neighbour's: levels go on, bytes do not.
double redGoesOn(const Image& image)
{
    double mean = 0;
    const auto step = static_cast<std::size_t>(image.channels);
    for (std::size_t i = 0; i < image.samples.size(); i += step)
        mean += image.samples[i];
    mean /= static_cast<double>(image.samples.size() / step);
    double product = 0;
    double squares = 1e-9;
    for (int y = 0; y < image.height; ++y)
        for (int x = 1; x < image.width; ++x) {
            const double here = image.at(x, y) - mean;
            product += here * (image.at(x - 1, y) - mean);
            squares += here * here;
        }
    return product / squares;
}

VectorFigures vectorFigures(const Image& image)
{
    const auto step = static_cast<std::size_t>(image.channels);
    const double half = image.maxValue() / 2.0;
    double on = 0;
    double exact = 0;
    double all = 1e-9;
    double silent = 0;
    double sounding = 0;
    std::complex<double> sum;
    std::complex<double> sumOfSquares;
    for (std::size_t i = 0; i + step <= image.samples.size(); i += step) {
        const double weight = image.samples[i];
        const std::complex<double> vector(image.samples[i + 1] / half - 1.0, image.samples[i + 2] / half - 1.0);
        const double length = std::abs(vector);
        const auto direction = length > 0 ? vector / length : 1.0;
        silent += weight == 0 && length < 0.02 ? 1 : 0;
        sounding += weight > 0 ? 1 : 0;
        on += length > 0.7 && length < 1.3 ? weight : 0;
        exact += length > 0.9 && length < 1.03 ? weight : 0;
        sum += weight * direction;
        sumOfSquares += weight * direction * direction;
        all += weight;
    }
    const double pixels = static_cast<double>(image.samples.size() / step);
    return {on / all, exact / all, std::max(std::abs(sum), std::abs(sumOfSquares)) / all, silent / pixels, sounding / pixels};
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
    if (figures.silent > 0.5 && figures.silent + figures.sounding > 0.99)
        return {0.9, "has the colour of silence in magnitude and phase"};
    // Resizing shortens vectors: at 256 x 256 a quarter is left near the circle, by loudness. 16 bits of colour are rarely
    // anything else; of bytes of any kind three fifths lie there, but nine tenths at no distance.
    if (image.depth == 16 && figures.onCircle > 0.2 && figures.oneSided < 0.15)
        return {0.98, "has 16 bits and phase in green and blue"};
    if (figures.exact > 0.85 && figures.oneSided < 0.2)
        return {0.95, "has phase in green and blue"};
    if (figures.onCircle > 0.4 && figures.oneSided < 0.08 && redGoesOn(image) > 0.5)
        return {0.7, "has phase in green and blue, shortened by another size"};
    return {0.1, "has no phase in green and blue"};
}

} // namespace sonoloom
