// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/axisticks.h"

#include "ui/spectrogram/notename.h"
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
constexpr double leastHertz = 16;
constexpr int pixelsATick = 40; // less round numbers fill in only where ticks are rarer
constexpr int enoughTicks = 4;
constexpr int decades = 5;
constexpr int highestNote = 145; // above 20 kHz

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

QString shortHertz(double hertz)
{
    return hertz < 1000 ? QString::number(hertz) : QString::number(hertz / 1000) + QStringLiteral("k");
}

struct Tick {
    double hertz;
    QString text;
};
using TickLists = std::vector<std::vector<Tick>>; ///< the roundest list first

TickLists hertzLists()
{
    std::vector<std::vector<double>> digits{{1, 2, 5}, {3, 7}};
    for (const double step : {1.0, 0.5, 0.1, 0.05, 0.01}) {
        std::vector<double> list;
        for (int i = 0; i * step < 9 - 1e-9; ++i)
            list.push_back(1 + i * step);
        digits.push_back(std::move(list));
    }
    TickLists lists;
    for (const auto& first : digits) {
        auto& list = lists.emplace_back();
        for (int decade = 0; decade < decades; ++decade)
            for (const double digit : first) {
                const double hertz = digit * decadeHertz * std::pow(10, decade);
                list.push_back({hertz, shortHertz(hertz)});
            }
    }
    return lists;
}

/// All C, then thirds of octaves, then all notes.
TickLists noteLists(double tuning)
{
    TickLists lists;
    for (const int step : {12, 4, 1}) {
        auto& list = lists.emplace_back();
        for (int midi = 12; midi < highestNote; midi += step)
            list.push_back({noteHertz(midi, tuning), noteName(midi)});
    }
    return lists;
}

} // namespace

QSharedPointer<QCPAxisTicker> timeTicker()
{
    return QSharedPointer<TimeTicker>::create();
}

QSharedPointer<QCPAxisTicker> frequencyTicker(const BandPlaces& places, const QCPRange& range, int pixels, const FrequencyLabels& labels)
{
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    std::vector<double> taken;
    const double distance = leastTickDistance * range.size() / std::max(1, pixels);
    for (const auto& list : labels.notes ? noteLists(labels.tuning) : hertzLists()) {
        if (static_cast<int>(taken.size()) >= std::min(enoughTicks, pixels / pixelsATick))
            break;
        for (const auto& [hertz, text] : list) {
            const double place = places.shareOf(hertz);
            const bool crowded = std::ranges::any_of(taken, [&](double other) { return std::abs(place - other) < distance; });
            if (crowded || hertz < leastHertz || place < std::max(0.0, range.lower) || place > std::min(1.0, range.upper))
                continue;
            ticker->addTick(place, text);
            taken.push_back(place);
        }
    }
    return ticker;
}

} // namespace sonoloom
