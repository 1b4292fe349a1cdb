// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/images/editorexports.h"

#include "core/io/audiofile.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace sonoloom
{

namespace
{

QString textOf(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

EditorExports::EditorExports(JobBoard& board, QObject* parent) : QObject(parent), queue_(board)
{
    connect(&queue_, &JobQueue::noticed, this, &EditorExports::noticed);
}

void EditorExports::add(const QString& what, JobQueue::Work work, std::function<void(const QStringList&)> then)
{
    queue_.add(what, std::move(work), [this, then = std::move(then)](const Result<JobProduct>& product) {
        if (!product) {
            emit failed(QString::fromStdString(product.error().message));
            return;
        }
        emit noticed(product.value().sentence);
        if (then)
            then(product.value().files);
    });
}

void EditorExports::images(const QString& what, std::function<Result<EditedImages>(JobMonitor&)> work,
                           std::function<void(const QStringList&)> then)
{
    add(what,
        [work = std::move(work)](JobMonitor& monitor) -> Result<JobProduct> {
            const auto made = work(monitor);
            if (!made)
                return made.error();
            QStringList files;
            for (const auto& output : made.value().outputs)
                files.append(textOf(output));
            if (files.size() == 1)
                return JobProduct{tr("Written: %1, %2 × %3 pixels.").arg(files.front()).arg(made.value().width).arg(made.value().height), files};
            return JobProduct{tr("%1 images were written into %2.").arg(files.size()).arg(QFileInfo(files.front()).path()), files};
        },
        std::move(then));
}

void EditorExports::sound(const QString& what, std::function<Result<JoinedSound>(JobMonitor&)> work)
{
    add(what,
        [work = std::move(work)](JobMonitor& monitor) -> Result<JobProduct> {
            const auto made = work(monitor);
            if (!made)
                return made.error();
            const QString file = textOf(made.value().output);
            const double seconds = static_cast<double>(made.value().samples) / made.value().sampleRate;
            return JobProduct{tr("Written: %1, %2 s. Its image lies %3 levels of 255 beside the one asked for.")
                                  .arg(file)
                                  .arg(seconds, 0, 'f', 2)
                                  .arg(made.value().imageError, 0, 'f', 2),
                              {file}};
        },
        {});
}

ChosenPlace chooseFile(QWidget* parent, const QString& title, const QString& suggestion, const QStringList& patterns, const QString& suffix)
{
    const QString file = QFileDialog::getSaveFileName(parent, title, suggestion, QStringLiteral("(%1)").arg(patterns.join(QLatin1Char(' '))));
    if (file.isEmpty())
        return {};
    if (QFileInfo(file).suffix().isEmpty())
        return {file + suffix, Overwrite::No}; // the dialog asked for `file` only
    return {file, Overwrite::Yes};
}

ChosenPlace chooseFolder(QWidget* parent, const QString& title, const QStringList& files)
{
    const QString folder = QFileDialog::getExistingDirectory(parent, title);
    if (folder.isEmpty())
        return {};
    for (const QString& file : files)
        if (QFileInfo::exists(QDir(folder).filePath(file))) {
            const auto answer = QMessageBox::question(parent, EditorExports::tr("Replace images?"),
                                                      EditorExports::tr("There is a '%1' in that folder. Replace the images there?").arg(file));
            return answer == QMessageBox::Yes ? ChosenPlace{folder, Overwrite::Yes} : ChosenPlace{};
        }
    return {folder, Overwrite::No};
}

QStringList soundPatterns()
{
    QStringList patterns;
    for (const std::string& suffix : writableAudioSuffixes())
        patterns.append(QStringLiteral("*.") + QString::fromStdString(suffix));
    return patterns;
}

} // namespace sonoloom
