// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/regionactions.h"

#include "ui/keys/keymap.h"
#include "ui/workbench/regioneditor.h"
#include "ui/workbench/workbenchpage.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double brushStep = 1.25;

} // namespace

RegionActions::RegionActions(WorkbenchPage& page, KeyMap& keys, QObject* parent)
    : QObject(parent), page_(page), editor_(page.regions()), keys_(keys)
{
    connect(&editor_, &RegionEditor::stateChanged, this, &RegionActions::refresh);
    connect(&editor_.pen(), &RegionPen::toolChanged, this, &RegionActions::refresh);
    connect(&page_.preview(), &PreviewController::tilesChanged, this, &RegionActions::refresh);
    page_.installEventFilter(this);
}

QAction* RegionActions::add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, const QString& help, std::function<void()> work)
{
    QAction* action = menu.addAction(text);
    action->setShortcut(key);
    action->setToolTip(help);
    keys_.add(action, QLatin1String(id), menu.title());
    connect(action, &QAction::triggered, this, std::move(work));
    return action;
}

void RegionActions::addTo(QMenu& menu)
{
    QMenu* regions = menu.addMenu(tr("Re&gion"));
    regions->setToolTipsVisible(true);
    addEdits(*regions);
    regions->addSeparator();
    addMoves(*regions);
    regions->addSeparator();
    addHearing(*regions);
    regions->addSeparator();
    addBrush(*regions);
    const auto action = [this](const char* id) { return keys_.find(QLatin1String(id))->action.data(); };
    editor_.bar().setActions({action("region-gain"), action("region-erase"), action("region-heal"), action("region-smooth"), action("region-copy"),
                              action("region-paste"), action("region-shift"), action("region-backwards"), action("region-upside-down"),
                              action("region-hear"), action("region-hear-others"), action("region-remove-edits")});
    refresh();
}

void RegionActions::addEdits(QMenu& menu)
{
    const auto edit = [&](const char* id, const QString& text, const QKeySequence& key, const QString& help, RegionOp op) {
        needSelection_.push_back(add(menu, id, text, key, help, [this, op] { editor_.edit(op); }));
    };
    edit("region-gain", tr("Gain"), QKeySequence(Qt::Key_G), tr("Makes the selection louder or softer by the bar's dB"), RegionOp::Gain);
    edit("region-erase", tr("Erase"), {}, tr("Silences the selection, as Delete does"), RegionOp::Erase);
    edit("region-heal", tr("Heal"), QKeySequence(Qt::Key_H), tr("Brings the selection to the level around it"), RegionOp::Heal);
    edit("region-smooth", tr("Smooth"), QKeySequence(Qt::Key_B), tr("Blurs the selection in time and frequency"), RegionOp::Smooth);
    needSelection_.push_back(add(menu, "region-copy", tr("Copy"), {}, tr("Takes the selection to be pasted elsewhere"), [this] { editor_.copy(); }));
    paste_ = add(menu, "region-paste", tr("Paste"), {}, tr("Puts the copy at the beginning of the selection, or at the playhead"), [this] { editor_.paste(); });
}

void RegionActions::addMoves(QMenu& menu)
{
    const auto move = [&](const char* id, const QString& text, const QKeySequence& key, const QString& help, std::function<void()> work) {
        needSelection_.push_back(add(menu, id, text, key, help, std::move(work)));
    };
    const auto column = [this] { return page_.preview().tiles() ? page_.preview().tiles()->columnSeconds : 0.01; };
    move("region-shift", tr("Shift"), {}, tr("Shifts the selection by the bar's seconds and semitones"), [this] { editor_.edit(RegionOp::Shift); });
    move("region-earlier", tr("Shift a column earlier"), QKeySequence(tr("Alt+Shift+Left")), {}, [this, column] { editor_.shiftBy(-column(), 0); });
    move("region-later", tr("Shift a column later"), QKeySequence(tr("Alt+Shift+Right")), {}, [this, column] { editor_.shiftBy(column(), 0); });
    move("region-higher", tr("Shift a semitone up"), QKeySequence(tr("Alt+Shift+Up")), {}, [this] { editor_.shiftBy(0, 1); });
    move("region-lower", tr("Shift a semitone down"), QKeySequence(tr("Alt+Shift+Down")), {}, [this] { editor_.shiftBy(0, -1); });
    move("region-backwards", tr("Backwards"), QKeySequence(Qt::Key_R), tr("Mirrors the selection in time"), [this] { editor_.mirror(MirrorAxis::Time); });
    move("region-upside-down", tr("Upside down"), QKeySequence(tr("Shift+R")), tr("Mirrors the selection in frequency"),
         [this] { editor_.mirror(MirrorAxis::Frequency); });
}

void RegionActions::addHearing(QMenu& menu)
{
    const auto hear = [&](const char* id, const QString& text, const QKeySequence& key, const QString& help, HeardRegion what) {
        QAction* action = add(menu, id, text, key, help, [this, what] { editor_.hear(editor_.heard() == what ? HeardRegion::All : what); });
        action->setCheckable(true);
        needSelection_.push_back(action);
        return action;
    };
    hearSelection_ = hear("region-hear", tr("Hear only"), QKeySequence(Qt::Key_O), tr("Hears only the selection, until it is switched off"), HeardRegion::Selection);
    hearOthers_ = hear("region-hear-others", tr("Hear all but"), QKeySequence(tr("Shift+O")), tr("Hears all but the selection, until it is switched off"), HeardRegion::Others);
}

void RegionActions::addBrush(QMenu& menu)
{
    const auto size = [this](double factor) {
        const int radius = editor_.pen().radius();
        const int wanted = static_cast<int>(std::lround(radius * factor));
        editor_.pen().setRadius(wanted != radius ? wanted : radius + (factor > 1 ? 1 : -1));
    };
    brush_ = {add(menu, "brush-smaller", tr("Smaller brush"), QKeySequence(Qt::Key_Comma), {}, [size] { size(1 / brushStep); }),
              add(menu, "brush-larger", tr("Larger brush"), QKeySequence(Qt::Key_Period), {}, [size] { size(brushStep); })};
    menu.addSeparator();
    removeEdits_ = add(menu, "region-remove-edits", tr("Leave out all edits"), {}, tr("Brings the images back to what they were"),
                       [this] { page_.regions().removeEdits(); });
}

std::vector<QAction*> RegionActions::viewActions() const
{
    std::vector<QAction*> actions;
    for (const char* id : {"region-gain", "region-erase", "region-heal", "region-smooth", "region-hear", "region-hear-others"})
        if (QAction* action = keys_.find(QLatin1String(id))->action; action && action->isEnabled())
            actions.push_back(action);
    return actions;
}

bool RegionActions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        refresh();
    return QObject::eventFilter(watched, event);
}

void RegionActions::refresh()
{
    if (!removeEdits_)
        return;
    const bool isThere = page_.isVisible() && editor_.canEdit();
    for (QAction* action : needSelection_)
        action->setEnabled(isThere && editor_.selected());
    paste_->setEnabled(isThere && editor_.hasCopy());
    hearSelection_->setChecked(editor_.heard() == HeardRegion::Selection);
    hearOthers_->setChecked(editor_.heard() == HeardRegion::Others);
    removeEdits_->setEnabled(isThere && editor_.hasEdits());
    for (QAction* action : brush_)
        action->setEnabled(page_.isVisible() && editor_.pen().isBrush());
}

} // namespace sonoloom
