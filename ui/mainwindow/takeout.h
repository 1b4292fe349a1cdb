// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/dragfiles.h"
#include "ui/jobs/job.h"
#include "ui/widgets/editorpage.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QImage;
class QKeySequence;
class QMenu;
class QMimeData;

namespace sonoloom
{

class KeyMap;
class Session;
class WorkbenchPage;

/// What leaves the workbench beside its images and sounds: the views as a picture, levels as numbers, and all that is
/// copied, pasted and dragged.
class TakeOut : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    TakeOut(WorkbenchPage& page, Session& session, KeyMap& keys, QObject* parent);
    ~TakeOut() override;

    /// The parts of the menus.
    void addExports(QMenu& menu);
    void addClipboard(QMenu& menu);
    /// Who is asked first to copy and to paste: the page in front. It says whether it did it.
    void setFront(std::function<bool(EditCommand)> front) { front_ = std::move(front); }
    /// What the views' own menu offers.
    std::vector<QAction*> viewActions() const { return viewActions_; }

    /// Files of these images, or null, with a notice, if they are not there yet.
    std::unique_ptr<QMimeData> images(const std::vector<std::size_t>& tiles);
    /// The images that begin or lie in the selected time; the one at the playhead if nothing is selected.
    std::vector<std::size_t> chosenTiles() const;
    /// A file, written when it is asked for, of the selected part of the result, or all of it; null if there is none.
    std::unique_ptr<QMimeData> resultSound();

    /// The views as a file; the name's suffix says which. Ends in noticed() or failed().
    void saveView(const QString& file, Overwrite overwrite);
    /// Levels of the selection, or all, as numbers. Ends in noticed() or failed().
    void saveLevels(const QString& file, Overwrite overwrite);

signals:
    void noticed(const QString& sentence);
    void failed(const QString& sentence);
    /// Files to open.
    void pasted(const QStringList& paths);

private:
    QAction* add(QMenu& menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work);
    QString heading() const;
    void chooseView();
    void chooseLevels();
    void showInFolder();
    void copyImages();
    void copySound();
    void paste();
    void pasteImage(const QImage& image);
    void write(const QString& file, std::function<Result<bool>(JobMonitor&)> work);
    void refresh();

    WorkbenchPage& page_;
    Session& session_;
    KeyMap& keys_;
    std::function<bool(EditCommand)> front_ = [](EditCommand) { return false; };
    DragFiles dragFiles_;
    Job job_;
    QAction* copySound_ = nullptr;
    std::vector<QAction*> viewActions_;
    std::vector<QAction*> needContent_;
};

} // namespace sonoloom
