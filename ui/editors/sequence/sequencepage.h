// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/sequencedocument.h"
#include "ui/document/session.h"
#include "ui/editors/sequence/clips/sequenceeditor.h"
#include "ui/editors/sequence/sequenceplayback.h"
#include "ui/player/player.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/widgets/editorpage.h"

class QLabel;
class QScrollBar;
class QStackedWidget;

namespace sonoloom
{

class ClipInspector;
class Exporter;
class JobBar;
class SequenceTimeline;
class SequenceTools;
class TimelineRuler;
class TransitionBands;
class TransitionInspector;

/// The page on which clips become one piece: a timeline of them, what is selected in numbers, and playing it.
class SequencePage : public EditorPage
{
    Q_OBJECT

public:
    /// What the page shows, and what its outputs are made with; all must outlive it.
    struct Parts {
        SequenceDocument& document;
        Session& session;
        Exporter& exporter;
    };
    explicit SequencePage(const Parts& parts, QWidget* parent = nullptr);
    ~SequencePage() override;

    Player& player() override { return player_; }
    TransportBar& transport() override { return *transport_; }
    TimeAxis& timeAxis() override { return axis_; }
    QUndoStack* history() override { return &parts_.document.history(); }
    bool edit(EditCommand command) override;
    bool take(const QStringList& paths) override;

    SequenceEditor& editor() { return editor_; }
    SequenceTimeline& timeline() { return *timeline_; }
    SequencePlayback& playback() { return playback_; }
    void setWheelZooms(bool zooms);
    /// On which a part of the workbench's sound may be selected; must outlive the page.
    void setWorkbenchAxis(const TimeAxis& axis) { workbenchAxis_ = &axis; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

public slots:
    void chooseFiles();
    /// The sound or the images that are open there; of a sound the selected part.
    void addFromWorkbench();
    void splitHere();
    void askAndRepeat();
    void toggleSnapping();
    void toggleLanes();
    void chooseSound();
    void chooseImage();
    void chooseTiles();

private:
    QWidget* buildViews();
    QWidget* buildSide();
    void connectEditor();
    void connectTools();
    void connectViews();
    void connectPlayback();
    void showSequence();
    void showSelection();
    void showMarkers();
    void showScroll();
    void showLength(bool fits);
    void applyLoop();
    void locate(const QString& source);
    void popUp(const QPoint& globalPoint);
    /// Behind the selected clips, else the gap nearest to the playhead.
    std::size_t pastePlace() const;
    QString placeOf(const QString& name) const;

    // Models before views: what is declared last is destroyed first.
    Parts parts_;
    SequenceEditor editor_;
    Player player_;
    TimeAxis axis_;
    SequencePlayback playback_;
    const TimeAxis* workbenchAxis_ = nullptr;

    SequenceTools* tools_ = nullptr;
    TimelineRuler* ruler_ = nullptr;
    SequenceTimeline* timeline_ = nullptr;
    QScrollBar* scroll_ = nullptr;
    TransportBar* transport_ = nullptr;
    JobBar* opening_ = nullptr;
    QStackedWidget* side_ = nullptr;
    QLabel* facts_ = nullptr;
    ClipInspector* clip_ = nullptr;
    TransitionInspector* transition_ = nullptr;
    TransitionBands* bands_ = nullptr;
};

} // namespace sonoloom
