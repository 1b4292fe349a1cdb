// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/panescales.h"

#include <QStringList>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int leastRange = 20;
constexpr int greatestRange = 160;
constexpr int greatestGain = 60;

std::optional<PaneColours> coloursFrom(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('/'));
    const auto map = colourMapNamed(parts.front().toStdString());
    if (parts.size() != 3 || !map)
        return std::nullopt;
    return PaneColours{*map, std::clamp(parts[1].toInt(), leastRange, greatestRange), std::clamp(parts[2].toInt(), -greatestGain, greatestGain)};
}

} // namespace

QString paneId(SpectrogramPane pane)
{
    switch (pane) {
    case SpectrogramPane::Result: return QStringLiteral("result");
    case SpectrogramPane::Difference: return QStringLiteral("difference");
    case SpectrogramPane::Original: break;
    }
    return QStringLiteral("original");
}

QString PaneScales::text() const
{
    QStringList parts;
    for (const SpectrogramPane pane : spectrogramPanes)
        if (const auto& own = own_[index(pane)])
            parts.append(QStringLiteral("%1=%2/%3/%4")
                             .arg(paneId(pane), QString::fromStdString(std::string(colourMapName(own->map))))
                             .arg(own->rangeDb)
                             .arg(own->gainDb));
    return parts.join(QLatin1Char(';'));
}

void PaneScales::setText(const QString& text)
{
    own_ = {};
    for (const QString& part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts))
        for (const SpectrogramPane pane : spectrogramPanes)
            if (part.startsWith(paneId(pane) + QLatin1Char('=')))
                own_[index(pane)] = coloursFrom(part.section(QLatin1Char('='), 1));
}

} // namespace sonoloom
