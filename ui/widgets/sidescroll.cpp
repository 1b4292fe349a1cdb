// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidescroll.h"

#include <QEvent>
#include <QScrollBar>

namespace sonoloom
{

SideScroll::SideScroll(QWidget* content, QWidget* parent) : QScrollArea(parent)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->installEventFilter(this);
    takeWidth();
}

bool SideScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        takeWidth();
    return QScrollArea::eventFilter(watched, event);
}

void SideScroll::takeWidth()
{
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

} // namespace sonoloom
