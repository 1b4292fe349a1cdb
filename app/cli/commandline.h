// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sonoloom
{

/// An option of a verb: "--name VALUE" or "-l VALUE", or a switch without a value.
struct Option {
    std::string name;      ///< without dashes
    char letter = 0;       ///< short form, or 0
    std::string value;     ///< what stands for the value in the help; empty for a switch
    std::string help;      ///< one line
    bool negatable = false; ///< a switch that "--no-name" turns off
};

/// What the user wrote behind the verb.
class Arguments
{
public:
    const std::vector<std::string>& inputs() const { return inputs_; }
    bool has(const std::string& name) const { return values_.contains(name); }
    /// The value of an option, `fallback` where it was not given; switches are "true" or "false".
    std::string value(const std::string& name, const std::string& fallback = {}) const;
    /// True if the switch was given and not turned off.
    bool isOn(const std::string& name) const { return value(name) == "true"; }

    void addInput(std::string input) { inputs_.push_back(std::move(input)); }
    /// A later value replaces an earlier one, as in most programs.
    void set(const std::string& name, std::string value) { values_[name] = std::move(value); }

private:
    std::vector<std::string> inputs_;
    std::map<std::string, std::string> values_;
};

/// Reads words against options: --name value, --name=value, -l value, -lvalue, --no-name; "--" ends the options and a
/// single "-" is an input. Errors: InvalidArgument for an unknown option (with the nearest known one) or a missing value.
Result<Arguments> parseArguments(const std::vector<std::string>& words, const std::vector<Option>& options);

/// The candidate that takes the fewest changes of a letter to become `word`; empty if none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// One option for each field, its help from the field's.
std::vector<Option> optionsOf(const std::vector<Field>& fields);

/// Sets the fields that were given and checks their ranges; returns their keys.
/// Errors: InvalidArgument naming the field.
Result<std::vector<std::string>> applyArguments(const Arguments& arguments, const std::vector<Field>& fields);

} // namespace sonoloom
