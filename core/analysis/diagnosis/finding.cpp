// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/finding.h"

#include "core/base/fields.h"

#include <algorithm>
#include <array>

namespace sonoloom
{

namespace
{

struct Names {
    std::string_view name;
    const char* label;
};

constexpr std::array<Names, faultCount> names{{
    {"framed", SONO_TR("Fault", "Frame in the picture")},
    {"colour-mapped", SONO_TR("Fault", "Colour map")},
    {"jpeg", SONO_TR("Fault", "JPEG traces")},
    {"resized", SONO_TR("Fault", "Resized")},
    {"cropped", SONO_TR("Fault", "Cropped")},
    {"upside-down", SONO_TR("Fault", "Upside down")},
    {"inverted", SONO_TR("Fault", "Inverted")},
    {"8-bit", SONO_TR("Fault", "8 bits of 16")},
    {"clipped", SONO_TR("Fault", "Clipped")},
    {"narrow-range", SONO_TR("Fault", "Narrow range")},
    {"missing-low", SONO_TR("Fault", "No low bands")},
    {"missing-high", SONO_TR("Fault", "No high bands")},
    {"too-many-bands", SONO_TR("Fault", "Too many bands")},
}};

} // namespace

std::string_view faultName(Fault fault)
{
    return names[static_cast<std::size_t>(fault)].name;
}

const char* faultLabel(Fault fault)
{
    return names[static_cast<std::size_t>(fault)].label;
}

const Finding* findingOf(const std::vector<Finding>& findings, Fault fault)
{
    const auto found = std::ranges::find(findings, fault, &Finding::fault);
    return found == findings.end() ? nullptr : &*found;
}

} // namespace sonoloom
