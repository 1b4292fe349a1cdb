// SPDX-License-Identifier: GPL-3.0-or-later
// Detection, diagnosis and repair with any image: README.md.
#include "core/analysis/diagnosis/diagnosis.h"
#include "core/analysis/diagnosis/repair.h"
#include "core/codec/codecs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>

using namespace sonoloom;

namespace
{

/// The first bytes choose size, channels and depth, the rest go round as pixels; one byte makes them repeat in columns or
/// blocks, which noise never does.
Image imageFrom(const std::uint8_t* bytes, std::size_t size)
{
    const auto byte = [&](std::size_t i) { return i < size ? bytes[i] : std::uint8_t{0}; };
    const int widths = byte(0) | byte(1) << 8;
    const int heights = byte(2) | byte(3) << 8;
    constexpr int channels[] = {1, 3, 4};
    Image image(1 + widths % 200, 1 + heights % 200, channels[byte(4) % 3], byte(4) & 64 ? 16 : 8);
    const int block = 1 + byte(5) % 9;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < image.channels; ++c) {
                const auto place = static_cast<std::size_t>((y / block * image.width + x / block) * image.channels + c);
                const std::uint8_t value = size > 6 ? byte(6 + place % (size - 6)) : std::uint8_t{0};
                image.at(x, y, c) = static_cast<std::uint16_t>(image.depth == 16 ? value * 257 ^ byte(5) : value);
            }
    return image;
}

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const Image image = imageFrom(bytes, size);
    for (const auto& codec : allCodecs()) {
        const Recognition recognition = codec->recognise(image);
        demand(recognition.confidence >= 0 && recognition.confidence <= 1 && !recognition.reason.empty());
    }
    JobMonitor monitor;
    Expected expected;
    expected.content = static_cast<Content>(size > 4 ? bytes[4] / 4 % 4 : 0);
    if (size > 3 && bytes[3] > 200)
        expected.width = expected.height = bytes[2];
    const auto findings = diagnose(image, expected, monitor);
    demand(findings.has_value());
    for (const Finding& finding : findings.value())
        demand(finding.confidence >= 0.5 && finding.confidence <= 1 && !finding.what.empty() && !finding.cost.empty());
    const auto mended = repair(image, findings.value(), monitor);
    demand(mended.has_value() && !mended.value().samples.empty());
    for (const std::uint16_t sample : mended.value().samples)
        demand(sample <= mended.value().maxValue());
    return 0;
}
