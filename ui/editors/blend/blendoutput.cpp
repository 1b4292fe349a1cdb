// SPDX-License-Identifier: GPL-3.0-or-later
// What of a blend is written.
#include "core/io/audiofile.h"
#include "core/pipeline/edit/blendfiles.h"
#include "core/pipeline/edit/clipsources.h"
#include "ui/editors/blend/blendpage.h"

#include <QFileInfo>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;

} // namespace

void BlendPage::choose(bool opens)
{
    const QStringList patterns = opens ? QStringList{QStringLiteral("*.png")} : QStringList{QStringLiteral("*.png")} + soundPatterns();
    write(chooseFile(this, tr("Save the blend"), stem() + QStringLiteral(".png"), patterns, QStringLiteral(".png")), opens);
}

void BlendPage::write(const ChosenPlace& place, bool opens)
{
    if (place.file.isEmpty() || !session_.isReady())
        return;
    const std::filesystem::path output = place.file.toStdString();
    const bool isImage = QFileInfo(place.file).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) == 0;
    if (isImage) {
        const auto work = [opened = session_.pair().opened(), params = session_.params(), output, overwrite = place.overwrite](JobMonitor& monitor) {
            ClipSources sources(opened->files, opened->drawn, allThreads, monitor);
            return blendFiles(sources, {params, {}, output, overwrite}, monitor);
        };
        exports().images(tr("Blend %1").arg(QFileInfo(place.file).fileName()), work, [this, opens](const QStringList& files) {
            if (opens)
                emit openRequested(files);
        });
        return;
    }
    const auto work = [opened = session_.pair().opened(), params = session_.params(), output, overwrite = place.overwrite](JobMonitor& monitor) {
        ClipSources sources(opened->files, opened->drawn, allThreads, monitor);
        return blendToSound(sources, params, {}, {output, {}, {}, overwrite, allThreads}, monitor);
    };
    exports().sound(tr("Blend %1").arg(QFileInfo(place.file).fileName()), work);
}

void BlendPage::writePair(const ChosenPlace& folder)
{
    if (folder.file.isEmpty() || !session_.isReady())
        return;
    const auto work = [opened = session_.pair().opened(), params = session_.params(), folder](JobMonitor& monitor) {
        ClipSources sources(opened->files, opened->drawn, allThreads, monitor);
        return blendFilesAsPeer(sources, {params, {}, folder.file.toStdString(), folder.overwrite}, monitor);
    };
    exports().images(tr("Pair of %1").arg(stem()), work);
}

} // namespace sonoloom
