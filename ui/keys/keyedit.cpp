// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keyedit.h"

#include <QKeyEvent>

namespace sonoloom
{

KeyEdit::KeyEdit(QWidget* parent) : QKeySequenceEdit(parent) {}

void KeyEdit::keyPressEvent(QKeyEvent* event)
{
    QKeySequenceEdit::keyPressEvent(event); // a modifier alone shows as the beginning of a key
    switch (event->key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_unknown:
        return;
    default:
        break;
    }
    if (keySequence().isEmpty())
        return;
    const QKeySequence key(keySequence()[0]);
    setKeySequence(key); // ends the waiting for a second stroke
    emit pressed(key);
}

} // namespace sonoloom
