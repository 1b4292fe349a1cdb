// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/interpolation/curvechoice.h"

#include "ui/editors/blend/gaincurves.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr int plotHeight = 130;

} // namespace

CurveChoice::CurveChoice(QWidget* parent) : QWidget(parent), shape_(new QComboBox(this)), gains_(new GainCurves(this))
{
    shape_->addItems({tr("Linear"), tr("Cosine"), tr("Equal power"), tr("Logistic"), tr("Drawn")});
    shape_->setObjectName(QStringLiteral("shareCurve"));
    shape_->setAccessibleName(tr("Curve"));
    shape_->setToolTip(tr("How B's share rises from image to image; a drawn curve has points to drag"));
    gains_->setFixedHeight(plotHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* form = new QFormLayout;
    form->addRow(tr("Curve"), shape_);
    column->addLayout(form);
    column->addWidget(gains_);
    connect(shape_, &QComboBox::activated, this, [this](int shape) {
        const auto wanted = static_cast<BlendShape>(shape);
        emit edited(wanted == BlendShape::Points ? drawnCurve(curve_) : BlendCurve{wanted});
        emit settled();
    });
    connect(gains_, &GainCurves::edited, this, &CurveChoice::edited);
    connect(gains_, &GainCurves::settled, this, &CurveChoice::settled);
    setCurve({});
}

void CurveChoice::setCurve(const BlendCurve& curve)
{
    curve_ = curve;
    shape_->setCurrentIndex(static_cast<int>(curve.shape));
    gains_->setBands({BandFade{0, 1, curve}});
}

} // namespace sonoloom
