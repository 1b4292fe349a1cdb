// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tempo/peertempo.h"

#include "core/analysis/tempo/beattracking.h"
#include "core/base/grid.h"
#include "core/base/parallel.h"
#include "core/dsp/bandmatrix.h"
#include "core/dsp/fft.h"
#include "core/dsp/stft.h"
#include "core/dsp/window.h"

#include <algorithm>
#include <cmath>

namespace sonoloom::peertempo
{

namespace
{

constexpr int frameLength = 2048;
constexpr int melBands = 128;
constexpr float topDb = 80;
constexpr std::size_t framesAtOnce = 2048;
constexpr double startBpm = 120;
constexpr double maxBpm = 320;
constexpr double correlatedSeconds = 8;

/// Slaney's mel scale: linear up to 1 kHz, then 27 bands to each factor of 6.4.
double slaneyHertz(double mel)
{
    return mel < 15 ? mel * 200 / 3 : 1000 * std::exp((mel - 15) * std::log(6.4) / 27);
}

double slaneyMel(double hertz)
{
    return hertz < 1000 ? hertz * 3 / 200 : 15 + 27 * std::log(hertz / 1000) / std::log(6.4);
}

/// Triangles of equal area.
std::vector<BandRow> slaneyBands(int sampleRate)
{
    std::vector<double> edges;
    for (int i = 0; i < melBands + 2; ++i)
        edges.push_back(slaneyHertz(slaneyMel(sampleRate / 2.0) * i / (melBands + 1)));
    std::vector<BandRow> rows(melBands);
    for (std::size_t b = 0; b < rows.size(); ++b) {
        for (int k = 0; k <= frameLength / 2; ++k) {
            const double hertz = static_cast<double>(k) * sampleRate / frameLength;
            const double weight = std::min((hertz - edges[b]) / (edges[b + 1] - edges[b]),
                                           (edges[b + 2] - hertz) / (edges[b + 2] - edges[b + 1]));
            if (weight <= 0)
                continue;
            if (rows[b].weights.empty())
                rows[b].first = k;
            rows[b].weights.push_back(static_cast<float>(weight * 2 / (edges[b + 2] - edges[b])));
        }
    }
    return rows;
}

void melDecibels(std::span<const std::complex<float>> spectrum, const std::vector<BandRow>& bands, std::span<float> out)
{
    for (std::size_t b = 0; b < bands.size(); ++b) {
        double power = 0;
        for (std::size_t i = 0; i < bands[b].weights.size(); ++i)
            power += bands[b].weights[i] * std::norm(spectrum[static_cast<std::size_t>(bands[b].first) + i]);
        out[b] = static_cast<float>(10 * std::log10(std::max(power, 1e-10)));
    }
}

/// [frames x bands], frame k centred on sample k * hop, silence beyond both ends.
Result<Grid<float>> melLevels(std::span<const float> samples, int sampleRate, int threads, JobMonitor& monitor)
{
    constexpr std::size_t silentFrames = frameLength / hop;
    std::vector<float> padded(frameLength);
    padded.insert(padded.end(), samples.begin(), samples.end());
    padded.resize(padded.size() + frameLength);
    const auto bands = slaneyBands(sampleRate);
    Grid<float> levels(1 + samples.size() / hop, melBands);
    for (std::size_t first = 0; first < levels.rows(); first += framesAtOnce) {
        const std::size_t count = std::min(framesAtOnce, levels.rows() - first);
        const auto frames =
            stftFrames(padded, {frameLength, frameLength, hop}, silentFrames + first, count, threads, monitor);
        if (!frames)
            return frames.error();
        parallelFor(count, threads, [&](std::size_t f) { melDecibels(frames->row(f), bands, levels.row(first + f)); });
        monitor.progress(static_cast<double>(first) / static_cast<double>(levels.rows()), "Listening for onsets");
    }
    return levels;
}

/// Value i of `count` under a ramp that numpy's pad "linear_ramp" adds at both ends, from 0.
float ramped(std::span<const float> values, std::ptrdiff_t i, std::ptrdiff_t width)
{
    const auto count = static_cast<std::ptrdiff_t>(values.size());
    if (i < 0)
        return values.front() * static_cast<float>(i + width) / static_cast<float>(width);
    if (i >= count)
        return values.back() * static_cast<float>(width - 1 - (i - count)) / static_cast<float>(width);
    return values[static_cast<std::size_t>(i)];
}

/// Autocorrelation of `window` values around each frame, each scaled to 1 at its greatest, and their mean.
class MeanTempogram
{
public:
    MeanTempogram(std::span<const float> onsets, int length)
        : onsets_(onsets), window_(hannWindow(length)), fft_(fastFftSize(2 * length))
    {
    }

    Result<std::vector<double>> compute(int threads, JobMonitor& monitor) const
    {
        const std::size_t groups = (onsets_.size() + framesAtOnce - 1) / framesAtOnce;
        std::vector<std::vector<double>> sums(groups, std::vector<double>(window_.size()));
        parallelFor(groups, threads, [&](std::size_t g) { addGroup(g * framesAtOnce, sums[g], monitor); });
        if (monitor.cancelled())
            return cancelledError();
        for (std::size_t g = 1; g < groups; ++g)
            for (std::size_t lag = 0; lag < window_.size(); ++lag)
                sums[0][lag] += sums[g][lag];
        for (double& sum : sums[0])
            sum /= static_cast<double>(onsets_.size());
        return std::move(sums[0]);
    }

private:
    void addGroup(std::size_t first, std::vector<double>& sums, JobMonitor& monitor) const
    {
        AlignedBuffer<float> frame(static_cast<std::size_t>(fft_.size()));
        AlignedBuffer<std::complex<float>> spectrum(static_cast<std::size_t>(fft_.bins()));
        const auto half = static_cast<std::ptrdiff_t>(window_.size() / 2);
        for (std::size_t f = first; f < std::min(onsets_.size(), first + framesAtOnce) && !monitor.cancelled(); ++f) {
            std::ranges::fill(frame.span(), 0.0f);
            for (std::size_t i = 0; i < window_.size(); ++i)
                frame[i] = window_[i] * ramped(onsets_, static_cast<std::ptrdiff_t>(f + i) - half, half);
            fft_.forward(frame, spectrum);
            for (auto& bin : spectrum.span())
                bin = std::norm(bin);
            fft_.inverse(spectrum, frame);
            const float greatest = *std::max_element(frame.data(), frame.data() + window_.size());
            for (std::size_t lag = 0; lag < window_.size() && greatest > 0; ++lag)
                sums[lag] += frame[lag] / greatest;
        }
    }

    std::span<const float> onsets_;
    std::vector<float> window_;
    Fft fft_;
};

/// Onsets over their standard deviation, smoothed by a Gaussian of 1/32 period.
std::vector<float> localScores(std::span<const float> onsets, std::ptrdiff_t period)
{
    double mean = 0;
    for (const float onset : onsets)
        mean += onset / static_cast<double>(onsets.size());
    double variance = 0;
    for (const float onset : onsets)
        variance += (onset - mean) * (onset - mean) / std::max<double>(1, static_cast<double>(onsets.size()) - 1);
    std::vector<float> scores(onsets.size());
    const auto count = static_cast<std::ptrdiff_t>(onsets.size());
    for (std::ptrdiff_t i = 0; i < count && variance > 0; ++i) {
        double sum = 0;
        for (std::ptrdiff_t k = std::max(-period, i - count + 1); k <= std::min(period, i); ++k)
            sum += onsets[static_cast<std::size_t>(i - k)] *
                   std::exp(-0.5 * std::pow(32.0 * static_cast<double>(k) / static_cast<double>(period), 2));
        scores[static_cast<std::size_t>(i)] = static_cast<float>(sum / std::sqrt(variance));
    }
    return scores;
}

/// Cuts off beats at both ends that hardly sound: below half the root mean square after smoothing; and one more at the
/// end.
void trim(std::vector<std::size_t>& beats, const std::vector<float>& scores)
{
    constexpr float smoothing[] = {0, 0.5f, 1, 0.5f, 0};
    std::vector<double> smooth(beats.size());
    double power = 0;
    for (std::size_t i = 0; i < beats.size(); ++i) {
        for (std::size_t k = 0; k < 5; ++k)
            if (i + k >= 2 && i + k - 2 < beats.size())
                smooth[i] += smoothing[k] * scores[beats[i + k - 2]];
        power += smooth[i] * smooth[i] / static_cast<double>(beats.size());
    }
    const double least = 0.5 * std::sqrt(power);
    const auto sounds = [&](double value) { return value > least; };
    const auto first = std::ranges::find_if(smooth, sounds) - smooth.begin();
    const auto last = std::find_if(smooth.rbegin(), smooth.rend(), sounds).base() - smooth.begin() - 1;
    beats = first < last ? std::vector(beats.begin() + first, beats.begin() + last) : std::vector<std::size_t>{};
}

} // namespace

Result<std::vector<float>> onsetStrength(std::span<const float> samples, int sampleRate, int threads,
                                         JobMonitor& monitor)
{
    const auto levels = melLevels(samples, sampleRate, threads, monitor);
    if (!levels)
        return levels.error();
    const float least = *std::ranges::max_element(levels->cells()) - topDb;
    const auto level = [&](std::size_t frame, std::size_t band) {
        return std::max(levels.value()(frame, band), least);
    };
    constexpr std::size_t late = frameLength / (2 * hop); // frames look ahead by half their length
    std::vector<float> onsets(levels->rows());
    for (std::size_t f = 1; f + late < onsets.size(); ++f) {
        float rise = 0;
        for (std::size_t b = 0; b < melBands; ++b)
            rise += std::max(0.0f, level(f, b) - level(f - 1, b));
        onsets[f + late] = rise / melBands;
    }
    return onsets;
}

Result<double> tempo(std::span<const float> onsets, int sampleRate, int threads, JobMonitor& monitor)
{
    const double frameRate = static_cast<double>(sampleRate) / hop;
    const int length = std::max(2, static_cast<int>(correlatedSeconds * frameRate));
    const auto tempogram = MeanTempogram(onsets, length).compute(threads, monitor);
    if (!tempogram)
        return tempogram.error();
    double best = -INFINITY;
    double bestBpm = startBpm;
    for (std::size_t lag = 1; lag < tempogram->size(); ++lag) {
        const double bpm = 60 * frameRate / static_cast<double>(lag);
        const double octaves = std::log2(bpm / startBpm);
        const double score = std::log1p(1e6 * tempogram.value()[lag]) - 0.5 * octaves * octaves;
        if (bpm < maxBpm && score > best) {
            best = score;
            bestBpm = bpm;
        }
    }
    return bestBpm;
}

Result<std::vector<double>> beats(std::span<const float> onsets, int sampleRate, double bpm, JobMonitor& monitor)
{
    const double frameRate = static_cast<double>(sampleRate) / hop;
    const long period = std::max(1L, std::lrint(60 * frameRate / bpm));
    const auto scores = localScores(onsets, period);
    auto frames = trackBeats(scores, {static_cast<double>(period), 100, true}, monitor);
    if (!frames)
        return frames.error();
    trim(*frames, scores);
    std::vector<double> seconds;
    for (const std::size_t frame : *frames)
        seconds.push_back(static_cast<double>(frame) / frameRate);
    return seconds;
}

} // namespace sonoloom::peertempo
