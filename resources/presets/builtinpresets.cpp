// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/presets/builtinpresets.h"

#include <QFile>

namespace sonoloom
{

std::vector<BuiltInPreset> builtInPresets()
{
    std::vector<BuiltInPreset> all;
    for (const char* name : {"peer-default.json", "maximum-quality.json", "small-and-robust.json", "full-bandwidth-stereo.json"}) {
        QFile file(QStringLiteral(":/presets/") + QLatin1String(name));
        if (file.open(QIODevice::ReadOnly))
            all.push_back({name, file.readAll().toStdString()});
    }
    return all;
}

} // namespace sonoloom
