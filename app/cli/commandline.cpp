// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

Error wrongUsage(const std::string& sentence)
{
    return {ErrorCode::InvalidArgument, sentence};
}

/// Number of letters to insert, remove, replace or swap with a neighbour.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> distance(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                distance[i][j] = i + j;
                continue;
            }
            const std::size_t replaced = distance[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            distance[i][j] = std::min({distance[i - 1][j] + 1, distance[i][j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                distance[i][j] = std::min(distance[i][j], distance[i - 2][j - 2] + 1);
        }
    return distance[a.size()][b.size()];
}

/// Goes through the words one by one.
class Parser
{
public:
    Parser(const std::vector<std::string>& words, const std::vector<Option>& options) : words_(words), options_(options) {}

    Result<Arguments> run()
    {
        bool onlyInputs = false;
        while (next_ < words_.size()) {
            const std::string& word = words_[next_++];
            if (onlyInputs || word.size() < 2 || word[0] != '-') {
                arguments_.addInput(word);
            } else if (word == "--") {
                onlyInputs = true;
            } else if (auto taken = word[1] == '-' ? takeLong(word.substr(2)) : takeShort(word); !taken) {
                return taken.error();
            }
        }
        return std::move(arguments_);
    }

private:
    Result<void> takeLong(const std::string& text)
    {
        const std::size_t equals = text.find('=');
        const std::string name = text.substr(0, equals);
        const Option* option = find(name);
        if (option && !option->value.empty())
            return takeValue(*option, equals == std::string::npos ? nullptr : &text[equals + 1]);
        if (option && equals == std::string::npos)
            return turn(*option, true);
        if (option && option->negatable)
            return turnTo(*option, text.substr(equals + 1));
        if (option)
            return wrongUsage("Option '--" + name + "' takes no value.");
        if (name.starts_with("no-"))
            if (const Option* positive = find(name.substr(3)); positive && positive->negatable)
                return turn(*positive, false);
        return unknown("--" + name);
    }

    Result<void> takeShort(const std::string& word)
    {
        const auto option = std::ranges::find(options_, word[1], &Option::letter);
        if (option == options_.end())
            return unknown(word);
        if (!option->value.empty())
            return takeValue(*option, word.size() > 2 ? &word[2] : nullptr);
        return word.size() > 2 ? unknown(word) : turn(*option, true);
    }

    Result<void> takeValue(const Option& option, const char* attached)
    {
        if (!attached && next_ == words_.size())
            return wrongUsage("Option '--" + option.name + "' needs a value: --" + option.name + " " + option.value + ".");
        arguments_.set(option.name, attached ? attached : words_[next_++]);
        return {};
    }

    Result<void> turn(const Option& option, bool on)
    {
        arguments_.set(option.name, on ? "true" : "false");
        return {};
    }

    Result<void> turnTo(const Option& option, const std::string& value)
    {
        if (value != "true" && value != "false")
            return wrongUsage("Option '--" + option.name + "' is '" + value + "'; it must be true or false.");
        return turn(option, value == "true");
    }

    Result<void> unknown(const std::string& given) const
    {
        std::vector<std::string> names;
        for (const Option& option : options_) {
            names.push_back("--" + option.name);
            if (option.negatable)
                names.push_back("--no-" + option.name);
        }
        const std::string near = nearest(given, names);
        return wrongUsage("There is no option '" + given + "'" +
                          (near.empty() ? "; see --help." : "; did you mean '" + near + "'?"));
    }

    const Option* find(const std::string& name) const
    {
        const auto option = std::ranges::find(options_, name, &Option::name);
        return option == options_.end() ? nullptr : &*option;
    }

    const std::vector<std::string>& words_;
    const std::vector<Option>& options_;
    Arguments arguments_;
    std::size_t next_ = 0;
};

std::string placeholderOf(const Field& field)
{
    if (const auto* choice = std::get_if<Field::Choice>(&field.value)) {
        std::string names;
        for (const char* name : choice->names)
            names += (names.empty() ? "" : "|") + std::string(name);
        return names;
    }
    if (std::holds_alternative<std::string*>(field.value))
        return "TEXT";
    return *field.unit ? field.unit : "N";
}

} // namespace

std::string Arguments::value(const std::string& name, const std::string& fallback) const
{
    const auto found = values_.find(name);
    return found == values_.end() ? fallback : found->second;
}

Result<Arguments> parseArguments(const std::vector<std::string>& words, const std::vector<Option>& options)
{
    return Parser(words, options).run();
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates)
{
    std::string best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string& candidate : candidates)
        if (const std::size_t distance = editDistance(word, candidate); distance < least) {
            least = distance;
            best = candidate;
        }
    return best;
}

std::vector<Option> optionsOf(const std::vector<Field>& fields)
{
    std::vector<Option> options;
    for (const Field& field : fields) {
        const bool isSwitch = std::holds_alternative<bool*>(field.value);
        options.push_back({std::string(field.key), 0, isSwitch ? "" : placeholderOf(field), fieldHelp(field), isSwitch});
    }
    return options;
}

Result<std::vector<std::string>> applyArguments(const Arguments& arguments, const std::vector<Field>& fields)
{
    std::vector<std::string> given;
    for (const Field& field : fields) {
        const std::string key(field.key);
        if (!arguments.has(key))
            continue;
        if (auto set = setFieldText(field, arguments.value(key)); !set)
            return set.error();
        if (auto fits = checkField(field); !fits)
            return fits.error();
        given.push_back(key);
    }
    return given;
}

} // namespace sonoloom
