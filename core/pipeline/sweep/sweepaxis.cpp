// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/sweep/sweepaxis.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>

namespace sonoloom
{

namespace
{

Error notUsable(const Field& field, const std::string& why)
{
    return {ErrorCode::InvalidArgument, "The values of '" + std::string(field.key) + "' " + why + "."};
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts(1);
    for (const char letter : text)
        if (letter == separator)
            parts.emplace_back();
        else if (letter != ' ')
            parts.back() += letter;
    return parts;
}

std::optional<double> numberOf(const std::string& text)
{
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

/// At most six digits, or whole where the field is.
std::string textOf(const Field& field, double number)
{
    if (std::holds_alternative<int*>(field.value))
        return std::to_string(std::llround(number));
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", number);
    char shortest[32]; // 1e+06 is 1000000 to people
    const auto end = std::to_chars(shortest, shortest + sizeof shortest, numberOf(text).value_or(number), std::chars_format::fixed).ptr;
    return {shortest, end};
}

bool isNumber(const Field& field)
{
    return std::holds_alternative<int*>(field.value) || std::holds_alternative<double*>(field.value);
}

Result<std::vector<std::string>> rangeValues(const Field& field, const std::vector<std::string>& parts)
{
    const auto first = numberOf(parts[0]);
    const auto last = numberOf(parts[1]);
    const auto count = numberOf(parts[2]);
    if (!first || !last || !count || *count != std::floor(*count) || *count < 2 || *count > static_cast<double>(mostSweepValues))
        return notUsable(field, "must be first:last:count, with a count of 2 to " + std::to_string(mostSweepValues));
    std::vector<std::string> values;
    for (int i = 0; i < static_cast<int>(*count); ++i)
        values.push_back(textOf(field, *first + (*last - *first) * i / (*count - 1)));
    return values;
}

Result<void> checkValues(const Field& field, const std::vector<std::string>& values)
{
    if (values.size() > mostSweepValues)
        return notUsable(field, "are more than " + std::to_string(mostSweepValues) + "; take fewer");
    std::set<std::string> seen;
    const std::string before = fieldText(field);
    for (const std::string& value : values) {
        auto set = setFieldText(field, value);
        if (set)
            set = checkField(field);
        static_cast<void>(setFieldText(field, before)); // it was right before
        if (!set)
            return set;
        if (!seen.insert(value).second)
            return notUsable(field, "have " + value + " twice; leave one out");
    }
    return {};
}

/// Parameters for which nothing around their value says what is worth trying.
struct Usual {
    std::string_view key;
    std::string_view values;
};
constexpr std::array usualValues{Usual{"iterations", "8,32,128"}, Usual{"f-min", "0,50,100"},    Usual{"f-max", "8000,10000,16000,22050"},
                                 Usual{"stop-error", "0,1,2"},    Usual{"trim-db", "0,20,40"},   Usual{"n-mels", "128,256,512,1024"},
                                 Usual{"size", "256,512,1024"},   Usual{"expansion", "1,2,4,8"}, Usual{"power", "0.15,0.25,0.4"}};

} // namespace

Result<std::vector<std::string>> sweepValues(const Field& field, std::string_view text)
{
    std::vector<std::string> values = split(text, ',');
    const auto parts = split(text, ':');
    if (isNumber(field) && parts.size() == 3) {
        auto range = rangeValues(field, parts);
        if (!range)
            return range;
        values = std::move(*range);
    }
    if (auto fits = checkValues(field, values); !fits)
        return fits.error();
    return values;
}

Result<SweepAxis> sweepAxis(const std::vector<Field>& fields, std::string_view text)
{
    const std::size_t equals = text.find('=');
    const std::string key(text.substr(0, equals));
    const Field* field = findField(fields, key);
    if (!field)
        return Error{ErrorCode::InvalidArgument, "There is no parameter '" + key + "' to vary; write one as maxvol=50,100,200."};
    auto values = sweepValues(*field, equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1));
    if (!values)
        return values.error();
    return SweepAxis{key, std::move(*values)};
}

std::string suggestedValues(const Field& field)
{
    if (const auto* choice = std::get_if<Field::Choice>(&field.value)) {
        std::string names;
        for (const char* name : choice->names)
            names += (names.empty() ? "" : ",") + std::string(name);
        return names;
    }
    if (std::holds_alternative<bool*>(field.value))
        return "false,true";
    const auto usual = std::ranges::find(usualValues, field.key, &Usual::key);
    if (usual != usualValues.end())
        return std::string(usual->values);
    if (!isNumber(field))
        return fieldText(field);
    const double value = numberOf(fieldText(field)).value_or(0);
    if (value == 0)
        return fieldText(field) + "," + textOf(field, std::max(1.0, field.range.least));
    std::string values;
    for (const double factor : {0.5, 1.0, 2.0}) {
        const std::string text = textOf(field, std::clamp(value * factor, field.range.least, field.range.greatest));
        values += (values.empty() ? "" : ",") + text;
    }
    return sweepValues(field, values) ? values : fieldText(field);
}

} // namespace sonoloom
