// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/region/regionedit.h"
#include "ui/document/session.h"
#include "ui/preview/previewcontroller.h"
#include "ui/regions/regionbar.h"
#include "ui/regions/regionpen.h"
#include "ui/spectrogram/frequencyaxis.h"
#include "ui/spectrogram/timeaxis.h"

#include <QObject>

#include <optional>

namespace sonoloom
{

class Player;

/// What is heard of the images.
enum class HeardRegion { All, Selection, Others };

/// Makes edits of the session's images from what is selected and painted in the panes.
class RegionEditor : public QObject
{
    Q_OBJECT

public:
    /// What it works on; all must outlive it.
    struct Parts {
        Session& session;
        PreviewController& preview;
        Player& player;
        TimeAxis& axis;
        FrequencyAxis& bands;
    };

    RegionEditor(const Parts& parts, QWidget* parent);

    RegionPen& pen() { return pen_; }
    RegionBar& bar() { return *bar_; }

    /// The lasso or the tone, else the rectangle that the axes have; nothing without a selection.
    std::optional<RegionShape> selected() const;
    void clearSelection();
    /// There are images whose regions can be edited.
    bool canEdit() const;
    bool hasCopy() const { return copied_.has_value(); }
    bool hasEdits() const { return !parts_.session.edits().empty(); }
    void removeEdits() { parts_.session.removeEdits(); }

    /// Edits of the selection, with the bar's numbers.
    void edit(RegionOp op);
    void mirror(MirrorAxis axis);
    /// Shifts it so far, and what is selected with it.
    void shiftBy(double seconds, double semitones);
    void copy();
    /// What was copied at the beginning of the selection, or at the playhead.
    void paste();

    HeardRegion heard() const { return heard_; }
    /// Masks what is heard; it is no edit. Without a selection: all.
    void hear(HeardRegion what);

signals:
    /// The selection, the copy, what is heard or the edits changed.
    void stateChanged();
    void noticed(const QString& sentence);

private:
    void onAxesSelected();
    void onStrokeBegan();
    void paint();
    void onStroked(const RegionShape& shape);
    void selectTone(const RegionPoint& place);
    void add(RegionEdit edit, const RegionShape& shape);
    void selectRectangle(const RegionShape& shape);
    void selectMoved(const RegionShape& shape, double seconds, double semitones);
    void showEdits();
    void updateHeard();

    Parts parts_;
    RegionPen pen_;
    RegionBar* bar_;
    std::optional<RegionShape> copied_;
    RegionEdits before_;      ///< the edits that were there when a stroke began
    bool isUnpainted_ = false; ///< the stroke grew since it was last made an edit
    HeardRegion heard_ = HeardRegion::All;
};

/// "erase", as the step of undo is called.
QString regionOpName(RegionOp op);

} // namespace sonoloom
