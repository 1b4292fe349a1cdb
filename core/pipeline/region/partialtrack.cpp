// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/region/partialtrack.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sonoloom
{

namespace
{

constexpr double mostFallDb = 24;    ///< under the level at the place, where the partial ends
constexpr double mostDropDb = 12;    ///< over the valleys beside it that make it a peak, at least a half of that
constexpr int firstReach = 4;        ///< bands around the place that are looked at
constexpr int stepReach = 2;         ///< and from one column to the next
constexpr std::size_t columnsAPoint = 5;
constexpr double shortestSeconds = 0.1; ///< to either side, of what is no partial

class Tracking
{
public:
    explicit Tracking(const DisplaySpectrogram& spectrogram) : spectrogram_(spectrogram) {}

    /// The loudest band within `reach` of `band`.
    int loudest(std::size_t column, int band, int reach) const
    {
        int found = std::clamp(band, 0, spectrogram_.bands() - 1);
        for (int b = std::max(0, band - reach); b <= std::min(spectrogram_.bands() - 1, band + reach); ++b)
            if (level(column, b) > level(column, found))
                found = b;
        return found;
    }

    bool isPeak(std::size_t column, int band) const
    {
        double valley = level(column, band);
        for (int b = std::max(0, band - 3 * firstReach); b <= std::min(spectrogram_.bands() - 1, band + 3 * firstReach); ++b)
            valley = std::min(valley, level(column, b));
        return level(column, band) > valley + mostDropDb / 2;
    }

    double level(std::size_t column, int band) const { return spectrogram_.decibels(column, band); }

    RegionPoint point(std::size_t column, int band) const
    {
        double place = band;
        if (band > 0 && band + 1 < spectrogram_.bands()) {
            const double below = level(column, band - 1);
            const double above = level(column, band + 1);
            const double bend = below - 2 * level(column, band) + above;
            if (bend < 0)
                place += std::clamp(0.5 * (below - above) / bend, -0.5, 0.5);
        }
        return {static_cast<double>(column) * spectrogram_.columnSeconds, spectrogram_.bandHertz(place)};
    }

    /// From a column on in one direction, without that column.
    std::vector<RegionPoint> follow(std::size_t column, int band, int direction) const
    {
        const double least = level(column, band) - mostFallDb;
        std::vector<RegionPoint> points;
        std::optional<RegionPoint> last;
        for (std::size_t steps = 1;; ++steps) {
            const std::size_t next = column + static_cast<std::size_t>(direction); // -1 wraps around to a number too large
            if (next >= spectrogram_.columns())
                break;
            const int moved = loudest(next, band, stepReach);
            if (level(next, moved) < least || !isPeak(next, moved))
                break;
            column = next;
            band = moved;
            last = point(column, band);
            if (steps % columnsAPoint == 0)
                points.push_back(*last);
        }
        if (last && (points.empty() || !(points.back() == *last)))
            points.push_back(*last);
        return points;
    }

private:
    const DisplaySpectrogram& spectrogram_;
};

} // namespace

std::vector<RegionPoint> partialAt(const DisplaySpectrogram& spectrogram, const RegionPoint& place)
{
    const Tracking tracking(spectrogram);
    const auto last = static_cast<double>(spectrogram.columns() - 1);
    const auto column = static_cast<std::size_t>(std::clamp(std::round(place.seconds / spectrogram.columnSeconds), 0.0, last));
    const int band = tracking.loudest(column, static_cast<int>(std::lround(spectrogram.bandOf(place.hertz))), firstReach);
    std::vector<RegionPoint> points;
    if (tracking.isPeak(column, band)) {
        points = tracking.follow(column, band, -1);
        std::ranges::reverse(points);
        points.push_back(tracking.point(column, band));
        const auto after = tracking.follow(column, band, 1);
        points.insert(points.end(), after.begin(), after.end());
    }
    if (points.size() < 2)
        points = {{std::max(0.0, place.seconds - shortestSeconds), place.hertz}, {place.seconds + shortestSeconds, place.hertz}};
    return points;
}

} // namespace sonoloom
