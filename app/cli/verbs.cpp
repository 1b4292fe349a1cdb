// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include <algorithm>

namespace sonoloom
{

const std::vector<Verb>& verbs()
{
    static const std::vector<Verb> all{encodeVerb(), decodeVerb(), convertVerb(), compareVerb(), rgbVerb(), blendVerb(), interpolateVerb(),
                                       concatVerb(), joinVerb(), renderVerb(), retouchVerb(), crossfadeVerb(),
                                       tempoVerb(), infoVerb(), presetsVerb(), sweepVerb(), tuneVerb(), file2imgVerb(), manyfiles2imgVerb(), img2audioVerb(),
                                       audioConverterVerb(), compareSpectrogramsVerb()};
    return all;
}

std::vector<Option> commonOptions()
{
    return {{"help", 'h', "", "Show this help"},
            {"json", 0, "", "Print the result as one JSON object"},
            {"quiet", 'q', "", "Print errors only"},
            {"jobs", 'j', "N", "Threads to use (default: all); never changes a bit of the output"},
            {"seed", 0, "N", "Start of the random numbers, where the work has such (default 0)"}};
}

std::vector<Option> allOptions(const Verb& verb)
{
    std::vector<Option> options = verb.options;
    for (const Option& common : commonOptions())
        if (std::ranges::find(options, common.name, &Option::name) == options.end())
            options.push_back(common);
    return options;
}

} // namespace sonoloom
