// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/displaypanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace sonoloom
{

namespace
{

QSpinBox* decibelBox(int least, int greatest, int step, const QString& name)
{
    auto* box = new QSpinBox;
    box->setRange(least, greatest);
    box->setSingleStep(step);
    box->setSuffix(DisplayPanel::tr(" dB"));
    box->setAccessibleName(name);
    return box;
}

} // namespace

DisplayPanel::DisplayPanel(FrequencyAxis& bands, QWidget* parent)
    : QWidget(parent), bands_(bands), panes_(new QComboBox(this)), linked_(new QCheckBox(tr("As all others"), this)),
      colours_(new QComboBox(this)), range_(decibelBox(20, 160, 10, tr("Range"))), gain_(decibelBox(-60, 60, 3, tr("Gain"))),
      frequencies_(new QComboBox(this)), notes_(new QCheckBox(tr("Note names"), this))
{
    panes_->addItems({tr("All spectrograms"), tr("Original"), tr("Result"), tr("Difference")});
    panes_->setObjectName(QStringLiteral("pane"));
    panes_->setAccessibleName(tr("Which spectrogram the colours are for"));
    linked_->setObjectName(QStringLiteral("linked"));
    linked_->setToolTip(tr("Off: this spectrogram has colours, range and gain of its own"));
    for (const ColourMap map : colourMaps)
        colours_->addItem(QString::fromUtf8(colourMapName(map).data(), static_cast<qsizetype>(colourMapName(map).size())));
    colours_->setObjectName(QStringLiteral("colours"));
    colours_->setAccessibleName(tr("Colour map"));
    range_->setObjectName(QStringLiteral("range"));
    range_->setToolTip(tr("From the brightest colour down to the darkest"));
    gain_->setObjectName(QStringLiteral("gain"));
    gain_->setToolTip(tr("Shows everything as that much louder; changes neither images nor sound"));
    frequencies_->addItems({tr("As in the images"), tr("Linear"), tr("Logarithmic")});
    frequencies_->setObjectName(QStringLiteral("frequencies"));
    frequencies_->setAccessibleName(tr("Frequency axis"));
    notes_->setObjectName(QStringLiteral("notes"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("For"), panes_);
    form->addRow(QString(), linked_);
    form->addRow(tr("Colours"), colours_);
    form->addRow(tr("Range"), range_);
    form->addRow(tr("Gain"), gain_);
    form->addRow(tr("Frequencies"), frequencies_);
    form->addRow(QString(), notes_);
    connect(panes_, &QComboBox::currentIndexChanged, this, &DisplayPanel::showPane);
    connect(linked_, &QCheckBox::toggled, this, &DisplayPanel::takeEdit);
    connect(colours_, &QComboBox::currentIndexChanged, this, &DisplayPanel::takeEdit);
    for (QSpinBox* box : {range_, gain_})
        connect(box, &QSpinBox::valueChanged, this, &DisplayPanel::takeEdit);
    connect(frequencies_, &QComboBox::currentIndexChanged, this, [this](int index) { bands_.setScale(static_cast<FrequencyScale>(index)); });
    connect(notes_, &QCheckBox::toggled, this, [this](bool on) { bands_.setNotes(on); });
    connect(&bands_, &FrequencyAxis::changed, this, &DisplayPanel::showBands);
    showPane();
}

std::optional<SpectrogramPane> DisplayPanel::pane() const
{
    if (panes_->currentIndex() <= 0)
        return std::nullopt;
    return spectrogramPanes[static_cast<std::size_t>(panes_->currentIndex() - 1)];
}

void DisplayPanel::setScales(const PaneScales& scales)
{
    if (scales == scales_)
        return;
    scales_ = scales;
    showPane();
    emit scalesChanged();
}

void DisplayPanel::takeEdit()
{
    PaneScales scales = scales_;
    const PaneColours edited{colourMaps[static_cast<std::size_t>(std::max(0, colours_->currentIndex()))], range_->value(), gain_->value()};
    if (const auto one = pane())
        scales.setOwn(*one, linked_->isChecked() ? std::optional<PaneColours>() : edited);
    else
        scales.setShared(edited);
    setScales(scales);
    showPane();
}

void DisplayPanel::showPane()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(linked_), QSignalBlocker(colours_), QSignalBlocker(range_), QSignalBlocker(gain_)};
    const auto one = pane();
    const bool linked = one && !scales_.hasOwn(*one);
    const PaneColours shown = one ? scales_.of(*one) : scales_.shared();
    linked_->setVisible(one.has_value());
    linked_->setChecked(linked);
    colours_->setCurrentIndex(static_cast<int>(std::ranges::find(colourMaps, shown.map) - colourMaps.begin()));
    range_->setValue(shown.rangeDb);
    gain_->setValue(shown.gainDb);
    for (QWidget* editor : {static_cast<QWidget*>(colours_), static_cast<QWidget*>(range_), static_cast<QWidget*>(gain_)})
        editor->setEnabled(!linked);
}

void DisplayPanel::showBands()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(frequencies_), QSignalBlocker(notes_)};
    frequencies_->setCurrentIndex(static_cast<int>(bands_.scale()));
    notes_->setChecked(bands_.showsNotes());
}

} // namespace sonoloom
