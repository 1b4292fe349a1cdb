// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// Marks a text for translation without translating it (lupdate collects it).
#define SONO_TR(context, text) text

namespace sonoloom
{

/// Least and greatest value of a number, both allowed.
struct Range {
    double least;
    double greatest;
};

/// A field's short name for people, marked with SONO_TR.
struct Label {
    const char* text;
};

/// A field's explanation, one or two sentences, marked with SONO_TR.
struct Help {
    const char* text;
};

/// The names of an enum's values, in the order of the values, which count from 0. Names are the CLI's.
struct Choices {
    std::vector<const char*> names;
};

/// Holds for `Params` and `const Params`: lets one visitFields serve reading and writing.
template <class Candidate, class Params>
concept FieldsOf = std::same_as<std::remove_const_t<Candidate>, Params>;

/// One parameter of a Params struct with its type erased, pointing into that struct, which must outlive it.
struct Field {
    /// An enum seen as the index of its value.
    struct Choice {
        int (*get)(const void*);
        void (*set)(void*, int);
        void* target;
        std::vector<const char*> names;
    };

    std::string_view key; ///< the CLI's and JSON's name, such as "n-mels"
    std::variant<bool*, int*, double*, std::string*, Choice> value;
    Range range{0, 0};
    const char* label = "";
    const char* unit = "";
    const char* help = "";
};

namespace detail
{

struct FieldCollector {
    std::vector<Field>& fields;

    template <class Number>
        requires(std::same_as<Number, int> || std::same_as<Number, double>)
    void operator()(const char* key, Number& number, Range range, Label label, const char* unit, Help help) const
    {
        fields.push_back({key, &number, range, label.text, unit, help.text});
    }
    void operator()(const char* key, bool& flag, Label label, Help help) const
    {
        fields.push_back({key, &flag, {0, 1}, label.text, "", help.text});
    }
    void operator()(const char* key, std::string& text, Label label, Help help) const
    {
        fields.push_back({key, &text, {0, 0}, label.text, "", help.text});
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(const char* key, Enum& choice, Choices choices, Label label, Help help) const
    {
        const Field::Choice value{[](const void* p) { return static_cast<int>(*static_cast<const Enum*>(p)); },
                                  [](void* p, int v) { *static_cast<Enum*>(p) = static_cast<Enum>(v); }, &choice,
                                  choices.names};
        fields.push_back({key, value, {0, static_cast<double>(choices.names.size()) - 1}, label.text, "", help.text});
    }
};

} // namespace detail

/// The fields of `params` in declared order, pointing into it. `params` needs a visitFields beside it.
template <class Params>
std::vector<Field> fieldsOf(Params& params)
{
    std::vector<Field> fields;
    visitFields(params, detail::FieldCollector{fields});
    return fields;
}

/// The field's value as its flag takes it: "0.25", "shared", "true".
std::string fieldText(const Field& field);

/// Sets a field from text. Errors: InvalidArgument, naming the field, what was given and what is allowed.
Result<void> setFieldText(const Field& field, std::string_view text);

/// True if the value lies in its range and is finite. Errors: InvalidArgument naming the field and the range.
Result<void> checkField(const Field& field);

/// checkField of every field; the first error.
Result<void> checkFields(const std::vector<Field>& fields);

template <class Params>
Result<void> checkParams(const Params& params)
{
    Params copy = params;
    return checkFields(fieldsOf(copy));
}

/// One line for `--help`, without the flag: "Height of the image (8 to 4096, default 512)".
std::string fieldHelp(const Field& field);

/// What a value may be, for messages: "a whole number from 8 to 4096", "one of minmax, fixed".
std::string fieldAllowed(const Field& field);

/// The field with this key, or null.
const Field* findField(const std::vector<Field>& fields, std::string_view key);

/// All fields as one JSON object.
std::string fieldsToJson(const std::vector<Field>& fields);

/// Sets the fields that the JSON object names; unknown keys are passed over. Nothing is range-checked but types are.
/// Errors: Corrupt for text that is not a JSON object, InvalidArgument for a value of the wrong type or unknown choice.
Result<void> fieldsFromJson(const std::vector<Field>& fields, std::string_view json);

} // namespace sonoloom
