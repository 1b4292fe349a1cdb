// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/soundpanes.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr double rangeDb = 80;
constexpr double levelsRangeDb = 40;

/// From the loudest cell of `loudest` down, at a round number of dB.
ColourScale scaleOf(const DisplaySpectrogram& loudest)
{
    const auto cells = loudest.levels.back().cells();
    const int top = cells.empty() ? 0 : *std::ranges::max_element(cells);
    return {ColourMap::Magma, std::max(-60.0, std::ceil(top / 1000.0) * 10), rangeDb};
}

} // namespace

SoundPanes::SoundPanes(QWidget* parent)
    : QWidget(parent), a_(new SpectrogramView(axis_, bands_, tr("A"), this)),
      b_(new SpectrogramView(axis_, bands_, tr("B"), this)),
      difference_(new SpectrogramView(axis_, bands_, tr("Difference"), this))
{
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    for (SpectrogramView* view : {a_, b_, difference_}) {
        split->addWidget(view);
        connect(view, &SpectrogramView::seekRequested, this, &SoundPanes::seekRequested);
        connect(view, &SpectrogramView::cursorMoved, this, [this](const std::optional<Reading>& reading) {
            emit cursorMoved(reading ? readingText(*reading) : QString());
        });
    }
    connect(a_, &SpectrogramView::dividerMoved, this, &SoundPanes::dividerMoved);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
}

void SoundPanes::setSounds(std::shared_ptr<const DrawnComparison> sounds, const QString& nameA, const QString& nameB)
{
    sounds_ = std::move(sounds);
    nameA_ = nameA;
    nameB_ = nameB;
    axis_.setTotal(sounds_ ? sounds_->comparison.a->seconds() : 0);
    show();
}

void SoundPanes::setSwiping(bool swiping)
{
    swiping_ = swiping;
    b_->setVisible(!swiping);
    show();
}

void SoundPanes::setDifferenceShown(DifferenceShown shown)
{
    shown_ = shown;
    show();
}

void SoundPanes::setDivider(double share)
{
    a_->setDivider(share);
}

void SoundPanes::setPlayhead(double seconds)
{
    for (SpectrogramView* view : {a_, b_, difference_})
        view->setPlayhead(seconds);
}

void SoundPanes::show()
{
    a_->setTitle(swiping_ ? tr("A  %1 | B  %2").arg(nameA_, nameB_) : tr("A  %1").arg(nameA_));
    b_->setTitle(tr("B  %1").arg(nameB_));
    a_->setSpectrogram(sounds_ ? sounds_->a : nullptr);
    a_->setOther(sounds_ && swiping_ ? sounds_->b : nullptr);
    b_->setSpectrogram(sounds_ ? sounds_->b : nullptr);
    const bool levels = shown_ == DifferenceShown::Levels;
    difference_->setTitle(levels ? tr("How far the levels are apart") : tr("A − B, as it sounds"));
    difference_->setBadge(levels ? tr("black 0 dB, bright %1 dB").arg(levelsRangeDb) : QString());
    difference_->setSpectrogram(!sounds_ ? nullptr : levels ? sounds_->levels : sounds_->difference);
    if (!sounds_)
        return;
    const ColourScale scale = scaleOf(*sounds_->a);
    a_->setColourScale(scale);
    b_->setColourScale(scale);
    difference_->setColourScale(levels ? ColourScale{ColourMap::Inferno, levelsRangeDb, levelsRangeDb} : scale);
}

} // namespace sonoloom
