// SPDX-License-Identifier: GPL-3.0-or-later
// The window's pages: the workbench itself, the comparison, and those that edit.
#include "ui/mainwindow/mainwindow.h"

#include "ui/compare/comparepage.h"
#include "ui/compare/soundpanes.h"
#include "ui/editors/sequence/sequenceactions.h"
#include "ui/editors/sequence/sequencepage.h"
#include "ui/mainwindow/listeningactions.h"
#include "ui/mainwindow/regionactions.h"
#include "ui/mainwindow/takeout.h"
#include "ui/mainwindow/viewactions.h"
#include "ui/panels/imagepanel.h"
#include "ui/panels/transportbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/draghandle.h"
#include "ui/widgets/editorpage.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/workbenchpage.h"

#include <QLabel>
#include <QMimeData>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QUndoGroup>
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
    addPage({workbench_, "workbench", tr("&Workbench"), tr("Make images of a sound, and sound of images"), QKeySequence(tr("F5"))});
    addPage({comparePage_, "comparison", tr("&Comparison"), tr("Compare two sounds, images or folders of images"), QKeySequence(tr("F6"))});
    buildEditors();
    viewActions_ = new ViewActions(*workbench_, session_, keys_, this);
    regionActions_ = new RegionActions(*workbench_, keys_, this);
    takeOut_ = new TakeOut(*workbench_, session_, keys_, this);
    listening_ = new ListeningActions({*pages_, *workbench_, *comparePage_, session_, keys_}, this);
    auto* dragResult = new DragHandle([this] { return takeOut_->resultSound(); }, this);
    dragResult->setObjectName(QStringLiteral("dragResult"));
    dragResult->setToolTip(tr("Drag the result's sound, or the selected part of it, into another program"));
    dragResult->setAccessibleName(dragResult->toolTip());
    workbench_->resultView().addHeadWidget(dragResult);
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(notices_);
    column->addWidget(pages_, 1);
    setCentralWidget(central);
}

/// The pages that edit, made and connected to each other.
void MainWindow::buildEditors()
{
    sequencePage_ = new SequencePage({sequence_, session_, exporter_}, this);
    sequencePage_->setWorkbenchAxis(workbench_->timeAxis());
    sequenceActions_ = new SequenceActions(*sequencePage_, keys_, this);
    addPage({sequencePage_, "sequence", tr("&Sequence"), tr("Lay clips of sound and images one after the other"), QKeySequence(tr("F7"))});
    buildImageEditors();
    buildCrossfade();
}

void MainWindow::addPage(const PagePlace& place)
{
    places_.push_back(place);
    QString title = place.title;
    pages_->addTab(place.page, title.remove(QLatin1Char('&')));
}

void MainWindow::addPagesTo(QMenu& menu)
{
    for (const PagePlace& place : places_)
        addAction(&menu, place.id, place.title, place.key, [this, page = place.page] { pages_->setCurrentWidget(page); });
}

EditorPage& MainWindow::front() const
{
    return *static_cast<EditorPage*>(pages_->currentWidget()); // addPage() takes no others
}

void MainWindow::connectPages()
{
    for (const PagePlace& place : places_) {
        connect(place.page, &EditorPage::noticed, this, &MainWindow::showInfo);
        connect(place.page, &EditorPage::failed, this, &MainWindow::showError);
        connect(place.page, &EditorPage::cursorMoved, reading_, &QLabel::setText);
        connect(place.page, &EditorPage::stateChanged, this, &MainWindow::refreshActions);
        connect(place.page, &EditorPage::openRequested, this, [this](const QStringList& paths) {
            pages_->setCurrentWidget(workbench_);
            open(paths);
        });
        if (QUndoStack* history = place.page->history())
            histories_->addStack(history);
    }
    connect(pages_, &QTabWidget::currentChanged, this, &MainWindow::onPageChanged);
}

void MainWindow::connectComparison()
{
    connect(&workbench_->imagePanel(), &ImagePanel::saveRequested, this, [this] { chooseTilesFolder(Exporter::Style::Own); });
    connect(workbench_, &WorkbenchPage::menuRequested, this, [this](const QPoint& point, bool onScale) {
        auto more = regionActions_->viewActions();
        const auto out = takeOut_->viewActions();
        more.insert(more.end(), out.begin(), out.end());
        viewActions_->popUp(point, onScale, more);
    });
    connect(listening_, &ListeningActions::noticed, this, &MainWindow::showInfo);
    connect(takeOut_, &TakeOut::noticed, this, &MainWindow::showInfo);
    connect(takeOut_, &TakeOut::failed, this, &MainWindow::showError);
    connect(takeOut_, &TakeOut::pasted, this, [this](const QStringList& paths) {
        pages_->setCurrentWidget(workbench_);
        open(paths);
    });
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
    for (const PagePlace& place : places_)
        place.page->player().pause();
    QUndoStack* history = front().history();
    histories_->setActiveStack(history ? history : &session_.history());
    refreshActions();
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
    return front().transport();
}

TimeAxis& MainWindow::timeAxis()
{
    return front().timeAxis();
}

FrequencyAxis& MainWindow::frequencyAxis()
{
    FrequencyAxis* own = front().frequencies();
    return own ? *own : workbench_->frequencyAxis();
}

} // namespace sonoloom
