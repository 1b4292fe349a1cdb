// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/sequenceactions.h"

#include "ui/editors/sequence/sequencepage.h"
#include "ui/keys/keymap.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

namespace sonoloom
{

SequenceActions::SequenceActions(SequencePage& page, KeyMap& keys, QObject* parent)
    : QObject(parent), page_(page), keys_(keys)
{
    page_.installEventFilter(this);
    connect(&page_, &EditorPage::stateChanged, this, &SequenceActions::refresh);
}

QAction* SequenceActions::add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work)
{
    QAction* action = menu.addAction(text);
    action->setShortcut(key);
    keys_.add(action, QLatin1String(id), menu.title());
    connect(action, &QAction::triggered, this, std::move(work));
    return action;
}

void SequenceActions::addEdits(QMenu& menu)
{
    QMenu* own = menu.addMenu(tr("Seq&uence"));
    onPage_ = {
        add(*own, "sequence-add", tr("&Add files …"), QKeySequence(tr("Ctrl+I")), [this] { page_.chooseFiles(); }),
        add(*own, "sequence-workbench", tr("Add from the &workbench"), QKeySequence(tr("Ctrl+Shift+I")), [this] { page_.addFromWorkbench(); }),
        add(*own, "sequence-split", tr("&Split at the playhead"), QKeySequence(Qt::Key_S), [this] { page_.splitHere(); }),
        add(*own, "sequence-repeat", tr("&Repeat clips …"), QKeySequence(tr("Ctrl+Shift+D")), [this] { page_.askAndRepeat(); }),
        add(*own, "sequence-snap", tr("S&nap edges"), QKeySequence(tr("Shift+N")), [this] { page_.toggleSnapping(); }),
        add(*own, "sequence-lanes", tr("Two &lanes"), QKeySequence(tr("Shift+L")), [this] { page_.toggleLanes(); }),
    };
    refresh();
}

void SequenceActions::addExports(QMenu& menu)
{
    QMenu* own = menu.addMenu(tr("Export se&quence"));
    needClips_ = {
        add(*own, "sequence-sound", tr("As one seamless &sound …"), QKeySequence(tr("Ctrl+Alt+E")), [this] { page_.chooseSound(); }),
        add(*own, "sequence-image", tr("As one wide &image …"), {}, [this] { page_.chooseImage(); }),
        add(*own, "sequence-tiles", tr("As images of equal &length …"), {}, [this] { page_.chooseTiles(); }),
    };
    refresh();
}

bool SequenceActions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        refresh();
    return QObject::eventFilter(watched, event);
}

void SequenceActions::refresh()
{
    for (QAction* action : onPage_)
        action->setEnabled(page_.isVisible());
    for (QAction* action : needClips_)
        action->setEnabled(!page_.editor().sequence().empty());
}

} // namespace sonoloom
