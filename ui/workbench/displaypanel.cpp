// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/displaypanel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>

namespace sonoloom
{

DisplayPanel::DisplayPanel(QWidget* parent) : QWidget(parent), colours_(new QComboBox(this)), range_(new QSpinBox(this))
{
    for (const ColourMap map : colourMaps)
        colours_->addItem(QString::fromUtf8(colourMapName(map).data(), static_cast<qsizetype>(colourMapName(map).size())));
    colours_->setObjectName(QStringLiteral("colours"));
    colours_->setAccessibleName(tr("Colour map"));
    range_->setRange(20, 160);
    range_->setSingleStep(10);
    range_->setValue(80);
    range_->setSuffix(tr(" dB"));
    range_->setAccessibleName(tr("Range"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("Colours")), 0, 0);
    grid->addWidget(colours_, 0, 1);
    grid->addWidget(new QLabel(tr("Range")), 1, 0);
    grid->addWidget(range_, 1, 1);
    connect(colours_, &QComboBox::currentIndexChanged, this, &DisplayPanel::changed);
    connect(range_, &QSpinBox::valueChanged, this, &DisplayPanel::changed);
}

ColourMap DisplayPanel::colourMap() const
{
    return colourMaps[static_cast<std::size_t>(std::max(0, colours_->currentIndex()))];
}

int DisplayPanel::rangeDb() const
{
    return range_->value();
}

void DisplayPanel::setColourMap(const QString& name)
{
    colours_->setCurrentText(name);
}

void DisplayPanel::setRangeDb(int decibels)
{
    range_->setValue(decibels);
}

} // namespace sonoloom
