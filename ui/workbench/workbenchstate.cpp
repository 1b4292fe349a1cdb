// SPDX-License-Identifier: GPL-3.0-or-later
// What the page shows of its session, and how it is looked at.
#include "ui/workbench/workbenchpage.h"

#include "core/pipeline/encode.h"
#include "ui/panels/tilesview.h"
#include "ui/panels/transportbar.h"
#include "ui/workbench/displaypanel.h"

#include <QSettings>
#include <QSplitter>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

void WorkbenchPage::onOpened()
{
    const bool hasSound = session_.sound() != nullptr;
    const bool hasImages = session_.images() != nullptr;
    axis_.setTotal(hasSound ? session_.sound()->audio->seconds() : 0);
    imageGroup_->setVisible(hasImages);
    player_.pause();
    player_.setSound(Side::A, hasSound ? session_.sound()->audio : nullptr);
    player_.setSound(Side::B, nullptr);
    player_.seek(0);
    player_.switchTo(Side::A);
    transport_->refresh();
    original_->setTitle(hasImages ? tr("What the images hold") : tr("Original"));
    original_->setMessage(session_.isEmpty()
                              ? tr("Drop a sound file or images here, or open one with Ctrl+O.")
                              : QString());
    showSpectrogram();
    showTiles();
    showResult();
    if (session_.project())
        setView(session_.project()->project.view);
    emit stateChanged();
}

void WorkbenchPage::showSpectrogram()
{
    const auto spectrogram = preview_.spectrogram();
    if (!spectrogram && !session_.isEmpty())
        return; // the next one is on its way
    if (!session_.sound() && spectrogram)
        axis_.setTotal(spectrogram->seconds);
    if (spectrogram)
        original_->setMessage({});
    original_->setSpectrogram(spectrogram);
    original_->setPlayhead(player_.position());
    showScale();
}

void WorkbenchPage::showTiles()
{
    const auto tiles = preview_.tiles();
    QStringList names;
    if (tiles && session_.images()) {
        for (const OpenedImage& image : session_.images()->images)
            names.append(QString::fromStdString(image.path.filename().string()));
    } else if (tiles) {
        for (std::size_t i = 0; i < tiles->tiles.size(); ++i)
            names.append(QString::fromStdString(tileFileName(session_.stem().toStdString(), static_cast<int>(i))));
    }
    tiles_->setTiles(tiles, names);
    if (tiles && !preview_.spectrogram())
        original_->setMessage(tr("Images of this format are not spectrograms of magnitudes; the result shows their sound."));
    const auto starts = tiles ? tiles->starts : std::vector<double>{};
    original_->setTileBorders(starts, names);
    result_->setTileBorders(starts, {});
}

void WorkbenchPage::showResult()
{
    const auto result = session_.result();
    result_->setSpectrogram(result ? result->spectrogram : nullptr);
    result_->setPlayhead(player_.position());
    if (result) {
        player_.setSound(Side::B, result->sound);
        if (!session_.sound())
            axis_.setTotal(result->sound->seconds());
    } else {
        player_.setSound(Side::B, nullptr);
    }
    const bool running = preview_.isReconstructing();
    result_->setMessage(result || session_.isEmpty() ? QString()
                        : running                    ? tr("Reconstructing …")
                                                     : tr("Press Reconstruct to hear what the images hold."));
    result_->setBadge(!result                       ? QString()
                      : !session_.resultIsCurrent() ? tr("of earlier parameters")
                      : result->imageError          ? tr("image met within %1 levels").arg(*result->imageError, 0, 'f', 2)
                                                    : QString());
    showScale();
    transport_->refresh();
    emit stateChanged();
}

/// Both panes share the range, from the loudest cell of the original down.
void WorkbenchPage::showScale()
{
    ColourScale scale;
    scale.map = display_->colourMap();
    scale.rangeDb = display_->rangeDb();
    if (const auto spectrogram = preview_.spectrogram(); spectrogram && !spectrogram->levels.empty()) {
        const auto cells = spectrogram->levels.back().cells();
        const int loudest = cells.empty() ? 0 : *std::max_element(cells.begin(), cells.end());
        scale.topDb = std::max(-60.0, std::ceil(loudest / 1000.0) * 10);
    }
    original_->setColourScale(scale);
    result_->setColourScale(scale);
}

void WorkbenchPage::showReading(const std::optional<Reading>& reading)
{
    emit cursorMoved(reading ? readingText(*reading, bands_.tuning()) : QString());
}

void WorkbenchPage::applyLoop()
{
    if (!transport_->isLooping())
        player_.setLoop(0, 0);
    else if (axis_.hasSelection())
        player_.setLoop(axis_.selectedFrom(), axis_.selectedTo());
    else
        player_.setLoop(0, player_.duration());
}

ProjectView WorkbenchPage::view() const
{
    ProjectView view;
    view.from = axis_.from();
    view.to = axis_.to();
    view.lowest = bands_.from();
    view.highest = bands_.to();
    view.selectedFrom = axis_.selectedFrom();
    view.selectedTo = axis_.selectedTo();
    view.position = player_.position();
    view.loop = transport_->isLooping();
    view.colours = std::string(colourMapName(display_->colourMap()));
    view.rangeDb = display_->rangeDb();
    return view;
}

void WorkbenchPage::setView(const ProjectView& view)
{
    if (view.to > view.from)
        axis_.show(view.from, view.to);
    axis_.select(view.selectedFrom, view.selectedTo);
    bands_.showPart(view.lowest, view.highest);
    transport_->setLooping(view.loop);
    display_->setColourMap(QString::fromStdString(view.colours));
    display_->setRangeDb(view.rangeDb);
    player_.seek(view.position);
}

void WorkbenchPage::saveLook(QSettings& settings) const
{
    settings.setValue(QStringLiteral("window/split"), split_->saveState());
    settings.setValue(QStringLiteral("view/colours"), QString::fromStdString(std::string(colourMapName(display_->colourMap()))));
    settings.setValue(QStringLiteral("view/range"), display_->rangeDb());
    settings.setValue(QStringLiteral("preview/live"), preview_.isLive());
}

void WorkbenchPage::restoreLook(const QSettings& settings)
{
    split_->restoreState(settings.value(QStringLiteral("window/split")).toByteArray());
    display_->setColourMap(settings.value(QStringLiteral("view/colours")).toString());
    display_->setRangeDb(settings.value(QStringLiteral("view/range"), display_->rangeDb()).toInt());
    preview_.setLive(settings.value(QStringLiteral("preview/live"), true).toBool());
}

} // namespace sonoloom
