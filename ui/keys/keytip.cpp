// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keytip.h"

#include <QDynamicPropertyChangeEvent>
#include <QVariant>
#include <QWidget>

namespace sonoloom
{

namespace
{

constexpr const char* actionProperty = "keyTipAction";
constexpr const char* textProperty = "keyTipText";

} // namespace

void setKeyTip(QWidget& widget, const QString& text, const char* id)
{
    widget.setToolTip(text);
    widget.setProperty(actionProperty, QString::fromLatin1(id));
    widget.setProperty(textProperty, text);
}

KeyTips::KeyTips(const KeyMap& keys, QWidget& root) : QObject(&root), keys_(keys)
{
    for (QWidget* widget : root.findChildren<QWidget*>())
        if (widget->property(actionProperty).isValid()) {
            widgets_.emplace_back(widget);
            widget->installEventFilter(this);
            show(*widget);
        }
    connect(&keys_, &KeyMap::changed, this, [this] {
        for (const auto& widget : widgets_)
            if (widget)
                show(*widget);
    });
}

bool KeyTips::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::DynamicPropertyChange &&
        static_cast<QDynamicPropertyChangeEvent*>(event)->propertyName() == textProperty)
        show(*static_cast<QWidget*>(watched));
    return QObject::eventFilter(watched, event);
}

void KeyTips::show(QWidget& widget) const
{
    widget.setToolTip(keys_.tip(widget.property(textProperty).toString(), widget.property(actionProperty).toString()));
}

} // namespace sonoloom
