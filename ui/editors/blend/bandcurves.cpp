// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/blend/bandcurves.h"

#include "core/edit/images/blendtext.h"
#include "ui/editors/blend/bandbars.h"
#include "ui/editors/blend/gaincurves.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int mostBands = 512;
constexpr int ownOrder = 3; // behind BlendOrder's values
constexpr double percent = 100;
constexpr int barsShare = 5;
constexpr int gainsShare = 3;

BandFades fadesOf(const BlendParams& params)
{
    auto fades = bandFades(params);
    return fades ? std::move(*fades) : bandFades({}).value();
}

bool isOrdered(const BlendParams& params)
{
    return params.starts.empty() && params.lengths.empty();
}

} // namespace

BandCurves::BandCurves(QWidget* parent) : QWidget(parent), bars_(new BandBars(this)), gains_(new GainCurves(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::normal);
    row->addWidget(bars_, barsShare);
    row->addWidget(gains_, gainsShare);
    row->addWidget(buildNumbers());
    connectNumbers();
    connect(bars_, &BandBars::edited, this, &BandCurves::changeBands);
    connect(bars_, &BandBars::settled, this, &BandCurves::settled);
    connect(bars_, &BandBars::hovered, this, &BandCurves::hovered);
    connect(bars_, &BandBars::choiceChanged, this, &BandCurves::showChoice);
    connect(gains_, &GainCurves::edited, this, [this](const BlendCurve& curve) {
        changeChosen([&](BandFade& fade) { fade.curve = curve; });
    });
    connect(gains_, &GainCurves::settled, this, &BandCurves::settled);
    showParams();
}

void BandCurves::addChoice(QComboBox* box, const QString& name, const QString& label, const QString& help)
{
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setToolTip(help);
}

QDoubleSpinBox* BandCurves::makePercent(const QString& name, const QString& help)
{
    auto* box = new QDoubleSpinBox(this);
    box->setObjectName(name);
    box->setAccessibleName(help);
    box->setToolTip(help);
    box->setRange(0, percent);
    box->setDecimals(1);
    box->setSuffix(QStringLiteral(" %"));
    box->setKeyboardTracking(false);
    box->setGroupSeparatorShown(false);
    return box;
}

QWidget* BandCurves::buildNumbers()
{
    order_ = new QComboBox(this);
    order_->addItems({tr("All at once"), tr("Bass first"), tr("Treble first"), tr("Own")});
    addChoice(order_, QStringLiteral("order"), tr("Preset"), tr("Which frequencies change over first"));
    count_ = new QSpinBox(this);
    count_->setObjectName(QStringLiteral("bands"));
    count_->setRange(1, mostBands);
    count_->setKeyboardTracking(false);
    count_->setAccessibleName(tr("Frequency bands"));
    count_->setToolTip(tr("Bands of equally many rows, each with a time of its own"));
    space_ = new QComboBox(this);
    space_->addItems({tr("Pixel"), tr("Magnitude"), tr("dB")});
    addChoice(space_, QStringLiteral("space"), tr("Mixed in"), tr("What is mixed: levels of the image, magnitudes, or dB"));
    chosen_ = new QLabel(this);
    chosen_->setObjectName(QStringLiteral("chosenBands"));
    curve_ = new QComboBox(this);
    curve_->addItems({tr("Linear"), tr("Cosine"), tr("Equal power"), tr("Logistic"), tr("Drawn")});
    addChoice(curve_, QStringLiteral("curve"), tr("Curve"), tr("How the chosen bands change over; a drawn curve has points to drag"));
    start_ = makePercent(QStringLiteral("start"), tr("Where the chosen bands begin to change, of the overlap"));
    length_ = makePercent(QStringLiteral("length"), tr("How long the chosen bands change, of the overlap"));
    auto* numbers = new QWidget(this);
    auto* form = new QFormLayout(numbers);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(spacing::tight);
    form->addRow(tr("Preset"), order_);
    form->addRow(tr("Bands"), count_);
    form->addRow(tr("Mixed in"), space_);
    form->addRow(chosen_);
    form->addRow(tr("Curve"), curve_);
    form->addRow(tr("Start"), start_);
    form->addRow(tr("Length"), length_);
    numbers->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    return numbers;
}

void BandCurves::connectNumbers()
{
    connect(order_, &QComboBox::activated, this, &BandCurves::takeOrder);
    connect(curve_, &QComboBox::activated, this, &BandCurves::takeCurve);
    connect(count_, &QSpinBox::valueChanged, this, [this](int count) {
        BlendParams params = params_;
        params.bands = count;
        if (!isOrdered(params_) || params_.curve.find(',') != std::string::npos)
            params = withBands(params_, asManyBands(bars_->bands(), static_cast<std::size_t>(count)));
        change(params);
        emit settled();
    });
    connect(space_, &QComboBox::activated, this, [this](int space) {
        BlendParams params = params_;
        params.space = static_cast<MixSpace>(space);
        change(params);
        emit settled();
    });
    connect(start_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        changeChosen([value](BandFade& fade) {
            fade.start = value / percent;
            fade.length = std::min(fade.length, 1 - fade.start);
        });
        emit settled();
    });
    connect(length_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        changeChosen([value](BandFade& fade) { fade.length = std::min(value / percent, 1 - fade.start); });
        emit settled();
    });
}

void BandCurves::setParams(const BlendParams& params)
{
    if (params == params_)
        return;
    params_ = params;
    showParams();
}

void BandCurves::setBandNames(const QStringList& names)
{
    bars_->setNames(names);
}

void BandCurves::setSeconds(double seconds)
{
    bars_->setSeconds(seconds);
}

void BandCurves::setOnlyCount(bool only)
{
    for (QWidget* widget : {static_cast<QWidget*>(bars_), static_cast<QWidget*>(gains_), static_cast<QWidget*>(order_),
                            static_cast<QWidget*>(space_), static_cast<QWidget*>(curve_), static_cast<QWidget*>(start_),
                            static_cast<QWidget*>(length_)})
        widget->setEnabled(!only);
}

void BandCurves::showParams()
{
    const BandFades fades = fadesOf(params_);
    bars_->setBands(fades);
    gains_->setBands(fades);
    const QSignalBlocker silent(count_);
    count_->setValue(static_cast<int>(fades.size()));
    order_->setCurrentIndex(isOrdered(params_) ? static_cast<int>(params_.order) : ownOrder);
    space_->setCurrentIndex(static_cast<int>(params_.space));
    showChoice();
}

void BandCurves::showChoice()
{
    const BandNumbers& chosen = bars_->chosen();
    const std::size_t all = bars_->bands().size();
    const BandFade& current = bars_->bands()[bars_->current()];
    gains_->setChoice(chosen, bars_->current());
    chosen_->setText(chosen.size() == all ? tr("All bands:") : chosen.size() == 1 ? tr("Band %1 of %2:").arg(bars_->current() + 1).arg(all)
                                                                                  : tr("%1 of %2 bands:").arg(chosen.size()).arg(all));
    const QSignalBlocker silentStart(start_);
    const QSignalBlocker silentLength(length_);
    curve_->setCurrentIndex(static_cast<int>(current.curve.shape));
    start_->setValue(current.start * percent);
    length_->setValue(current.length * percent);
}

void BandCurves::change(const BlendParams& params)
{
    if (params == params_)
        return;
    params_ = params;
    showParams();
    emit edited(params_);
}

void BandCurves::changeBands(const BandFades& bands)
{
    change(withBands(params_, bands));
}

void BandCurves::changeChosen(const std::function<void(BandFade&)>& set)
{
    BandFades bands = bars_->bands();
    for (const std::size_t band : bars_->chosen())
        set(bands[band]);
    changeBands(bands);
}

void BandCurves::takeOrder(int order)
{
    if (order == ownOrder) {
        showParams();
        return;
    }
    BlendParams params = params_;
    params.order = static_cast<BlendOrder>(order);
    params.starts.clear();
    params.lengths.clear();
    change(params);
    emit settled();
}

/// A curve that all bands have leaves the preset's times as they are.
void BandCurves::takeCurve(int shape)
{
    const auto taken = [shape](const BlendCurve& curve) {
        const auto wanted = static_cast<BlendShape>(shape);
        return wanted == BlendShape::Points ? drawnCurve(curve) : BlendCurve{wanted};
    };
    if (isOrdered(params_) && bars_->chosen().size() == bars_->bands().size()) {
        BlendParams params = params_;
        params.curve = textOf(taken(bars_->bands()[bars_->current()].curve));
        change(params);
    } else {
        changeChosen([&](BandFade& fade) { fade.curve = taken(fade.curve); });
    }
    emit settled();
}

} // namespace sonoloom
