// SPDX-License-Identifier: GPL-3.0-or-later
// Projects: saved, opened, recovered; what is asked before work is lost.
#include "ui/mainwindow/mainwindow.h"

#include "core/codec/codecs.h"
#include "ui/widgets/noticebar.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>

#include <utility>

namespace sonoloom
{

void MainWindow::connectProject()
{
    connect(&keeper_, &ProjectKeeper::stateChanged, this, &MainWindow::showTitle);
    connect(&keeper_, &ProjectKeeper::failed, this, [this](const QString& sentence) {
        afterSaving_ = nullptr;
        notices_->show(NoticeBar::Kind::Error, sentence);
    });
    connect(&keeper_, &ProjectKeeper::saved, this, [this](const QString& file) {
        recent_.add(file);
        notices_->show(NoticeBar::Kind::Info, tr("The project is saved as %1.").arg(file));
        if (const auto next = std::exchange(afterSaving_, nullptr))
            next();
    });
    connect(&session_, &Session::sourceMissing, this, &MainWindow::askForSource);
}

void MainWindow::showTitle()
{
    const QString project = QFileInfo(keeper_.file()).completeBaseName();
    const QString content = keeper_.isEmpty() ? tr("Sonoloom") : session_.isEmpty() ? tr("Sequence") : session_.title();
    const QString title = project.isEmpty() ? content : project;
    setWindowTitle(title + QStringLiteral("[*]"));
    setWindowModified(keeper_.isModified());
}

void MainWindow::saveProject()
{
    if (keeper_.file().isEmpty())
        saveProjectAs();
    else
        keeper_.save(keeper_.file());
}

void MainWindow::saveProjectAs()
{
    const QString suffix = QLatin1String(projectSuffix);
    QString file = QFileDialog::getSaveFileName(this, tr("Save project"), (session_.isEmpty() ? QStringLiteral("sequence") : session_.stem()) + suffix, tr("Projects (*%1)").arg(suffix));
    if (file.isEmpty()) {
        afterSaving_ = nullptr;
        return;
    }
    const bool complete = file.endsWith(suffix);
    if (!complete)
        file += suffix;
    if (!complete && QFileInfo::exists(file) && // the dialog asked for the name without suffix only
        QMessageBox::question(this, tr("Replace the project?"), tr("There is a project %1. Replace it?").arg(file)) != QMessageBox::Yes) {
        afterSaving_ = nullptr;
        return;
    }
    keeper_.save(file);
}

bool MainWindow::mayLeave(std::function<void()> then)
{
    if (!keeper_.isModified())
        return true;
    const auto answer = QMessageBox::question(this, tr("Save the project?"),
                                              tr("'%1' was changed. Save it as a project?").arg(session_.isEmpty() ? tr("The sequence") : session_.title()),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer != QMessageBox::Save)
        return answer == QMessageBox::Discard;
    afterSaving_ = std::move(then); // so that the disk is not waited for here
    saveProject();
    return false;
}

void MainWindow::fillRecent()
{
    recentMenu_->clear();
    for (const QString& path : recent_.paths())
        connect(recentMenu_->addAction(path), &QAction::triggered, this, [this, path] { openRecent(path); });
    recentMenu_->addSeparator();
    connect(recentMenu_->addAction(tr("&Clear list")), &QAction::triggered, &recent_, &RecentFiles::clear);
    recentMenu_->setEnabled(!recent_.paths().isEmpty());
}

void MainWindow::openRecent(const QString& path)
{
    if (QFileInfo::exists(path)) {
        open({path});
        return;
    }
    const auto answer = QMessageBox::question(this, tr("%1 is not there").arg(QFileInfo(path).fileName()),
                                              tr("%1 is not there any more. It may have been moved, or its disk is not connected. Take it from the list?").arg(path));
    if (answer == QMessageBox::Yes)
        recent_.remove(path);
}

void MainWindow::startAnew()
{
    if (!mayLeave([this] { startAnew(); }))
        return;
    session_.close();
    sequence_.reset({});
    if (session_.setCodec(QString::fromStdString(allCodecs().front()->name())))
        session_.setReconstructParams({});
    session_.history().clear();
}

/// Parameters that belong to no project stay set, as when something else is opened.
void MainWindow::closeContent()
{
    if (keeper_.file().isEmpty() || mayLeave([this] { session_.close(); }))
        session_.close();
}

void MainWindow::askForFormat(const QStringList& paths, const QString& reason)
{
    QStringList labels;
    const auto codecs = allCodecs();
    for (const auto& codec : codecs)
        labels.append(QCoreApplication::translate("Codec", codec->label().c_str()));
    bool taken = false;
    const QString label = QInputDialog::getItem(this, tr("Which format?"), tr("%1.\nIf it is one nevertheless, how is it to be read?").arg(reason),
                                                labels, 0, false, &taken);
    if (taken)
        session_.openAs(paths, QString::fromStdString(codecs[static_cast<std::size_t>(labels.indexOf(label))]->name()));
}

void MainWindow::askForSource(const ProjectToOpen& project, const QString& source)
{
    const QString name = QFileInfo(source).fileName();
    const auto answer = QMessageBox::question(this, tr("Where is %1?").arg(name),
                                              tr("The project works on %1, which is not there any more. Choose where it is now?").arg(source));
    if (answer != QMessageBox::Yes)
        return;
    const QString file = QFileDialog::getOpenFileName(this, tr("Where is %1?").arg(name), QFileInfo(source).path());
    if (!file.isEmpty())
        session_.openProject({project.file, file.toStdString(), project.recovered});
}

void MainWindow::offerRecovery()
{
    const auto all = keeper_.left();
    if (all.empty())
        return;
    const ProjectKeeper::Left newest = all.front();
    const auto answer = QMessageBox::question(
        this, tr("Recover your work?"),
        tr("Sonoloom did not end as it should. Recover the work on '%1' of %2?").arg(newest.sourceName, QLocale().toString(newest.time, QLocale::ShortFormat)),
        QMessageBox::Yes | QMessageBox::Discard, QMessageBox::Yes);
    if (answer == QMessageBox::Yes) {
        connect(&keeper_, &ProjectKeeper::autosaved, this, [newest] { ProjectKeeper::discard(newest); }, Qt::SingleShotConnection);
        session_.openProject({newest.file.toStdString(), {}, true});
    } else {
        for (const ProjectKeeper::Left& left : all)
            ProjectKeeper::discard(left);
    }
}

} // namespace sonoloom
