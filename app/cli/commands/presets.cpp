// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/presetoption.h"
#include "app/cli/console.h"
#include "app/cli/verbs.h"

namespace sonoloom
{

namespace
{

nlohmann::ordered_json jsonOf(const ListedPreset& each)
{
    auto json = nlohmann::ordered_json::parse(presetToJson(each.preset));
    json.erase("kind");
    json.erase("version");
    json["built_in"] = each.builtIn;
    return json;
}

void run(const Arguments& arguments, Console& console)
{
    if (!arguments.inputs().empty()) {
        console.fail({ErrorCode::InvalidArgument, "'presets' takes no inputs; leave out '" + arguments.inputs().front() + "'."});
        return;
    }
    auto& list = console.result()["presets"] = nlohmann::ordered_json::array();
    for (const ListedPreset& each : allPresets(console.monitor())) {
        list.push_back(jsonOf(each));
        console.say(each.preset.name + " (" + each.preset.codec->name() + (each.builtIn ? "" : ", your own") + ")");
        if (!each.preset.description.empty())
            console.say("  " + each.preset.description);
    }
}

} // namespace

Verb presetsVerb()
{
    return {"presets", "", "Lists the presets that --preset takes: those built in and your own.", {}, run};
}

} // namespace sonoloom
