// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the window: closing, drops, keys, another palette.
#include "ui/mainwindow/mainwindow.h"

#include "ui/compare/comparepage.h"
#include "ui/panels/transportbar.h"
#include "ui/widgets/editorpage.h"
#include "ui/workbench/workbenchpage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSettings>

namespace sonoloom
{

namespace
{

QStringList localPaths(const QMimeData* mime)
{
    QStringList paths;
    for (const QUrl& url : mime->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

bool takesText(const QObject* widget)
{
    const auto* box = qobject_cast<const QComboBox*>(widget);
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QTextEdit*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget) || (box && box->isEditable());
}

} // namespace

void MainWindow::closeEvent(QCloseEvent* event)
{
    const Leaving leaving = askAboutJobs();
    closeWhenIdle_ = leaving == Leaving::WhenDone;
    const auto closeLater = [this] {
        jobs_.stopAll(); // as it was answered
        close();
    };
    if (leaving != Leaving::Now || !mayLeave(closeLater)) {
        event->ignore();
        return;
    }
    jobs_.stopAll();
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    workbench_->saveLook(settings);
    for (const PagePlace& place : places_)
        place.page->player().pause();
    QMainWindow::closeEvent(event);
}

void MainWindow::restoreLook()
{
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    workbench_->restoreLook(settings);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localPaths(event->mimeData()).isEmpty() && !event->source())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList paths = localPaths(event->mimeData());
    event->acceptProposedAction();
    if (front().take(paths))
        return;
    pages_->setCurrentWidget(workbench_); // the comparison takes drops on its own A and B
    open(paths);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && job_)
        takeIcons();
    QMainWindow::changeEvent(event);
}

/// Some keys, as those that play and switch, work wherever the focus is, but where text is typed.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress && watched->isWidgetType(); // windows pass it on to their widgets
    if (!isKey || !isActiveWindow() || QApplication::activeModalWidget() || QApplication::activePopupWidget())
        return QMainWindow::eventFilter(watched, event);
    QAction* action = keys_.everywhere(*static_cast<QKeyEvent*>(event), takesText(watched));
    if (!action)
        return QMainWindow::eventFilter(watched, event);
    action->trigger();
    return true;
}

} // namespace sonoloom
