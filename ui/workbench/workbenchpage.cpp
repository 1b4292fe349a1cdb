// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/workbenchpage.h"

#include "ui/panels/imagepanel.h"
#include "ui/panels/parameterspanel.h"
#include "ui/panels/resultpanel.h"
#include "ui/panels/tilesview.h"
#include "ui/panels/transportbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/sidescroll.h"
#include "ui/workbench/displaypanel.h"

#include <QGroupBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr int sideWidth = 330;
constexpr int viewsWidth = 950;

QGroupBox* grouped(const QString& title, QWidget* content)
{
    auto* group = new QGroupBox(title);
    auto* layout = new QVBoxLayout(group);
    layout->addWidget(content);
    return group;
}

} // namespace

WorkbenchPage::WorkbenchPage(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), preview_(session), split_(new QSplitter(Qt::Horizontal, this))
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
    original_ = new SpectrogramView(axis_, bands_, tr("Original"), this);
    result_ = new SpectrogramView(axis_, bands_, tr("Result"), this);
    tiles_ = new TilesView(axis_, this);
    transport_ = new TransportBar(player_, this);

    auto* panes = new QSplitter(Qt::Vertical, this);
    panes->setChildrenCollapsible(false);
    for (QWidget* pane : {static_cast<QWidget*>(original_), static_cast<QWidget*>(tiles_), static_cast<QWidget*>(result_)})
        panes->addWidget(pane);
    panes->setStretchFactor(0, 3);
    panes->setStretchFactor(1, 2);
    panes->setStretchFactor(2, 3);

    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(spacing::normal, spacing::normal, 0, spacing::normal);
    column->setSpacing(spacing::normal);
    column->addWidget(panes, 1);
    column->addWidget(transport_);

    split_->addWidget(central);
    split_->setStretchFactor(0, 1);
}

void WorkbenchPage::buildSide()
{
    imagePanel_ = new ImagePanel(session_, this);
    imageGroup_ = grouped(tr("Opened images"), imagePanel_);
    parameters_ = new ParametersPanel(session_, preview_, this);
    display_ = new DisplayPanel(this);
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
    connect(&preview_, &PreviewController::spectrogramChanged, this, &WorkbenchPage::showSpectrogram);
    connect(&preview_, &PreviewController::tilesChanged, this, &WorkbenchPage::showTiles);
    connect(&preview_, &PreviewController::computingChanged, this, [this](bool computing) {
        original_->setBadge(computing ? tr("drawing …") : QString());
    });
    connect(&preview_, &PreviewController::reconstructionStarted, this, [this] {
        if (!session_.result())
            result_->setMessage(tr("Reconstructing …"));
        emit stateChanged();
    });
    connect(&preview_, &PreviewController::reconstructionCancelled, this, &WorkbenchPage::showResult);
    connect(&preview_, &PreviewController::sounded, this, [this](const std::shared_ptr<const Audio>& draft) {
        player_.setSound(Side::B, draft);
        result_->setBadge(tr("draft, refining …"));
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
    for (SpectrogramView* view : {original_, result_}) {
        connect(view, &SpectrogramView::seekRequested, &player_, &Player::seek);
        connect(view, &SpectrogramView::cursorMoved, this, &WorkbenchPage::showReading);
        connect(&player_, &Player::positionChanged, view, &SpectrogramView::setPlayhead);
    }
    connect(&player_, &Player::positionChanged, this, [this](double seconds) {
        if (player_.isPlaying())
            axis_.follow(seconds);
    });
    connect(&axis_, &TimeAxis::selectionChanged, this, &WorkbenchPage::applyLoop);
    connect(transport_, &TransportBar::loopToggled, this, &WorkbenchPage::applyLoop);
    connect(tiles_, &TilesView::pixelHovered, this, &WorkbenchPage::cursorMoved);
    connect(display_, &DisplayPanel::changed, this, &WorkbenchPage::showScale);
}

} // namespace sonoloom
