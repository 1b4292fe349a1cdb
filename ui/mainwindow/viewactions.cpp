// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/viewactions.h"

#include "ui/keys/keymap.h"
#include "ui/workbench/workbenchpage.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>
#include <QToolBar>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

ViewActions::ViewActions(WorkbenchPage& page, Session& session, KeyMap& keys, QObject* parent)
    : QObject(parent), page_(page), session_(session), keys_(keys)
{
    connect(&page_.panes(), &ViewPanes::visiblePanesChanged, this, &ViewActions::showState);
    connect(&page_.frequencyAxis(), &FrequencyAxis::changed, this, &ViewActions::showState);
    connect(&session_, &Session::markersChanged, this, &ViewActions::showState);
    connect(&session_, &Session::opened, this, &ViewActions::showState);
    connect(&session_, &Session::closed, this, &ViewActions::showState);
}

QAction* ViewActions::add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work)
{
    QAction* action = menu.addAction(text);
    action->setShortcut(key);
    keys_.add(action, QLatin1String(id), menu.title());
    connect(action, &QAction::triggered, this, std::move(work));
    return action;
}

QAction* ViewActions::addChoice(QMenu& menu, QActionGroup* group, const char* id, const QString& text, const QKeySequence& key,
                                std::function<void()> work)
{
    QAction* action = add(menu, id, text, key, std::move(work));
    action->setCheckable(true);
    if (group)
        group->addAction(action);
    return action;
}

void ViewActions::addViews(QMenu& menu)
{
    addTools(*menu.addMenu(tr("Dra&gging")));
    addPanes(*menu.addMenu(tr("&Panes")));
    addFrequencies(*menu.addMenu(tr("&Frequency axis")));
    showState();
}

void ViewActions::addTools(QMenu& menu)
{
    auto* group = new QActionGroup(this);
    const auto add = [&](const char* id, const QString& text, Qt::Key key, const QString& help, DragTool tool) {
        tools_.push_back(addChoice(menu, group, id, text, QKeySequence(key), [this, tool] { page_.useTool(tool); }));
        tools_.back()->setToolTip(help);
    };
    add("tool-navigate", tr("Move"), Qt::Key_1, tr("Dragging moves the picture; with Shift it zooms to the area"), DragTool::Navigate);
    add("tool-time", tr("Time"), Qt::Key_2, tr("Dragging selects time"), DragTool::Time);
    add("tool-region", tr("Region"), Qt::Key_3, tr("Dragging selects time and frequency"), DragTool::Region);
    const auto draw = [&](const char* id, const QString& text, Qt::Key key, const QString& help, RegionTool tool) {
        tools_.push_back(addChoice(menu, group, id, text, QKeySequence(key), [this, tool] { page_.useTool(tool); }));
        tools_.back()->setToolTip(help);
    };
    draw("tool-brush", tr("Brush"), Qt::Key_4, tr("Dragging paints louder, softer or smoother in the images"), RegionTool::Brush);
    draw("tool-erase", tr("Eraser"), Qt::Key_5, tr("Dragging erases in the images"), RegionTool::Erase);
    add("tool-measure", tr("Measure"), Qt::Key_6, tr("Dragging tells how far two points are apart"), DragTool::Measure);
    draw("tool-lasso", tr("Lasso"), Qt::Key_7, tr("Dragging selects what it goes around"), RegionTool::Lasso);
    draw("tool-harmonics", tr("Harmonics"), Qt::Key_8, tr("A click on a tone selects it with its harmonics"), RegionTool::Harmonics);
    tools_[1]->setChecked(true);
}

void ViewActions::addPanes(QMenu& menu)
{
    const std::array names{tr("Overview"), tr("Waveform"), tr("Original"), tr("Images"), tr("Result"), tr("Difference")};
    static constexpr std::array ids{"pane-overview", "pane-waveform", "pane-original", "pane-images", "pane-result", "pane-difference"};
    for (const Pane pane : panes) {
        const auto index = static_cast<std::size_t>(pane);
        const QKeySequence key(Qt::ControlModifier | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(index)));
        QAction* action = addChoice(menu, nullptr, ids[index], names[index], key, [this, pane] {
            page_.panes().setPaneVisible(pane, !page_.panes().isPaneVisible(pane));
        });
        action->setToolTip(tr("Show or hide: %1").arg(names[index]));
        panes_.push_back(action);
    }
}

void ViewActions::addFrequencies(QMenu& menu)
{
    auto* group = new QActionGroup(this);
    const auto add = [&](const char* id, const QString& text, FrequencyScale scale) {
        frequencies_.push_back(addChoice(menu, group, id, text, {}, [this, scale] { page_.frequencyAxis().setScale(scale); }));
    };
    add("frequencies-own", tr("As in the images"), FrequencyScale::Own);
    add("frequencies-linear", tr("Linear"), FrequencyScale::Linear);
    add("frequencies-logarithmic", tr("Logarithmic"), FrequencyScale::Logarithmic);
    menu.addSeparator();
    notes_ = addChoice(menu, nullptr, "notes", tr("Note names"), {}, [this] { page_.frequencyAxis().setNotes(!page_.frequencyAxis().showsNotes()); });
}

void ViewActions::addMarkers(QMenu& menu)
{
    addMarker_ = add(menu, "marker", tr("Add &marker"), QKeySequence(Qt::Key_M), [this] { addMarker(); });
    keys_.addDefault(QStringLiteral("marker"), QKeySequence(Qt::Key_Semicolon));
    needMarker_ = {
        add(menu, "marker-rename", tr("Rename the marker before the playhead …"), QKeySequence(tr("Shift+M")), [this] { renameMarker(); }),
        add(menu, "marker-remove", tr("Remove the marker before the playhead"), QKeySequence(tr("Ctrl+Shift+M")), [this] { removeMarker(); }),
        add(menu, "marker-next", tr("To the next marker"), QKeySequence(tr("Ctrl+Right")), [this] { goToMarker(true); }),
        add(menu, "marker-previous", tr("To the marker before"), QKeySequence(tr("Ctrl+Left")), [this] { goToMarker(false); }),
    };
    showState();
}

void ViewActions::showState()
{
    for (std::size_t i = 0; i < panes_.size(); ++i)
        panes_[i]->setChecked(page_.panes().isPaneVisible(panes[i]));
    for (std::size_t i = 0; i < frequencies_.size(); ++i)
        frequencies_[i]->setChecked(static_cast<std::size_t>(page_.frequencyAxis().scale()) == i);
    if (notes_)
        notes_->setChecked(page_.frequencyAxis().showsNotes());
    if (addMarker_)
        addMarker_->setEnabled(!session_.isEmpty());
    for (QAction* action : needMarker_)
        action->setEnabled(!session_.markers().empty());
}

QToolBar* ViewActions::makeToolBar(QWidget* parent) const
{
    auto* bar = new QToolBar(tr("Views"), parent);
    bar->setObjectName(QStringLiteral("views"));
    bar->setMovable(false);
    auto* room = new QWidget(bar); // the rest stands at the right end
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(room);
    bar->addActions({tools_.begin(), tools_.end()});
    bar->addSeparator();
    for (const Pane pane : {Pane::Overview, Pane::Waveform, Pane::Images, Pane::Difference})
        bar->addAction(panes_[static_cast<std::size_t>(pane)]);
    return bar;
}

void ViewActions::popUp(const QPoint& globalPoint, bool onScale, const std::vector<QAction*>& more)
{
    QMenu menu;
    for (QAction* action : frequencies_)
        menu.addAction(action);
    menu.addAction(notes_);
    if (!onScale) {
        menu.addSeparator();
        menu.addAction(addMarker_);
        menu.addSeparator();
        menu.addActions({more.begin(), more.end()});
    }
    menu.exec(globalPoint);
}

namespace
{

/// The marker at or before this time, or the first one.
std::size_t markerBefore(const std::vector<Marker>& markers, double seconds)
{
    const auto next = std::ranges::upper_bound(markers, seconds, {}, &Marker::seconds);
    return next == markers.begin() ? 0 : static_cast<std::size_t>(next - markers.begin()) - 1;
}

} // namespace

void ViewActions::addMarker()
{
    session_.addMarker(page_.player().position(), tr("Marker %1").arg(session_.markers().size() + 1));
}

void ViewActions::renameMarker()
{
    const std::size_t index = markerBefore(session_.markers(), page_.player().position());
    const QString before = QString::fromStdString(session_.markers()[index].name);
    bool taken = false;
    const QString name = QInputDialog::getText(page_.window(), tr("Marker"), tr("Name of the marker"), QLineEdit::Normal, before, &taken);
    if (taken && name != before && index < session_.markers().size())
        session_.renameMarker(index, name);
}

void ViewActions::removeMarker()
{
    session_.removeMarker(markerBefore(session_.markers(), page_.player().position()));
}

void ViewActions::goToMarker(bool next)
{
    constexpr double here = 0.02; // seconds that count as being there
    const auto& markers = session_.markers();
    const double now = page_.player().position();
    if (next) {
        const auto found = std::ranges::upper_bound(markers, now + here, {}, &Marker::seconds);
        if (found != markers.end())
            page_.player().seek(found->seconds);
    } else {
        const auto found = std::ranges::lower_bound(markers, now - here, {}, &Marker::seconds);
        if (found != markers.begin())
            page_.player().seek(std::prev(found)->seconds);
    }
    page_.timeAxis().follow(page_.player().position());
}

} // namespace sonoloom
