// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/cachefolder.h"

#include <QStandardPaths>

namespace sonoloom
{

std::filesystem::path cacheFolder()
{
    const QString caches = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return std::filesystem::path(caches.toStdString()) / "sonoloom";
}

} // namespace sonoloom
