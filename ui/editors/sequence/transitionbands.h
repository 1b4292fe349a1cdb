// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/sequence/clips/sequenceeditor.h"

#include <QWidget>

namespace sonoloom
{

class BandCurves;

/// How the bands of the selected blend change over, as bars and curves: what is dragged is heard at once.
class TransitionBands : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive this
    explicit TransitionBands(SequenceEditor& editor, QWidget* parent = nullptr);

    BandCurves& curves() { return *curves_; }
    /// Of the selection as it is; seen only where that is a blend.
    void refresh();

signals:
    /// What is under the cursor; empty: nothing.
    void hovered(const QString& text);

private:
    SequenceEditor& editor_;
    BandCurves* curves_;
};

} // namespace sonoloom
