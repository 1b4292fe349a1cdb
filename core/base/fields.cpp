// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fields.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace sonoloom
{

namespace
{

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

std::string numberText(double number)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return {buffer, end};
}

/// Numbers in ranges, without exponents as far as people write them: 96000, not 9.6e+04.
std::string limitText(double number)
{
    if (number == std::floor(number) && std::abs(number) < 1e15)
        return std::to_string(static_cast<long long>(number));
    return numberText(number);
}

template <class Number>
std::optional<Number> parseNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    Number number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<bool> parseBool(std::string_view text)
{
    if (text == "true" || text == "yes" || text == "on" || text == "1")
        return true;
    if (text == "false" || text == "no" || text == "off" || text == "0")
        return false;
    return std::nullopt;
}

std::string joined(const std::vector<const char*>& names)
{
    std::string list;
    for (const char* name : names)
        list += (list.empty() ? "" : ", ") + std::string(name);
    return list;
}

Error notAllowed(const Field& field, std::string_view given)
{
    return {ErrorCode::InvalidArgument, "'" + std::string(field.key) + "' is " +
                                            (given.empty() ? std::string("empty") : std::string(given)) + " but must be " +
                                            fieldAllowed(field) + "."};
}

std::optional<int> choiceNamed(const Field::Choice& choice, std::string_view name)
{
    for (std::size_t i = 0; i < choice.names.size(); ++i)
        if (name == choice.names[i])
            return static_cast<int>(i);
    return std::nullopt;
}

template <class Number>
bool assignNumber(Number* target, std::string_view text)
{
    const auto number = parseNumber<Number>(text);
    if (number)
        *target = *number;
    return number.has_value();
}

} // namespace

std::string fieldText(const Field& field)
{
    return std::visit(Overloaded{
                          [](const bool* flag) { return std::string(*flag ? "true" : "false"); },
                          [](const int* number) { return std::to_string(*number); },
                          [](const double* number) { return numberText(*number); },
                          [](const std::string* text) { return *text; },
                          [](const Field::Choice& choice) {
                              const auto index = static_cast<std::size_t>(choice.get(choice.target));
                              return std::string(index < choice.names.size() ? choice.names[index] : "?");
                          },
                      },
                      field.value);
}

Result<void> setFieldText(const Field& field, std::string_view text)
{
    const bool understood = std::visit(Overloaded{
                                           [&](bool* flag) {
                                               const auto parsed = parseBool(text);
                                               if (parsed)
                                                   *flag = *parsed;
                                               return parsed.has_value();
                                           },
                                           [&](int* number) { return assignNumber(number, text); },
                                           [&](double* number) { return assignNumber(number, text); },
                                           [&](std::string* target) {
                                               *target = text;
                                               return true;
                                           },
                                           [&](const Field::Choice& choice) {
                                               const auto index = choiceNamed(choice, text);
                                               if (index)
                                                   choice.set(choice.target, *index);
                                               return index.has_value();
                                           },
                                       },
                                       field.value);
    if (!understood)
        return notAllowed(field, text);
    return {};
}

Result<void> checkField(const Field& field)
{
    const auto inRange = [&](double number) { return number >= field.range.least && number <= field.range.greatest; };
    const bool allowed = std::visit(Overloaded{
                                        [](const bool*) { return true; },
                                        [&](const int* number) { return inRange(*number); },
                                        [&](const double* number) { return inRange(*number); }, // NaN is in no range
                                        [](const std::string*) { return true; },
                                        [&](const Field::Choice& choice) { return inRange(choice.get(choice.target)); },
                                    },
                                    field.value);
    if (!allowed)
        return notAllowed(field, fieldText(field));
    return {};
}

Result<void> checkFields(const std::vector<Field>& fields)
{
    for (const Field& field : fields)
        if (auto checked = checkField(field); !checked)
            return checked;
    return {};
}

std::string fieldAllowed(const Field& field)
{
    const std::string limits = " from " + limitText(field.range.least) + " to " + limitText(field.range.greatest);
    const std::string unit = *field.unit ? std::string(" ") + field.unit : "";
    return std::visit(Overloaded{
                          [](const bool*) { return std::string("true or false"); },
                          [&](const int*) { return "a whole number" + limits + unit; },
                          [&](const double*) { return "a number" + limits + unit; },
                          [](const std::string*) { return std::string("a text"); },
                          [](const Field::Choice& choice) { return "one of " + joined(choice.names); },
                      },
                      field.value);
}

std::string fieldHelp(const Field& field)
{
    std::string allowed;
    if (std::holds_alternative<int*>(field.value) || std::holds_alternative<double*>(field.value))
        allowed = limitText(field.range.least) + " to " + limitText(field.range.greatest) +
                  (*field.unit ? std::string(" ") + field.unit : "") + ", ";
    else if (const auto* choice = std::get_if<Field::Choice>(&field.value))
        allowed = joined(choice->names) + "; ";
    const std::string preset = fieldText(field);
    return std::string(field.help) + " (" + allowed + "default " + (preset.empty() ? "none" : preset) + ")";
}

const Field* findField(const std::vector<Field>& fields, std::string_view key)
{
    for (const Field& field : fields)
        if (field.key == key)
            return &field;
    return nullptr;
}

} // namespace sonoloom
