// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/workbenchpage.h"

#include "ui/panels/imagepanel.h"
#include "ui/panels/parameterspanel.h"
#include "ui/panels/resultbadge.h"
#include "ui/panels/resultpanel.h"
#include "ui/panels/tilesview.h"
#include "ui/panels/transportbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/sidescroll.h"
#include "ui/workbench/displaypanel.h"
#include "ui/workbench/regioneditor.h"

#include <QGroupBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <numbers>

namespace sonoloom
{

namespace
{

constexpr int sideWidth = 330;
constexpr int viewsWidth = 950;
constexpr int differenceRangeDb = 40;

QGroupBox* grouped(const QString& title, QWidget* content)
{
    auto* group = new QGroupBox(title);
    auto* layout = new QVBoxLayout(group);
    layout->addWidget(content);
    return group;
}

} // namespace

WorkbenchPage::WorkbenchPage(Session& session, QWidget* parent)
    : EditorPage(parent), session_(session), preview_(session), split_(new QSplitter(Qt::Horizontal, this))
{
    split_->setObjectName(QStringLiteral("mainSplit"));
    split_->setChildrenCollapsible(false);
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(split_);
    buildViews();
    buildSide();
    connectSession();
    connectPreview();
    connectViews();
    onOpened();
}

WorkbenchPage::~WorkbenchPage()
{
    disconnect(&player_, nullptr, this, nullptr);
    disconnect(&preview_, nullptr, this, nullptr);
}

void WorkbenchPage::buildViews()
{
    panes_ = new ViewPanes(axis_, bands_, this);
    transport_ = new TransportBar(player_, this);
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(spacing::normal, spacing::normal, 0, spacing::normal);
    column->setSpacing(spacing::normal);
    buildRegions();
    column->addWidget(&regions_->bar());
    column->addWidget(panes_, 1);
    column->addWidget(transport_);
    split_->addWidget(central);
    split_->setStretchFactor(0, 1);
}

void WorkbenchPage::buildSide()
{
    imagePanel_ = new ImagePanel(session_, this);
    imageGroup_ = grouped(tr("Opened images"), imagePanel_);
    parameters_ = new ParametersPanel(session_, preview_, this);
    display_ = new DisplayPanel(bands_, this);
    PaneScales scales;
    scales.setOwn(SpectrogramPane::Difference, PaneColours{ColourMap::Inferno, differenceRangeDb, 0});
    display_->setScales(scales);
    resultPanel_ = new ResultPanel(session_, preview_, this);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(spacing::tight, spacing::normal, spacing::normal, spacing::normal);
    column->addWidget(imageGroup_);
    column->addWidget(grouped(tr("Images"), parameters_));
    column->addWidget(grouped(tr("Reconstruction"), resultPanel_));
    column->addWidget(grouped(tr("Display"), display_));
    column->addStretch(1);
    auto* scroll = new SideScroll(content, this);
    split_->addWidget(scroll);
    split_->setSizes({viewsWidth, sideWidth});
}

void WorkbenchPage::connectSession()
{
    connect(&session_, &Session::opened, this, &WorkbenchPage::onOpened);
    connect(&session_, &Session::closed, this, &WorkbenchPage::onOpened);
    connect(&session_, &Session::resultChanged, this, &WorkbenchPage::showResult);
    connect(&player_, &Player::failed, this, &WorkbenchPage::failed);
    connect(parameters_, &ParametersPanel::refused, this, &WorkbenchPage::failed);
    connect(resultPanel_, &ResultPanel::refused, this, &WorkbenchPage::failed);
}

void WorkbenchPage::connectPreview()
{
    badge_ = new ResultBadge(session_, preview_, this);
    connect(badge_, &ResultBadge::changed, this, [this] { resultView().setBadge(badge_->text(), badge_->help()); });
    connect(&preview_, &PreviewController::spectrogramChanged, this, &WorkbenchPage::showSpectrogram);
    connect(&preview_, &PreviewController::tilesChanged, this, &WorkbenchPage::showTiles);
    connect(&preview_, &PreviewController::computingChanged, this, [this](bool computing) {
        originalView().setBadge(computing ? tr("drawing …") : QString());
    });
    connect(&preview_, &PreviewController::reconstructionStarted, this, [this] {
        if (!session_.result())
            resultView().setMessage(tr("Reconstructing …"));
        emit stateChanged();
    });
    connect(&preview_, &PreviewController::reconstructionCancelled, this, &WorkbenchPage::showResult);
    connect(&preview_, &PreviewController::sounded, this, [this](const std::shared_ptr<const Audio>& draft) {
        player_.setSound(Side::B, draft);
        heardResult_ = draft;
        showWaveform();
        transport_->refresh();
        emit stateChanged();
    });
    connect(&preview_, &PreviewController::pieceSounded, this, [this](const std::shared_ptr<const Audio>& piece, double seconds) {
        player_.setPiece(piece, seconds);
        transport_->refresh();
        emit stateChanged();
    });
    connect(&player_, &Player::positionChanged, &preview_, &PreviewController::setListener);
    connect(&preview_, &PreviewController::previewFailed, this, &WorkbenchPage::failed);
    connect(&preview_, &PreviewController::reconstructionFailed, this, &WorkbenchPage::failed);
    connect(&preview_, &PreviewController::reconstructionFailed, this, &WorkbenchPage::showResult);
}

void WorkbenchPage::connectViews()
{
    connect(panes_, &ViewPanes::seekRequested, &player_, &Player::seek);
    connect(panes_, &ViewPanes::scrubbed, &player_, &Player::scrub);
    connect(panes_, &ViewPanes::scrubEnded, &player_, &Player::endScrub);
    connect(panes_, &ViewPanes::cursorMoved, this, &WorkbenchPage::showReading);
    connect(panes_, &ViewPanes::measured, this, &WorkbenchPage::cursorMoved);
    connect(panes_, &ViewPanes::menuRequested, this, &WorkbenchPage::menuRequested);
    connect(panes_, &ViewPanes::visiblePanesChanged, this, &WorkbenchPage::showDifference);
    connect(panes_, &ViewPanes::visiblePanesChanged, this, &WorkbenchPage::showWaveform);
    connect(&player_, &Player::positionChanged, panes_, &ViewPanes::setPlayhead);
    connect(&player_, &Player::positionChanged, this, [this](double seconds) {
        if (player_.isPlaying())
            axis_.follow(seconds);
    });
    connect(&player_, &Player::sideChanged, this, &WorkbenchPage::showWaveform);
    connect(&axis_, &TimeAxis::changed, this, [this] { preview_.setFocus(axis_.from(), axis_.to()); });
    connect(&axis_, &TimeAxis::selectionChanged, this, &WorkbenchPage::applyLoop);
    connect(transport_, &TransportBar::loopToggled, this, &WorkbenchPage::applyLoop);
    connect(&player_, &Player::durationChanged, this, &WorkbenchPage::applyLoop);
    connect(&panes_->tiles(), &TilesView::pixelHovered, this, &WorkbenchPage::cursorMoved);
    tilesView().setPixelNote([this](const Image& image, int x, int y) {
        const auto phase = session_.codec()->phaseAt(image, x, y);
        return phase ? tr(" · phase %1°").arg(*phase * 180 / std::numbers::pi, 0, 'f', 1) : QString();
    });
    connect(display_, &DisplayPanel::scalesChanged, this, &WorkbenchPage::showScale);
    connect(&session_, &Session::markersChanged, this, &WorkbenchPage::showMarkers);
}

} // namespace sonoloom
