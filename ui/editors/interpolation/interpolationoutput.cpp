// SPDX-License-Identifier: GPL-3.0-or-later
// What of an interpolation is written.
#include "core/pipeline/edit/clipsources.h"
#include "core/pipeline/edit/interpolatefiles.h"
#include "ui/editors/interpolation/interpolationpage.h"

#include <QFileInfo>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;

} // namespace

/// As interpolateFiles() calls them.
QStringList InterpolationPage::imageNames() const
{
    QStringList names;
    for (int image = 0; image < session_.settings().params.steps; ++image)
        names.append(QStringLiteral("%1_%2.png").arg(stem()).arg(image, 5, 10, QLatin1Char('0')));
    return names;
}

ChosenPlace InterpolationPage::chooseImagesFolder()
{
    return chooseFolder(this, tr("Folder for the images"), imageNames());
}

void InterpolationPage::writeImages(const ChosenPlace& folder, std::function<void(const QStringList&)> then)
{
    if (folder.file.isEmpty() || !session_.isReady())
        return;
    const auto work = [opened = session_.pair().opened(), params = session_.settings().params, folder](JobMonitor& monitor) {
        ClipSources sources(opened->files, opened->drawn, allThreads, monitor);
        return interpolateFiles(sources, params, {}, folder.file.toStdString(), folder.overwrite, monitor);
    };
    exports().images(tr("Images of %1").arg(stem()), work, std::move(then));
}

void InterpolationPage::writeSound(const ChosenPlace& place)
{
    if (place.file.isEmpty() || !session_.isReady())
        return;
    const auto work = [opened = session_.pair().opened(), params = session_.settings().params, place](JobMonitor& monitor) {
        ClipSources sources(opened->files, opened->drawn, allThreads, monitor);
        return interpolateToSound(sources, params, {}, {place.file.toStdString(), {}, {}, place.overwrite, allThreads}, monitor);
    };
    exports().sound(tr("Sound of %1").arg(stem()), work);
}

} // namespace sonoloom
