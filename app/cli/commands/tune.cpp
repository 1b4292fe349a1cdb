// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "core/pipeline/tuning.h"

#include <csignal>

namespace sonoloom
{

namespace
{

void run(const Arguments& arguments, Console& console)
{
    if (!arguments.inputs().empty()) {
        console.fail({ErrorCode::InvalidArgument, "'tune' takes no input; leave out '" + arguments.inputs().front() + "'."});
        return;
    }
    std::signal(SIGINT, SIG_DFL); // a measurement cannot be asked to stop, and nothing is written before the end
    std::signal(SIGTERM, SIG_DFL);
    const auto file = tune(console.monitor());
    if (!file) {
        console.fail(file.error());
        return;
    }
    console.result()["file"] = utf8(file.value().string());
    console.say("Measured transforms are kept in " + file.value().string() + ".");
}

} // namespace

Verb tuneVerb()
{
    return {"tune", "", "Measures the fastest transforms on this machine once and keeps them.", {}, run};
}

} // namespace sonoloom
