// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/projectkeeper.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int usualDelayMs = 3000;

QString lockOf(const QString& file)
{
    return file + QStringLiteral(".lock");
}

QString sourceNameOf(const QString& file)
{
    std::vector<std::string> notices;
    const auto project = readProject(file.toStdString(), notices);
    if (!project || (project->sources.empty() && project->sequence.empty()))
        return {};
    const auto& source = project->sources.empty() ? project->sequence.front().source : project->sources.front();
    return QString::fromStdString(source.filename().string());
}

} // namespace

ProjectKeeper::ProjectKeeper(Session& session, SequenceDocument& sequence, std::function<ProjectView()> view, const QString& folder)
    : session_(session), sequence_(sequence), view_(std::move(view)),
      autosaved_(folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String(projectSuffix)),
      lock_(std::make_unique<QLockFile>(lockOf(autosaved_)))
{
    lock_->setStaleLockTime(0); // its program alone decides, however long it works
    delay_.setSingleShot(true);
    delay_.setInterval(usualDelayMs);
    connect(&delay_, &QTimer::timeout, this, &ProjectKeeper::autosave);
    connect(&session_, &Session::opened, this, &ProjectKeeper::onOpened);
    connect(&session_, &Session::closed, this, &ProjectKeeper::onOpened);
    for (QUndoStack* history : {&session_.history(), &sequence_.history()}) {
        connect(history, &QUndoStack::indexChanged, this, &ProjectKeeper::onChanged);
        connect(history, &QUndoStack::cleanChanged, this, &ProjectKeeper::stateChanged);
    }
}

/// The program ends as it should: there is nothing to recover.
ProjectKeeper::~ProjectKeeper()
{
    disconnect(&session_.history(), nullptr, this, nullptr);
    disconnect(&sequence_.history(), nullptr, this, nullptr);
    autosaving_.cancel();
    removeAutosaved();
}

QString ProjectKeeper::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/autosaved");
}

bool ProjectKeeper::isModified() const
{
    return (!isEmpty() || !file_.isEmpty()) && (changed_ || !session_.history().isClean() || !sequence_.history().isClean());
}

Project ProjectKeeper::project() const
{
    Project project;
    if (const auto sound = session_.sound())
        project.sources = {std::filesystem::absolute(sound->path)};
    if (const auto images = session_.images()) {
        for (const auto& path : images->paths())
            project.sources.push_back(std::filesystem::absolute(path));
        project.mended = images->mended;
    }
    project.codec = session_.codec();
    project.given = session_.givenFields();
    project.reconstruct = session_.reconstructParams();
    project.markers = session_.markers();
    project.edits = session_.edits();
    project.sequence = sequence_.sequence();
    project.view = view_();
    project.unknownJson = unknownJson_;
    return project;
}

void ProjectKeeper::onOpened()
{
    const auto opened = session_.project();
    file_ = opened ? QString::fromStdString(opened->file.string()) : QString();
    unknownJson_ = opened ? opened->project.unknownJson : std::string();
    changed_ = opened && opened->changed;
    delay_.stop();
    autosaving_.cancel();
    removeAutosaved();
    if (opened && !opened->reopened)
        sequence_.reset(opened->project.sequence);
    if (changed_)
        onChanged();
    emit stateChanged();
}

void ProjectKeeper::onChanged()
{
    if (!isEmpty())
        delay_.start();
}

void ProjectKeeper::autosave()
{
    if (!isModified())
        return;
    QDir().mkpath(QFileInfo(autosaved_).path());
    if (!lock_->isLocked() && !lock_->tryLock(0))
        return; // nothing to be done about a folder that cannot be written to
    const auto work = [project = project(), file = autosaved_.toStdString()](JobMonitor&) { return writeProject(file, project, Overwrite::Yes); };
    autosaving_.start<void>(work, [this](const Result<void>& done) {
        if (done) // else saving itself tells what is wrong with the disk
            emit autosaved();
    });
}

void ProjectKeeper::removeAutosaved()
{
    QFile::remove(autosaved_);
    lock_->unlock();
}

void ProjectKeeper::save(const QString& file)
{
    const auto work = [project = project(), place = file.toStdString()](JobMonitor&) { return writeProject(place, project, Overwrite::Yes); };
    saving_.start<void>(work, [this, file](const Result<void>& done) {
        if (!done) {
            emit failed(QString::fromStdString(done.error().message));
            return;
        }
        file_ = file;
        changed_ = false;
        delay_.stop();
        removeAutosaved();
        session_.history().setClean();
        sequence_.history().setClean();
        emit stateChanged();
        emit saved(file);
    });
}

std::vector<ProjectKeeper::Left> ProjectKeeper::left() const
{
    std::vector<Left> left;
    const QFileInfo own(autosaved_);
    for (const QFileInfo& file : own.dir().entryInfoList({QLatin1Char('*') + QLatin1String(projectSuffix)}, QDir::Files, QDir::Time)) {
        QLockFile lock(lockOf(file.filePath()));
        lock.setStaleLockTime(0);
        if (file.filePath() == own.filePath() || !lock.tryLock(0))
            continue; // its program is alive
        lock.unlock();
        left.push_back({file.filePath(), sourceNameOf(file.filePath()), file.lastModified()});
    }
    return left;
}

void ProjectKeeper::discard(const Left& left)
{
    QFile::remove(left.file);
}

} // namespace sonoloom
