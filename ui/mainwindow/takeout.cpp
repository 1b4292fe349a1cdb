// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/takeout.h"

#include "core/pipeline/levelsfile.h"
#include "ui/keys/keymap.h"
#include "ui/workbench/viewpicture.h"
#include "ui/workbench/workbenchpage.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr double pictureScale = 2;

std::span<const char> bytesOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

TakeOut::TakeOut(WorkbenchPage& page, Session& session, KeyMap& keys, QObject* parent)
    : QObject(parent), page_(page), session_(session), keys_(keys)
{
    connect(&session_, &Session::opened, this, &TakeOut::refresh);
    connect(&session_, &Session::closed, this, &TakeOut::refresh);
    connect(&session_, &Session::resultChanged, this, &TakeOut::refresh);
}

TakeOut::~TakeOut() = default;

QAction* TakeOut::add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work)
{
    QAction* action = menu.addAction(text);
    action->setShortcut(key);
    keys_.add(action, QLatin1String(id), menu.title());
    connect(action, &QAction::triggered, this, std::move(work));
    return action;
}

void TakeOut::addExports(QMenu& menu)
{
    QAction* view = add(menu, "export-view", tr("Export &view as a picture …"), QKeySequence(tr("Ctrl+Shift+P")), [this] { chooseView(); });
    view->setToolTip(tr("The panes with axes and legend, as PNG or SVG"));
    QAction* levels = add(menu, "export-levels", tr("Export &numbers …"), {}, [this] { chooseLevels(); });
    levels->setToolTip(tr("Levels in dB of the selection, or all, as NPY or CSV"));
    QAction* folder = add(menu, "show-in-folder", tr("Show in fol&der"), {}, [this] { showInFolder(); });
    folder->setToolTip(tr("The folder of what is open, in the file manager"));
    viewActions_.insert(viewActions_.end(), {view, levels});
    needContent_.insert(needContent_.end(), {view, levels, folder});
    refresh();
}

void TakeOut::addClipboard(QMenu& menu)
{
    QAction* copy = add(menu, "copy", tr("&Copy"), QKeySequence::Copy, [this] {
        if (!front_(EditCommand::Copy))
            copyImages();
    });
    copy->setToolTip(tr("What is selected; on the workbench the images of the selected time, or the one at the playhead"));
    copySound_ = add(menu, "copy-sound", tr("Copy the result's &sound"), {}, [this] { copySound(); });
    copySound_->setToolTip(tr("A sound file of the selected time, or all"));
    QAction* view = add(menu, "copy-view", tr("Copy view as a picture"), QKeySequence(tr("Ctrl+Alt+C")), [this] {
        QGuiApplication::clipboard()->setImage(viewPicture(page_.panes(), heading(), pictureScale));
        emit noticed(tr("The view is in the clipboard."));
    });
    add(menu, "paste", tr("&Paste"), QKeySequence::Paste, [this] {
        if (!front_(EditCommand::Paste))
            paste();
    })->setToolTip(tr("What was copied; on the workbench an image or files from the clipboard are opened"));
    viewActions_.insert(viewActions_.begin(), {copy, copySound_, view});
    needContent_.push_back(view);
    refresh();
}

void TakeOut::refresh()
{
    for (QAction* action : needContent_)
        action->setEnabled(!session_.isEmpty());
    if (copySound_)
        copySound_->setEnabled(session_.result() != nullptr);
}

QString TakeOut::heading() const
{
    const TimeAxis& axis = page_.timeAxis();
    return tr("%1, %2 to %3").arg(session_.title(), timeText(axis.from()), timeText(axis.to()));
}

void TakeOut::chooseView()
{
    const QString file = QFileDialog::getSaveFileName(page_.window(), tr("Export the view"), session_.stem() + QStringLiteral("_view.png"),
                                                      tr("Pictures (*.png *.svg)"));
    if (!file.isEmpty())
        saveView(QFileInfo(file).suffix().isEmpty() ? file + QStringLiteral(".png") : file, Overwrite::Yes);
}

void TakeOut::chooseLevels()
{
    const QString file = QFileDialog::getSaveFileName(page_.window(), tr("Export numbers"), session_.stem() + QStringLiteral("_levels.npy"),
                                                      tr("Numbers (*.npy *.csv)"));
    if (!file.isEmpty())
        saveLevels(QFileInfo(file).suffix().isEmpty() ? file + QStringLiteral(".npy") : file, Overwrite::Yes);
}

void TakeOut::write(const QString& file, std::function<Result<bool>(JobMonitor&)> work)
{
    job_.start<bool>(std::move(work), [this, file](const Result<bool>& written) {
        if (written)
            emit noticed(tr("Written: %1").arg(file));
        else if (written.error().code != ErrorCode::Cancelled)
            emit failed(QString::fromStdString(written.error().message));
    });
}

void TakeOut::saveView(const QString& file, Overwrite overwrite)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix != QLatin1String("svg") && suffix != QLatin1String("png")) {
        emit failed(tr("'%1' is no picture that can be written; name it .png or .svg.").arg(file));
        return;
    }
    const bool svg = suffix == QLatin1String("svg");
    const QImage image = svg ? QImage() : viewPicture(page_.panes(), heading(), pictureScale);
    const QByteArray lines = svg ? viewSvg(page_.panes(), heading()) : QByteArray();
    write(file, [image, lines, file, overwrite](JobMonitor&) -> Result<bool> {
        QByteArray bytes = lines;
        QBuffer buffer(&bytes);
        if (!image.isNull() && !(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG")))
            return Error{ErrorCode::TooLarge, "The picture of the view does not fit into memory; make the window smaller."};
        if (auto written = writeFile(file.toStdString(), bytesOf(bytes), overwrite); !written)
            return written.error();
        return true;
    });
}

void TakeOut::saveLevels(const QString& file, Overwrite overwrite)
{
    const auto spectrogram = page_.preview().spectrogram();
    if (!spectrogram || spectrogram->draft) {
        emit failed(tr("There are no levels yet; wait for the spectrogram of the original."));
        return;
    }
    const TimeAxis& axis = page_.timeAxis();
    const FrequencyAxis& bands = page_.frequencyAxis();
    const BandPlaces places(*spectrogram, bands.scale());
    const std::pair<double, double> hertz = bands.hasSelection() ? std::pair(places.hertzAt(bands.selectedFrom()), places.hertzAt(bands.selectedTo()))
                                                                 : std::pair(0.0, 0.0);
    const LevelsPart part = levelsPart(*spectrogram, {axis.selectedFrom(), axis.selectedTo()}, hertz);
    write(file, [spectrogram, part, file, overwrite](JobMonitor& monitor) -> Result<bool> {
        if (auto written = writeLevels(file.toStdString(), *spectrogram, part, overwrite, monitor); !written)
            return written.error();
        return true;
    });
}

void TakeOut::showInFolder()
{
    const auto path = session_.sound() ? session_.sound()->path : session_.images()->images.front().path;
    const QString folder = QFileInfo(QString::fromStdString(path.string())).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        emit failed(tr("There is no file manager that shows folders; what is open lies in %1.").arg(folder));
}

std::vector<std::size_t> TakeOut::chosenTiles() const
{
    std::vector<std::size_t> chosen;
    const auto tiles = page_.preview().tiles();
    if (!tiles)
        return chosen;
    const TimeAxis& axis = page_.timeAxis();
    const double from = axis.hasSelection() ? axis.selectedFrom() : page_.player().position();
    const double to = axis.hasSelection() ? axis.selectedTo() : from;
    for (std::size_t i = 0; i < tiles->starts.size(); ++i) {
        const double end = tiles->starts[i] + tiles->lengths[i];
        if (tiles->starts[i] <= to && end > from && !(axis.hasSelection() && tiles->starts[i] == to))
            chosen.push_back(i);
    }
    return chosen;
}

std::unique_ptr<QMimeData> TakeOut::images(const std::vector<std::size_t>& tiles)
{
    if (tiles.empty())
        return nullptr;
    if (const auto opened = session_.images(); opened && session_.appliedEdits().empty()) {
        auto mime = std::make_unique<QMimeData>();
        QList<QUrl> urls;
        for (const std::size_t tile : tiles)
            urls.append(QUrl::fromLocalFile(QString::fromStdString(std::filesystem::absolute(opened->images[tile].path).string())));
        mime->setUrls(urls);
        return mime;
    }
    if (!session_.tiles()) {
        page_.preview().encodeTiles();
        emit noticed(tr("The images are being made; try again in a moment."));
        return nullptr;
    }
    auto mime = dragFiles_.tiles(*session_.tiles(), tiles);
    if (mime)
        return std::move(*mime);
    emit failed(QString::fromStdString(mime.error().message));
    return nullptr;
}

std::unique_ptr<QMimeData> TakeOut::resultSound()
{
    const auto result = session_.result();
    if (!result)
        return nullptr;
    const TimeAxis& axis = page_.timeAxis();
    const double from = axis.hasSelection() ? axis.selectedFrom() : 0;
    const double to = axis.hasSelection() ? axis.selectedTo() : result->sound->seconds();
    return dragFiles_.soundWhenAsked(result->sound, {from, to}, session_.stem().toStdString() + "_reconstructed.wav");
}

void TakeOut::copyImages()
{
    if (session_.isEmpty()) {
        emit failed(tr("There is nothing to copy; open a sound or images first."));
        return;
    }
    const auto chosen = chosenTiles();
    auto mime = images(chosen);
    if (!mime)
        return;
    QGuiApplication::clipboard()->setMimeData(mime.release());
    emit noticed(tr("%n image(s) in the clipboard.", nullptr, static_cast<int>(chosen.size())));
}

void TakeOut::copySound()
{
    auto mime = resultSound();
    if (!mime)
        return;
    QGuiApplication::clipboard()->setMimeData(mime.release());
    emit noticed(tr("The sound is in the clipboard, as a file."));
}

void TakeOut::paste()
{
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    QStringList paths;
    for (const QUrl& url : mime->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    if (!paths.isEmpty())
        emit pasted(paths);
    else if (mime->hasImage())
        pasteImage(qvariant_cast<QImage>(mime->imageData()));
    else
        emit failed(tr("There is neither an image nor a file in the clipboard; copy one first."));
}

/// An image without a file gets one that stays, so that projects can be saved with it.
void TakeOut::pasteImage(const QImage& image)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/pasted");
    const QString file = folder + QStringLiteral("/pasted_%1.png").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd_HHmmss_zzz")));
    job_.start<bool>(
        [image, file](JobMonitor&) -> Result<bool> {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            if (!(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG")))
                return Error{ErrorCode::Corrupt, "The image in the clipboard cannot be read; save it as a file and open that."};
            if (auto written = writeFile(file.toStdString(), bytesOf(bytes), Overwrite::No); !written)
                return written.error();
            return true;
        },
        [this, file](const Result<bool>& written) {
            if (written)
                emit pasted({file});
            else
                emit failed(QString::fromStdString(written.error().message));
        });
}

} // namespace sonoloom
