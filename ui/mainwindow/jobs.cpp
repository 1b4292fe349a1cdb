// SPDX-License-Identifier: GPL-3.0-or-later
// The list of jobs: what gets into it, and what becomes of jobs when the window is closed.
#include "ui/mainwindow/mainwindow.h"

#include "ui/jobs/passingjob.h"
#include "ui/keys/keytip.h"
#include "ui/panels/jobsdock.h"
#include "ui/preview/previewcontroller.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QUrl>

#include <utility>

namespace sonoloom
{

void MainWindow::buildJobs(QMenu& menu)
{
    jobsDock_ = new JobsDock(jobs_, this);
    addDockWidget(Qt::BottomDockWidgetArea, jobsDock_);
    jobsDock_->hide();
    const auto toggle = [this] { jobsDock_->setVisible(!jobsDock_->isVisible()); };
    addAction(&menu, "jobs", tr("&Jobs"), QKeySequence(tr("Ctrl+J")), toggle);
    auto* button = new JobsButton(jobs_, this);
    setKeyTip(*button, tr("What is being done, and what came of it"), "jobs");
    statusBar()->addPermanentWidget(button);
    connect(button, &QToolButton::clicked, this, toggle);
    connect(jobsDock_, &JobsDock::showRequested, this, [](const QStringList& files) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(files.front()).absolutePath()));
    });
}

void MainWindow::connectJobs()
{
    connect(&exporter_, &Exporter::started, jobsDock_, &QWidget::show, Qt::SingleShotConnection); // where to look for the next ones
    connect(&exporter_, &Exporter::idle, this, [this] {
        if (std::exchange(closeWhenIdle_, false) && !exportFailed_)
            close();
    });
    connect(&exporter_, &Exporter::failed, this, [this] { exportFailed_ = true; }); // it has to be seen

    auto* opening = new PassingJob(jobs_, tr("Opening"), [this] { session_.cancelOpening(); }, this);
    connect(&session_, &Session::openingChanged, opening, [opening](bool on) { on ? opening->begin() : opening->end(); });
    connect(&session_, &Session::openingProgressed, opening, &PassingJob::progress);
    connect(&session_, &Session::openFailed, opening, &PassingJob::fail);

    auto* drawing = new PassingJob(jobs_, tr("Preview"), {}, this); // begins anew with the next change: there is nothing to stop
    connect(&preview(), &PreviewController::computingChanged, drawing, [drawing](bool on) { on ? drawing->begin() : drawing->end(); });
    connect(&preview(), &PreviewController::previewProgressed, drawing, &PassingJob::progress);

    auto* reconstructing = new PassingJob(jobs_, tr("Reconstruction"), [this] { preview().cancelReconstruction(); }, this);
    connect(&preview(), &PreviewController::reconstructionStarted, reconstructing, &PassingJob::begin);
    connect(&preview(), &PreviewController::reconstructionProgressed, reconstructing, &PassingJob::progress);
    connect(&preview(), &PreviewController::reconstructionFailed, reconstructing, &PassingJob::fail);
    for (const auto signal : {&PreviewController::reconstructed, &PreviewController::reconstructionCancelled})
        connect(&preview(), signal, reconstructing, &PassingJob::end);
}

MainWindow::Leaving MainWindow::askAboutJobs()
{
    if (!exporter_.isRunning() || !settings_.now().confirmClose)
        return Leaving::Now;
    QMessageBox box(QMessageBox::Question, tr("Finish what is being written?"),
                    tr("Exports are not done yet. Sonoloom can close when they are, or stop them; then nothing of them is left."),
                    QMessageBox::NoButton, this);
    const QPushButton* finish = box.addButton(tr("&Finish first"), QMessageBox::AcceptRole);
    const QPushButton* stop = box.addButton(tr("&Stop them"), QMessageBox::DestructiveRole);
    QPushButton* stay = box.addButton(tr("S&tay"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    exportFailed_ = false;
    box.exec();
    if (box.clickedButton() == stop || (box.clickedButton() == finish && !exporter_.isRunning()))
        return Leaving::Now;
    return box.clickedButton() == finish ? Leaving::WhenDone : Leaving::Never;
}

} // namespace sonoloom
