// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/transitionbands.h"

#include "ui/editors/blend/bandcurves.h"
#include "ui/spectrogram/timeaxis.h"

#include <QHBoxLayout>

namespace sonoloom
{

namespace
{

constexpr int panelHeight = 190;

} // namespace

TransitionBands::TransitionBands(SequenceEditor& editor, QWidget* parent)
    : QWidget(parent), editor_(editor), curves_(new BandCurves(this))
{
    setFixedHeight(panelHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(plotmargin::left, 0, plotmargin::right, 0);
    row->addWidget(curves_);
    connect(curves_, &BandCurves::edited, this, [this](const BlendParams& params) {
        if (const auto clip = editor_.selection().transition())
            editor_.changeClip(*clip, tr("Bands of the transition"), [&](SequenceClip& each) { each.blend = params; });
    });
    connect(curves_, &BandCurves::settled, this, [this] { editor_.endGesture(); });
    connect(curves_, &BandCurves::hovered, this, &TransitionBands::hovered);
    refresh();
}

void TransitionBands::refresh()
{
    const auto number = editor_.selection().transition();
    const SequenceClip* clip = number && *number + 1 < editor_.sequence().size() ? &editor_.sequence()[*number] : nullptr;
    const bool blends = clip && clip->transition == ClipTransition::Blend;
    setVisible(blends);
    if (!blends)
        return;
    curves_->setParams(clip->blend);
    curves_->setSeconds(clip->transitionSeconds);
}

} // namespace sonoloom
