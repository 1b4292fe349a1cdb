// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUndoCommand>

#include <functional>
#include <utility>

namespace sonoloom
{

/// One step of undo from a value to another. Steps of one gesture (a drag) that are called alike are one.
template <class Value>
class ValueChange final : public QUndoCommand
{
public:
    using Apply = std::function<void(const Value&)>;

    ValueChange(std::pair<Value, Value> beforeAndAfter, const QString& text, int gesture, Apply apply)
        : QUndoCommand(text), values_(std::move(beforeAndAfter)), gesture_(gesture), apply_(std::move(apply))
    {
    }

    void undo() override { apply_(values_.first); }
    void redo() override { apply_(values_.second); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const ValueChange*>(other); // the id is the same
        if (next->gesture_ != gesture_ || next->text() != text())
            return false;
        values_.second = next->values_.second;
        return true;
    }

private:
    std::pair<Value, Value> values_;
    int gesture_;
    Apply apply_;
};

} // namespace sonoloom
