// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/settingschange.h"

namespace sonoloom
{

SettingsChange::SettingsChange(SessionSettings before, SessionSettings after, const QString& text, int gesture, Apply apply)
    : QUndoCommand(text), before_(std::move(before)), after_(std::move(after)), gesture_(gesture), apply_(std::move(apply))
{
}

bool SettingsChange::mergeWith(const QUndoCommand* other)
{
    const auto* next = static_cast<const SettingsChange*>(other); // the id is the same
    if (next->gesture_ != gesture_ || next->text() != text())
        return false;
    after_ = next->after_;
    return true;
}

} // namespace sonoloom
