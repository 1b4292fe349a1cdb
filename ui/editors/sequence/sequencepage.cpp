// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/sequencepage.h"

#include "ui/editors/sequence/clipinspector.h"
#include "ui/editors/sequence/sequencetools.h"
#include "ui/editors/sequence/timeline/sequencetimeline.h"
#include "ui/editors/sequence/timeline/timelineruler.h"
#include "ui/editors/sequence/transitionbands.h"
#include "ui/editors/sequence/transitioninspector.h"
#include "ui/panels/transportbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/sidescroll.h"

#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int sideWidth = 330;
constexpr int viewsWidth = 950;
constexpr double tailShare = 0.04; ///< of the sequence is free behind it, to drop something there
constexpr double tailSeconds = 0.5;
constexpr double scrollUnits = 1000; // a second

QGroupBox* grouped(const QString& title, QWidget* content)
{
    auto* group = new QGroupBox(title);
    auto* layout = new QVBoxLayout(group);
    layout->addWidget(content);
    layout->addStretch(1);
    return group;
}

} // namespace

SequencePage::SequencePage(const Parts& parts, QWidget* parent)
    : EditorPage(parent), parts_(parts), editor_(parts.document),
      playback_(editor_, player_, [this] { return ClipWish{soundParamsOf(*parts_.session.codec()), parts_.session.givenFields(), 0}; })
{
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(buildViews());
    split->addWidget(new SideScroll(buildSide(), this));
    split->setStretchFactor(0, 1);
    split->setSizes({viewsWidth, sideWidth});
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(split);
    connectEditor();
    connectTools();
    connectViews();
    connectPlayback();
    showSequence();
    showScroll();
}

SequencePage::~SequencePage()
{
    disconnect(&player_, nullptr, this, nullptr);
    disconnect(&editor_, nullptr, this, nullptr);
    disconnect(&playback_, nullptr, this, nullptr);
}

QWidget* SequencePage::buildViews()
{
    tools_ = new SequenceTools(editor_, this);
    ruler_ = new TimelineRuler(editor_, axis_, this);
    timeline_ = new SequenceTimeline(editor_, axis_, this);
    bands_ = new TransitionBands(editor_, this);
    scroll_ = new QScrollBar(Qt::Horizontal, this);
    scroll_->setAccessibleName(tr("Part of the timeline that is shown"));
    transport_ = new TransportBar(player_, this);
    transport_->setSingle();
    opening_ = new JobBar(this);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(transport_, 1);
    bottom->addWidget(opening_);
    auto* views = new QWidget(this);
    auto* column = new QVBoxLayout(views);
    column->setContentsMargins(spacing::normal, spacing::normal, 0, spacing::normal);
    column->setSpacing(spacing::tight);
    column->addWidget(tools_);
    column->addWidget(ruler_);
    column->addWidget(timeline_, 1);
    column->addWidget(scroll_);
    column->addWidget(bands_);
    column->addLayout(bottom);
    return views;
}

QWidget* SequencePage::buildSide()
{
    facts_ = new QLabel(this);
    facts_->setWordWrap(true);
    facts_->setTextFormat(Qt::PlainText);
    clip_ = new ClipInspector(editor_, this);
    transition_ = new TransitionInspector(editor_, this);
    side_ = new QStackedWidget(this);
    side_->addWidget(grouped(tr("Sequence"), facts_));
    side_->addWidget(grouped(tr("Clip"), clip_));
    side_->addWidget(grouped(tr("Transition"), transition_));
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(spacing::tight, spacing::normal, spacing::normal, spacing::normal);
    column->addWidget(side_);
    return content;
}

void SequencePage::connectEditor()
{
    connect(&editor_, &SequenceEditor::changed, this, &SequencePage::showSequence);
    connect(&editor_, &SequenceEditor::noticed, this, &SequencePage::noticed);
    connect(&editor_, &SequenceEditor::failed, this, &SequencePage::failed);
    connect(&editor_.selection(), &ClipSelection::changed, this, &SequencePage::showSelection);
    connect(&editor_.looks(), &ClipLooks::beatsChanged, this, &SequencePage::showSelection);
    connect(clip_, &ClipInspector::locateRequested, this, &SequencePage::locate);
    connect(&parts_.session, &Session::markersChanged, this, &SequencePage::showMarkers);
    connect(&parts_.session, &Session::opened, this, &SequencePage::showMarkers);
}

void SequencePage::connectTools()
{
    connect(tools_, &SequenceTools::filesWanted, this, &SequencePage::chooseFiles);
    connect(tools_, &SequenceTools::workbenchWanted, this, &SequencePage::addFromWorkbench);
    connect(tools_, &SequenceTools::splitWanted, this, &SequencePage::splitHere);
    connect(tools_, &SequenceTools::repeatWanted, this, &SequencePage::askAndRepeat);
    connect(tools_, &SequenceTools::lanesToggled, timeline_, &SequenceTimeline::setTwoLanes);
    connect(tools_, &SequenceTools::soundWanted, this, &SequencePage::chooseSound);
    connect(tools_, &SequenceTools::imageWanted, this, &SequencePage::chooseImage);
    connect(tools_, &SequenceTools::tilesWanted, this, &SequencePage::chooseTiles);
}

void SequencePage::connectViews()
{
    connect(ruler_, &TimelineRuler::seekRequested, &player_, &Player::seek);
    connect(timeline_, &SequenceTimeline::cursorMoved, this, &SequencePage::cursorMoved);
    connect(timeline_, &SequenceTimeline::menuRequested, this, &SequencePage::popUp);
    connect(timeline_, &SequenceTimeline::dragEnded, this, [this] {
        showLength(false);
        bands_->refresh();
    });
    connect(bands_, &TransitionBands::hovered, this, &SequencePage::cursorMoved);
    connect(timeline_, &SequenceTimeline::filesDropped, this, [this](const QStringList& paths, std::size_t at) { editor_.addFiles(paths, at); });
    connect(scroll_, &QScrollBar::valueChanged, this, [this](int value) { axis_.pan(value / scrollUnits - axis_.from()); });
    connect(&axis_, &TimeAxis::changed, this, &SequencePage::showScroll);
    connect(&axis_, &TimeAxis::selectionChanged, this, &SequencePage::applyLoop);
    connect(transport_, &TransportBar::loopToggled, this, &SequencePage::applyLoop);
    connect(&player_, &Player::durationChanged, this, &SequencePage::applyLoop);
    connect(&player_, &Player::failed, this, &SequencePage::failed);
    connect(&player_, &Player::positionChanged, this, [this](double seconds) {
        ruler_->setPlayhead(seconds);
        timeline_->setPlayhead(seconds);
        if (player_.isPlaying())
            axis_.follow(seconds);
    });
}

void SequencePage::connectPlayback()
{
    connect(&playback_, &SequencePlayback::sounded, transport_, &TransportBar::refresh);
    connect(&playback_, &SequencePlayback::failed, this, &SequencePage::failed);
    connect(&playback_, &SequencePlayback::noticed, this, &SequencePage::noticed);
    connect(&playback_, &SequencePlayback::progressed, opening_, &JobBar::setProgress);
    connect(&playback_, &SequencePlayback::openingChanged, this, [this](bool opening) { opening ? opening_->begin(tr("Opening the clips")) : opening_->end(); });
    connect(&parts_.session, &Session::codecChanged, &playback_, &SequencePlayback::update);
}

void SequencePage::showEvent(QShowEvent* event)
{
    EditorPage::showEvent(event);
    playback_.setActive(true);
}

void SequencePage::hideEvent(QHideEvent* event)
{
    EditorPage::hideEvent(event);
    playback_.setActive(false);
}

void SequencePage::setWheelZooms(bool zooms)
{
    timeline_->setWheelZooms(zooms);
}

bool SequencePage::edit(EditCommand command)
{
    switch (command) {
    case EditCommand::Cut: editor_.cut(); break;
    case EditCommand::Copy: editor_.copy(); break;
    case EditCommand::Paste: editor_.paste(pastePlace()); break;
    case EditCommand::Delete: editor_.remove(); break;
    case EditCommand::Duplicate: editor_.duplicate(); break;
    case EditCommand::SelectAll: editor_.selectAll(); break;
    case EditCommand::SelectNothing:
        if (timeline_->isDragging())
            timeline_->cancelDrag();
        else if (editor_.selection().isEmpty())
            axis_.select(0, 0);
        else
            editor_.selection().clear();
    }
    return true;
}

bool SequencePage::take(const QStringList& paths)
{
    const QString project = QLatin1String(projectSuffix);
    if (std::ranges::any_of(paths, [&](const QString& path) { return path.endsWith(project); }))
        return false;
    editor_.addFiles(paths, editor_.sequence().size());
    return true;
}

std::size_t SequencePage::pastePlace() const
{
    const auto& clips = editor_.selection().clips();
    if (!clips.empty())
        return clips.back() + 1;
    const TimelineLayout layout = timeline_->layoutNow();
    return layout.gapAt(layout.pixelOf(player_.position()));
}

/// The markers of the workbench's sound, in the clips that are taken from it.
void SequencePage::showMarkers()
{
    std::vector<double> seconds;
    const auto sound = parts_.session.sound();
    for (std::size_t c = 0; sound && !parts_.session.markers().empty() && c < editor_.sequence().size(); ++c) {
        const SequenceClip& clip = editor_.sequence()[c];
        const ClipStretch stretch = stretchOf(clip, editor_.looks().seconds());
        for (const Marker& marker : parts_.session.markers())
            if (clip.source == sound->path && marker.seconds >= stretch.from && marker.seconds <= stretch.to)
                seconds.push_back(editor_.places()[c].from + marker.seconds - stretch.from);
    }
    timeline_->setMarkers(std::move(seconds));
}

/// How long the timeline is, and what can be said of the sequence.
void SequencePage::showSequence()
{
    showLength(!timeline_->isDragging());
    const auto count = static_cast<int>(editor_.sequence().size());
    facts_->setText(count == 0 ? tr("A sequence is a row of clips: sounds and images of sound, one after the other, each blending into the next as you like. "
                                    "It becomes one sound without seams.")
                               : tr("%n clip(s), %1 long together.", nullptr, count).arg(timeText(editor_.seconds())) + QStringLiteral("\n\n") +
                                     tr("Click a clip to see its numbers, or the diamond between two clips for their transition."));
    showMarkers();
    showSelection();
    emit stateChanged();
}

/// While something is dragged the view stays, and the timeline does not get shorter under the mouse.
void SequencePage::showLength(bool fits)
{
    const double seconds = editor_.seconds();
    const double whole = seconds > 0 ? seconds * (1 + tailShare) + tailSeconds : 0;
    axis_.setLength(timeline_->isDragging() ? std::max(whole, axis_.total()) : whole, fits);
}

void SequencePage::showSelection()
{
    enum Page { Facts, Clip, Transition };
    const ClipSelection& selection = editor_.selection();
    side_->setCurrentIndex(selection.transition() ? Transition : selection.clips().empty() ? Facts : Clip);
    clip_->refresh();
    transition_->refresh();
    if (!timeline_->isDragging()) // what appears would move the timeline under the mouse
        bands_->refresh();
}

void SequencePage::showScroll()
{
    const QSignalBlocker quiet(scroll_);
    scroll_->setRange(0, static_cast<int>(std::max(0.0, (axis_.total() - axis_.visible()) * scrollUnits)));
    scroll_->setPageStep(static_cast<int>(axis_.visible() * scrollUnits));
    scroll_->setSingleStep(static_cast<int>(axis_.visible() * scrollUnits / 10));
    scroll_->setValue(static_cast<int>(axis_.from() * scrollUnits));
}

void SequencePage::applyLoop()
{
    if (!transport_->isLooping())
        player_.setLoop(0, 0);
    else if (axis_.hasSelection())
        player_.setLoop(axis_.selectedFrom(), std::min(axis_.selectedTo(), editor_.seconds()));
    else
        player_.setLoop(0, editor_.seconds());
}

void SequencePage::splitHere()
{
    editor_.split(player_.position());
}

void SequencePage::toggleSnapping()
{
    SnapChoice choice = editor_.snapping();
    choice.on = !choice.on;
    editor_.setSnapping(choice);
}

void SequencePage::toggleLanes()
{
    tools_->setTwoLanes(!tools_->hasTwoLanes());
}

} // namespace sonoloom
