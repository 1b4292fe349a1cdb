// SPDX-License-Identifier: GPL-3.0-or-later
// The window's pages: the workbench itself, and the comparison.
#include "ui/mainwindow/mainwindow.h"

#include "ui/compare/comparepage.h"
#include "ui/compare/soundpanes.h"
#include "ui/mainwindow/listeningactions.h"
#include "ui/mainwindow/takeout.h"
#include "ui/mainwindow/viewactions.h"
#include "ui/panels/imagepanel.h"
#include "ui/panels/transportbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/draghandle.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/workbenchpage.h"

#include <QLabel>
#include <QMimeData>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace sonoloom
{

void MainWindow::buildPages()
{
    notices_ = new NoticeBar(this);
    workbench_ = new WorkbenchPage(session_, this);
    comparePage_ = new ComparePage(this);
    pages_ = new QTabWidget(this);
    pages_->setDocumentMode(true);
    pages_->tabBar()->setFocusPolicy(Qt::NoFocus); // Tab means switching A and B
    viewActions_ = new ViewActions(*workbench_, session_, keys_, this);
    takeOut_ = new TakeOut(*workbench_, session_, keys_, this);
    listening_ = new ListeningActions({*pages_, *workbench_, *comparePage_, session_, keys_}, this);
    auto* dragResult = new DragHandle([this] { return takeOut_->resultSound(); }, this);
    dragResult->setObjectName(QStringLiteral("dragResult"));
    dragResult->setToolTip(tr("Drag the result's sound, or the selected part of it, into another program"));
    dragResult->setAccessibleName(dragResult->toolTip());
    workbench_->resultView().addHeadWidget(dragResult);
    pages_->addTab(workbench_, tr("Workbench"));
    pages_->addTab(comparePage_, tr("Comparison"));
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(notices_);
    column->addWidget(pages_, 1);
    setCentralWidget(central);
}

void MainWindow::connectComparison()
{
    connect(comparePage_, &ComparePage::noticed, this, &MainWindow::showInfo);
    connect(comparePage_, &ComparePage::failed, this, &MainWindow::showError);
    connect(comparePage_, &ComparePage::cursorMoved, reading_, &QLabel::setText);
    connect(&workbench_->imagePanel(), &ImagePanel::saveRequested, this, [this] { chooseTilesFolder(Exporter::Style::Own); });
    connect(workbench_, &WorkbenchPage::menuRequested, this, [this](const QPoint& point, bool onScale) {
        viewActions_->popUp(point, onScale, takeOut_->viewActions());
    });
    connect(listening_, &ListeningActions::noticed, this, &MainWindow::showInfo);
    connect(takeOut_, &TakeOut::noticed, this, &MainWindow::showInfo);
    connect(takeOut_, &TakeOut::failed, this, &MainWindow::showError);
    connect(takeOut_, &TakeOut::pasted, this, &MainWindow::open);
    connect(pages_, &QTabWidget::currentChanged, this, &MainWindow::onPageChanged);
    comparePage_->setWorkbenchInputs([this](Side side) -> CompareInput {
        if (side == Side::A && session_.sound())
            return {session_.sound()->path.filename().string(), session_.sound()->path, session_.sound()->audio};
        if (side == Side::B && session_.result())
            return {session_.stem().toStdString() + "_reconstructed", {}, session_.result()->sound};
        return {};
    });
}

void MainWindow::onPageChanged()
{
    reading_->clear();
    viewBar_->setVisible(pages_->currentWidget() == workbench_);
    player().pause();
    comparePage_->player().pause();
}

void MainWindow::compare(const QString& a, const QString& b)
{
    comparePage_->session().setInputs(inputAt(a.toStdString()), inputAt(b.toStdString()));
    pages_->setCurrentWidget(comparePage_);
}

void MainWindow::compareResult()
{
    comparePage_->compareWorkbench();
    pages_->setCurrentWidget(comparePage_);
}

TransportBar& MainWindow::transport() const
{
    return pages_->currentWidget() == comparePage_ ? comparePage_->transport() : workbench_->transport();
}

TimeAxis& MainWindow::timeAxis()
{
    return pages_->currentWidget() == comparePage_ ? comparePage_->soundPanes().timeAxis() : workbench_->timeAxis();
}

FrequencyAxis& MainWindow::frequencyAxis()
{
    return pages_->currentWidget() == comparePage_ ? comparePage_->soundPanes().frequencyAxis() : workbench_->frequencyAxis();
}

} // namespace sonoloom
