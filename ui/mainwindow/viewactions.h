// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QActionGroup;
class QKeySequence;
class QMenu;
class QToolBar;

namespace sonoloom
{

class KeyMap;
class Session;
class WorkbenchPage;

/// The actions of the workbench's views: what dragging does, which panes are in sight, how frequencies are spread, markers.
class ViewActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    ViewActions(WorkbenchPage& page, Session& session, KeyMap& keys, QObject* parent);

    /// The parts of the menus.
    void addViews(QMenu& menu);
    void addMarkers(QMenu& menu);
    /// The tools and the panes as buttons.
    QToolBar* makeToolBar(QWidget* parent) const;
    /// What a right click offers. @param more goes below
    void popUp(const QPoint& globalPoint, bool onScale, const std::vector<QAction*>& more);

private:
    QAction* add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work);
    QAction* addChoice(QMenu& menu, QActionGroup* group, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work);
    void addTools(QMenu& menu);
    void addPanes(QMenu& menu);
    void addFrequencies(QMenu& menu);
    void showState();
    void addMarker();
    void renameMarker();
    void removeMarker();
    void goToMarker(bool next);

    WorkbenchPage& page_;
    Session& session_;
    KeyMap& keys_;
    std::vector<QAction*> tools_;
    std::vector<QAction*> panes_;
    std::vector<QAction*> frequencies_;
    QAction* notes_ = nullptr;
    QAction* addMarker_ = nullptr;
    std::vector<QAction*> needMarker_;
};

} // namespace sonoloom
