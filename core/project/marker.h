// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sonoloom
{

/// A named place in time.
struct Marker {
    double seconds = 0;
    std::string name;
    bool operator==(const Marker&) const = default;
};

} // namespace sonoloom
