// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace sonoloom
{

/// Two images of the same stretch of sound.
struct ImagePair {
    std::filesystem::path a;
    std::filesystem::path b;
};

/// Which images of two sets belong together.
struct ImagePairing {
    std::vector<ImagePair> pairs; ///< as people count the names of the first set
    std::vector<std::filesystem::path> onlyA; ///< without a partner
    std::vector<std::filesystem::path> onlyB;
};

/// Pairs images: those with equal names (the suffix does not count), of the rest those whose last numbers are equal and
/// unique, and of what is left in order if both sides have as many. One image each is a pair, whatever the names.
ImagePairing pairImages(std::vector<std::filesystem::path> a, std::vector<std::filesystem::path> b);

/// Pairs the first with the first by the bytes of the names, as wav_diff does; the longer set's rest is without a partner.
ImagePairing pairImagesInOrder(std::vector<std::filesystem::path> a, std::vector<std::filesystem::path> b);

} // namespace sonoloom
