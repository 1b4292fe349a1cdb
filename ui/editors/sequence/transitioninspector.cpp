// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/sequence/transitioninspector.h"

#include "core/edit/images/blendparams.h"
#include "ui/editors/sequence/timelinepainter.h"
#include "ui/params/paramsform.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr double longest = 1e6;
constexpr double firstSeconds = 1; ///< of a transition made of a cut
constexpr int secondsDecimals = 3;
constexpr double secondsStep = 0.05;

/// What an interpolation has of its own: a space, and of the blend its curve.
struct InterpolationLook {
    InterpolationSpace space = InterpolationSpace::Transport;
    std::string curve = "linear";
};

template <class Params, class Visitor>
requires FieldsOf<Params, InterpolationLook>
void visitFields(Params& p, Visitor&& visit)
{
    visit("space", p.space, Choices{{"pixel", "magnitude", "db", "transport"}}, Label{SONO_TR("Params", "Space")},
          Help{SONO_TR("Params", "What is mixed: levels of the image, magnitudes, or dB; transport moves energy along "
                                 "frequency, so that tones glide instead of fading")});
    visit("curve", p.curve, Label{SONO_TR("Params", "Curve")},
          Help{SONO_TR("Params", "How the second one's share rises: linear, cosine, power, logistic, or points such as "
                                 "0:0/0.3:0.8/1:1")});
}

/// Without the region, which the transition's length is.
std::vector<Field> blendFields(BlendParams& params)
{
    auto fields = fieldsOf(params);
    std::erase_if(fields, [](const Field& field) { return field.key == "region"; });
    return fields;
}

} // namespace

TransitionInspector::TransitionInspector(SequenceEditor& editor, QWidget* parent)
    : QWidget(parent), editor_(editor), between_(new QLabel(this)), kind_(new QComboBox(this)),
      seconds_(new QDoubleSpinBox(this)), room_(new QLabel(this)), blend_(new ParamsForm(this)),
      interpolation_(new ParamsForm(this))
{
    between_->setWordWrap(true);
    room_->setWordWrap(true);
    for (const auto kind : {ClipTransition::Cut, ClipTransition::Blend, ClipTransition::Interpolation, ClipTransition::Power})
        kind_->addItem(transitionName(kind));
    kind_->setObjectName(QStringLiteral("transitionKind"));
    kind_->setAccessibleName(tr("Kind of transition"));
    kind_->setToolTip(tr("Cut: one after the other. Blend: bands change over as you say. Interpolation: partials glide. Cross-fade: equal power"));
    seconds_->setObjectName(QStringLiteral("transitionSeconds"));
    seconds_->setAccessibleName(tr("Length of the transition"));
    seconds_->setToolTip(tr("How long both clips lie on each other; the diamond in the timeline can be dragged, too"));
    seconds_->setRange(0, longest);
    seconds_->setDecimals(secondsDecimals);
    seconds_->setSingleStep(secondsStep);
    seconds_->setSuffix(tr(" s"));
    seconds_->setKeyboardTracking(false);
    BlendParams params;
    blend_->setFields(blendFields(params));
    InterpolationLook look;
    interpolation_->setFields(fieldsOf(look));
    auto* form = new QFormLayout;
    form->addRow(tr("Kind"), kind_);
    form->addRow(tr("Length"), seconds_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(between_);
    column->addLayout(form);
    for (QWidget* part : {static_cast<QWidget*>(room_), static_cast<QWidget*>(blend_), static_cast<QWidget*>(interpolation_)})
        column->addWidget(part);
    connect(kind_, &QComboBox::activated, this, &TransitionInspector::setKind);
    connect(seconds_, &QDoubleSpinBox::valueChanged, this, &TransitionInspector::setSeconds);
    connect(blend_, &ParamsForm::edited, this, &TransitionInspector::setBlendField);
    connect(blend_, &ParamsForm::settled, this, [this] { editor_.endGesture(); });
    connect(interpolation_, &ParamsForm::edited, this, &TransitionInspector::setInterpolation);
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

void TransitionInspector::setBlendField(const QString& key, const QString& text)
{
    const auto clip = editor_.selection().transition();
    if (!clip || showing_)
        return;
    BlendParams params = editor_.sequence()[*clip].blend;
    const auto fields = fieldsOf(params);
    auto set = setFieldText(*findField(fields, key.toStdString()), text.toStdString());
    if (set)
        if (const auto fades = bandFades(params); !fades)
            set = fades.error();
    if (set)
        editor_.changeClip(*clip, tr("Set transition"), [&](SequenceClip& each) { each.blend = params; });
    else
        emit refused(QString::fromStdString(set.error().message));
    refresh();
}

void TransitionInspector::setInterpolation(const QString& key, const QString& text)
{
    const auto clip = editor_.selection().transition();
    if (!clip || showing_)
        return;
    const SequenceClip& now = editor_.sequence()[*clip];
    InterpolationLook look{now.interpolation, now.blend.curve};
    const auto fields = fieldsOf(look);
    auto set = setFieldText(*findField(fields, key.toStdString()), text.toStdString());
    if (set)
        if (const auto curve = blendCurveFrom(look.curve); !curve)
            set = curve.error();
    if (set)
        editor_.changeClip(*clip, tr("Set transition"), [&](SequenceClip& each) {
            each.interpolation = look.space;
            each.blend.curve = look.curve;
        });
    else
        emit refused(QString::fromStdString(set.error().message));
    editor_.endGesture();
    refresh();
}

void TransitionInspector::showForms(const SequenceClip& clip)
{
    BlendParams params = clip.blend;
    blend_->refresh(blendFields(params));
    InterpolationLook look{clip.interpolation, clip.blend.curve};
    interpolation_->refresh(fieldsOf(look));
    blend_->setVisible(clip.transition == ClipTransition::Blend);
    interpolation_->setVisible(clip.transition == ClipTransition::Interpolation);
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
    room_->setText(tr("Up to %1 s have room between the other transitions.").arg(room, 0, 'f', 3));
    showForms(clip);
    showing_ = false;
}

} // namespace sonoloom
