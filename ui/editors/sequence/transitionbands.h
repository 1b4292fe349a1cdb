// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/sequence/sequenceeditor.h"

#include <QDialog>

namespace sonoloom
{

class BandCurves;

/// How the bands of the selected blend change over, as bars and curves, beside the timeline: what is dragged is heard at
/// once. It closes when no blend is selected any more.
class TransitionBands : public QDialog
{
    Q_OBJECT

public:
    /// @param editor must outlive the dialog
    explicit TransitionBands(SequenceEditor& editor, QWidget* parent);

    BandCurves& curves() { return *curves_; }

private:
    void refresh();

    SequenceEditor& editor_;
    BandCurves* curves_;
};

} // namespace sonoloom
