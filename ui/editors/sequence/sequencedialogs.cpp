// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of a sequence asks its user: files, places, numbers, and what to do with a clip.
#include "ui/editors/sequence/sequencepage.h"

#include "core/io/imagefile.h"
#include "ui/editors/sequence/sequencetools.h"
#include "ui/editors/sequence/timeline/sequencetimeline.h"
#include "ui/editors/sequence/timeline/timelinepainter.h"
#include "ui/export/exporter.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>

namespace sonoloom
{

namespace
{

constexpr int mostRepeats = 1000;
const QString stem = QStringLiteral("sequence");

QString patterns()
{
    QStringList all;
    for (const auto* suffixes : {&readableAudioSuffixes(), &readableImageSuffixes()})
        for (const std::string& suffix : *suffixes)
            all.append(QStringLiteral("*.") + QString::fromStdString(suffix));
    return all.join(QLatin1Char(' '));
}

/// With the suffix, if it has none. @param overwrite whether the dialog asked for that very file
QString completed(const QString& file, const QString& suffix, Overwrite& overwrite)
{
    const bool complete = !QFileInfo(file).suffix().isEmpty();
    overwrite = complete ? Overwrite::Yes : Overwrite::No;
    return complete ? file : file + suffix;
}

} // namespace

void SequencePage::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Add sounds and images"), {}, tr("Sounds and images (%1);;All files (*)").arg(patterns()));
    if (!files.isEmpty())
        editor_.addFiles(files, editor_.sequence().size());
}

void SequencePage::addFromWorkbench()
{
    const Session& session = parts_.session;
    if (session.sound()) {
        const QString path = QString::fromStdString(session.sound()->path.string());
        const bool selected = workbenchAxis_ && workbenchAxis_->hasSelection();
        editor_.addStretch(path, selected ? workbenchAxis_->selectedFrom() : 0, selected ? workbenchAxis_->selectedTo() : 0);
    } else if (session.images()) {
        QStringList paths;
        for (const auto& image : session.images()->images)
            paths.append(QString::fromStdString(image.path.string()));
        editor_.addFiles(paths, editor_.sequence().size());
    } else {
        emit failed(tr("Nothing is open in the workbench; open a sound or images there, or add files here."));
    }
}

void SequencePage::askAndRepeat()
{
    if (editor_.selection().clips().empty())
        return;
    bool agreed = false;
    const int times = QInputDialog::getInt(this, tr("Repeat clips"), tr("How many copies go behind the selected clips?"), 3, 1, mostRepeats, 1, &agreed);
    if (agreed)
        editor_.repeat(times);
}

void SequencePage::locate(const QString& source)
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Where is %1 now?").arg(QFileInfo(source).fileName()), {},
                                                      tr("Sounds and images (%1);;All files (*)").arg(patterns()));
    if (!file.isEmpty())
        editor_.relocate(source.toStdString(), file);
}

QString SequencePage::placeOf(const QString& name) const
{
    return editor_.sequence().empty() ? name : QDir(QString::fromStdString(editor_.sequence().front().source.parent_path().string())).filePath(name);
}

void SequencePage::chooseSound()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the sequence as one sound"), placeOf(stem + QStringLiteral(".wav")),
                                                      tr("Sound (%1)").arg(Exporter::soundPatterns().join(QLatin1Char(' '))));
    if (file.isEmpty())
        return;
    Overwrite overwrite = Overwrite::No;
    const QString full = completed(file, QStringLiteral(".wav"), overwrite);
    parts_.exporter.exportSequenceSound(editor_.sequence(), full, {}, overwrite);
}

void SequencePage::chooseImage()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the sequence as one wide image"), placeOf(stem + QStringLiteral(".png")), tr("PNG images (*.png)"));
    if (file.isEmpty())
        return;
    Overwrite overwrite = Overwrite::No;
    const QString full = completed(file, QStringLiteral(".png"), overwrite);
    parts_.exporter.exportSequenceImage(editor_.sequence(), full, overwrite);
}

void SequencePage::chooseTiles()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the sequence's images"), placeOf({}));
    if (folder.isEmpty())
        return;
    Overwrite overwrite = Overwrite::No;
    if (QFileInfo::exists(QDir(folder).filePath(stem + QStringLiteral("_00000.png")))) {
        if (QMessageBox::question(this, tr("Replace images?"), tr("There are images of a sequence in that folder. Replace them?")) != QMessageBox::Yes)
            return;
        overwrite = Overwrite::Yes;
    }
    parts_.exporter.exportSequenceTiles(editor_.sequence(), folder, stem, overwrite);
}

void SequencePage::popUp(const QPoint& globalPoint)
{
    QMenu menu(this);
    const bool hasClips = !editor_.selection().clips().empty();
    const auto add = [&](const QString& text, bool possible, auto work) { menu.addAction(text, this, work)->setEnabled(possible); };
    add(tr("Split at the playhead"), true, [this] { splitHere(); });
    add(tr("Duplicate"), hasClips, [this] { editor_.duplicate(); });
    add(tr("Repeat …"), hasClips, [this] { askAndRepeat(); });
    menu.addSeparator();
    add(tr("Cut"), hasClips, [this] { editor_.cut(); });
    add(tr("Copy"), hasClips, [this] { editor_.copy(); });
    add(tr("Paste"), !editor_.copied().empty(), [this] { editor_.paste(pastePlace()); });
    add(tr("Remove"), !editor_.selection().isEmpty(), [this] { editor_.remove(); });
    menu.addSeparator();
    add(tr("Gain 0 dB"), hasClips, [this] { editor_.setGain(0); });
    add(tr("Open in the workbench"), editor_.selection().clips().size() == 1, [this] {
        emit openRequested({QString::fromStdString(editor_.sequence()[editor_.selection().clips().front()].source.string())});
    });
    menu.exec(globalPoint);
}

} // namespace sonoloom
