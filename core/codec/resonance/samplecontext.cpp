// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/resonance/samplecontext.h"

#include <cmath>
#include <limits>

namespace sonoloom
{

namespace
{

constexpr std::size_t longestPeriod = 12;
constexpr double unseen = 0.5; ///< times that each distance counts before any is seen

int distance(int level, int from)
{
    return (level - from) & 255;
}

} // namespace

SampleContext::SampleContext(std::span<const std::uint8_t> roughly) : bytes_(roughly)
{
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t period = 1; period <= longestPeriod; ++period) {
        std::vector<Histogram> logs;
        const double mean = learn(bytes_, period, logs);
        if (mean > best + 0.01) { // of multiples the least
            best = mean;
            period_ = period;
            logs_ = std::move(logs);
        }
    }
}

int SampleContext::middle(std::span<const std::uint8_t> bytes, std::size_t index, std::size_t period)
{
    const int before = bytes[index >= period ? index - period : index + period < bytes.size() ? index + period : index];
    const int after = bytes[index + period < bytes.size() ? index + period : index >= period ? index - period : index];
    const auto way = static_cast<std::int8_t>(after - before);
    return (before + way / 2) & 255;
}

double SampleContext::learn(std::span<const std::uint8_t> bytes, std::size_t period, std::vector<Histogram>& logs)
{
    std::vector<std::array<double, 256>> counts(period);
    for (auto& histogram : counts)
        histogram.fill(unseen);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        counts[i % period][static_cast<std::size_t>(distance(bytes[i], middle(bytes, i, period)))] += 1;
    logs.assign(period, {});
    double sum = 0;
    for (std::size_t p = 0; p < period; ++p) {
        double total = 0;
        for (const double count : counts[p])
            total += count;
        for (std::size_t d = 0; d < 256; ++d) {
            logs[p][d] = static_cast<float>(std::log(counts[p][d] / total));
            sum += (counts[p][d] - unseen) * logs[p][d];
        }
    }
    return bytes.empty() ? 0.0 : sum / static_cast<double>(bytes.size());
}

float SampleContext::log(std::size_t index, int level) const
{
    return logs_[index % period_][static_cast<std::size_t>(distance(level, middle(bytes_, index, period_)))];
}

} // namespace sonoloom
