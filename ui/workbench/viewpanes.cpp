// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/viewpanes.h"

#include "ui/panels/tilesview.h"
#include "ui/spectrogram/overviewstrip.h"
#include "ui/spectrogram/waveformview.h"
#include "ui/theme/theme.h"
#include "ui/workbench/clipoverlay.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr int waveformShare = 1;
constexpr int tilesShare = 3;
constexpr int viewShare = 4;
constexpr auto usualPanes = "overview,waveform,original,images,result";

} // namespace

QString paneId(Pane pane)
{
    switch (pane) {
    case Pane::Overview: return QStringLiteral("overview");
    case Pane::Waveform: return QStringLiteral("waveform");
    case Pane::Original: return QStringLiteral("original");
    case Pane::Images: return QStringLiteral("images");
    case Pane::Result: return QStringLiteral("result");
    case Pane::Difference: break;
    }
    return QStringLiteral("difference");
}

ViewPanes::ViewPanes(TimeAxis& axis, FrequencyAxis& bands, QWidget* parent)
    : QWidget(parent), overview_(new OverviewStrip(axis, this)), waveform_(new WaveformView(axis, this)), tiles_(new TilesView(axis, this)),
      clipped_(new ClipOverlay(axis, *tiles_)),
      views_{new SpectrogramView(axis, bands, tr("Original"), this), new SpectrogramView(axis, bands, tr("Result"), this),
             new SpectrogramView(axis, bands, tr("Difference"), this)}
{
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    for (const Pane pane : panes)
        if (pane != Pane::Overview) {
            split->addWidget(paneWidget(pane));
            split->setStretchFactor(split->count() - 1, pane == Pane::Waveform ? waveformShare : pane == Pane::Images ? tilesShare : viewShare);
        }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(overview_);
    column->addWidget(split, 1);
    for (SpectrogramView* view : views_) {
        connect(view, &SpectrogramView::seekRequested, this, &ViewPanes::seekRequested);
        connect(view, &SpectrogramView::cursorMoved, this, &ViewPanes::cursorMoved);
        connect(view, &SpectrogramView::scrubbed, this, &ViewPanes::scrubbed);
        connect(view, &SpectrogramView::scrubEnded, this, &ViewPanes::scrubEnded);
        connect(view, &SpectrogramView::menuRequested, this, &ViewPanes::menuRequested);
        connect(view, &SpectrogramView::measured, this, &ViewPanes::measured);
    }
    connect(waveform_, &WaveformView::seekRequested, this, &ViewPanes::seekRequested);
    showPanes();
}

QWidget* ViewPanes::paneWidget(Pane pane) const
{
    switch (pane) {
    case Pane::Overview: return overview_;
    case Pane::Waveform: return waveform_;
    case Pane::Images: return tiles_;
    case Pane::Original: return views_[0];
    case Pane::Result: return views_[1];
    case Pane::Difference: break;
    }
    return views_[2];
}

void ViewPanes::setPaneVisible(Pane pane, bool visible)
{
    if (visible == isPaneVisible(pane))
        return;
    visible_[static_cast<std::size_t>(pane)] = visible;
    showPanes();
    emit visiblePanesChanged();
}

QString ViewPanes::visiblePanes() const
{
    QStringList ids;
    for (const Pane pane : panes)
        if (isPaneVisible(pane))
            ids.append(paneId(pane));
    return ids.join(QLatin1Char(','));
}

void ViewPanes::setVisiblePanes(const QString& ids)
{
    const QStringList wanted = (ids.isEmpty() ? QLatin1String(usualPanes) : ids).split(QLatin1Char(','));
    for (const Pane pane : panes)
        setPaneVisible(pane, wanted.contains(paneId(pane)));
}

/// Only the lowest spectrogram in sight has a ruler: all share it.
void ViewPanes::showPanes()
{
    SpectrogramView* lowest = nullptr;
    for (const Pane pane : panes) {
        paneWidget(pane)->setVisible(isPaneVisible(pane));
        if (auto* view = qobject_cast<SpectrogramView*>(paneWidget(pane)); view && isPaneVisible(pane))
            lowest = view;
    }
    for (SpectrogramView* view : views_)
        view->setRulerVisible(view == lowest);
}

void ViewPanes::setScales(const PaneScales& scales, double loudestDb)
{
    for (const SpectrogramPane pane : spectrogramPanes) {
        const PaneColours colours = scales.of(pane);
        const double loudest = pane == SpectrogramPane::Difference ? colours.rangeDb : loudestDb; // apart: from 0 up
        view(pane).setColourScale(colours.scale(loudest));
    }
    overview_->setColourScale(scales.of(SpectrogramPane::Original).scale(loudestDb));
}

void ViewPanes::setMarkers(const std::vector<Marker>& markers)
{
    std::vector<double> seconds;
    QStringList names;
    for (const Marker& marker : markers) {
        seconds.push_back(marker.seconds);
        names.append(QString::fromStdString(marker.name));
    }
    for (SpectrogramView* view : views_)
        view->setMarkers(seconds, names);
    overview_->setMarkers(seconds);
}

void ViewPanes::setTileBorders(const std::vector<double>& starts, const QStringList& names)
{
    for (SpectrogramView* view : views_)
        view->setTileBorders(starts, view == views_[0] ? names : QStringList());
}

void ViewPanes::setPlayhead(double seconds)
{
    for (SpectrogramView* view : views_)
        view->setPlayhead(seconds);
    overview_->setPlayhead(seconds);
    waveform_->setPlayhead(seconds);
}

void ViewPanes::setTool(DragTool tool)
{
    for (SpectrogramView* view : views_)
        view->setTool(tool);
}

void ViewPanes::setWheelUse(WheelUse use)
{
    for (SpectrogramView* view : views_)
        view->setWheelUse(use);
}

} // namespace sonoloom
