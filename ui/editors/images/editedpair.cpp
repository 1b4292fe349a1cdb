// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/images/editedpair.h"

#include "core/io/filelist.h"
#include "core/pipeline/edit/clipsources.h"

#include <utility>

namespace sonoloom
{

namespace
{

constexpr int allThreads = 0;

using Opened = std::shared_ptr<const OpenedPair>;

Result<Opened> openFiles(const PairFiles& files, const RiffusionParams& drawing, ImageExtent extent, JobMonitor& monitor)
{
    auto opened = std::make_shared<OpenedPair>();
    std::vector<std::size_t> inputs;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!files[i].isEmpty()) {
            opened->files.emplace_back(files[i].toStdString());
            inputs.push_back(i);
        }
    opened->drawn = drawing;
    ClipSources sources(opened->files, drawing, allThreads, monitor);
    PartMonitor reading(monitor, 0, 0.8);
    auto mel = HeldMel::open(sources, {.extent = extent}, reading);
    if (!mel)
        return mel.error();
    opened->mel = std::move(*mel);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        PartMonitor drawing(monitor, 0.8 + 0.1 * static_cast<double>(i), 0.9 + 0.1 * static_cast<double>(i));
        MelOfOne alone(*opened->mel, i);
        auto picture = displaySpectrogram(alone, opened->mel->analysis(), allThreads, drawing);
        if (!picture)
            return picture.error();
        opened->pictures[inputs[i]] = std::move(*picture);
    }
    return Opened(std::move(opened));
}

} // namespace

std::optional<PairFiles> withTaken(PairFiles files, const QStringList& paths)
{
    if (paths.size() == 1) {
        files[files[0].isEmpty() ? 0 : 1] = paths[0];
        return files;
    }
    if (paths.size() != 2)
        return std::nullopt;
    const bool isTurned = naturalLess(paths[1].toStdString(), paths[0].toStdString());
    return PairFiles{paths[isTurned ? 1 : 0], paths[isTurned ? 0 : 1]};
}

EditedPair::EditedPair(ImageExtent extent, QObject* parent) : QObject(parent), extent_(extent)
{
    connect(&job_, &Job::started, this, [this] { emit openingChanged(true); });
    connect(&job_, &Job::ended, this, [this] { emit openingChanged(false); });
    connect(&job_, &Job::progressed, this, &EditedPair::progressed);
    connect(&job_, &Job::noticed, this, &EditedPair::noticed);
}

void EditedPair::open(const PairFiles& files)
{
    if (files == files_)
        return;
    files_ = files;
    start();
}

void EditedPair::retry()
{
    if (!opened_ && !job_.running())
        start();
}

void EditedPair::start()
{
    trouble_.clear();
    if (files_[0].isEmpty() && files_[1].isEmpty()) {
        job_.cancel();
        opened_ = nullptr;
        emit changed();
        return;
    }
    const auto work = [files = files_, drawing = drawing_ ? drawing_() : RiffusionParams{}, extent = extent_](JobMonitor& monitor) {
        return openFiles(files, drawing, extent, monitor);
    };
    job_.start<Opened>(work, [this](Result<Opened> opened) { receive(std::move(opened)); });
}

void EditedPair::receive(Result<Opened> opened)
{
    opened_ = opened ? std::move(*opened) : nullptr;
    if (!opened)
        trouble_ = QString::fromStdString(opened.error().message);
    emit changed();
    if (!opened_)
        emit failed(trouble_);
}

QString EditedPair::message(const QString& whenEmpty) const
{
    if (isOpening())
        return tr("Opening …");
    if (!trouble_.isEmpty() || (opened_ && opened_->isComplete()))
        return trouble_;
    if (files_[0].isEmpty() && files_[1].isEmpty())
        return whenEmpty;
    return opened_ ? tr("Open or drop the other one, too.") : tr("Opening was stopped; open one of them again.");
}

void EditedPair::cancel()
{
    job_.cancel();
    opened_ = nullptr;
    emit changed();
}

} // namespace sonoloom
