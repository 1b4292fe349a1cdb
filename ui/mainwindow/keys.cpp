// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the window's actions: where they show, and how they are changed.
#include "ui/mainwindow/mainwindow.h"

#include "ui/keys/keysdialog.h"
#include "ui/keys/keytip.h"

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
        pages_->setTabToolTip(0, keys_.tip(tr("Make images of a sound, and sound of images"), QStringLiteral("workbench")));
        pages_->setTabToolTip(1, keys_.tip(tr("Compare two sounds, images or folders of images"), QStringLiteral("comparison")));
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
