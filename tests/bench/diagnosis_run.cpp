// SPDX-License-Identifier: GPL-3.0-or-later
// What detection and diagnosis make of the corpus: README.md.
#include "core/base/random.h"
#include "core/codec/codecs.h"
#include "core/dsp/look/loudness.h"
#include "core/dsp/look/soundlook.h"
#include "core/io/imagefile.h"
#include "tests/corpus/otherpictures.h"
#include "tests/corpus/qtpictures.h"
#include "tests/corpus/spoiling.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>

using namespace sonoloom;

namespace
{

void forEachSample(std::uint64_t first, std::uint64_t count, const std::function<void(corpus::Sample)>& work)
{
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        for (const auto kind : corpus::soundKinds()) {
            work(corpus::melImage(kind, seed));
            work(corpus::phaseImage(kind, seed));
            work(corpus::bytesImage(kind, seed));
        }
        for (const auto kind : corpus::pictureKinds())
            work(corpus::otherPicture(kind, seed));
    }
}

void write(const std::string& folder, std::uint64_t first, std::uint64_t count)
{
    forEachSample(first, count, [&](const corpus::Sample& sample) {
        std::string name = sample.name;
        std::ranges::replace(name, ' ', '_');
        if (auto written = writePngFile(folder + "/" + name + ".png", sample.image, Overwrite::Yes); !written)
            std::puts(written.error().message.c_str());
    });
}

/// What happens to images on their way: nothing, JPEG, noise, a model that paints over them, another size.
Image weathered(const Image& image, int way, std::uint64_t seed)
{
    Random random(seed);
    switch (way) {
    case 1: return corpus::throughJpeg(image, 60);
    case 2: {
        Image noisy = corpus::throughJpeg(image, 100);
        for (auto& sample : noisy.samples)
            sample = static_cast<std::uint16_t>(std::clamp(sample + random.uniform(-10, 11), 0.0, 255.0));
        return noisy;
    }
    case 3: return corpus::scaled(corpus::scaled(image, image.width * 2 / 3, image.height * 2 / 3, true), image.width, image.height, true);
    case 4: return corpus::scaled(image, std::max(40, static_cast<int>(image.width * random.uniform(0.5, 1.8))),
                                  std::max(40, static_cast<int>(image.height * random.uniform(0.7, 1.5))), true);
    default: return image;
    }
}

/// A line of figures for each image and way: name, way, figures.
void printFigures(const corpus::Sample& sample, std::uint64_t seed)
{
    for (int way = 0; way < 5; ++way)
        if (const auto figures = lookFigures(loudnessOf(weathered(sample.image, way, seed)))) {
            std::string line = sample.name + "," + std::to_string(way);
            for (const auto& [name, value] : namedFigures(*figures))
                line += "," + std::to_string(value);
            std::puts(line.c_str());
        }
}

void printFigures(std::uint64_t first, std::uint64_t count)
{
    std::string header = "name,way";
    for (const auto& [name, value] : namedFigures({}))
        header += "," + std::string(name);
    std::puts(header.c_str());
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        for (const auto kind : corpus::soundKinds())
            printFigures(corpus::melImage(kind, seed), seed);
        for (const auto kind : corpus::pictureKinds())
            printFigures(corpus::otherPicture(kind, seed), seed);
    }
}

/// How often each kind of image is taken for which format.
class Formats
{
public:
    void add(const corpus::Sample& sample)
    {
        const std::string kind = sample.name.substr(0, sample.name.rfind(' '));
        const RecognisedCodec recognised = recogniseCodec(sample.image);
        const std::string taken = recognised.codec ? recognised.codec->name() : "";
        ++counts_[kind][taken];
        ++totals_[sample.format.empty() ? "other" : sample.format][taken == sample.format ? 1 : 0];
        if (taken != sample.format)
            std::printf("  %s taken for '%s' (%.2f, %s)\n", sample.name.c_str(), taken.c_str(), recognised.recognition.confidence,
                        recognised.recognition.reason.c_str());
    }
    void print() const
    {
        std::printf("%-24s %10s %10s %10s %10s\n", "taken for", "riffusion", "wavdiff", "resonance", "nothing");
        for (const auto& [kind, taken] : counts_)
            std::printf("%-24s %10d %10d %10d %10d\n", kind.c_str(), of(taken, "riffusion"), of(taken, "wavdiff"),
                        of(taken, "resonance"), of(taken, ""));
        for (const auto& [format, right] : totals_)
            std::printf("%-24s %.1f %% of %d right\n", format.c_str(), 100.0 * right[1] / (right[0] + right[1]), right[0] + right[1]);
    }

private:
    using Counts = std::map<std::string, int>;
    static int of(const Counts& counts, const std::string& name)
    {
        const auto found = counts.find(name);
        return found == counts.end() ? 0 : found->second;
    }
    std::map<std::string, Counts> counts_;
    std::map<std::string, std::array<int, 2>> totals_;
};

void detect(std::uint64_t first, std::uint64_t count, bool withRecords)
{
    Formats formats;
    forEachSample(first, count, [&](corpus::Sample sample) {
        if (!withRecords) {
            sample.image.text.clear();
            sample.image.exif.clear();
        }
        formats.add(sample);
    });
    formats.print();
}

/// What is likely of the look of an image file.
void look(const char* path)
{
    const auto image = readImageFile(path);
    if (!image) {
        std::puts(image.error().message.c_str());
        return;
    }
    const RecognisedCodec recognised = recogniseCodec(image.value());
    const auto figures = lookFigures(loudnessOf(image.value()));
    const SoundLook seen = figures ? soundLook(*figures) : SoundLook{};
    std::printf("%s: %s %.2f %s; sound %.2f, inverted %.2f, upside down %.2f\n", path,
                recognised.codec ? recognised.codec->name().c_str() : "nothing", recognised.recognition.confidence,
                recognised.recognition.reason.c_str(), seen.likelihood, seen.inverted, seen.flipped);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const std::string what = argc > 1 ? argv[1] : "";
    const auto number = [&](int index) { return argc > index ? std::strtoull(argv[index], nullptr, 10) : 0; };
    if (what == "look")
        for (int i = 2; i < argc; ++i)
            look(argv[i]);
    else if (what == "write" && argc == 5)
        write(argv[2], number(3), number(4));
    else if (what == "figures" && argc == 4)
        printFigures(number(2), number(3));
    else if ((what == "detect" || what == "detect-bare") && argc == 4)
        detect(number(2), number(3), what == "detect");
    else {
        std::fprintf(stderr, "usage: sonoloom-diagnosis-run look FILE... | write DIR FIRST COUNT | figures FIRST COUNT | detect FIRST COUNT | detect-bare FIRST COUNT\n");
        return 2;
    }
    return 0;
}
