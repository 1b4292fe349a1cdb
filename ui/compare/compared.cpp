// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compared.h"

#include "core/io/audiofile.h"
#include "core/io/failure.h"
#include "core/io/filelist.h"
#include "core/io/imagefile.h"
#include "core/pipeline/convert.h"
#include "core/pipeline/decode.h"

#include <QTemporaryDir>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;
constexpr double floorDb = 80; ///< under the loudest cell: what is fainter counts as equal
constexpr double topHz = 20'000;

MelAnalysis analysisFor(int sampleRate)
{
    MelAnalysis analysis;
    analysis.sampleRate = sampleRate;
    analysis.stft = stftFromMilliseconds(100, 50, 10, sampleRate);
    analysis.mel = {512, 0, std::min(topHz, 0.5 * sampleRate)};
    return analysis;
}

Result<Audio> soundOf(const CompareInput& input, JobMonitor& monitor)
{
    return input.sound ? Result<Audio>(*input.sound) : readAudioFile(input.path, monitor);
}

bool holdsImages(const CompareInput& input)
{
    std::error_code ignored;
    return !input.sound && (hasImageSuffix(input.path) || std::filesystem::is_directory(input.path, ignored));
}

Result<std::vector<std::filesystem::path>> imagesOf(const CompareInput& input)
{
    auto list = expandInputs({input.path.string()}, readableImageSuffixes(), false);
    if (!list)
        return list.error();
    if (list->files.size() > 1)
        std::erase_if(list->files, isComparisonPicture);
    if (list->files.empty())
        return Error{ErrorCode::InvalidArgument, quoted(input.path) + " holds no images; open a folder with some."};
    return std::move(list->files);
}

/// Where the input lies; a sound in memory is written to `folder` first, whole and without loss.
Result<std::filesystem::path> fileOf(const CompareInput& input, const QTemporaryDir& folder, JobMonitor& monitor)
{
    if (!input.path.empty())
        return input.path;
    const auto file = std::filesystem::path(folder.path().toStdString()) / (input.name + ".wav");
    if (auto written = writeAudioFile(file, *input.sound, {.bits = SampleFormat::Float32}, Overwrite::Yes, monitor); !written)
        return written.error();
    return file;
}

Result<void> addPictures(DrawnComparison& made, JobMonitor& monitor)
{
    const MelAnalysis analysis = analysisFor(made.comparison.a->sampleRate);
    const std::pair<const Audio*, std::shared_ptr<const DisplaySpectrogram>*> works[] = {
        {made.comparison.a.get(), &made.a},
        {made.comparison.b.get(), &made.b},
        {made.comparison.difference.get(), &made.difference},
    };
    for (int i = 0; const auto& [sound, picture] : works) {
        PartMonitor part(monitor, i / 3.0, (i + 1) / 3.0);
        auto drawn = displaySpectrogram(*sound, analysis, allThreads, part);
        if (!drawn)
            return drawn.error();
        *picture = std::move(*drawn);
        ++i;
    }
    made.levels = levelsApart(*made.a, *made.b, floorDb);
    return {};
}

} // namespace

CompareInput inputAt(const std::filesystem::path& path)
{
    const auto named = path.has_filename() ? path : path.parent_path(); // "folder/"
    return {named.filename().string(), path, nullptr};
}

Result<ComparedKind> kindOf(const CompareInput& first, const CompareInput& second)
{
    const bool a = holdsImages(first);
    const bool b = holdsImages(second);
    if (a != b)
        return Error{ErrorCode::InvalidArgument, "'" + (a ? first : second).name + "' is images and '" + (a ? second : first).name +
                                                     "' a sound; compare two sounds, or images with images."};
    return a ? ComparedKind::Images : ComparedKind::Sounds;
}

Result<ImagePairing> pairsOf(const CompareInput& first, const CompareInput& second)
{
    auto a = imagesOf(first);
    if (!a)
        return a.error();
    auto b = imagesOf(second);
    if (!b)
        return b.error();
    ImagePairing pairing = pairImages(std::move(*a), std::move(*b));
    if (pairing.pairs.empty())
        return Error{ErrorCode::InvalidArgument, "No image of '" + first.name + "' belongs to one of '" + second.name +
                                                     "'; give them equal names or numbers."};
    return pairing;
}

Result<std::shared_ptr<const Audio>> soundOfImages(const std::vector<std::filesystem::path>& files, JobMonitor& monitor)
{
    ImageFiles images(files);
    auto codec = codecForImages(images, "auto");
    if (!codec)
        return codec.error();
    auto decoding = (*codec)->open(images, {}, monitor);
    if (!decoding)
        return decoding.error();
    auto found = (*decoding)->audio({.method = ReconstructMethod::Preview}, allThreads, monitor);
    if (!found)
        return found.error();
    return std::shared_ptr<const Audio>(std::make_shared<Audio>(std::move(found->audio)));
}

Result<std::shared_ptr<const DrawnComparison>> compareSoundInputs(const CompareInput& first, const CompareInput& second,
                                                                 const CompareParams& params, JobMonitor& monitor)
{
    PartMonitor readingA(monitor, 0, 0.15);
    auto a = soundOf(first, readingA);
    if (!a)
        return a.error();
    PartMonitor readingB(monitor, 0.15, 0.3);
    auto b = soundOf(second, readingB);
    if (!b)
        return b.error();
    PartMonitor comparing(monitor, 0.3, 0.8);
    auto comparison = compareTwoSounds(std::move(*a), std::move(*b), params, allThreads, comparing);
    if (!comparison)
        return comparison.error();
    auto made = std::make_shared<DrawnComparison>();
    made->comparison = std::move(*comparison);
    PartMonitor drawing(monitor, 0.8, 1);
    if (auto drawn = addPictures(*made, drawing); !drawn)
        return drawn.error();
    return std::shared_ptr<const DrawnComparison>(std::move(made));
}

Result<std::filesystem::path> writeComparison(const std::array<CompareInput, 2>& inputs, const CompareFilesOptions& options,
                                              JobMonitor& monitor)
{
    const auto kind = kindOf(inputs[0], inputs[1]);
    if (!kind)
        return kind.error();
    if (kind.value() == ComparedKind::Images) {
        const auto a = imagesOf(inputs[0]);
        const auto b = imagesOf(inputs[1]);
        if (!a || !b)
            return a ? b.error() : a.error();
        const auto made = compareImageSets(a.value(), b.value(), options, monitor);
        return made ? Result(made.value().report.html) : made.error();
    }
    const QTemporaryDir folder;
    const auto a = fileOf(inputs[0], folder, monitor);
    const auto b = fileOf(inputs[1], folder, monitor);
    if (!a || !b)
        return a ? b.error() : a.error();
    const auto made = compareSoundFiles(a.value(), b.value(), options, monitor);
    return made ? Result(made.value().report.html) : made.error();
}

} // namespace sonoloom
