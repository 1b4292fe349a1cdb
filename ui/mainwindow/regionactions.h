// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QKeySequence;
class QMenu;

namespace sonoloom
{

class KeyMap;
class RegionEditor;
class WorkbenchPage;

/// The actions of the workbench's regions, in a menu and in the page's bar.
class RegionActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    RegionActions(WorkbenchPage& page, KeyMap& keys, QObject* parent);

    /// As a menu of its own below `menu`.
    void addTo(QMenu& menu);
    /// What the views' own menu offers; nothing without a selection.
    std::vector<QAction*> viewActions() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, const QString& help, std::function<void()> work);
    void addEdits(QMenu& menu);
    void addMoves(QMenu& menu);
    void addHearing(QMenu& menu);
    void addBrush(QMenu& menu);
    void refresh();

    WorkbenchPage& page_;
    RegionEditor& editor_;
    KeyMap& keys_;
    std::vector<QAction*> needSelection_;
    QAction* paste_ = nullptr;
    QAction* hearSelection_ = nullptr;
    QAction* hearOthers_ = nullptr;
    QAction* removeEdits_ = nullptr;
    std::vector<QAction*> brush_;
};

} // namespace sonoloom
