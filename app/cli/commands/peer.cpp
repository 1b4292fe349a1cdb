// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of riffusion-manipulation and wav_diff under their own names and flags, so that scripts need one word
// changed.
#include "app/cli/verbs.h"

#include <array>
#include <string_view>

namespace sonoloom
{

namespace
{

/// A flag of the peer's, and the option of ours that means the same.
struct PeerFlag {
    Option option;
    const char* ours;
};

const std::array<PeerFlag, 4>& peerParameters()
{
    static const std::array<PeerFlag, 4> flags{{
        {{"maxvol", 'm', "N", "Level that is white before the stretch (default 100)"}, "maxvol"},
        {{"powerforimage", 'p', "N", "Exponent that compresses the level (default 0.25)"}, "power"},
        {{"nmels", 'n', "N", "Height of the image (default 512)"}, "n-mels"},
        {{"duration", 'd', "ms", "Length of sound in one image (default 5119)"}, "duration"},
    }};
    return flags;
}

std::vector<Option> peerOptions(const Option& input, const Option& output)
{
    std::vector<Option> options{input, output};
    for (const PeerFlag& flag : peerParameters())
        options.push_back(flag.option);
    options.push_back({"force", 'f', "", "Replace files that are there already"});
    return options;
}

/// The same request in our own words.
Arguments translated(const Arguments& arguments, const std::string& inputFlag)
{
    Arguments ours;
    if (arguments.has(inputFlag))
        ours.addInput(arguments.value(inputFlag));
    for (const std::string& input : arguments.inputs())
        ours.addInput(input);
    for (const char* same : {"output", "force", "seed"})
        if (arguments.has(same))
            ours.set(same, arguments.value(same));
    for (const PeerFlag& flag : peerParameters())
        if (arguments.has(flag.option.name))
            ours.set(flag.ours, arguments.value(flag.option.name));
    ours.set("format", "riffusion");
    ours.set("compat", "true");
    return ours;
}

const Option inputFile{"input", 'i', "FILE", "Sound file"};
const Option inputImage{"input", 'i', "IMAGE", "Image"};
const Option inputFolder{"root", 'r', "DIR", "Folder of sound files"};
const Option outputFolder{"output", 'o', "DIR", "Folder for the images; made if missing"};
const Option outputFile{"output", 'o', "FILE", "Sound file"};

void runFile2img(const Arguments& arguments, Console& console)
{
    encodeVerb().run(translated(arguments, "input"), console);
}

void runManyfiles2img(const Arguments& arguments, Console& console)
{
    encodeVerb().run(translated(arguments, "root"), console);
}

/// wav_diff's one command, for both ways.
void runAudioConverter(const Arguments& arguments, Console& console)
{
    Arguments ours;
    for (const std::string& input : arguments.inputs())
        ours.addInput(input);
    const bool decodes = arguments.isOn("decode");
    for (const char* same : {"output", "force", "seed", "size"})
        if (arguments.has(same) && !(decodes && std::string_view(same) == "size")) // of which decoding needs none
            ours.set(same, arguments.value(same));
    ours.set("format", "wavdiff");
    ours.set("compat", "true");
    (decodes ? decodeVerb() : encodeVerb()).run(ours, console);
}

void runImg2audio(const Arguments& arguments, Console& console)
{
    decodeVerb().run(translated(arguments, "input"), console);
}

} // namespace

Verb file2imgVerb()
{
    return {"file2img", "-i FILE -o DIR", "As riffusion-manipulation's file2img: one sound file to its images.",
            peerOptions(inputFile, outputFolder), runFile2img};
}

Verb manyfiles2imgVerb()
{
    return {"manyfiles2img", "-r DIR -o DIR", "As riffusion-manipulation's manyfiles2img: a folder of sound files to images.",
            peerOptions(inputFolder, outputFolder), runManyfiles2img};
}

Verb audioConverterVerb()
{
    return {"audio_converter", "IN -o OUT [--decode] [--size N]",
            "As wav_diff's audio_converter: sound files to images of magnitude and phase, or with --decode back.",
            {{"output", 'o', "PATH", "Folder for the images; with --decode the sound file"},
             {"decode", 0, "", "Turn images into sound"},
             {"size", 0, "px", "Width and height of the images (64 to 4096, default 1024)"},
             {"force", 'f', "", "Replace files that are there already"}},
            runAudioConverter};
}

Verb img2audioVerb()
{
    return {"img2audio", "-i IMAGE -o FILE", "As riffusion-manipulation's img2audio: an image to a sound file.",
            peerOptions(inputImage, outputFile), runImg2audio};
}

} // namespace sonoloom
