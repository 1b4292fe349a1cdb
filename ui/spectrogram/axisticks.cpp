// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/axisticks.h"

#include "ui/spectrogram/timeaxis.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr double leastTickDistance = 20; // pixels
constexpr double decadeHertz = 10;
constexpr double leastHertz = 20;
constexpr std::size_t enoughTicks = 4; // less round numbers fill in only where there are fewer
constexpr int decades = 5;

class TimeTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return timeText(tick, decimals_); }
    double getTickStep(const QCPRange& range) override
    {
        const double step = QCPAxisTicker::getTickStep(range);
        decimals_ = step >= 1 ? 0 : std::min(3, static_cast<int>(std::ceil(-std::log10(step))));
        return step;
    }

private:
    int decimals_ = 0;
};

QString hertzText(double hertz)
{
    return hertz < 1000 ? QString::number(hertz) : QString::number(hertz / 1000) + QStringLiteral("k");
}

/// First digits of round numbers, 1 to 10, the roundest list first.
std::vector<std::vector<double>> roundness()
{
    std::vector<std::vector<double>> lists{{1, 2, 5}, {3, 7}};
    for (const double step : {1.0, 0.5, 0.1, 0.05, 0.01}) {
        std::vector<double> list;
        for (int i = 0; i * step < 9 - 1e-9; ++i)
            list.push_back(1 + i * step);
        lists.push_back(std::move(list));
    }
    return lists;
}

} // namespace

QSharedPointer<QCPAxisTicker> timeTicker()
{
    return QSharedPointer<TimeTicker>::create();
}

QSharedPointer<QCPAxisTicker> frequencyTicker(const DisplaySpectrogram& spectrogram, const QCPRange& range, int pixels)
{
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    std::vector<double> taken;
    const double distance = leastTickDistance * range.size() / std::max(1, pixels);
    for (const auto& list : roundness()) {
        if (taken.size() >= enoughTicks)
            break;
        for (int decade = 0; decade < decades; ++decade)
            for (const double digits : list) {
                const double hertz = digits * decadeHertz * std::pow(10, decade);
                const double band = spectrogram.bandOf(hertz);
                const bool crowded = std::ranges::any_of(taken, [&](double other) { return std::abs(band - other) < distance; });
                if (crowded || hertz < leastHertz || band < std::max(0.0, range.lower) || band > std::min<double>(spectrogram.bands(), range.upper))
                    continue;
                ticker->addTick(band, hertzText(hertz));
                taken.push_back(band);
            }
    }
    return ticker;
}

} // namespace sonoloom
