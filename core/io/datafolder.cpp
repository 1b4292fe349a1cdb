// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/datafolder.h"

#include <QStandardPaths>

namespace sonoloom
{

std::filesystem::path dataFolder()
{
    // What AppDataLocation is in the workbench, whose organisation and name are both "sonoloom".
    const QString all = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(all.toStdString()) / "sonoloom" / "sonoloom";
}

} // namespace sonoloom
