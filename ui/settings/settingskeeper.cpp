// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingskeeper.h"

namespace sonoloom
{

SettingsKeeper::SettingsKeeper(QObject* parent) : QObject(parent), now_(readSettings()), languageAtStart_(now_.language) {}

void SettingsKeeper::set(const Settings& settings)
{
    if (settings == now_)
        return;
    now_ = settings;
    writeSettings(now_);
    emit changed();
}

} // namespace sonoloom
