// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

#include <vector>

namespace sonoloom
{

Verb encodeVerb();
Verb decodeVerb();
Verb convertVerb();
Verb compareVerb();
Verb rgbVerb();
Verb blendVerb();
Verb interpolateVerb();
Verb concatVerb();
Verb joinVerb();
Verb renderVerb();
Verb retouchVerb();
Verb crossfadeVerb();
Verb tempoVerb();
Verb infoVerb();
Verb presetsVerb();
Verb sweepVerb();
Verb tuneVerb();
Verb file2imgVerb();
Verb manyfiles2imgVerb();
Verb img2audioVerb();
Verb audioConverterVerb();
Verb compareSpectrogramsVerb();

/// All verbs, in the order of the help.
const std::vector<Verb>& verbs();

} // namespace sonoloom
