// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// A parameter and the values that are tried, as setFieldText takes them.
struct SweepAxis {
    std::string key; ///< empty: nothing is varied
    std::vector<std::string> values;
    bool operator==(const SweepAxis&) const = default;
};

/// Values of one axis at most.
inline constexpr std::size_t mostSweepValues = 16;

/// The values of a text for this field: a list "50,100,200", or a range "0.1:0.5:5" of first, last and how many.
/// Errors: InvalidArgument naming the field and what is allowed: for a value that it cannot have or that stands there
/// twice, for less than one value or more than mostSweepValues.
Result<std::vector<std::string>> sweepValues(const Field& field, std::string_view text);

/// An axis from "maxvol=50,100,200". Errors: as sweepValues; InvalidArgument for a parameter that is not there.
Result<SweepAxis> sweepAxis(const std::vector<Field>& fields, std::string_view text);

/// Values worth trying around the one that the field has, as sweepValues takes them: "50,100,200".
std::string suggestedValues(const Field& field);

} // namespace sonoloom
