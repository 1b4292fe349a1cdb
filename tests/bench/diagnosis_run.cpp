// SPDX-License-Identifier: GPL-3.0-or-later
// What detection and diagnosis make of the corpus: README.md.
#include "core/analysis/diagnosis/colourcurves.h"
#include "core/analysis/diagnosis/findrange.h"
#include "core/analysis/diagnosis/findsize.h"
#include "core/analysis/diagnosis/levels.h"
#include "core/analysis/diagnosis/repair.h"
#include "core/base/random.h"
#include "core/codec/codecs.h"
#include "core/dsp/look/loudness.h"
#include "core/dsp/look/soundlook.h"
#include "core/io/imagefile.h"
#include "core/pipeline/imagecheck.h"
#include "tests/corpus/otherpictures.h"
#include "tests/corpus/qtpictures.h"
#include "tests/corpus/spoiling.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cmath>
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

/// The clean image, then each fault at each strength, of every kind of sound. `fault` is -1 for the clean one.
using SpoiledWork = std::function<void(const corpus::Sample& clean, int fault, int strength, const Image& image)>;

void forEachSpoiled(std::uint64_t first, std::uint64_t count, const SpoiledWork& work)
{
    for (std::uint64_t seed = first; seed < first + count; ++seed)
        for (const auto kind : corpus::soundKinds()) {
            const corpus::Sample clean = corpus::melImage(kind, seed);
            work(clean, -1, 0, clean.image);
            for (int fault = 0; fault < corpus::spoilingFaults; ++fault)
                for (int strength = 0; strength < corpus::strengths; ++strength)
                    work(clean, fault, strength, corpus::spoiled(clean.image, static_cast<Fault>(fault), strength, seed));
        }
}

/// How often each fault is found in images with another, or none.
class Confusion
{
public:
    void add(int fault, int strength, const std::vector<Finding>& findings)
    {
        Row& row = rows_[static_cast<std::size_t>(fault + 1)];
        ++row.images;
        for (const Finding& finding : findings) {
            ++row.found[static_cast<std::size_t>(finding.fault)];
            if (static_cast<int>(finding.fault) == fault)
                ++row.atStrength[static_cast<std::size_t>(strength)];
        }
    }
    void print() const
    {
        std::printf("%-14s %6s", "has \\ found", "images");
        for (std::size_t fault = 0; fault < faultCount; ++fault)
            std::printf(" %6.6s", std::string(faultName(static_cast<Fault>(fault))).c_str());
        std::puts("   weak medium strong");
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (rows_[i].images > 0)
                print(rows_[i], i == 0 ? "nothing" : std::string(faultName(static_cast<Fault>(i - 1))));
    }

private:
    struct Row {
        int images = 0;
        std::array<int, faultCount> found{};
        std::array<int, corpus::strengths> atStrength{};
    };
    static void print(const Row& row, const std::string& name)
    {
        std::printf("%-14s %6d", name.c_str(), row.images);
        for (const int found : row.found)
            std::printf(" %6.1f", 100.0 * found / std::max(1, row.images));
        std::printf("  ");
        for (const int found : row.atStrength)
            std::printf(" %5.1f ", 100.0 * found * corpus::strengths / std::max(1, row.images));
        std::puts("");
    }
    std::array<Row, faultCount + 1> rows_{};
};

std::optional<Record> recordIn(const Image& image)
{
    std::vector<std::string> ignored;
    return recordOfImage(image, ignored);
}

/// Error of the mel magnitudes against the clean image's (power 0.25) in dB, below 0 is better; of an image of another size as
/// if it had that one.
double melError(const Image& clean, const Image& image)
{
    const Grid<float> wanted = loudnessOf(clean);
    const Grid<float> there = loudnessOf(image.width == clean.width && image.height == clean.height ? image : scaledTo(image, clean.width, clean.height));
    double error = 1e-12;
    double signal = 1e-12;
    for (std::size_t i = 0; i < wanted.cells().size(); ++i) {
        const double a = std::pow(wanted.cells()[i], 4);
        const double b = std::pow(there.cells()[i], 4);
        error += (a - b) * (a - b);
        signal += a * a;
    }
    return 10 * std::log10(error / signal);
}

/// What repair gains: median error before and after, by fault and strength, without records but for Resized.
void printGains(std::uint64_t first, std::uint64_t count)
{
    JobMonitor monitor;
    std::printf("%-14s %8s %8s %8s\n", "fault", "strength", "before", "after");
    for (const Fault fault : {Fault::Framed, Fault::ColourMapped, Fault::Resized, Fault::UpsideDown, Fault::Inverted})
        for (int strength = 0; strength < corpus::strengths; ++strength) {
            std::vector<double> before;
            std::vector<double> after;
            for (std::uint64_t seed = first; seed < first + count; ++seed)
                for (const auto kind : corpus::soundKinds()) {
                    const Image clean = corpus::plainMelImage(kind, seed).image;
                    const Image image = corpus::spoiled(clean, fault, strength, seed);
                    const auto check = checkImage(image, fault == Fault::Resized ? recordIn(clean) : std::nullopt, monitor);
                    const auto mended = check ? repair(image, check.value().findings, monitor) : Result<Image>(check.error());
                    if (!mended || !findingOf(check.value().findings, fault))
                        continue;
                    before.push_back(melError(clean, image));
                    after.push_back(melError(clean, mended.value()));
                }
            std::ranges::sort(before);
            std::ranges::sort(after);
            if (!before.empty())
                std::printf("%-14s %8d %8.1f %8.1f\n", std::string(faultName(fault)).c_str(), strength, before[before.size() / 2], after[after.size() / 2]);
        }
}

/// False alarms only, on more images.
void diagnoseClean(std::uint64_t first, std::uint64_t count)
{
    Confusion bare;
    Confusion recorded;
    JobMonitor monitor;
    for (std::uint64_t seed = first; seed < first + count; ++seed)
        for (const auto kind : corpus::soundKinds()) {
            corpus::Sample clean = corpus::melImage(kind, seed);
            for (const bool withRecord : {true, false}) {
                const auto check = checkImage(clean.image, recordIn(clean.image), monitor);
                if (check)
                    (withRecord ? recorded : bare).add(-1, 0, check.value().findings);
                if (check && !check.value().findings.empty())
                    std::printf("  %s: %s\n", clean.name.c_str(), check.value().findings.front().what.c_str());
                clean.image.text.clear();
                clean.image.exif.clear();
            }
        }
    recorded.print();
    bare.print();
}

void diagnoseAll(std::uint64_t first, std::uint64_t count, bool withRecords, bool verbose)
{
    Confusion confusion;
    JobMonitor monitor;
    forEachSpoiled(first, count, [&](const corpus::Sample& clean, int fault, int strength, Image image) {
        if (!withRecords) {
            image.text.clear();
            image.exif.clear();
        }
        const auto check = checkImage(image, recordIn(image), monitor);
        if (!check)
            return;
        confusion.add(fault, strength, check.value().findings);
        if (verbose) {
            std::printf("  %s, %s %d:", clean.name.c_str(), fault < 0 ? "clean" : std::string(faultName(static_cast<Fault>(fault))).c_str(), strength);
            for (const Finding& finding : check.value().findings)
                std::printf(" %s", std::string(faultName(finding.fault)).c_str());
            std::printf(" (%s %.2f)\n", check.value().format.c_str(), check.value().recognition.confidence);
        }
    });
    confusion.print();
}

/// How far the colours of mapped images and of other pictures lie from the nearest map.
void printColours(std::uint64_t first, std::uint64_t count)
{
    const auto print = [](const std::string& name, const Image& image) {
        if (image.channels < 3 || colourLayout(image) != ColourLayout::Other)
            return;
        for (const ColourCurve& curve : colourCurves()) {
            const CurveFit fit = fitTo(curve, image);
            std::printf("%s,%s,%g,%g,%g\n", name.c_str(), std::string(curve.name).c_str(), fit.distance, fit.farDistance, fit.covered);
        }
    };
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        for (const auto kind : corpus::soundKinds()) {
            const corpus::Sample clean = corpus::melImage(kind, seed);
            for (int strength = 0; strength < corpus::strengths; ++strength)
                print(clean.name + " mapped " + std::to_string(strength), corpus::spoiled(clean.image, Fault::ColourMapped, strength, seed));
        }
        for (const auto kind : corpus::pictureKinds())
            print(corpus::otherPicture(kind, seed).name, corpus::otherPicture(kind, seed).image);
    }
}

/// What the thresholds of diagnosis are set by.
void printMeasures(std::uint64_t first, std::uint64_t count)
{
    std::puts("name,fault,strength,across,acrossPeriod,down,downPeriod,least,greatest,comb,plateau,corners,blocks,peak,heap,inverted,flipped,sound");
    forEachSpoiled(first, count, [&](const corpus::Sample& clean, int fault, int strength, const Image& image) {
        const Grid<float> loudness = loudnessOf(image);
        const ScalingTrace across = scalingTrace(loudness, true, false);
        const ScalingTrace down = scalingTrace(loudness, false, false);
        const RangeFigures range = rangeFigures(loudness);
        const auto figures = lookFigures(loudness);
        const SoundLook seen = figures ? soundLook(*figures) : SoundLook{};
        std::printf("%s,%d,%d,%g,%g,%g,%g,%g,%g,%g,%g,%g,%g,%g,%g,%g,%g,%g\n", clean.name.c_str(), fault, strength, across.strength, across.period,
                    down.strength, down.period, range.least, range.greatest, range.comb, range.plateau, range.corners, blockTrace(loudness), range.peak, range.heap, seen.inverted, seen.flipped,
                    seen.likelihood);
    });
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
    else if ((what == "diagnose" || what == "diagnose-bare") && argc >= 4)
        diagnoseAll(number(2), number(3), what == "diagnose", argc > 4);
    else if (what == "repair" && argc == 4)
        printGains(number(2), number(3));
    else if (what == "clean" && argc == 4)
        diagnoseClean(number(2), number(3));
    else if (what == "colours" && argc == 4)
        printColours(number(2), number(3));
    else if (what == "measures" && argc == 4)
        printMeasures(number(2), number(3));
    else {
        std::fprintf(stderr, "usage: sonoloom-diagnosis-run detect|detect-bare|diagnose|diagnose-bare|clean|repair|figures|measures|colours FIRST COUNT\n"
                             "       sonoloom-diagnosis-run write DIR FIRST COUNT\n"
                             "       sonoloom-diagnosis-run look FILE...\n");
        return 2;
    }
    return 0;
}
