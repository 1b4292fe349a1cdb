// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "ui/compare/comparepage.h"
#include "ui/editors/sequence/sequencepage.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/workbenchpage.h"

#include <QApplication>
#include <QLabel>
#include <QScreen>
#include <QStatusBar>

namespace sonoloom
{

namespace
{

constexpr QSize firstSize{1280, 800};

} // namespace

MainWindow::MainWindow()
    : keeper_(session_, sequence_, [this] { return workbench_->view(); }, ProjectKeeper::usualFolder()), exporter_(session_, jobs_)
{
    setWindowTitle(tr("Sonoloom"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/sonoloom.svg")));
    setAcceptDrops(true);
    resize(firstSize.boundedTo(screen()->availableSize()));
    buildPages();
    buildStatus();
    buildFileMenu();
    buildEditMenu();
    buildPlayMenu();
    buildViewMenu();
    buildHelpMenu();
    connectKeys();
    connectSession();
    connectProject();
    connectPages();
    connectComparison();
    connectExport();
    connectJobs();
    takeIcons();
    restoreLook();
    connectSettings();
    onOpened();
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    disconnect(&keeper_, nullptr, this, nullptr);
    disconnect(pages_, nullptr, this, nullptr); // losing a page is no change of page
    delete sequencePage_;                       // before what they show
    delete workbench_;
}

void MainWindow::open(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (keeper_.file().isEmpty() || mayLeave([this, paths] { session_.open(paths); }))
        session_.open(paths); // parameters that belong to no project stay set
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
    connect(&session_, &Session::closed, this, &MainWindow::refreshActions);
    connect(&session_, &Session::openFailed, this, &MainWindow::showError);
    connect(&session_, &Session::formatWanted, this, &MainWindow::askForFormat);
    connect(&session_, &Session::noticed, this, &MainWindow::showInfo);
    connect(&session_, &Session::openingChanged, this, [this](bool opening) {
        opening ? job_->begin(tr("Opening")) : job_->end();
        if (opening)
            notices_->dismiss();
    });
    connect(&session_, &Session::openingProgressed, job_, &JobBar::setProgress);
}

void MainWindow::onOpened()
{
    if (const auto project = session_.project(); project && !project->file.empty())
        recent_.add(QString::fromStdString(project->file.string()));
    else if (const auto sound = session_.sound())
        recent_.add(QString::fromStdString(sound->path.string()));
    else if (const auto images = session_.images())
        recent_.add(QString::fromStdString(images->images.front().path.string()));
    refreshActions();
}

void MainWindow::showError(const QString& sentence)
{
    notices_->show(NoticeBar::Kind::Error, sentence);
}

void MainWindow::showInfo(const QString& sentence)
{
    notices_->show(NoticeBar::Kind::Info, sentence);
}

PreviewController& MainWindow::preview()
{
    return workbench_->preview();
}

Player& MainWindow::player()
{
    return workbench_->player();
}

} // namespace sonoloom
