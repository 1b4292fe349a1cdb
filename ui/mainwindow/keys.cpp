// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the window's actions: where they show, and how they are changed.
#include "ui/mainwindow/mainwindow.h"

#include "ui/keys/keysdialog.h"
#include "ui/keys/keytip.h"
#include "ui/widgets/editorpage.h"

#include <QAction>
#include <QTabWidget>

namespace sonoloom
{

void MainWindow::connectKeys()
{
    for (const char* id : {"play-pause", "switch"}) {
        keys_.reachEverywhere(QLatin1String(id));
        actions_[QLatin1String(id)]->setAutoRepeat(false);
    }
    std::map<QString, QString> tips; // as the actions have them without keys
    for (const KeyMap::Entry& entry : keys_.entries())
        tips[entry.id] = entry.action->toolTip();
    const auto showTips = [this, tips] {
        for (const auto& [id, text] : tips)
            keys_.find(id)->action->setToolTip(keys_.tip(text, id));
        for (const PagePlace& place : places_)
            pages_->setTabToolTip(pages_->indexOf(place.page), keys_.tip(place.tip, QLatin1String(place.id)));
    };
    new KeyTips(keys_, *this); // the window owns it
    connect(&keys_, &KeyMap::changed, this, showTips);
    showTips();
}

void MainWindow::showKeys()
{
    auto* dialog = new KeysDialog(keys_, gestures(settings_.now().wheel == WheelPreset::Zoom), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace sonoloom
