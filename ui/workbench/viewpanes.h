// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/marker.h"
#include "ui/spectrogram/spectrogramview.h"
#include "ui/workbench/panescales.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <memory>
#include <vector>

namespace sonoloom
{

class ClipOverlay;
class OverviewStrip;
class TilesView;
class WaveformView;

/// What can be in sight, from top to bottom.
enum class Pane { Overview, Waveform, Original, Images, Result, Difference };
inline constexpr std::array panes{Pane::Overview, Pane::Waveform, Pane::Original, Pane::Images, Pane::Result, Pane::Difference};

/// For settings: "overview", "waveform" and so on.
QString paneId(Pane pane);

/// All views of one session below each other, locked in time and frequency.
class ViewPanes : public QWidget
{
    Q_OBJECT

public:
    /// The axes must outlive the views.
    ViewPanes(TimeAxis& axis, FrequencyAxis& bands, QWidget* parent = nullptr);

    OverviewStrip& overview() { return *overview_; }
    WaveformView& waveform() { return *waveform_; }
    TilesView& tiles() { return *tiles_; }
    ClipOverlay& clipped() { return *clipped_; }
    SpectrogramView& view(SpectrogramPane pane) { return *views_[static_cast<std::size_t>(pane)]; }

    QWidget* paneWidget(Pane pane) const;
    bool isPaneVisible(Pane pane) const { return visible_[static_cast<std::size_t>(pane)]; }
    void setPaneVisible(Pane pane, bool visible);
    /// "overview,original"; empty means the usual ones.
    QString visiblePanes() const;
    void setVisiblePanes(const QString& ids);

    /// @param loudestDb of the original, where the scales of sounds begin
    void setScales(const PaneScales& scales, double loudestDb);
    void setMarkers(const std::vector<Marker>& markers);
    void setTileBorders(const std::vector<double>& starts, const QStringList& names);
    void setPlayhead(double seconds);
    void setTool(DragTool tool);
    void setWheelUse(WheelUse use);

signals:
    void seekRequested(double seconds);
    void cursorMoved(const std::optional<sonoloom::Reading>& reading);
    void scrubbed(double seconds);
    void scrubEnded();
    void menuRequested(const QPoint& globalPoint, bool onScale);
    void measured(const QString& text);
    void visiblePanesChanged();

private:
    void showPanes();

    OverviewStrip* overview_;
    WaveformView* waveform_;
    TilesView* tiles_;
    ClipOverlay* clipped_;
    std::array<SpectrogramView*, 3> views_;
    std::array<bool, 6> visible_{true, true, true, true, true, false};
};

} // namespace sonoloom
