// SPDX-License-Identifier: GPL-3.0-or-later
// What the page shows of its session, and how it is looked at.
#include "ui/workbench/workbenchpage.h"

#include "core/pipeline/encode.h"
#include "core/pipeline/waveform.h"
#include "ui/panels/tilesview.h"
#include "ui/panels/transportbar.h"
#include "ui/spectrogram/overviewstrip.h"
#include "ui/spectrogram/waveformview.h"
#include "ui/workbench/clipoverlay.h"
#include "ui/workbench/displaypanel.h"

#include <QSettings>
#include <QSplitter>

#include <algorithm>
#include <array>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::array<std::string_view, 3> scaleNames{"own", "linear", "logarithmic"}; ///< of FrequencyScale

} // namespace

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
    originalView().setTitle(hasImages ? tr("What the images hold") : tr("Original"));
    originalView().setMessage(session_.isEmpty()
                              ? tr("Drop a sound file or images here, or open one with Ctrl+O.")
                              : QString());
    showSpectrogram();
    showTiles();
    showResult();
    showMarkers();
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
        originalView().setMessage({});
    originalView().setSpectrogram(spectrogram);
    panes_->overview().setSpectrogram(spectrogram);
    panes_->setPlayhead(player_.position());
    showScale();
    showDifference();
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
    tilesView().setTiles(tiles, names);
    panes_->clipped().setTiles(tiles && tiles->report.clippedPixels > 0 ? tiles : nullptr);
    if (tiles && !preview_.spectrogram())
        originalView().setMessage(tr("Images of this format are not spectrograms of magnitudes; the result shows their sound."));
    const auto starts = tiles ? tiles->starts : std::vector<double>{};
    panes_->setTileBorders(starts, names);
}

void WorkbenchPage::showResult()
{
    const auto result = session_.result();
    resultView().setSpectrogram(result ? result->spectrogram : nullptr);
    if (result) {
        if (result->sound != heardResult_ || session_.resultIsCurrent()) // else pieces of what was edited stay on it
            player_.setSound(Side::B, result->sound);
        heardResult_ = result->sound;
        if (!session_.sound())
            axis_.setTotal(result->sound->seconds());
    } else {
        player_.setSound(Side::B, nullptr);
        heardResult_ = nullptr;
    }
    const bool running = preview_.isReconstructing();
    resultView().setMessage(result || session_.isEmpty() ? QString()
                        : running                    ? tr("Reconstructing …")
                                                     : tr("Press Reconstruct to hear what the images hold."));
    showDifference();
    showWaveform();
    transport_->refresh();
    emit stateChanged();
}

/// Panes share the range, from the loudest cell of the original down, unless they have their own.
void WorkbenchPage::showScale()
{
    double loudest = 0;
    if (const auto spectrogram = preview_.spectrogram(); spectrogram && !spectrogram->levels.empty()) {
        const auto cells = spectrogram->levels.back().cells();
        loudest = std::max(-60.0, std::ceil((cells.empty() ? 0 : *std::max_element(cells.begin(), cells.end())) / 1000.0) * 10);
    }
    panes_->setScales(display_->scales(), loudest);
    differenceView().setBadge(differenceView().spectrogram()
                                  ? tr("dark: alike, bright: %1 dB apart or more").arg(display_->scales().of(SpectrogramPane::Difference).rangeDb)
                                  : QString());
}

/// Made off this thread, and only where it is in sight.
void WorkbenchPage::showDifference()
{
    const auto original = preview_.spectrogram();
    const auto result = session_.result() ? session_.result()->spectrogram : nullptr;
    const bool possible = original && result && !original->draft && original->analysis == result->analysis;
    if (!possible || !panes_->isPaneVisible(Pane::Difference)) {
        differenceJob_.cancel();
        differenceView().setSpectrogram(nullptr);
        differenceView().setMessage(session_.isEmpty() ? QString() : tr("The difference is shown when there is a result of the same analysis."));
        differenceView().setBadge({});
        return;
    }
    using Levels = std::shared_ptr<const DisplaySpectrogram>;
    const double range = display_->scales().of(SpectrogramPane::Original).rangeDb;
    differenceJob_.start<Levels>([original, result, range](JobMonitor&) -> Result<Levels> { return levelsApart(*original, *result, range); },
                                 [this](const Result<Levels>& levels) {
                                     differenceView().setMessage({});
                                     differenceView().setSpectrogram(levels ? levels.value() : nullptr);
                                     showScale();
                                 });
}

/// Of the side that is heard; of A where both are.
void WorkbenchPage::showWaveform()
{
    const bool isB = player_.side() == Side::B;
    auto sound = isB ? heardResult_ : session_.sound() ? session_.sound()->audio : nullptr;
    if (sound == drawnSound_ || !panes_->isPaneVisible(Pane::Waveform))
        return;
    drawnSound_ = sound;
    if (!sound) {
        waveformJob_.cancel();
        panes_->waveform().setWaveform(nullptr, {});
        return;
    }
    using Shown = std::shared_ptr<const Waveform>;
    waveformJob_.start<Shown>([sound](JobMonitor& monitor) { return Waveform::of(sound, monitor); },
                              [this, isB](const Result<Shown>& waveform) {
                                  panes_->waveform().setWaveform(waveform ? waveform.value() : nullptr, isB ? tr("B") : tr("A"));
                              });
}

void WorkbenchPage::showMarkers()
{
    panes_->setMarkers(session_.markers());
}

void WorkbenchPage::showReading(const std::optional<Reading>& reading)
{
    emit cursorMoved(reading ? readingText(*reading, bands_.tuning()) + sampleText(*reading) + pixelText(*reading) : QString());
}

QString WorkbenchPage::sampleText(const Reading& reading) const
{
    const int rate = session_.sound() ? session_.sound()->audio->sampleRate : session_.result() ? session_.result()->sound->sampleRate : 0;
    return rate > 0 ? tr(" · sample %1").arg(std::llround(reading.seconds * rate)) : QString();
}

/// Of the image that holds this cell, where its rows are the bands.
QString WorkbenchPage::pixelText(const Reading& reading) const
{
    const auto tiles = preview_.tiles();
    if (!tiles)
        return {};
    for (std::size_t i = 0; i < tiles->tiles.size(); ++i) {
        const Image& image = *tiles->tiles[i];
        const double along = (reading.seconds - tiles->starts[i]) / tiles->lengths[i];
        if (along < 0 || along >= 1 || image.height != preview_.spectrogram()->bands())
            continue;
        const int x = std::min(image.width - 1, static_cast<int>(along * image.width));
        const int y = image.height - 1 - reading.band;
        QStringList values;
        for (int c = 0; c < image.channels; ++c)
            values.append(QString::number(image.at(x, y, c)));
        return tr(" · pixel %1, %2 of image %3: %4").arg(x).arg(y).arg(i).arg(values.join(QLatin1Char(' ')));
    }
    return {};
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
    view.selectedLowest = bands_.selectedFrom();
    view.selectedHighest = bands_.selectedTo();
    view.frequencies = scaleNames[static_cast<std::size_t>(bands_.scale())];
    view.notes = bands_.showsNotes();
    view.panes = panes_->visiblePanes().toStdString();
    const PaneColours& colours = display_->scales().shared();
    view.colours = std::string(colourMapName(colours.map));
    view.rangeDb = colours.rangeDb;
    view.gainDb = colours.gainDb;
    view.scales = display_->scales().text().toStdString();
    return view;
}

void WorkbenchPage::setView(const ProjectView& view)
{
    if (view.to > view.from)
        axis_.show(view.from, view.to);
    axis_.select(view.selectedFrom, view.selectedTo);
    const auto scale = std::ranges::find(scaleNames, view.frequencies);
    bands_.setScale(scale == scaleNames.end() ? FrequencyScale::Own : static_cast<FrequencyScale>(scale - scaleNames.begin()));
    bands_.setNotes(view.notes);
    bands_.showPart(view.lowest, view.highest);
    bands_.select(view.selectedLowest, view.selectedHighest);
    transport_->setLooping(view.loop);
    panes_->setVisiblePanes(QString::fromStdString(view.panes));
    PaneScales scales;
    const auto map = colourMapNamed(view.colours);
    scales.setShared({map ? map.value() : ColourMap::Magma, view.rangeDb, view.gainDb});
    scales.setText(QString::fromStdString(view.scales));
    display_->setScales(scales);
    player_.seek(view.position);
}

void WorkbenchPage::saveLook(QSettings& settings) const
{
    settings.setValue(QStringLiteral("window/split"), split_->saveState());
    const ProjectView view = this->view();
    settings.setValue(QStringLiteral("view/colours"), QString::fromStdString(view.colours));
    settings.setValue(QStringLiteral("view/range"), view.rangeDb);
    settings.setValue(QStringLiteral("view/scales"), QString::fromStdString(view.scales));
    settings.setValue(QStringLiteral("view/frequencies"), QString::fromStdString(view.frequencies));
    settings.setValue(QStringLiteral("view/notes"), view.notes);
    settings.setValue(QStringLiteral("view/panes"), QString::fromStdString(view.panes));
    settings.setValue(QStringLiteral("preview/live"), preview_.isLive());
}

void WorkbenchPage::restoreLook(const QSettings& settings)
{
    split_->restoreState(settings.value(QStringLiteral("window/split")).toByteArray());
    ProjectView view = this->view();
    const auto text = [&](const char* key, std::string& value) {
        value = settings.value(QLatin1String(key), QString::fromStdString(value)).toString().toStdString();
    };
    text("view/colours", view.colours);
    text("view/scales", view.scales);
    text("view/frequencies", view.frequencies);
    text("view/panes", view.panes);
    view.rangeDb = settings.value(QStringLiteral("view/range"), view.rangeDb).toInt();
    view.notes = settings.value(QStringLiteral("view/notes"), view.notes).toBool();
    setView(view);
    preview_.setLive(settings.value(QStringLiteral("preview/live"), true).toBool());
}

} // namespace sonoloom
