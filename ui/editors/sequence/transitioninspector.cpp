// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/transitioninspector.h"

#include "core/edit/images/blendtext.h"
#include "ui/editors/interpolation/curvechoice.h"
#include "ui/editors/sequence/timeline/timelinepainter.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr double longest = 1e6;
constexpr double firstSeconds = 1; ///< of a transition made of a cut
constexpr int secondsDecimals = 3;
constexpr double secondsStep = 0.05;

} // namespace

TransitionInspector::TransitionInspector(SequenceEditor& editor, QWidget* parent)
    : QWidget(parent), editor_(editor), between_(new QLabel(this)), form_(new QFormLayout), kind_(new QComboBox(this)),
      seconds_(new QDoubleSpinBox(this)), interpolation_(new QComboBox(this)), room_(new QLabel(this)),
      help_(new QLabel(this)), curve_(new CurveChoice(this))
{
    for (QLabel* label : {between_, room_, help_})
        label->setWordWrap(true);
    buildForm();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(between_);
    column->addLayout(form_);
    for (QWidget* part : {static_cast<QWidget*>(room_), static_cast<QWidget*>(curve_), static_cast<QWidget*>(help_)})
        column->addWidget(part);
    connect(kind_, &QComboBox::activated, this, &TransitionInspector::setKind);
    connect(seconds_, &QDoubleSpinBox::valueChanged, this, &TransitionInspector::setSeconds);
    connect(interpolation_, &QComboBox::activated, this, [this](int space) {
        change([space](SequenceClip& clip) { clip.interpolation = static_cast<InterpolationSpace>(space); });
        editor_.endGesture();
    });
    connect(curve_, &CurveChoice::edited, this, &TransitionInspector::setCurve);
    connect(curve_, &CurveChoice::settled, this, [this] { editor_.endGesture(); });
}

void TransitionInspector::buildForm()
{
    for (const auto kind : {ClipTransition::Cut, ClipTransition::Blend, ClipTransition::Interpolation, ClipTransition::Power})
        kind_->addItem(transitionName(kind));
    const auto name = [](QWidget& widget, const char* id, const QString& called, const QString& help) {
        widget.setObjectName(QLatin1String(id));
        widget.setAccessibleName(called);
        widget.setToolTip(help);
    };
    name(*kind_, "transitionKind", tr("Kind of transition"),
         tr("Cut: one after the other. Blend: bands change over as you say. Interpolation: partials glide. Cross-fade: equal power"));
    name(*seconds_, "transitionSeconds", tr("Length of the transition"), tr("How long both clips lie on each other; the diamond in the timeline can be dragged, too"));
    seconds_->setRange(0, longest);
    seconds_->setDecimals(secondsDecimals);
    seconds_->setSingleStep(secondsStep);
    seconds_->setSuffix(tr(" s"));
    seconds_->setKeyboardTracking(false);
    interpolation_->addItems({tr("Levels of the image"), tr("Magnitudes"), tr("dB"), tr("Transport: tones glide")});
    name(*interpolation_, "transitionSpace", tr("Space of the interpolation"), tr("Transport moves energy along frequency, so that tones glide instead of fading"));
    form_->addRow(tr("Kind"), kind_);
    form_->addRow(tr("Length"), seconds_);
    form_->addRow(tr("Mixes"), interpolation_);
}

void TransitionInspector::change(const std::function<void(SequenceClip&)>& edit)
{
    const auto clip = editor_.selection().transition();
    if (clip && !showing_)
        editor_.changeClip(*clip, tr("Set transition"), edit);
}

void TransitionInspector::setKind(int kind)
{
    const auto clip = editor_.selection().transition();
    if (!clip || showing_)
        return;
    const double now = editor_.sequence()[*clip].transitionSeconds;
    editor_.endGesture();
    editor_.setTransition(*clip, static_cast<ClipTransition>(kind), now > 0 ? now : firstSeconds);
    editor_.endGesture();
    refresh();
}

void TransitionInspector::setSeconds(double seconds)
{
    const auto clip = editor_.selection().transition();
    if (!clip || showing_)
        return;
    const ClipTransition kind = editor_.sequence()[*clip].transition;
    editor_.endGesture();
    editor_.setTransition(*clip, kind == ClipTransition::Cut ? ClipTransition::Blend : kind, seconds);
    editor_.endGesture();
    refresh();
}

void TransitionInspector::setCurve(const BlendCurve& curve)
{
    change([&](SequenceClip& clip) { clip.blend.curve = textOf(curve); });
}

void TransitionInspector::showKind(const SequenceClip& clip)
{
    const bool glides = clip.transition == ClipTransition::Interpolation;
    form_->setRowVisible(interpolation_, glides);
    interpolation_->setCurrentIndex(static_cast<int>(clip.interpolation));
    curve_->setVisible(glides);
    if (const auto bands = bandFades(clip.blend))
        curve_->setCurve(bands->front().curve);
    switch (clip.transition) {
    case ClipTransition::Cut: help_->setText(tr("One follows the other at once.")); break;
    case ClipTransition::Blend: help_->setText(tr("The bars and curves below the timeline say when each band of frequencies changes over.")); break;
    case ClipTransition::Interpolation: help_->setText(tr("Each moment lies between the two, further and further from the first.")); break;
    case ClipTransition::Power: help_->setText(tr("Both are equally loud in the middle, and together as loud as either.")); break;
    }
}

void TransitionInspector::refresh()
{
    const auto number = editor_.selection().transition();
    if (!number || *number + 1 >= editor_.sequence().size())
        return;
    showing_ = true;
    const SequenceClip& clip = editor_.sequence()[*number];
    const auto name = [&](std::size_t each) { return QString::fromStdString(editor_.sequence()[each].source.filename().string()); };
    between_->setText(tr("From %1 to %2").arg(name(*number), name(*number + 1)));
    kind_->setCurrentIndex(static_cast<int>(clip.transition));
    seconds_->setValue(clip.transition == ClipTransition::Cut ? 0 : clip.transitionSeconds);
    const double room = transitionRoom(editor_.sequence(), *number, editor_.looks().seconds());
    room_->setText(tr("There is room for %1 s.").arg(room, 0, 'f', 3));
    showKind(clip);
    showing_ = false;
}

} // namespace sonoloom
