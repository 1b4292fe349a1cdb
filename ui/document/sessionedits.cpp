// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of a session's images.
#include "core/pipeline/region/tilegrid.h"
#include "ui/document/session.h"

namespace sonoloom
{

RegionEdits Session::appliedEdits() const
{
    return takesEdits(*settings_.codec) ? settings_.edits : RegionEdits();
}

void Session::addEdit(RegionEdit edit, const QString& what)
{
    endGesture();
    setEdit(settings_.edits, std::move(edit), what);
    endGesture();
}

void Session::setEdit(const RegionEdits& before, RegionEdit edit, const QString& what)
{
    SessionSettings to = settings_;
    to.edits = before;
    to.edits.push_back(std::make_shared<const RegionEdit>(std::move(edit)));
    change(std::move(to), what);
}

void Session::removeEdit(std::size_t index)
{
    SessionSettings to = settings_;
    to.edits.erase(to.edits.begin() + static_cast<std::ptrdiff_t>(index));
    endGesture();
    change(std::move(to), tr("edit left out"));
    endGesture();
}

void Session::removeEdits()
{
    if (settings_.edits.empty())
        return;
    SessionSettings to = settings_;
    to.edits.clear();
    endGesture();
    change(std::move(to), tr("all edits left out"));
    endGesture();
}

} // namespace sonoloom
