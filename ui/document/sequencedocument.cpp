// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/sequencedocument.h"

#include <utility>

namespace sonoloom
{

namespace
{

constexpr int mostSteps = 200; ///< each keeps the clips before and after it

} // namespace

/// From one sequence to another.
class SequenceDocument::Step final : public QUndoCommand
{
public:
    Step(SequenceDocument& document, Sequence to, const QString& what)
        : QUndoCommand(what), document_(document), before_(document.sequence_), after_(std::move(to)), gesture_(document.gesture_)
    {
    }

    void undo() override { document_.apply(before_); }
    void redo() override { document_.apply(after_); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Step*>(other); // the id is the same
        if (next->gesture_ != gesture_ || next->text() != text())
            return false;
        after_ = next->after_;
        return true;
    }

private:
    SequenceDocument& document_;
    Sequence before_;
    Sequence after_;
    int gesture_;
};

SequenceDocument::SequenceDocument(QObject* parent) : QObject(parent)
{
    history_.setUndoLimit(mostSteps);
}

void SequenceDocument::change(Sequence to, const QString& what)
{
    if (to != sequence_)
        history_.push(new Step(*this, std::move(to), what));
}

void SequenceDocument::reset(Sequence to)
{
    history_.clear();
    endGesture();
    apply(to);
}

void SequenceDocument::apply(const Sequence& sequence)
{
    sequence_ = sequence;
    emit changed();
}

} // namespace sonoloom
