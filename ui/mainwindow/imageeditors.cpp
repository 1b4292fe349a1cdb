// SPDX-License-Identifier: GPL-3.0-or-later
// The window's pages that mix two images or sounds.
#include "core/pipeline/edit/clipsources.h"
#include "core/project/sequenceediting.h"
#include "ui/editors/blend/blendpage.h"
#include "ui/editors/crossfade/crossfadepage.h"
#include "ui/editors/interpolation/interpolationpage.h"
#include "ui/editors/sequence/sequencepage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/takeout.h"

namespace sonoloom
{

void MainWindow::buildImageEditors()
{
    const auto fromWorkbench = [this] { return workbenchFile(); };
    const auto drawing = [this] { return soundParamsOf(*session_.codec()); };
    blendPage_ = new BlendPage(jobs_, this);
    blendPage_->setWorkbench(fromWorkbench);
    blendPage_->setDrawing(drawing);
    addPage({blendPage_, "blend", tr("&Blend"), tr("Let one image give way to another, each band of frequencies in its time"), QKeySequence(tr("F8"))});
    interpolationPage_ = new InterpolationPage(jobs_, this);
    interpolationPage_->setWorkbench(fromWorkbench);
    interpolationPage_->setDrawing(drawing);
    addPage({interpolationPage_, "interpolate", tr("&Interpolate"), tr("Images between two, as a film and as a sound"), QKeySequence(tr("F9"))});
    connect(blendPage_, &BlendPage::sequenceRequested, this, [this](const BlendSettings& settings, double overlap) {
        SequenceClip first{settings.files[0].toStdString()};
        first.transition = ClipTransition::Blend;
        first.transitionSeconds = overlap;
        first.blend = settings.params;
        addToSequence({first, {settings.files[1].toStdString()}});
    });
    connect(interpolationPage_, &InterpolationPage::sequenceRequested, this, [this](const QStringList& images) {
        Sequence clips;
        for (const QString& image : images)
            clips.push_back({image.toStdString()});
        addToSequence(clips);
    });
}

void MainWindow::buildCrossfade()
{
    auto* page = new CrossfadePage(jobs_, this);
    page->setWorkbench([this] {
        if (session_.sound())
            return QString::fromStdString(session_.sound()->path.string());
        showError(tr("The workbench has no sound open; open one there first."));
        return QString();
    });
    addPage({page, "crossfade", tr("Cross-&fade"), tr("Let one sound give way to another, beat on beat"), QKeySequence(tr("F12"))});
    connect(page, &CrossfadePage::sequenceRequested, this, &MainWindow::addToSequence);
}

/// Behind all that is in it, and to the front with it.
void MainWindow::addToSequence(const Sequence& clips)
{
    sequence_.endGesture();
    const Sequence& now = sequence_.sequence();
    sequence_.change(inserted(now, now.size(), clips).sequence, tr("Add clips"));
    sequence_.endGesture();
    pages_->setCurrentWidget(sequencePage_);
}

/// The sound that is open, or the image at the playhead.
QString MainWindow::workbenchFile()
{
    if (const auto sound = session_.sound())
        return QString::fromStdString(sound->path.string());
    const auto images = session_.images();
    if (!images) {
        showError(tr("The workbench has nothing open; open a sound or images there first."));
        return {};
    }
    const auto chosen = takeOut_->chosenTiles();
    const std::size_t image = chosen.empty() ? 0 : std::min(chosen.front(), images->images.size() - 1);
    return QString::fromStdString(images->images[image].path.string());
}

} // namespace sonoloom
