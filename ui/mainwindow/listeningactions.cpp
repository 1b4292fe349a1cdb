// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/listeningactions.h"

#include "ui/compare/comparepage.h"
#include "ui/keys/keymap.h"
#include "ui/listening/devicemenu.h"
#include "ui/panels/transportbar.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/widgets/editorpage.h"
#include "ui/workbench/workbenchpage.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTabWidget>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr double stepViews = 0.1;   // of what is shown
constexpr double scrubViews = 0.005; // for each repeat of a held key
enum Held { HeldScrub, HeldPeek };

} // namespace

ListeningActions::ListeningActions(Parts parts, QObject* parent) : QObject(parent), parts_(parts)
{
    for (Player* player : players()) {
        connect(player, &Player::noticed, this, &ListeningActions::noticed);
        connect(player, &Player::conversionChanged, this, &ListeningActions::refresh);
        connect(player, &Player::durationChanged, this, &ListeningActions::refresh);
    }
    connect(&parts_.pages, &QTabWidget::currentChanged, this, &ListeningActions::refresh);
    connect(&parts_.workbench.transport(), &TransportBar::matchingToggled, &parts_.comparison.transport(), &TransportBar::setMatching);
    connect(&parts_.comparison.transport(), &TransportBar::matchingToggled, &parts_.workbench.transport(), &TransportBar::setMatching);
}

std::vector<Player*> ListeningActions::players() const
{
    std::vector<Player*> all;
    for (int i = 0; i < parts_.pages.count(); ++i)
        all.push_back(&static_cast<EditorPage*>(parts_.pages.widget(i))->player());
    return all;
}

QAction* ListeningActions::add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work)
{
    QAction* action = menu.addAction(text);
    action->setShortcut(key);
    parts_.keys.add(action, QLatin1String(id), menu.title());
    connect(action, &QAction::triggered, this, std::move(work));
    return action;
}

void ListeningActions::addTo(QMenu& menu)
{
    add(menu, "loop-in", tr("Loop from here"), QKeySequence(Qt::Key_BracketLeft), [this] {
        const double here = transport().player().position();
        axis().select(here, axis().hasSelection() && axis().selectedTo() > here ? axis().selectedTo() : axis().total());
    });
    add(menu, "loop-out", tr("Loop to here"), QKeySequence(Qt::Key_BracketRight), [this] {
        const double here = transport().player().position();
        axis().select(axis().hasSelection() && axis().selectedFrom() < here ? axis().selectedFrom() : 0, here);
    });
    addMoves(menu);
    menu.addSeparator();
    add(menu, "match", tr("Match loudness"), QKeySequence(Qt::Key_N), [this] { transport().setMatching(!transport().isMatching()); })
        ->setToolTip(tr("Turn the louder one of A and B down to the other"));
    auto* devices = new DeviceMenu(players(), &menu);
    menu.addMenu(devices);
    blind_ = add(menu, "abx", tr("&Blind test (ABX) …"), QKeySequence(tr("Ctrl+B")), [this] { testBlind(); });
    blind_->setToolTip(tr("Can you tell A from B without knowing which you hear?"));
    refresh();
}

void ListeningActions::addMoves(QMenu& menu)
{
    add(menu, "step-back", tr("Step back"), QKeySequence(Qt::Key_PageUp), [this] { step(-stepViews); });
    add(menu, "step-forward", tr("Step forward"), QKeySequence(Qt::Key_PageDown), [this] { step(stepViews); });
    add(menu, "scrub-back", tr("Listen backwards (hold)"), QKeySequence(tr("Alt+Left")), [this] { scrub(-scrubViews); });
    add(menu, "scrub-forward", tr("Listen forwards (hold)"), QKeySequence(tr("Alt+Right")), [this] { scrub(scrubViews); });
    add(menu, "peek", tr("Hear the other side (hold)"), QKeySequence(Qt::Key_QuoteLeft), [this] { peek(); });
}

EditorPage& ListeningActions::front() const
{
    return *static_cast<EditorPage*>(parts_.pages.currentWidget()); // the window has no others
}

TransportBar& ListeningActions::transport() const
{
    return front().transport();
}

TimeAxis& ListeningActions::axis() const
{
    return front().timeAxis();
}

void ListeningActions::step(double views)
{
    Player& player = transport().player();
    player.seek(player.position() + views * axis().visible());
    axis().follow(player.position());
}

void ListeningActions::scrub(double views)
{
    TransportBar& bar = transport();
    bar.scrubBy(views * axis().visible());
    axis().follow(bar.player().position());
    held_.hold(HeldScrub, [&bar] { bar.player().endScrub(); });
}

void ListeningActions::peek()
{
    TransportBar& bar = transport();
    bar.peek();
    held_.hold(HeldPeek, [&bar] { bar.endPeek(); });
}

AbxSubject ListeningActions::subject(Side side) const
{
    const auto& sound = front().player().sound(side);
    if (&front() == &parts_.workbench) {
        if (const auto original = parts_.session.sound(); original && side == Side::A)
            return {QString::fromStdString(original->path.filename().string()), original->path, original->audio};
        return {parts_.session.stem() + QStringLiteral("_reconstructed"), {}, sound};
    }
    if (&front() != &parts_.comparison)
        return {side == Side::A ? QStringLiteral("A") : QStringLiteral("B"), {}, sound};
    const CompareInput& input = parts_.comparison.session().input(side);
    const bool isFile = parts_.comparison.session().sounds() && !input.sound && std::filesystem::is_regular_file(input.path);
    return {QString::fromStdString(input.name), isFile ? input.path : std::filesystem::path(), sound};
}

AbxDialog* ListeningActions::testBlind()
{
    auto* dialog = new AbxDialog(transport().player(), {subject(Side::A), subject(Side::B)}, parts_.pages.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AbxDialog::blindChanged, this, &ListeningActions::cover);
    dialog->open();
    return dialog;
}

void ListeningActions::refresh()
{
    if (blind_)
        blind_->setEnabled(transport().player().hasSound(Side::Difference));
}

void ListeningActions::cover(bool blind)
{
    if (!cover_) {
        cover_ = new QLabel(tr("A blind test is running."), parts_.pages.parentWidget());
        cover_->setAlignment(Qt::AlignCenter);
        cover_->setObjectName(QStringLiteral("blindCover"));
        qobject_cast<QBoxLayout*>(parts_.pages.parentWidget()->layout())->addWidget(cover_, 1);
    }
    parts_.pages.setVisible(!blind);
    cover_->setVisible(blind);
}

} // namespace sonoloom
