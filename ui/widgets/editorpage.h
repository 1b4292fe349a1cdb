// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QUndoStack;

namespace sonoloom
{

class FrequencyAxis;
class Player;
class TimeAxis;
class TransportBar;

/// What the Edit menu asks of the page in front.
enum class EditCommand { Cut, Copy, Paste, Delete, Duplicate, SelectAll, SelectNothing };

/// A page of the window: what it plays, on which time axis, and what it can take back. The window's menus and keys work on
/// the page in front.
class EditorPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual Player& player() = 0;
    virtual TransportBar& transport() = 0;
    virtual TimeAxis& timeAxis() = 0;
    /// Null: the page has no frequencies to zoom.
    virtual FrequencyAxis* frequencies() { return nullptr; }
    /// Null: the session's is undone here.
    virtual QUndoStack* history() { return nullptr; }
    /// Whether the page did it; else the window does what it does on the workbench.
    virtual bool edit(EditCommand) { return false; }
    /// Files that were dropped on the window or chosen while the page is in front; false: the workbench opens them.
    virtual bool take(const QStringList&) { return false; }

signals:
    void failed(const QString& sentence);
    void noticed(const QString& sentence);
    /// What is under the cursor; empty: nothing.
    void cursorMoved(const QString& text);
    /// Something came or went that actions depend on.
    void stateChanged();
    /// These files are to be opened in the workbench.
    void openRequested(const QStringList& paths);
};

} // namespace sonoloom
