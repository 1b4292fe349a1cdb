// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/compare/heldmeasures.h"

#include "core/analysis/soundmeasures.h"
#include "core/pipeline/decode.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr std::size_t columnsAtOnce = 256;

/// One image as a set; of a longer one it is a part like any other.
class OneImage final : public ImageSet
{
public:
    explicit OneImage(const KnownImage& known) : known_(known) {}
    std::size_t count() const override { return 1; }
    std::string name(std::size_t) const override { return known_.name; }
    Result<Image> load(std::size_t) override { return known_.image; }
    std::optional<Record> record(std::size_t) override { return known_.record; }

private:
    const KnownImage& known_;
};

/// What is said of one image alone (that others are missing, say) is no news here.
class QuietMonitor final : public JobMonitor
{
public:
    explicit QuietMonitor(JobMonitor& parent) : parent_(parent) {}
    bool cancelled() const override { return parent_.cancelled(); }
    void progress(double fraction, std::string_view stage) override { parent_.progress(fraction, stage); }

private:
    JobMonitor& parent_;
};

Error unlike(const std::string& what)
{
    return {ErrorCode::Unsupported, "The two images hold " + what + "."};
}

/// Calls `work` with the magnitudes of all channels of both, block by block.
template <class Work>
Result<void> eachBlock(MagnitudeSource& first, MagnitudeSource& second, JobMonitor& monitor, Work&& work)
{
    const std::size_t columns = std::min(first.columns(), second.columns());
    for (std::size_t column = 0; column < columns; column += columnsAtOnce) {
        const std::size_t count = std::min(columnsAtOnce, columns - column);
        const auto a = first.read(column, count);
        const auto b = a ? second.read(column, count) : a;
        if (!b)
            return b.error();
        if (monitor.cancelled())
            return cancelledError();
        for (std::size_t c = 0; c < a->size(); ++c)
            work(a.value()[c], b.value()[c]);
    }
    return {};
}

Result<HeldMeasures> compareMagnitudes(Decoding& first, Decoding& second, int threads, JobMonitor& monitor)
{
    MagnitudeSource& a = *first.mel();
    MagnitudeSource& b = *second.mel();
    if (!(*first.melAnalysis() == *second.melAnalysis()))
        return unlike("magnitudes of different bands or columns");
    if (a.channelCount() != b.channelCount())
        return unlike("different numbers of channels");
    MagnitudeComparison comparison(threads);
    auto done = eachBlock(a, b, monitor, [&](const Grid<float>& x, const Grid<float>&) { comparison.look(x); });
    if (done)
        done = eachBlock(a, b, monitor, [&](const Grid<float>& x, const Grid<float>& y) { comparison.add(x, y); });
    if (!done)
        return done.error();
    const SpectralMeasures measures = comparison.measures();
    return HeldMeasures{std::nullopt, measures.spectralConvergenceDb, measures.logSpectralDistanceDb};
}

Result<HeldMeasures> compareHeldSounds(Decoding& first, Decoding& second, double topHz, int threads, JobMonitor& monitor)
{
    const auto a = first.audio({}, threads, monitor);
    const auto b = a ? second.audio({}, threads, monitor) : a;
    if (!b)
        return b.error();
    if (a->audio.sampleRate != b->audio.sampleRate)
        return unlike("sounds of different sample rates");
    if (a->audio.channelCount() != b->audio.channelCount())
        return unlike("different numbers of channels");
    const auto snr = signalToNoiseDb(a->audio, b->audio, monitor);
    if (!snr)
        return snr.error();
    const double highest = topHz > 0 ? topHz : a->audio.sampleRate / 2.0;
    const auto measures = spectralMeasures(a->audio, b->audio, highest, threads, monitor);
    if (!measures)
        return measures.error();
    return HeldMeasures{snr.value(), measures->spectralConvergenceDb, measures->logSpectralDistanceDb};
}

} // namespace

Result<HeldMeasures> heldMeasures(const KnownImage& first, const KnownImage& second, double topHz, int threads,
                                  JobMonitor& monitor)
{
    QuietMonitor quiet(monitor);
    OneImage one(first);
    OneImage other(second);
    const auto codec = codecForImages(one, "auto");
    if (!codec)
        return Error{codec.error().code, "'" + first.name + "' is no image of sound that is known, so only pixels were compared."};
    const auto a = codec.value()->open(one, {}, quiet);
    if (!a)
        return a.error();
    const auto b = codec.value()->open(other, {}, quiet);
    if (!b)
        return b.error();
    if (a.value()->mel() && b.value()->mel())
        return compareMagnitudes(*a.value(), *b.value(), threads, quiet);
    return compareHeldSounds(*a.value(), *b.value(), topHz, threads, quiet);
}

} // namespace sonoloom
