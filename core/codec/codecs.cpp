// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/codecs.h"

#include "core/codec/resonance/resonance.h"
#include "core/codec/riffusion.h"
#include "core/codec/wavdiff/wavdiff.h"

#include <utility>

namespace sonoloom
{

std::vector<std::unique_ptr<Codec>> allCodecs()
{
    std::vector<std::unique_ptr<Codec>> codecs;
    codecs.push_back(makeRiffusionCodec());
    codecs.push_back(makeResonanceCodec());
    codecs.push_back(makeWavdiffCodec());
    return codecs;
}

std::unique_ptr<Codec> makeCodec(std::string_view name)
{
    for (auto& codec : allCodecs())
        if (codec->name() == name)
            return std::move(codec);
    return nullptr;
}

RecognisedCodec recogniseCodec(const Image& image)
{
    RecognisedCodec best;
    for (auto& codec : allCodecs()) {
        Recognition recognition = codec->recognise(image);
        if (recognition.confidence > best.recognition.confidence || best.recognition.reason.empty()) {
            best.recognition = std::move(recognition);
            best.codec = std::move(codec);
        }
    }
    if (best.recognition.confidence < 0.5)
        best.codec = nullptr;
    return best;
}

} // namespace sonoloom
