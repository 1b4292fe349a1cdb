// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/player.h"

#include <QMenu>

#include <vector>

namespace sonoloom
{

/// The devices that players can play on; the choice is remembered.
class DeviceMenu : public QMenu
{
    Q_OBJECT

public:
    /// Gives the players the device of last time. @param players must outlive the menu
    explicit DeviceMenu(std::vector<Player*> players, QWidget* parent = nullptr);

    /// Lists what is there now; done each time the menu is shown.
    void fill();

private:
    void addDevice(const QString& text, const QByteArray& id);
    void choose(const QByteArray& id);

    std::vector<Player*> players_;
    QByteArray chosen_;
    QString chosenName_;
};

} // namespace sonoloom
