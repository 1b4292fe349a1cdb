// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spectrogram/timeaxis.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>

namespace sonoloom
{

void TimeAxis::setTotal(double seconds)
{
    if (seconds == total_)
        return;
    total_ = std::max(0.0, seconds);
    select(0, 0);
    fit();
}

void TimeAxis::setLength(double seconds, bool fits)
{
    if (seconds == total_)
        return;
    const bool all = total_ <= 0 || (fits && visible() >= total_);
    total_ = std::max(0.0, seconds);
    select(selectedFrom_, selectedTo_);
    const double length = all ? total_ : std::min(visible(), total_);
    from_ = std::min(from_, total_ - length);
    to_ = from_ + length;
    emit changed();
}

void TimeAxis::zoom(double factor, double fixed)
{
    const double length = std::clamp(visible() * factor, std::min(shortestVisible, total_), total_);
    const double share = visible() > 0 ? (fixed - from_) / visible() : 0;
    show(fixed - share * length, fixed - share * length + length);
}

void TimeAxis::pan(double seconds)
{
    show(from_ + seconds, to_ + seconds);
}

void TimeAxis::fit()
{
    show(0, total_);
}

void TimeAxis::show(double from, double to)
{
    const double length = std::clamp(to - from, 0.0, total_);
    from = std::clamp(from, 0.0, total_ - length);
    if (from == from_ && from + length == to_)
        return;
    from_ = from;
    to_ = from + length;
    emit changed();
}

void TimeAxis::follow(double seconds)
{
    if (seconds < from_ || seconds > to_)
        show(seconds - 0.05 * visible(), seconds + 0.95 * visible());
}

void TimeAxis::select(double from, double to)
{
    const double first = std::clamp(std::min(from, to), 0.0, total_);
    const double last = std::clamp(std::max(from, to), 0.0, total_);
    if (first == selectedFrom_ && last == selectedTo_)
        return;
    selectedFrom_ = first;
    selectedTo_ = last;
    emit selectionChanged();
}

QString timeText(double seconds, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    const auto units = static_cast<long long>(std::llround(std::max(0.0, seconds) * unit));
    const auto whole = units / static_cast<long long>(unit);
    const auto rest = units % static_cast<long long>(unit);
    const QString tail = decimals > 0 ? QStringLiteral(".%1").arg(rest, decimals, 10, QLatin1Char('0')) : QString();
    const QString minutes = QStringLiteral("%1:%2").arg(whole / 60 % 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
    if (whole < 3600)
        return minutes + tail;
    return QStringLiteral("%1:%2").arg(whole / 3600).arg(minutes.rightJustified(5, QLatin1Char('0'))) + tail;
}

double rulerStep(double pixelsASecond, double leastPixels)
{
    constexpr std::array steps{0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0};
    const auto fits = [&](double step) { return step * pixelsASecond >= leastPixels; };
    const auto found = std::ranges::find_if(steps, fits);
    constexpr double hour = 3600;
    return found != steps.end() ? *found : hour * std::max(1.0, std::ceil(leastPixels / std::max(1e-9, pixelsASecond) / hour));
}

} // namespace sonoloom
