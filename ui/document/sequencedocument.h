// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sequence.h"

#include <QObject>
#include <QUndoStack>

namespace sonoloom
{

/// The clips that the window lays out, with their own steps of undo. Projects keep them beside what the workbench shows.
class SequenceDocument : public QObject
{
    Q_OBJECT

public:
    explicit SequenceDocument(QObject* parent = nullptr);

    const Sequence& sequence() const { return sequence_; }
    /// One step of undo named `what`, merged with the last one of the same name and gesture; nothing if it is what there is.
    void change(Sequence to, const QString& what);
    /// The next change is a step of its own: the mouse was let go.
    void endGesture() { ++gesture_; }
    /// Another sequence, as a project has it: nothing is undone beyond it.
    void reset(Sequence to);

    QUndoStack& history() { return history_; }
    const QUndoStack& history() const { return history_; }

signals:
    void changed();

private:
    class Step;
    void apply(const Sequence& sequence);

    Sequence sequence_;
    QUndoStack history_;
    int gesture_ = 0;
};

} // namespace sonoloom
