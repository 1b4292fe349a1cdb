// SPDX-License-Identifier: GPL-3.0-or-later
// How an exporter writes sequences.
#include "ui/export/exporter.h"

#include "core/pipeline/edit/renderproject.h"

#include <QFileInfo>

namespace sonoloom
{

Project Exporter::projectOf(const Sequence& sequence) const
{
    Project project;
    project.codec = session_.codec();
    project.given = session_.givenFields();
    project.reconstruct = session_.reconstructParams();
    project.sequence = sequence;
    return project;
}

void Exporter::exportSequenceSound(const Sequence& sequence, const QString& file, const AudioWriteParams& params, Overwrite overwrite)
{
    const Project project = projectOf(sequence);
    const SoundOutput output{file.toStdString(), project.reconstruct, params, overwrite, 0};
    enqueue(tr("Sequence as %1").arg(QFileInfo(file).fileName()), [project, output](JobMonitor& monitor) -> Result<JobProduct> {
        const auto made = renderToSound(project, output, monitor);
        return made ? Result<JobProduct>(productOf({made->output})) : Result<JobProduct>(made.error());
    });
}

void Exporter::exportSequenceImage(const Sequence& sequence, const QString& file, Overwrite overwrite)
{
    const auto work = [project = projectOf(sequence), place = std::filesystem::path(file.toStdString()), overwrite](JobMonitor& monitor) {
        const auto made = renderToImage(project, place, overwrite, monitor);
        return made ? Result<JobProduct>(productOf(made->outputs)) : Result<JobProduct>(made.error());
    };
    enqueue(tr("Sequence as %1").arg(QFileInfo(file).fileName()), work);
}

void Exporter::exportSequenceTiles(const Sequence& sequence, const QString& folder, const QString& stem, Overwrite overwrite)
{
    const auto work = [project = projectOf(sequence), place = std::filesystem::path(folder.toStdString()), name = stem.toStdString(),
                       overwrite](JobMonitor& monitor) {
        const auto made = renderToTiles(project, place, name, overwrite, monitor);
        return made ? Result<JobProduct>(productOf(made->outputs)) : Result<JobProduct>(made.error());
    };
    enqueue(tr("Sequence as images of %1").arg(stem), work);
}

} // namespace sonoloom
