// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/tempo.h"
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/io/audiofile.h"

#include <cstdio>

namespace sonoloom
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

Json jsonOf(const fs::path& file, const Tempo& tempo)
{
    return {{"file", utf8(file.string())},          {"bpm", tempo.bpm ? Json(*tempo.bpm) : Json(nullptr)},
            {"confidence", tempo.confidence},       {"beats", tempo.beats},
            {"beats_per_bar", tempo.beatsPerBar},   {"downbeats", tempo.downbeats},
            {"bar_confidence", tempo.barConfidence}};
}

std::string number(const char* format, double value)
{
    char text[48];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// "song.wav: 120.02 BPM (confidence 0.97), 48 beats in bars of 4 (confidence 0.88)"
std::string lineOf(const fs::path& file, const Tempo& tempo, bool compatible)
{
    if (!tempo.bpm)
        return file.string() + ": no tempo";
    std::string line = file.string() + ": " + number("%.2f BPM", *tempo.bpm);
    if (!compatible)
        line += number(" (confidence %.2f)", tempo.confidence);
    line += ", " + std::to_string(tempo.beats.size()) + " beats";
    if (tempo.beatsPerBar > 0)
        line += " in bars of " + std::to_string(tempo.beatsPerBar) + number(" (confidence %.2f)", tempo.barConfidence);
    return line;
}

/// Seconds of the beats, a star behind those that begin a bar.
std::string beatsText(const Tempo& tempo)
{
    std::string text = "  beats at";
    std::size_t next = 0;
    for (const double beat : tempo.beats) {
        const bool begins = next < tempo.downbeats.size() && tempo.downbeats[next] == beat;
        next += begins;
        text += number(" %.2f", beat) + (begins ? "*" : "");
    }
    return text + " s";
}

class TempoRun
{
public:
    TempoRun(const Arguments& arguments, Console& console) : arguments_(arguments), console_(console) {}

    Result<void> all()
    {
        if (auto applied = applyArguments(arguments_, fieldsOf(params_)); !applied)
            return applied.error();
        if (auto usable = checkTempoParams(params_); !usable)
            return usable;
        const auto files = inputFiles(arguments_, readableAudioSuffixes(), "sound files", console_);
        if (!files)
            return files.error();
        Json& results = console_.result()["files"] = Json::array();
        forEachItem(files->size(), console_,
                    [&](std::size_t i, JobMonitor& monitor) { return one(files.value()[i], monitor, results); });
        if (files->size() == 1 && results.size() == 1) {
            const Json only = results[0];
            console_.result().update(only); // one file's figures are found without a list, too
        }
        return {};
    }

private:
    Result<void> one(const fs::path& file, JobMonitor& monitor, Json& results)
    {
        PartMonitor reading(monitor, 0, 0.4);
        const auto sound = readAudioFile(file, reading);
        if (!sound)
            return sound.error();
        PartMonitor hearing(monitor, 0.4, 1);
        const bool compatible = arguments_.isOn("compat");
        const auto tempo = compatible ? findTempoAsPeer(sound.value(), console_.jobs(), hearing)
                                      : findTempo(sound.value(), params_, console_.jobs(), hearing);
        if (!tempo)
            return tempo.error();
        results.push_back(jsonOf(file, tempo.value()));
        console_.say(lineOf(file, tempo.value(), compatible));
        if (!tempo->beats.empty())
            console_.say(beatsText(tempo.value()));
        return {};
    }

    const Arguments& arguments_;
    Console& console_;
    TempoParams params_;
};

void run(const Arguments& arguments, Console& console)
{
    if (auto done = TempoRun(arguments, console).all(); !done)
        console.fail(done.error());
}

} // namespace

Verb tempoVerb()
{
    TempoParams defaults;
    std::vector<Option> options{{"compat", 0, "", "Do exactly what librosa does"},
                                {"recursive", 'r', "", "Look into the folders below, too"}};
    return {"tempo", "AUDIO...", "Finds beats a minute, the times of the beats, and where bars begin.",
            joined(std::move(options), optionsOf(fieldsOf(defaults))), run};
}

} // namespace sonoloom
