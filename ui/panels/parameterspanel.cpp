// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/parameterspanel.h"

#include "core/codec/codecs.h"
#include "ui/params/paramsform.h"
#include "ui/shape/hintbar.h"
#include "ui/shape/pixelhistogram.h"
#include "ui/shape/presetbar.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sonoloom
{

namespace
{

/// Keys of the parameters that stay in sight, in this order.
const QStringList& foremostKeys()
{
    static const QStringList keys{"maxvol", "power", "n-mels", "duration", "level"};
    return keys;
}

/// Fields in sight or the others; a format without foremost ones has few, and shows them all.
std::vector<Field> split(const std::vector<Field>& fields, bool foremost)
{
    std::vector<Field> part;
    const bool hasForemost = std::ranges::any_of(
        foremostKeys(), [&](const QString& key) { return findField(fields, key.toStdString()) != nullptr; });
    if (!hasForemost)
        return foremost ? fields : part;
    const auto keyOf = [](const Field& field) { return QString::fromStdString(std::string(field.key)); };
    if (!foremost) {
        std::ranges::copy_if(fields, std::back_inserter(part),
                             [&](const Field& field) { return !foremostKeys().contains(keyOf(field)); });
        return part;
    }
    for (const QString& key : foremostKeys())
        if (const Field* field = findField(fields, key.toStdString()))
            part.push_back(*field);
    return part;
}

} // namespace

ParametersPanel::ParametersPanel(Session& session, PreviewController& preview, QWidget* parent)
    : QWidget(parent), session_(session), preview_(preview),
      presets_(new PresetBar(session, *new PresetShelf(PresetShelf::usualFolder(), this), this)), formats_(new QComboBox(this)),
      foremost_(new ParamsForm(this)), histogram_(new PixelHistogram(this)), hint_(new HintBar(session, preview, this)),
      others_(new ParamsForm(this)), more_(new QToolButton(this)), compatible_(new QCheckBox(tr("Exactly as the format's first program"), this)),
      report_(new QLabel(this))
{
    more_->setText(tr("More parameters"));
    more_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more_->setArrowType(Qt::RightArrow);
    more_->setCheckable(true);
    more_->setAutoRaise(true);
    report_->setWordWrap(true);
    compatible_->setToolTip(tr("Mono, 44.1 kHz, each image stretched by itself: for models trained on its images"));
    others_->hide();
    formats_->setAccessibleName(tr("Format"));
    formats_->setToolTip(tr("Format of the images"));
    for (const auto& codec : allCodecs())
        formats_->addItem(QCoreApplication::translate("Codec", codec->label().c_str()), QString::fromStdString(codec->name()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::normal);
    column->addWidget(presets_);
    column->addWidget(formats_);
    column->addWidget(foremost_);
    column->addWidget(histogram_);
    column->addWidget(hint_);
    column->addWidget(report_);
    column->addWidget(compatible_);
    column->addWidget(more_);
    column->addWidget(others_);

    connect(formats_, &QComboBox::activated, this, [this](int index) {
        if (auto set = session_.setCodec(formats_->itemData(index).toString()); !set)
            emit refused(QString::fromStdString(set.error().message));
    });
    connect(presets_, &PresetBar::refused, this, &ParametersPanel::refused);
    connect(hint_, &HintBar::refused, this, &ParametersPanel::refused);
    connect(foremost_, &ParamsForm::edited, this, &ParametersPanel::edit);
    connect(others_, &ParamsForm::edited, this, &ParametersPanel::edit);
    for (ParamsForm* form : {foremost_, others_})
        connect(form, &ParamsForm::settled, this, [this] { session_.endGesture(); });
    connect(compatible_, &QCheckBox::clicked, &session_, &Session::setCompatible);
    connect(more_, &QToolButton::toggled, this, [this](bool open) {
        more_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        others_->setVisible(open);
    });
    connect(&session_, &Session::codecChanged, this, &ParametersPanel::refresh);
    connect(&session_, &Session::opened, this, &ParametersPanel::refresh);
    connect(&preview_, &PreviewController::tilesChanged, this, &ParametersPanel::showReport);
    rebuild();
}

void ParametersPanel::rebuild()
{
    const auto defaults = makeCodec(session_.codec()->name());
    format_ = QString::fromStdString(defaults->name());
    formats_->setCurrentIndex(formats_->findData(format_));
    foremost_->setFields(split(defaults->fields(), true));
    const auto others = split(defaults->fields(), false);
    others_->setFields(others);
    more_->setVisible(!others.empty());
    others_->setVisible(!others.empty() && more_->isChecked());
    refresh();
}

void ParametersPanel::refresh()
{
    if (format_ != QString::fromStdString(session_.codec()->name())) {
        rebuild();
        return;
    }
    const auto fields = session_.codecFields();
    foremost_->refresh(fields);
    others_->refresh(fields);
    compatible_->setChecked(session_.isCompatible());
    showReport();
}

/// What the images came to: how their pixels are spread, how many there are and the level really used.
void ParametersPanel::showReport()
{
    const auto tiles = preview_.tiles();
    histogram_->setTiles(tiles);
    if (!tiles || tiles->report.pixels == 0) {
        report_->clear();
        return;
    }
    QStringList parts{tr("Images: %1").arg(tiles->report.tiles)};
    if (tiles->report.maxvol > 0)
        parts.append(tr("max volume used: %1").arg(tiles->report.maxvol, 0, 'g', 4));
    report_->setText(parts.join(QStringLiteral(" · ")));
}

/// Max volume means something at level fixed only: whoever moves it wants that.
void ParametersPanel::edit(const QString& key, const QString& text)
{
    const auto fields = session_.codecFields();
    const Field* level = findField(fields, "level");
    std::vector<std::pair<QString, QString>> values{{key, text}};
    if (key == QLatin1String("maxvol") && level && fieldText(*level) != "fixed" && !session_.isCompatible())
        values.emplace_back(QStringLiteral("level"), QStringLiteral("fixed"));
    if (auto set = session_.setCodecFields(values); !set) {
        emit refused(QString::fromStdString(set.error().message));
        refresh();
    }
}

} // namespace sonoloom
