// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/listening/abxdialog.h"
#include "ui/listening/heldkey.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QAction;
class QKeySequence;
class QLabel;
class QMenu;
class QTabWidget;

namespace sonoloom
{

class ComparePage;
class EditorPage;
class KeyMap;
class Player;
class Session;
class TimeAxis;
class TransportBar;
class WorkbenchPage;

/// What the window listens with, on the page in front: moving the playhead, the loop's ends, matched loudness, the device,
/// blind tests.
class ListeningActions : public QObject
{
    Q_OBJECT

public:
    /// What the actions work on; all must outlive them.
    struct Parts {
        QTabWidget& pages; ///< of EditorPages
        WorkbenchPage& workbench;
        ComparePage& comparison;
        Session& session;
        KeyMap& keys;
    };
    ListeningActions(Parts parts, QObject* parent);

    /// The part of the menu.
    void addTo(QMenu& menu);
    /// Opens the dialog for the sounds of the page in front.
    AbxDialog* testBlind();

signals:
    void noticed(const QString& sentence);

private:
    QAction* add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work);
    void addMoves(QMenu& menu);
    EditorPage& front() const;
    std::vector<Player*> players() const;
    TransportBar& transport() const;
    TimeAxis& axis() const;
    void step(double views);
    void scrub(double views);
    void peek();
    AbxSubject subject(Side side) const;
    void refresh();
    /// Nothing of the pages can be seen while a blind test runs.
    void cover(bool blind);

    Parts parts_;
    HeldKey held_;
    QAction* blind_ = nullptr;
    QPointer<QLabel> cover_;
};

} // namespace sonoloom
