// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/draghandle.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>

namespace sonoloom
{

DragHandle::DragHandle(std::function<std::unique_ptr<QMimeData>()> source, QWidget* parent)
    : QToolButton(parent), source_(std::move(source))
{
    setAutoRaise(true);
    setIconSize({16, 16});
    setCursor(Qt::OpenHandCursor);
    setFocusPolicy(Qt::NoFocus);
    takeIcon();
}

void DragHandle::mousePressEvent(QMouseEvent* event)
{
    pressed_ = event->pos();
    QToolButton::mousePressEvent(event);
}

void DragHandle::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || (event->pos() - pressed_).manhattanLength() < QApplication::startDragDistance())
        return;
    setDown(false);
    auto mime = source_();
    if (!mime)
        return;
    auto* drag = new QDrag(this); // deletes itself after the drop
    drag->setMimeData(mime.release());
    drag->setPixmap(icon().pixmap(32, 32));
    drag->exec(Qt::CopyAction);
}

void DragHandle::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        takeIcon();
    QToolButton::changeEvent(event);
}

void DragHandle::takeIcon()
{
    setIcon(themedIcon(QStringLiteral("drag"), palette()));
}

} // namespace sonoloom
