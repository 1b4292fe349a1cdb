// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: how they reach what they are about.
#include "ui/mainwindow/mainwindow.h"

#include "core/base/parallel.h"
#include "ui/editors/sequence/sequencepage.h"
#include "ui/preview/previewcontroller.h"
#include "ui/settings/settingsdialog.h"
#include "ui/spectrogram/spectrogramview.h"
#include "ui/widgets/editorpage.h"
#include "ui/workbench/workbenchpage.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>

#include <utility>

namespace sonoloom
{

namespace
{

constexpr int msASecond = 1000;

} // namespace

void MainWindow::buildThemes(QMenu& menu)
{
    QMenu* themes = menu.addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    for (const auto& [mode, name] : {std::pair(ThemeMode::System, tr("As the system")), std::pair(ThemeMode::Light, tr("Light")),
                                     std::pair(ThemeMode::Dark, tr("Dark"))}) {
        QAction* action = themes->addAction(name);
        action->setCheckable(true);
        group->addAction(action);
        themes_.push_back(action);
        connect(action, &QAction::triggered, this, [this, mode = mode] {
            Settings to = settings_.now();
            to.theme = mode;
            settings_.set(to);
        });
    }
}

void MainWindow::connectSettings()
{
    connect(&settings_, &SettingsKeeper::changed, this, &MainWindow::applySettings);
    connect(&preview(), &PreviewController::liveChanged, this, [this](bool live) {
        Settings to = settings_.now();
        to.live = live;
        settings_.set(to);
    });
    applySettings();
}

void MainWindow::applySettings()
{
    const Settings& now = settings_.now();
    if (std::exchange(shownTheme_, now.theme) != now.theme)
        applyTheme(*qApp, now.theme);
    themes_[static_cast<std::size_t>(now.theme)]->setChecked(true);
    setDefaultThreadCount(now.threads);
    keeper_.setDelay(now.autosaveSeconds * msASecond);
    preview().setLongest(now.liveSeconds);
    preview().setLive(now.live);
    const WheelUse wheel = now.wheel == WheelPreset::Zoom ? WheelUse::Zoom : WheelUse::Pan;
    for (SpectrogramView* view : findChildren<SpectrogramView*>())
        view->setWheelUse(wheel);
    sequencePage_->setWheelZooms(now.wheel == WheelPreset::Zoom);
    for (const PagePlace& place : places_)
        if (FrequencyAxis* bands = place.page->frequencies())
            bands->setTuning(now.tuningHz);
}

void MainWindow::showSettings()
{
    auto* dialog = new SettingsDialog(settings_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace sonoloom
