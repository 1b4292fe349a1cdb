// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/compare/matchimages.h"

#include "core/codec/wavdiff/lanczos.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int eightBitsToSixteen = 257;

/// The image with 1 or 3 channels and 8 or 16 bits, no fewer than it has.
Image widened(Image image, int channels, int depth)
{
    const int factor = depth > image.depth ? eightBitsToSixteen : 1;
    Image out(image.width, image.height, channels, depth);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < channels; ++c)
                out.at(x, y, c) = static_cast<std::uint16_t>(image.at(x, y, image.channels == 1 ? 0 : c) * factor);
    out.text = std::move(image.text);
    out.exif = std::move(image.exif);
    return out;
}

std::string sizeText(const Image& image)
{
    return std::to_string(image.width) + " x " + std::to_string(image.height);
}

class Matcher
{
public:
    MatchedImages run(Image first, Image second, int threads)
    {
        const int channels = std::max(first.channels, second.channels) >= 3 ? 3 : 1;
        const int depth = std::max(first.depth, second.depth);
        made_.a = converted(std::move(first), "first", channels, depth);
        made_.b = converted(std::move(second), "second", channels, depth);
        if (made_.a.width != made_.b.width || made_.a.height != made_.b.height) {
            made_.resized = true;
            made_.conversions.push_back("The second image was resized from " + sizeText(made_.b) + " to " +
                                        sizeText(made_.a) + ".");
            made_.b = resizedByLanczos4(made_.b, made_.a.width, made_.a.height, threads);
        }
        return std::move(made_);
    }

private:
    Image converted(Image image, const std::string& which, int channels, int depth)
    {
        if (image.channels == 4)
            made_.conversions.push_back("The " + which + " image's transparency was left out.");
        if (image.depth != depth)
            made_.conversions.push_back("The " + which + " image has 8 bits, the other one 16.");
        if (image.channels < channels)
            made_.conversions.push_back("The " + which + " image is grey, the other one coloured.");
        const bool fits = image.channels == channels && image.depth == depth;
        return fits ? image : widened(std::move(image), channels, depth);
    }

    MatchedImages made_;
};

} // namespace

MatchedImages matchedImages(Image first, Image second, int threads)
{
    return Matcher().run(std::move(first), std::move(second), threads);
}

Image differenceImage(const Image& a, const Image& b, double gain)
{
    assert(a.samples.size() == b.samples.size() && a.depth == b.depth);
    Image difference(a.width, a.height, a.channels, a.depth);
    for (std::size_t i = 0; i < a.samples.size(); ++i) {
        const double value = gain * std::abs(static_cast<int>(a.samples[i]) - static_cast<int>(b.samples[i]));
        difference.samples[i] = static_cast<std::uint16_t>(std::min<double>(std::lround(value), a.maxValue()));
    }
    return difference;
}

} // namespace sonoloom
