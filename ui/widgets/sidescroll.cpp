// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidescroll.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QSlider>
#include <QWheelEvent>

namespace sonoloom
{

SideScroll::SideScroll(QWidget* content, QWidget* parent) : QScrollArea(parent)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    qApp->installEventFilter(this); // editors come and go in the content
    takeWidth();
}

/// Whether the wheel would change a value that somebody only scrolls past.
bool SideScroll::wouldChange(QObject* watched) const
{
    const auto* editor = qobject_cast<QWidget*>(watched);
    const bool changes = qobject_cast<QComboBox*>(watched) || qobject_cast<QAbstractSpinBox*>(watched) || qobject_cast<QSlider*>(watched);
    return changes && !editor->hasFocus() && widget()->isAncestorOf(editor);
}

bool SideScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        takeWidth();
    if (event->type() == QEvent::Wheel && wouldChange(watched)) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        verticalScrollBar()->setValue(verticalScrollBar()->value() - wheel->angleDelta().y());
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

void SideScroll::takeWidth()
{
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

} // namespace sonoloom
