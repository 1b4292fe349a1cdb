// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include <algorithm>
#include <sstream>

namespace sonoloom
{

namespace
{

constexpr std::size_t mostIndent = 30;
constexpr std::size_t lineWidth = 100;

std::string signature(const Option& option)
{
    std::string text = option.letter ? std::string("-") + option.letter + ", " : "    ";
    text += "--" + std::string(option.negatable ? "[no-]" : "") + option.name;
    return option.value.empty() ? text : text + " " + option.value;
}

/// Words in lines of at most `width` letters, further lines after `indent` blanks.
std::string wrapped(const std::string& words, std::size_t width, std::size_t indent)
{
    std::string text;
    std::size_t line = 0;
    std::istringstream stream(words);
    for (std::string word; stream >> word;) {
        if (line > 0 && line + 1 + word.size() > width) {
            text += "\n" + std::string(indent, ' ');
            line = 0;
        }
        text += (line > 0 ? " " : "") + word;
        line += (line > 0 ? 1 : 0) + word.size();
    }
    return text;
}

/// Two columns; a left part that is too long gets a line of its own.
std::string table(const std::vector<std::pair<std::string, std::string>>& rows)
{
    std::size_t width = 0;
    for (const auto& [left, right] : rows)
        if (left.size() <= mostIndent)
            width = std::max(width, left.size());
    std::string text;
    for (const auto& [left, right] : rows) {
        text += "  " + left;
        text += left.size() <= width ? std::string(width - left.size() + 2, ' ') : "\n" + std::string(width + 4, ' ');
        text += wrapped(right, lineWidth - width - 4, width + 4) + "\n";
    }
    return text;
}

} // namespace

std::string programHelp(const std::vector<Verb>& verbs)
{
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Verb& verb : verbs)
        rows.emplace_back(verb.name, verb.summary);
    return "sonoloom weaves sound into images and back.\n\n"
           "Usage: sonoloom VERB [OPTION]... [INPUT]...\n"
           "       sonoloom                  (starts the workbench)\n\n"
           "Verbs:\n" +
           table(rows) +
           "\n'sonoloom VERB --help' lists a verb's options; 'sonoloom --version' prints the version.\n"
           "Inputs are files, folders or globs; '--' ends the options.\n";
}

std::string verbHelp(const Verb& verb)
{
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Option& option : allOptions(verb))
        rows.emplace_back(signature(option), option.help);
    return "Usage: sonoloom " + verb.name + " " + verb.usage + "\n\n" + verb.summary + "\n\nOptions:\n" + table(rows);
}

} // namespace sonoloom
