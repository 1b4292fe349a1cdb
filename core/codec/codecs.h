// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/codec.h"

#include <memory>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// One of each format, with its defaults, in the order of menus.
std::vector<std::unique_ptr<Codec>> allCodecs();

/// The format of that name with its defaults, or null.
std::unique_ptr<Codec> makeCodec(std::string_view name);

/// The format that recognises the image best, or null if none does with a confidence of 0.5.
struct RecognisedCodec {
    std::unique_ptr<Codec> codec;
    Recognition recognition;
};
RecognisedCodec recogniseCodec(const Image& image);

} // namespace sonoloom
