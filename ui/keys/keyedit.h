// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequenceEdit>

namespace sonoloom
{

/// Takes one key, Tab included, as soon as it is pressed.
class KeyEdit : public QKeySequenceEdit
{
    Q_OBJECT

public:
    explicit KeyEdit(QWidget* parent = nullptr);

signals:
    /// The user pressed it.
    void pressed(const QKeySequence& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    /// Tab is a key here like any other.
    bool focusNextPrevChild(bool) override { return false; }
};

} // namespace sonoloom
