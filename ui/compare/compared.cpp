// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compared.h"

#include "core/io/audiofile.h"

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

Result<void> addPictures(ComparedSounds& made, JobMonitor& monitor)
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

Result<std::shared_ptr<const ComparedSounds>> compareInputs(const CompareInput& first, const CompareInput& second,
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
    auto made = std::make_shared<ComparedSounds>();
    made->comparison = std::move(*comparison);
    PartMonitor drawing(monitor, 0.8, 1);
    if (auto drawn = addPictures(*made, drawing); !drawn)
        return drawn.error();
    return std::shared_ptr<const ComparedSounds>(std::move(made));
}

} // namespace sonoloom
