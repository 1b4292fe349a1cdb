// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compared.h"
#include "ui/spectrogram/frequencyaxis.h"
#include "ui/spectrogram/spectrogramview.h"
#include "ui/spectrogram/timeaxis.h"

#include <QWidget>

namespace sonoloom
{

/// What a comparison's third pane shows.
enum class DifferenceShown {
    Levels, ///< how far levels are apart
    Sound,  ///< the spectrogram of a - b
};

/// The spectrograms of two sounds and of what differs, locked in time, frequency and range.
class SoundPanes : public QWidget
{
    Q_OBJECT

public:
    explicit SoundPanes(QWidget* parent = nullptr);

    /// Null: none.
    void setSounds(std::shared_ptr<const DrawnComparison> sounds, const QString& nameA, const QString& nameB);
    /// One pane with a divider instead of A and B.
    void setSwiping(bool swiping);
    void setDifferenceShown(DifferenceShown shown);
    void setDivider(double share);
    void setPlayhead(double seconds);

    TimeAxis& timeAxis() { return axis_; }
    FrequencyAxis& frequencyAxis() { return bands_; }
    SpectrogramView& viewA() { return *a_; }
    SpectrogramView& viewB() { return *b_; }
    SpectrogramView& differenceView() { return *difference_; }

signals:
    void seekRequested(double seconds);
    void cursorMoved(const QString& reading);
    void dividerMoved(double share);

private:
    void show();

    TimeAxis axis_;
    FrequencyAxis bands_;
    SpectrogramView* a_;
    SpectrogramView* b_;
    SpectrogramView* difference_;
    std::shared_ptr<const DrawnComparison> sounds_;
    QString nameA_;
    QString nameB_;
    bool swiping_ = false;
    DifferenceShown shown_ = DifferenceShown::Levels;
};

} // namespace sonoloom
