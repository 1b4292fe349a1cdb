// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/params/fieldeditor.h"
#include "ui/params/sliderscale.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int sliderSteps = 1000;
constexpr int fractionDigits = 4;

class NumberEditor final : public FieldEditor
{
public:
    NumberEditor(const Field& field, QGridLayout& grid, int row)
        : FieldEditor(field), scale_(sliderScale(field)), slider_(new QSlider(Qt::Horizontal)), number_(new NumberBox)
    {
        whole_ = std::holds_alternative<int*>(field.value);
        slider_->setRange(0, sliderSteps);
        slider_->setPageStep(sliderSteps / 20);
        slider_->setMinimumWidth(70);
        slider_->setToolTip(help());
        slider_->installEventFilter(this);
        number_->setDecimals(whole_ ? 0 : fractionDigits);
        number_->setRange(field.range.least, field.range.greatest);
        number_->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        number_->setKeyboardTracking(false);
        number_->setSuffix(*field.unit ? QStringLiteral(" ") + QCoreApplication::translate("Params", field.unit) : QString());
        number_->setToolTip(help());
        number_->setMinimumWidth(96);
        number_->setMaximumWidth(120);
        addLabel(grid, row, number_);
        slider_->setAccessibleName(number_->accessibleName());
        slider_->setObjectName(key() + QStringLiteral("-slider"));
        grid.addWidget(slider_, row, 1);
        grid.addWidget(number_, row, 2);
        connect(slider_, &QSlider::valueChanged, this, [this](int step) { fromSlider(step); });
        connect(number_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
            tell(value);
            emit settled();
        });
        connect(slider_, &QSlider::sliderReleased, this, &FieldEditor::settled);
    }

    void show(const Field& field) override
    {
        const auto* integer = std::get_if<int*>(&field.value);
        const double value = integer ? **integer : *std::get<double*>(field.value);
        place(value);
    }

    void setEnabled(bool enabled) override
    {
        slider_->setEnabled(enabled);
        number_->setEnabled(enabled);
    }

private:
    /// Shows 0.25, not 0.2500, and 5119, not 5,119, which could be taken for a fraction.
    class NumberBox final : public QDoubleSpinBox
    {
    protected:
        QString textFromValue(double value) const override
        {
            QLocale plain = locale();
            plain.setNumberOptions(QLocale::OmitGroupSeparator);
            return plain.toString(value, 'g', 12);
        }
    };

    void place(double value)
    {
        const QSignalBlocker quietNumber(number_);
        number_->setValue(value);
        placeSlider(value);
    }

    void placeSlider(double value)
    {
        const QSignalBlocker quietSlider(slider_);
        slider_->setValue(static_cast<int>(std::lround(scale_.shareOf(value) * sliderSteps)));
    }

    void fromSlider(int step)
    {
        const double value = scale_.rounded(static_cast<double>(step) / sliderSteps);
        const QSignalBlocker quiet(number_);
        number_->setValue(value);
        tell(value);
        if (!slider_->isSliderDown()) // moved by a key or the wheel
            emit settled();
    }

    void tell(double value)
    {
        placeSlider(value);
        emit edited(key(), QString::number(value, 'g', 12));
    }

    SliderScale scale_;
    bool whole_ = false;
    QSlider* slider_;
    NumberBox* number_;
};

} // namespace

std::unique_ptr<FieldEditor> makeNumberEditor(const Field& field, QGridLayout& grid, int row)
{
    return std::make_unique<NumberEditor>(field, grid, row);
}

} // namespace sonoloom
