// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QKeySequence;
class QMenu;

namespace sonoloom
{

class KeyMap;
class SequencePage;

/// What a sequence's page does beside the Edit menu's own, as actions with keys. They work while the page is seen.
class SequenceActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    SequenceActions(SequencePage& page, KeyMap& keys, QObject* parent);

    /// The parts of the menus.
    void addEdits(QMenu& menu);
    void addExports(QMenu& menu);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work);
    void refresh();

    SequencePage& page_;
    KeyMap& keys_;
    QList<QAction*> onPage_;   ///< that work while the page is seen
    QList<QAction*> needClips_; ///< that work anywhere, if there are clips
};

} // namespace sonoloom
