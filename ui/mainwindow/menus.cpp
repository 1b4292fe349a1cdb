// SPDX-License-Identifier: GPL-3.0-or-later
// The window's menus, what is chosen in dialogs, and what leaves the window.
#include "ui/mainwindow/mainwindow.h"

#include "core/io/imagefile.h"
#include "core/pipeline/encode.h"
#include "ui/editors/sequence/sequenceactions.h"
#include "ui/mainwindow/listeningactions.h"
#include "ui/mainwindow/regionactions.h"
#include "ui/mainwindow/takeout.h"
#include "ui/mainwindow/viewactions.h"
#include "ui/panels/tilesview.h"
#include "ui/panels/transportbar.h"
#include "ui/preview/previewcontroller.h"
#include "ui/theme/theme.h"
#include "ui/widgets/editorpage.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/workbench/workbenchpage.h"

#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QToolBar>
#include <QUndoGroup>

namespace sonoloom
{

namespace
{

QString patternsOf(const std::vector<std::string>& suffixes)
{
    QStringList patterns;
    for (const std::string& suffix : suffixes)
        patterns.append(QStringLiteral("*.") + QString::fromStdString(suffix));
    return patterns.join(QLatin1Char(' '));
}

} // namespace

QAction* MainWindow::addAction(QMenu* menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work)
{
    QAction* action = actions_[QLatin1String(id)] = menu->addAction(text);
    action->setShortcut(key);
    keys_.add(action, QLatin1String(id), menu->title());
    connect(action, &QAction::triggered, this, std::move(work));
    return action;
}

void MainWindow::buildFileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    menu->setToolTipsVisible(true);
    addAction(menu, "new", tr("&New"), QKeySequence::New, [this] { startAnew(); });
    addAction(menu, "open", tr("&Open …"), QKeySequence::Open, [this] { chooseFiles(); });
    recentMenu_ = menu->addMenu(tr("Open &recent"));
    connect(&recent_, &RecentFiles::changed, this, &MainWindow::fillRecent);
    fillRecent();
    addAction(menu, "save", tr("&Save project"), QKeySequence::Save, [this] { saveProject(); });
    addAction(menu, "save-as", tr("Save project &as …"), QKeySequence(tr("Ctrl+Shift+S")), [this] { saveProjectAs(); });
    menu->addSeparator();
    addAction(menu, "export", tr("Export &images …"), QKeySequence(tr("Ctrl+E")), [this] { chooseTilesFolder(Exporter::Style::Own); });
    addAction(menu, "rgb", tr("Export images as &RGB …"), {}, [this] { chooseTilesFolder(Exporter::Style::Rgb); });
    actions_["rgb"]->setToolTip(tr("8-bit RGB, which every trainer and generator reads right: many drop or clip 16 bits and grey"));
    addAction(menu, "sound", tr("Export &result …"), QKeySequence(tr("Ctrl+Shift+E")), [this] { chooseSoundFile(false); });
    addAction(menu, "original", tr("Export ori&ginal …"), {}, [this] { chooseSoundFile(true); });
    takeOut_->addExports(*menu);
    sequenceActions_->addExports(*menu);
    QMenu* bits = menu->addMenu(tr("&Bits a sample of wav and flac"));
    auto* group = new QActionGroup(this);
    const auto fields = fieldsOf(writeParams_);
    const auto& choice = std::get<Field::Choice>(fields.front().value);
    for (std::size_t i = 0; i < choice.names.size(); ++i) {
        QAction* action = bits->addAction(QString::fromLatin1(choice.names[i]));
        action->setCheckable(true);
        action->setChecked(static_cast<int>(i) == choice.get(choice.target));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] { writeParams_.bits = static_cast<SampleFormat>(i); });
    }
    menu->addSeparator();
    addAction(menu, "close", tr("&Close"), QKeySequence::Close, [this] { closeContent(); });
    addAction(menu, "quit", tr("&Quit"), QKeySequence::Quit, [this] { close(); });

    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (const char* name : {"open", "export", "sound"})
        bar->addAction(actions_[QLatin1String(name)]);
}

void MainWindow::buildEditMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    histories_ = new QUndoGroup(this);
    histories_->addStack(&session_.history());
    histories_->setActiveStack(&session_.history());
    actions_["undo"] = histories_->createUndoAction(this, tr("&Undo"));
    actions_["undo"]->setShortcut(QKeySequence::Undo);
    actions_["redo"] = histories_->createRedoAction(this, tr("&Redo"));
    actions_["redo"]->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    for (const char* name : {"undo", "redo"}) {
        menu->addAction(actions_[QLatin1String(name)]);
        keys_.add(actions_[QLatin1String(name)], QLatin1String(name), menu->title());
    }
    menu->addSeparator();
    addAction(menu, "select-all", tr("Select &all"), QKeySequence::SelectAll, [this] {
        if (!front().edit(EditCommand::SelectAll))
            timeAxis().select(0, timeAxis().total());
    });
    addAction(menu, "select-nothing", tr("Select &nothing"), QKeySequence(Qt::Key_Escape), [this] {
        if (front().edit(EditCommand::SelectNothing))
            return;
        timeAxis().select(0, 0);
        if (FrequencyAxis* frequencies = front().frequencies())
            frequencies->select(0, 0);
    });
    menu->addSeparator();
    addAction(menu, "cut", tr("Cu&t"), QKeySequence::Cut, [this] { front().edit(EditCommand::Cut); });
    takeOut_->setFront([this](EditCommand command) { return front().edit(command); });
    takeOut_->addClipboard(*menu);
    addAction(menu, "delete", tr("&Delete"), QKeySequence::Delete, [this] { front().edit(EditCommand::Delete); });
    addAction(menu, "duplicate", tr("Du&plicate"), QKeySequence(tr("Ctrl+D")), [this] { front().edit(EditCommand::Duplicate); });
    menu->addSeparator();
    sequenceActions_->addEdits(*menu);
    menu->addSeparator();
    regionActions_->addTo(*menu);
    menu->addSeparator();
    viewActions_->addMarkers(*menu);
    menu->addSeparator();
    addAction(menu, "settings", tr("Se&ttings …"), QKeySequence(tr("Ctrl+,")), [this] { showSettings(); });
}

void MainWindow::buildPlayMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Play"));
    addAction(menu, "play-pause", tr("Play or pause"), QKeySequence(Qt::Key_Space), [this] { transport().togglePlaying(); });
    addAction(menu, "switch", tr("Switch A and B"), QKeySequence(Qt::Key_Tab), [this] { transport().toggleSide(); });
    addAction(menu, "difference", tr("Hear the difference"), QKeySequence(Qt::Key_D), [this] { transport().hear(Side::Difference); });
    addAction(menu, "start", tr("Start"), QKeySequence(Qt::Key_Home), [this] { transport().player().seek(0); });
    addAction(menu, "end", tr("End"), QKeySequence(Qt::Key_End), [this] { transport().player().seek(transport().player().duration()); });
    addAction(menu, "loop-on", tr("Loop"), QKeySequence(Qt::Key_L), [this] { transport().setLooping(!transport().isLooping()); });
    listening_->addTo(*menu);
    menu->addSeparator();
    addAction(menu, "reconstruct", tr("&Reconstruct"), QKeySequence(tr("Ctrl+R")), [this] { preview().reconstruct(); });
    addAction(menu, "cancel", tr("&Cancel reconstruction"), QKeySequence(tr("Ctrl+.")), [this] { preview().cancelReconstruction(); });
    menu->addSeparator();
    addAction(menu, "sweep", tr("Parameter s&weep …"), QKeySequence(tr("Ctrl+Shift+G")), [this] { workbench_->openSweep(); });
}

void MainWindow::buildFrequencies(QMenu& menu)
{
    const auto add = [&](const char* id, const QString& text, const QString& key, std::function<void(FrequencyAxis&)> work) {
        addAction(&menu, id, text, QKeySequence(key), [this, work = std::move(work)] {
            if (FrequencyAxis* frequencies = front().frequencies())
                work(*frequencies);
        });
    };
    add("frequency-in", tr("Zoom frequencies in"), tr("Shift+Up"), [](FrequencyAxis& axis) { axis.zoom(0.5, axis.middle()); });
    add("frequency-out", tr("Zoom frequencies out"), tr("Shift+Down"), [](FrequencyAxis& axis) { axis.zoom(2, axis.middle()); });
    add("frequency-fit", tr("Show all frequencies"), tr("Shift+F"), [](FrequencyAxis& axis) { axis.fit(); });
}

void MainWindow::buildViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    addAction(menu, "zoom-in", tr("Zoom in"), QKeySequence::ZoomIn, [this] { timeAxis().zoom(0.5, timeAxis().middle()); });
    addAction(menu, "zoom-out", tr("Zoom out"), QKeySequence::ZoomOut, [this] { timeAxis().zoom(2, timeAxis().middle()); });
    addAction(menu, "fit", tr("Show all"), QKeySequence(Qt::Key_F), [this] { timeAxis().fit(); });
    addAction(menu, "show-selection", tr("Show selection"), QKeySequence(tr("Ctrl+F")), [this] {
        if (timeAxis().hasSelection())
            timeAxis().show(timeAxis().selectedFrom(), timeAxis().selectedTo());
    });
    menu->addSeparator();
    buildFrequencies(*menu);
    viewActions_->addViews(*menu);
    QToolBar* bar = viewActions_->makeToolBar(this);
    addToolBar(bar);
    viewBar_ = bar;
    menu->addSeparator();
    addPagesTo(*menu);
    addAction(menu, "compare", tr("Compare original and &result"), QKeySequence(tr("Ctrl+Shift+C")), [this] { compareResult(); });
    menu->addSeparator();
    addAction(menu, "full-screen", tr("F&ull screen"), QKeySequence(Qt::Key_F11), [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    menu->addSeparator();
    buildJobs(*menu);
    buildThemes(*menu);
}

void MainWindow::buildHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    addAction(menu, "keys", tr("&Keys …"), QKeySequence(Qt::Key_F2), [this] { showKeys(); });
    addAction(menu, "about", tr("&About Sonoloom"), {}, [this] {
        QMessageBox::about(this, tr("About Sonoloom"),
                           tr("<b>Sonoloom %1</b><p>Weaves sound into images and back.</p>"
                              "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                               .arg(QApplication::applicationVersion()));
    });
}

void MainWindow::takeIcons()
{
    for (const auto& [name, action] : actions_)
        if (QFileInfo::exists(QStringLiteral(":/icons/%1.svg").arg(name)))
            action->setIcon(themedIcon(name, palette()));
}

void MainWindow::refreshActions()
{
    for (const char* name : {"export", "rgb"})
        actions_[QLatin1String(name)]->setEnabled(!session_.isEmpty());
    for (const char* name : {"save", "save-as"})
        actions_[QLatin1String(name)]->setEnabled(!keeper_.isEmpty());
    for (const char* name : {"original", "sweep"})
        actions_[QLatin1String(name)]->setEnabled(session_.sound() != nullptr);
    actions_["sound"]->setEnabled(session_.result() != nullptr);
    actions_["reconstruct"]->setEnabled(!session_.isEmpty() && !preview().isReconstructing());
    actions_["cancel"]->setEnabled(preview().isReconstructing());
    actions_["compare"]->setEnabled(session_.sound() && session_.result());
}

void MainWindow::connectExport()
{
    workbench_->tilesView().setDragSource([this](std::size_t tile) { return dragTile(tile); });
    connect(&exporter_, &Exporter::started, this, [this] { job_->begin(tr("Writing")); });
    connect(&exporter_, &Exporter::progressed, job_, &JobBar::setProgress);
    connect(&exporter_, &Exporter::cancelled, job_, &JobBar::end);
    connect(&exporter_, &Exporter::noticed, this, &MainWindow::showInfo);
    connect(&exporter_, &Exporter::failed, this, [this](const QString& sentence, bool) {
        job_->end();
        showError(sentence);
    });
    connect(&exporter_, &Exporter::finished, this, [this](const QStringList& files) {
        job_->end();
        showInfo(Exporter::writtenTo(files));
    });
    connect(job_, &JobBar::cancelRequested, this, [this] {
        session_.cancelOpening();
        exporter_.cancel();
    });
}

void MainWindow::chooseFiles()
{
    auto suffixes = readableAudioSuffixes();
    suffixes.insert(suffixes.end(), readableImageSuffixes().begin(), readableImageSuffixes().end());
    suffixes.emplace_back(projectSuffix + 1);
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Open a sound file, images or a project"), {},
                                                            tr("Sound, images and projects (%1);;All files (*)").arg(patternsOf(suffixes)));
    if (!paths.isEmpty() && !front().take(paths))
        open(paths);
}

/// Where the dialogs for exports open; empty: where the last one ended.
QString MainWindow::exportPlace() const
{
    const QString wanted = QString::fromStdString(settings_.now().exportFolder);
    return QFileInfo(wanted).isDir() ? wanted : QString();
}

void MainWindow::chooseTilesFolder(Exporter::Style style)
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the images"), exportPlace());
    if (folder.isEmpty())
        return;
    const QString first = folder + QLatin1Char('/') + exporter_.firstTileName();
    Overwrite overwrite = Overwrite::No;
    if (QFileInfo::exists(first)) {
        const auto answer = QMessageBox::question(this, tr("Replace images?"),
                                                  tr("There are images of '%1' in that folder. Replace them?").arg(session_.stem()));
        if (answer != QMessageBox::Yes)
            return;
        overwrite = Overwrite::Yes;
    }
    exporter_.exportTiles(folder, style, overwrite);
}

void MainWindow::chooseSoundFile(bool original)
{
    const QString name = session_.stem() + (original ? QStringLiteral(".wav") : QStringLiteral("_reconstructed.wav"));
    const QString file = QFileDialog::getSaveFileName(this, tr("Export sound"), QDir(exportPlace()).filePath(name),
                                                      tr("Sound (%1)").arg(Exporter::soundPatterns().join(QLatin1Char(' '))));
    if (file.isEmpty())
        return;
    const QString full = QFileInfo(file).suffix().isEmpty() ? file + QStringLiteral(".wav") : file;
    const Overwrite overwrite = full == file ? Overwrite::Yes : Overwrite::No; // the dialog asked for `file` only
    if (original)
        exporter_.exportOriginal(full, writeParams_, overwrite);
    else
        exporter_.exportResult(full, writeParams_, overwrite);
}

/// With other images, if it is one of several that are selected.
std::unique_ptr<QMimeData> MainWindow::dragTile(std::size_t tile)
{
    const auto chosen = takeOut_->chosenTiles();
    const bool several = timeAxis().hasSelection() && std::ranges::find(chosen, tile) != chosen.end();
    return takeOut_->images(several ? chosen : std::vector{tile});
}

} // namespace sonoloom
