// SPDX-License-Identifier: GPL-3.0-or-later
// What is written down of a blind test, for people and for programs.
#include "core/analysis/abx.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <optional>

namespace sonoloom
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr const char* kind = "sonoloom-abx";
constexpr int version = 1;
constexpr std::size_t hexDigits = 64;

const char* letter(AbxSide side)
{
    return side == AbxSide::A ? "A" : "B";
}

std::string rounded(double value, int decimals)
{
    char text[400];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string soundText(const AbxSound& sound, AbxSide side)
{
    return std::string(letter(side)) + ": " + sound.name + "\n   SHA-256 of the " + (sound.ofFile ? "file" : "samples") + ": " + sound.sha256 +
           "\n   gain: " + rounded(sound.gainDb, 2) + " dB\n";
}

std::string resultText(const AbxReport& report)
{
    const std::string all = std::to_string(report.planned);
    if (report.givenUp())
        return "Given up after " + std::to_string(report.trials.size()) + " of " + all + " trials: this is no result.\n";
    return "Right: " + std::to_string(report.right()) + " of " + all + "\nProbability of that or better by guessing: " +
           rounded(abxProbability(report.right(), report.planned), 4) + "\n";
}

Json soundJson(const AbxSound& sound)
{
    return {{"name", sound.name}, {"sha256", sound.sha256}, {"sha256-of", sound.ofFile ? "file" : "samples"}, {"gain-db", sound.gainDb}};
}

Json trialJson(const AbxTrial& trial)
{
    return {{"x", letter(trial.x)}, {"answer", letter(trial.answer)}, {"seconds", trial.seconds}};
}

/// Reads members one after the other and remembers the first that is missing or of another type.
class Members
{
public:
    Members(const Json& object, std::string& trouble) : object_(object), trouble_(trouble) {}

    template <class T>
    T take(const char* key, bool (Json::*fits)() const noexcept)
    {
        const auto found = object_.is_object() ? object_.find(key) : object_.end();
        if (object_.is_object() && found != object_.end() && (*found.*fits)())
            return found->template get<T>();
        if (trouble_.empty())
            trouble_ = key;
        return T{};
    }
    std::string text(const char* key) { return take<std::string>(key, &Json::is_string); }
    double number(const char* key) { return take<double>(key, &Json::is_number); }
    AbxSide side(const char* key)
    {
        const std::string name = text(key);
        if (name != "A" && name != "B" && trouble_.empty())
            trouble_ = key;
        return name == "B" ? AbxSide::B : AbxSide::A;
    }

private:
    const Json& object_;
    std::string& trouble_;
};

AbxSound soundFrom(const Json& json, std::string& trouble)
{
    Members members(json, trouble);
    AbxSound sound{members.text("name"), members.text("sha256"), members.text("sha256-of") == "file", members.number("gain-db")};
    if (sound.sha256.size() != hexDigits && trouble.empty())
        trouble = "sha256";
    return sound;
}

AbxTrial trialFrom(const Json& json, std::string& trouble)
{
    Members members(json, trouble);
    return {members.side("x"), members.side("answer"), members.number("seconds")};
}

} // namespace

std::string abxText(const AbxReport& report)
{
    std::string text = "Blind test (ABX) with " + report.program + "\nStarted: " + report.started + "\n\n";
    text += soundText(report.sounds[0], AbxSide::A) + soundText(report.sounds[1], AbxSide::B);
    text += std::string("Loudness: ") + (report.matched ? "matched" : "as it is") + "\n";
    text += report.loopTo > report.loopFrom ? "Loop: " + rounded(report.loopFrom, 3) + " s to " + rounded(report.loopTo, 3) + " s\n" : "Loop: none\n";
    text += "Device: " + report.device + "\nFade of a switch: " + rounded(report.fadeSeconds * 1000, 1) + " ms\n\n";
    text += resultText(report) + "\nTrial  X  Answer  After\n";
    for (std::size_t i = 0; i < report.trials.size(); ++i) {
        const AbxTrial& trial = report.trials[i];
        char line[80];
        std::snprintf(line, sizeof line, "%5zu  %s  %-6s  %.1f s%s\n", i + 1, letter(trial.x), letter(trial.answer), trial.seconds,
                      trial.x == trial.answer ? "" : "  wrong");
        text += line;
    }
    return text;
}

std::string abxJson(const AbxReport& report)
{
    Json trials = Json::array();
    for (const AbxTrial& trial : report.trials)
        trials.push_back(trialJson(trial));
    Json json{{"kind", kind},
              {"version", version},
              {"program", report.program},
              {"started", report.started},
              {"a", soundJson(report.sounds[0])},
              {"b", soundJson(report.sounds[1])},
              {"loudness-matched", report.matched},
              {"loop-from", report.loopFrom},
              {"loop-to", report.loopTo},
              {"device", report.device},
              {"fade-seconds", report.fadeSeconds},
              {"planned", report.planned},
              {"given-up", report.givenUp()},
              {"right", report.right()},
              {"probability", nullptr},
              {"trials", std::move(trials)}};
    if (!report.givenUp() && report.planned > 0)
        json["probability"] = abxProbability(report.right(), report.planned);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<AbxReport> abxFromJson(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("kind", Json()) != kind)
        return Error{ErrorCode::Corrupt, "This is not the report of a blind test."};
    std::string trouble;
    Members members(json, trouble);
    AbxReport report;
    report.program = members.text("program");
    report.started = members.text("started");
    report.sounds = {soundFrom(json.value("a", Json()), trouble), soundFrom(json.value("b", Json()), trouble)};
    report.matched = members.take<bool>("loudness-matched", &Json::is_boolean);
    report.loopFrom = members.number("loop-from");
    report.loopTo = members.number("loop-to");
    report.device = members.text("device");
    report.fadeSeconds = members.number("fade-seconds");
    report.planned = members.take<int>("planned", &Json::is_number_integer);
    for (const Json& trial : json.value("trials", Json::array()))
        report.trials.push_back(trialFrom(trial, trouble));
    if (!trouble.empty())
        return Error{ErrorCode::Corrupt, "The report of the blind test has no good '" + trouble + "'."};
    return report;
}

} // namespace sonoloom
