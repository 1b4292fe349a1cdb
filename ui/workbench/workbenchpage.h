// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/document/session.h"
#include "ui/jobs/job.h"
#include "ui/player/player.h"
#include "ui/preview/previewcontroller.h"
#include "ui/regions/regionpen.h"
#include "ui/spectrogram/spectrogramview.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/widgets/editorpage.h"
#include "ui/workbench/viewpanes.h"

#include <QPointer>

class QSettings;
class QSplitter;

namespace sonoloom
{

class DisplayPanel;
class ImagePanel;
class ParametersPanel;
class RegionEditor;
class ResultBadge;
class ResultPanel;
class SweepDialog;
class TransportBar;

/// The page where a sound becomes images and images become sound: the views of a session on one time axis, its
/// parameters, and playing it.
class WorkbenchPage : public EditorPage
{
    Q_OBJECT

public:
    /// @param session must outlive the page
    explicit WorkbenchPage(Session& session, QWidget* parent = nullptr);
    ~WorkbenchPage() override;

    PreviewController& preview() { return preview_; }
    Player& player() override { return player_; }
    TransportBar& transport() override { return *transport_; }
    TimeAxis& timeAxis() override { return axis_; }
    FrequencyAxis* frequencies() override { return &bands_; }
    FrequencyAxis& frequencyAxis() { return bands_; }
    ViewPanes& panes() { return *panes_; }
    SpectrogramView& originalView() { return panes_->view(SpectrogramPane::Original); }
    SpectrogramView& resultView() { return panes_->view(SpectrogramPane::Result); }
    SpectrogramView& differenceView() { return panes_->view(SpectrogramPane::Difference); }
    TilesView& tilesView() { return panes_->tiles(); }
    ImagePanel& imagePanel() { return *imagePanel_; }

    bool edit(EditCommand command) override;
    RegionEditor& regions() { return *regions_; }
    /// What the left button does in the panes: their own tool, or one that draws.
    void useTool(DragTool tool);
    void useTool(RegionTool tool);

    /// The grid of settings, on the selection or the first 10 s.
    void openSweep();

    /// How the page is looked at now, for projects.
    ProjectView view() const;
    void setView(const ProjectView& view);
    /// What is kept from one start of the program to the next.
    void saveLook(QSettings& settings) const;
    void restoreLook(const QSettings& settings);

signals:
    void menuRequested(const QPoint& globalPoint, bool onScale);

private:
    void buildViews();
    void buildSide();
    void buildRegions();
    void connectSession();
    void connectPreview();
    void connectViews();

    void onOpened();
    void showSpectrogram();
    void showTiles();
    void showResult();
    void showScale();
    void showDifference();
    void showWaveform();
    void showMarkers();
    void showReading(const std::optional<Reading>& reading);
    QString sampleText(const Reading& reading) const;
    QString pixelText(const Reading& reading) const;
    void applyLoop();
    void hearSwept(const std::shared_ptr<const Audio>& sound, double from);

    // Models before views: what is declared last is destroyed first.
    Session& session_;
    PreviewController preview_;
    Player player_;
    TimeAxis axis_;
    FrequencyAxis bands_;
    Job differenceJob_;
    Job waveformJob_;
    Job sweptJob_;
    std::shared_ptr<const Audio> heardResult_; ///< side B: a draft or the result
    std::shared_ptr<const Audio> drawnSound_;  ///< whose waveform is shown or being made

    QSplitter* split_;
    ViewPanes* panes_ = nullptr;
    RegionEditor* regions_ = nullptr;
    TransportBar* transport_ = nullptr;
    ImagePanel* imagePanel_ = nullptr;
    QWidget* imageGroup_ = nullptr;
    ParametersPanel* parameters_ = nullptr;
    ResultPanel* resultPanel_ = nullptr;
    ResultBadge* badge_ = nullptr;
    QPointer<SweepDialog> sweep_;
    DisplayPanel* display_ = nullptr;
};

} // namespace sonoloom
