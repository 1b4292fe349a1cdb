// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "core/pipeline/encode.h"
#include "ui/panels/imagepanel.h"
#include "ui/panels/parameterspanel.h"
#include "ui/panels/resultpanel.h"
#include "ui/panels/tilesview.h"
#include "ui/panels/transportbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sidescroll.h"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QScreen>
#include <QMimeData>
#include <QSpinBox>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int sideWidth = 330;
constexpr QSize firstSize{1280, 800};

QGroupBox* grouped(const QString& title, QWidget* content)
{
    auto* group = new QGroupBox(title);
    auto* layout = new QVBoxLayout(group);
    layout->addWidget(content);
    return group;
}

} // namespace

MainWindow::MainWindow()
    : keeper_(session_, [this] { return projectView(); }, ProjectKeeper::usualFolder()), preview_(session_), exporter_(session_)
{
    setWindowTitle(tr("Sonoloom"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/sonoloom.svg")));
    setAcceptDrops(true);
    resize(firstSize.boundedTo(screen()->availableSize()));
    buildPages();
    buildViews();
    buildSide();
    buildStatus();
    buildFileMenu();
    buildEditMenu();
    buildPlayMenu();
    buildViewMenu();
    buildHelpMenu();
    connectSession();
    connectProject();
    connectComparison();
    connectViews();
    connectExport();
    takeIcons();
    restoreLook();
    onOpened();
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    disconnect(&keeper_, nullptr, this, nullptr);
    disconnect(&player_, nullptr, this, nullptr);
    disconnect(&preview_, nullptr, this, nullptr);
}

void MainWindow::open(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (keeper_.file().isEmpty() || mayLeave([this, paths] { session_.open(paths); }))
        session_.open(paths); // parameters that belong to no project stay set
}

void MainWindow::buildViews()
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

void MainWindow::buildSide()
{
    imagePanel_ = new ImagePanel(session_, this);
    imageGroup_ = grouped(tr("Opened images"), imagePanel_);
    parameters_ = new ParametersPanel(session_, preview_, this);
    resultPanel_ = new ResultPanel(session_, preview_, this);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(spacing::tight, spacing::normal, spacing::normal, spacing::normal);
    column->addWidget(imageGroup_);
    column->addWidget(grouped(tr("Images"), parameters_));
    column->addWidget(grouped(tr("Reconstruction"), resultPanel_));
    column->addWidget(grouped(tr("Display"), buildColourBar()));
    column->addStretch(1);
    auto* scroll = new SideScroll(content, this);
    split_->addWidget(scroll);
    split_->setSizes({firstSize.width() - sideWidth, sideWidth});
}

QWidget* MainWindow::buildColourBar()
{
    colourMap_ = new QComboBox(this);
    for (const ColourMap map : colourMaps)
        colourMap_->addItem(QString::fromUtf8(colourMapName(map).data(), static_cast<qsizetype>(colourMapName(map).size())));
    colourMap_->setObjectName(QStringLiteral("colours"));
    colourMap_->setAccessibleName(tr("Colour map"));
    range_ = new QSpinBox(this);
    range_->setRange(20, 160);
    range_->setSingleStep(10);
    range_->setValue(80);
    range_->setSuffix(tr(" dB"));
    range_->setAccessibleName(tr("Range"));
    auto* bar = new QWidget(this);
    auto* grid = new QGridLayout(bar);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("Colours")), 0, 0);
    grid->addWidget(colourMap_, 0, 1);
    grid->addWidget(new QLabel(tr("Range")), 1, 0);
    grid->addWidget(range_, 1, 1);
    connect(colourMap_, &QComboBox::currentIndexChanged, this, &MainWindow::showScale);
    connect(range_, &QSpinBox::valueChanged, this, &MainWindow::showScale);
    return bar;
}

void MainWindow::buildStatus()
{
    reading_ = new QLabel(this);
    job_ = new JobBar(this);
    statusBar()->addWidget(reading_, 1);
    statusBar()->addPermanentWidget(job_);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectSession()
{
    connect(&session_, &Session::opened, this, &MainWindow::onOpened);
    connect(&session_, &Session::closed, this, &MainWindow::onOpened);
    connect(&session_, &Session::openFailed, this,
            [this](const QString& sentence) { notices_->show(NoticeBar::Kind::Error, sentence); });
    connect(&session_, &Session::noticed, this,
            [this](const QString& sentence) { notices_->show(NoticeBar::Kind::Info, sentence); });
    connect(&session_, &Session::openingChanged, this, [this](bool opening) {
        opening ? job_->begin(tr("Opening")) : job_->end();
        if (opening)
            notices_->dismiss();
    });
    connect(&session_, &Session::openingProgressed, job_, &JobBar::setProgress);
    connect(&session_, &Session::resultChanged, this, &MainWindow::showResult);

    connect(&preview_, &PreviewController::spectrogramChanged, this, &MainWindow::showSpectrogram);
    connect(&preview_, &PreviewController::tilesChanged, this, &MainWindow::showTiles);
    connect(&preview_, &PreviewController::computingChanged, this, [this](bool computing) {
        original_->setBadge(computing ? tr("drawing …") : QString());
    });
    connect(&preview_, &PreviewController::reconstructionStarted, this, [this] {
        if (!session_.result())
            result_->setMessage(tr("Reconstructing …"));
        refreshActions();
    });
    connect(&preview_, &PreviewController::reconstructionCancelled, this, &MainWindow::showResult);
    connect(&preview_, &PreviewController::sounded, this, [this](const std::shared_ptr<const Audio>& draft) {
        player_.setSound(Side::B, draft);
        result_->setBadge(tr("draft, refining …"));
        transport_->refresh();
        refreshActions();
    });
    connect(&player_, &Player::positionChanged, &preview_, &PreviewController::setListener);
    const auto showError = [this](const QString& sentence) { notices_->show(NoticeBar::Kind::Error, sentence); };
    connect(&preview_, &PreviewController::previewFailed, this, showError);
    connect(&preview_, &PreviewController::reconstructionFailed, this, showError);
    connect(&preview_, &PreviewController::reconstructionFailed, this, &MainWindow::showResult);
    connect(&player_, &Player::failed, this, showError);
    connect(parameters_, &ParametersPanel::refused, this, showError);
    connect(resultPanel_, &ResultPanel::refused, this, showError);
}

void MainWindow::connectViews()
{
    for (SpectrogramView* view : {original_, result_}) {
        connect(view, &SpectrogramView::seekRequested, &player_, &Player::seek);
        connect(view, &SpectrogramView::cursorMoved, this, &MainWindow::showReading);
        connect(&player_, &Player::positionChanged, view, &SpectrogramView::setPlayhead);
    }
    connect(&player_, &Player::positionChanged, this, [this](double seconds) {
        if (player_.isPlaying())
            axis_.follow(seconds);
    });
    connect(&axis_, &TimeAxis::selectionChanged, this, &MainWindow::applyLoop);
    connect(transport_, &TransportBar::loopToggled, this, &MainWindow::applyLoop);
    connect(tiles_, &TilesView::pixelHovered, reading_, &QLabel::setText);
    tiles_->setDragSource([this](std::size_t tile) { return dragTile(tile); });
}

void MainWindow::onOpened()
{
    const bool hasSound = session_.sound() != nullptr;
    const bool hasImages = session_.images() != nullptr;
    axis_.setTotal(hasSound ? session_.sound()->audio->seconds() : 0);
    if (const auto project = session_.project(); project && !project->file.empty())
        recent_.add(QString::fromStdString(project->file.string()));
    else if (hasSound || hasImages)
        recent_.add(QString::fromStdString(
            (hasSound ? session_.sound()->path : session_.images()->images.front().path).string()));
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
        applyView(session_.project()->project.view);
    refreshActions();
}

void MainWindow::showSpectrogram()
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

void MainWindow::showTiles()
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

void MainWindow::showResult()
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
    refreshActions();
}

/// Both panes share the range, from the loudest cell of the original down.
void MainWindow::showScale()
{
    ColourScale scale;
    scale.map = colourMaps[static_cast<std::size_t>(std::max(0, colourMap_->currentIndex()))];
    scale.rangeDb = range_->value();
    if (const auto spectrogram = preview_.spectrogram(); spectrogram && !spectrogram->levels.empty()) {
        const auto cells = spectrogram->levels.back().cells();
        const int loudest = cells.empty() ? 0 : *std::max_element(cells.begin(), cells.end());
        scale.topDb = std::max(-60.0, std::ceil(loudest / 1000.0) * 10);
    }
    original_->setColourScale(scale);
    result_->setColourScale(scale);
}

void MainWindow::showReading(const std::optional<SpectrogramView::Reading>& reading)
{
    if (!reading) {
        reading_->clear();
        return;
    }
    reading_->setText(tr("%1 · column %2 · %3 Hz · %4 dB")
                          .arg(timeText(reading->seconds))
                          .arg(reading->column)
                          .arg(reading->hertz, 0, 'f', reading->hertz < 1000 ? 1 : 0)
                          .arg(reading->decibels, 0, 'f', 1));
}

void MainWindow::applyLoop()
{
    if (!transport_->isLooping())
        player_.setLoop(0, 0);
    else if (axis_.hasSelection())
        player_.setLoop(axis_.selectedFrom(), axis_.selectedTo());
    else
        player_.setLoop(0, player_.duration());
}

} // namespace sonoloom
