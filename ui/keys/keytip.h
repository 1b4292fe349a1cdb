// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/keymap.h"

#include <QObject>
#include <QString>

#include <vector>

class QWidget;

namespace sonoloom
{

/// Gives the widget a tool tip behind which KeyTips puts the key of the action `id`. May be called again at any time.
void setKeyTip(QWidget& widget, const QString& text, const char* id);

/// Puts the keys into the tool tips that setKeyTip gave to widgets, and follows when either changes.
class KeyTips : public QObject
{
    Q_OBJECT

public:
    /// @param root the widgets below it as they are now @param keys must outlive this
    KeyTips(const KeyMap& keys, QWidget& root);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(QWidget& widget) const;

    const KeyMap& keys_;
    std::vector<QPointer<QWidget>> widgets_;
};

} // namespace sonoloom
