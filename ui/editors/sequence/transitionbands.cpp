// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/transitionbands.h"

#include "ui/editors/blend/bandcurves.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr QSize firstSize{880, 320};

} // namespace

TransitionBands::TransitionBands(SequenceEditor& editor, QWidget* parent)
    : QDialog(parent), editor_(editor), curves_(new BandCurves(this))
{
    setWindowTitle(tr("Bands and curves of the transition"));
    resize(firstSize);
    auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(curves_, 1);
    column->addWidget(close);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(curves_, &BandCurves::edited, this, [this](const BlendParams& params) {
        if (const auto clip = editor_.selection().transition())
            editor_.changeClip(*clip, tr("Bands of the transition"), [&](SequenceClip& each) { each.blend = params; });
    });
    connect(curves_, &BandCurves::settled, this, [this] { editor_.endGesture(); });
    connect(&editor_, &SequenceEditor::changed, this, &TransitionBands::refresh);
    connect(&editor_.selection(), &ClipSelection::changed, this, &TransitionBands::refresh);
    refresh();
}

void TransitionBands::refresh()
{
    const auto number = editor_.selection().transition();
    const SequenceClip* clip = number && *number < editor_.sequence().size() ? &editor_.sequence()[*number] : nullptr;
    if (!clip || clip->transition != ClipTransition::Blend) {
        reject();
        return;
    }
    curves_->setParams(clip->blend);
    curves_->setSeconds(clip->transitionSeconds);
}

} // namespace sonoloom
