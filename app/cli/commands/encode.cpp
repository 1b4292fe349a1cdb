// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"

namespace sonoloom
{

namespace
{

void run(const Arguments& arguments, Console& console)
{
    const auto request = encodeRequest(arguments, console);
    if (!request) {
        console.fail(request.error());
        return;
    }
    const EncodeRequest& asked = request.value();
    auto& results = console.result()["files"] = nlohmann::ordered_json::array();
    forEachItem(asked.files.size(), console, [&](std::size_t i, JobMonitor& monitor) -> Result<void> {
        const auto made = encodeFile(asked.files[i], asked.stems[i], *asked.codec, asked.options, monitor);
        if (!made)
            return made.error();
        results.push_back(jsonOf(made.value()));
        console.say(lineOf(made.value()));
        return {};
    });
}

} // namespace

Verb encodeVerb()
{
    return {"encode", "AUDIO... -o DIR", "Turns sound into images.", encodeOptions("Folder for the images; made if missing"), run};
}

} // namespace sonoloom
