// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/recentfiles.h"

#include <QSettings>

namespace sonoloom
{

namespace
{

constexpr const char* settingsKey = "recentFiles";

} // namespace

RecentFiles::RecentFiles(QObject* parent) : QObject(parent), paths_(QSettings().value(settingsKey).toStringList()) {}

void RecentFiles::add(const QString& path)
{
    paths_.removeAll(path);
    paths_.prepend(path);
    while (paths_.size() > most)
        paths_.removeLast();
    store();
}

void RecentFiles::remove(const QString& path)
{
    if (paths_.removeAll(path) > 0)
        store();
}

void RecentFiles::clear()
{
    paths_.clear();
    store();
}

void RecentFiles::store()
{
    QSettings().setValue(settingsKey, paths_);
    emit changed();
}

} // namespace sonoloom
