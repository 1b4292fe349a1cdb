// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fields.h"

#include <nlohmann/json.hpp>

namespace sonoloom
{

namespace
{

using Json = nlohmann::ordered_json;

Json jsonOf(const Field& field)
{
    if (const auto* const* flag = std::get_if<bool*>(&field.value))
        return **flag;
    if (const auto* const* number = std::get_if<int*>(&field.value))
        return **number;
    if (const auto* const* number = std::get_if<double*>(&field.value))
        return **number;
    return fieldText(field);
}

/// The JSON value as setFieldText takes it.
std::string textOf(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

bool typeFits(const Field& field, const Json& value)
{
    if (std::holds_alternative<bool*>(field.value))
        return value.is_boolean();
    if (std::holds_alternative<int*>(field.value))
        return value.is_number_integer();
    if (std::holds_alternative<double*>(field.value))
        return value.is_number();
    return value.is_string();
}

} // namespace

std::string fieldsToJson(const std::vector<Field>& fields)
{
    Json object = Json::object();
    for (const Field& field : fields)
        object[std::string(field.key)] = jsonOf(field);
    return object.dump();
}

Result<void> fieldsFromJson(const std::vector<Field>& fields, std::string_view json)
{
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        return Error{ErrorCode::Corrupt, "The parameters are not a JSON object."};
    for (const Field& field : fields) {
        const auto found = object.find(std::string(field.key));
        if (found == object.end())
            continue;
        if (!typeFits(field, *found))
            return Error{ErrorCode::InvalidArgument,
                         "'" + std::string(field.key) + "' is " + found->dump() + " but must be " + fieldAllowed(field) + "."};
        if (auto set = setFieldText(field, textOf(*found)); !set)
            return set;
    }
    return {};
}

} // namespace sonoloom
