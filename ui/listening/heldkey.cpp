// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/heldkey.h"

#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace sonoloom
{

HeldKey::~HeldKey()
{
    qApp->removeEventFilter(this);
}

void HeldKey::hold(int purpose, std::function<void()> released)
{
    if (released_ && purpose == purpose_)
        return; // a repeat
    release();
    purpose_ = purpose;
    released_ = std::move(released);
    qApp->installEventFilter(this);
}

bool HeldKey::eventFilter(QObject* watched, QEvent* event)
{
    const bool letGo = event->type() == QEvent::KeyRelease && !static_cast<QKeyEvent*>(event)->isAutoRepeat();
    if (letGo || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::ApplicationDeactivate)
        release();
    return QObject::eventFilter(watched, event);
}

void HeldKey::release()
{
    qApp->removeEventFilter(this);
    if (const auto released = std::exchange(released_, nullptr))
        released();
}

} // namespace sonoloom
