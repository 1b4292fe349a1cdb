// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/devicemenu.h"

#include <QActionGroup>
#include <QSettings>

namespace sonoloom
{

namespace
{

const QString idKey = QStringLiteral("sound/device");
const QString nameKey = QStringLiteral("sound/deviceName");

} // namespace

DeviceMenu::DeviceMenu(std::vector<Player*> players, QWidget* parent) : QMenu(tr("Output &device"), parent), players_(std::move(players))
{
    chosen_ = QSettings().value(idKey).toByteArray();
    chosenName_ = QSettings().value(nameKey).toString();
    setToolTipsVisible(true);
    menuAction()->setToolTip(tr("Where sound is played"));
    connect(this, &QMenu::aboutToShow, this, &DeviceMenu::fill);
    for (Player* player : players_)
        player->setDevice(chosen_);
    fill();
}

void DeviceMenu::fill()
{
    clear();
    delete findChild<QActionGroup*>();
    new QActionGroup(this);
    const QAudioDevice usual = QMediaDevices::defaultAudioOutput();
    addDevice(usual.isNull() ? tr("As the system (there is no output)") : tr("As the system (%1)").arg(usual.description()), {});
    addSeparator();
    bool there = chosen_.isEmpty();
    for (const QAudioDevice& device : QMediaDevices::audioOutputs()) {
        addDevice(device.description(), device.id());
        there = there || device.id() == chosen_;
    }
    if (there)
        return;
    addDevice(tr("%1 (not connected)").arg(chosenName_), chosen_);
    actions().back()->setToolTip(tr("It is taken again when it is connected; until then the system's own plays."));
}

void DeviceMenu::addDevice(const QString& text, const QByteArray& id)
{
    QAction* action = addAction(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(id == chosen_);
    action->setData(id);
    findChild<QActionGroup*>()->addAction(action);
    connect(action, &QAction::triggered, this, [this, id] { choose(id); });
}

void DeviceMenu::choose(const QByteArray& id)
{
    chosen_ = id;
    for (const QAudioDevice& device : QMediaDevices::audioOutputs())
        if (device.id() == id)
            chosenName_ = device.description();
    QSettings().setValue(idKey, chosen_);
    QSettings().setValue(nameKey, chosenName_);
    for (Player* player : players_)
        player->setDevice(id);
}

} // namespace sonoloom
