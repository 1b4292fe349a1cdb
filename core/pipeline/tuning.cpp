// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tuning.h"

#include "core/dsp/engine/iterationgrid.h"
#include "core/dsp/fft.h"
#include "core/io/atomicfile.h"
#include "core/io/cachefolder.h"

#include <array>
#include <set>

namespace sonoloom
{

namespace
{

/// Transform sizes of Riffusion's default analysis, to its own top frequency and to the full bandwidth.
std::set<int> usualSizes()
{
    std::set<int> sizes;
    for (const int rate : {44100, 48000})
        for (const double topHz : {10'000.0, rate / 2.0}) {
            MelAnalysis analysis{stftFromMilliseconds(400, 100, 10, rate), {}, rate};
            analysis.mel.topHz = topHz;
            sizes.insert(analysis.stft.fftSize);
            if (const auto grid = iterationGrid(analysis)) {
                sizes.insert(grid.value().fftSize);
                sizes.insert(grid.value().synthesisSize);
            }
        }
    return sizes;
}

} // namespace

std::filesystem::path tuningFile()
{
    return cacheFolder() / "fftw-wisdom";
}

bool loadTuning()
{
    return loadFftWisdom(tuningFile().string());
}

Result<std::filesystem::path> tune(JobMonitor& monitor)
{
    const std::set<int> sizes = usualSizes();
    std::string wisdom;
    std::size_t done = 0;
    for (const int size : sizes) {
        if (monitor.cancelled())
            return cancelledError();
        monitor.progress(static_cast<double>(done++) / static_cast<double>(sizes.size()),
                         "Measuring transforms of " + std::to_string(size) + " samples");
        wisdom = measureFftPlans(std::array{size}); // FFTW gathers what it learnt: the last text holds all
    }
    if (auto written = writeFile(tuningFile(), wisdom, Overwrite::Yes); !written)
        return written.error();
    return tuningFile();
}

} // namespace sonoloom
