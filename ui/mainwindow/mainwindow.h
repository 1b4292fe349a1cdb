// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/projectkeeper.h"
#include "ui/document/recentfiles.h"
#include "ui/document/session.h"
#include "ui/export/dragfiles.h"
#include "ui/export/exporter.h"
#include "ui/player/player.h"
#include "ui/preview/previewcontroller.h"
#include "ui/spectrogram/spectrogramview.h"
#include "ui/spectrogram/timeaxis.h"

#include <QMainWindow>

#include <functional>
#include <map>

class QComboBox;
class QLabel;
class QMenu;
class QSpinBox;
class QSplitter;
class QTabWidget;

namespace sonoloom
{

class ComparePage;
class ImagePanel;
class JobBar;
class NoticeBar;
class ParametersPanel;
class ResultPanel;
class TilesView;
class TransportBar;

/// The workbench: a session with its views on one time axis, its parameters, its playing and its outputs; and a page to
/// compare any two things.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow();
    ~MainWindow() override;

    void open(const QStringList& paths);
    /// Two files or folders in the comparison, which comes to the front.
    void compare(const QString& a, const QString& b);

    /// The image with this number as a file to drag; null, with a message in the window, if it is not there yet.
    std::unique_ptr<QMimeData> dragTile(std::size_t tile);

    Session& session() { return session_; }
    PreviewController& preview() { return preview_; }
    Player& player() { return player_; }
    Exporter& exporter() { return exporter_; }
    ProjectKeeper& projectKeeper() { return keeper_; }
    /// Asks whether to take up what a program that did not end as it should left behind.
    void offerRecovery();
    /// Of the page in front.
    TimeAxis& timeAxis();
    FrequencyAxis& frequencyAxis();
    SpectrogramView& originalView() { return *original_; }
    SpectrogramView& resultView() { return *result_; }
    TilesView& tilesView() { return *tiles_; }
    ComparePage& comparePage() { return *comparePage_; }
    /// The pages: the workbench itself first, then the comparison.
    QTabWidget& pages() { return *pages_; }
    NoticeBar& noticeBar() { return *notices_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildPages();
    void buildViews();
    void buildSide();
    void buildStatus();
    QWidget* buildColourBar();
    void connectSession();
    void connectComparison();
    void connectViews();
    void connectExport();

    void buildFileMenu();
    void buildEditMenu();
    void buildPlayMenu();
    void buildViewMenu();
    void buildHelpMenu();
    QAction* addAction(QMenu* menu, const QString& text, const QKeySequence& key, std::function<void()> work);
    void fillRecent();
    void takeIcons();

    void connectProject();
    void saveProject();
    void saveProjectAs();
    ProjectView projectView() const;
    void applyView(const ProjectView& view);
    void askForSource(const ProjectToOpen& project, const QString& source);
    /// True if nothing would be lost, or the user wants it so. Else false; `then` is done once it is saved, if that is wanted.
    bool mayLeave(std::function<void()> then);
    void showTitle();

    void chooseFiles();
    void chooseTilesFolder(Exporter::Style style);
    void chooseSoundFile(bool original);

    void onOpened();
    void showSpectrogram();
    void showTiles();
    void showResult();
    void showScale();
    void showReading(const std::optional<SpectrogramView::Reading>& reading);
    void applyLoop();
    /// Of the page in front.
    TransportBar& transport() const;
    /// The workbench's original and result in the comparison.
    void compareResult();
    void onPageChanged();
    void refreshActions();
    void restoreLook();

    // Models before views: what is declared last is destroyed first.
    RecentFiles recent_;
    Session session_;
    ProjectKeeper keeper_;
    PreviewController preview_;
    Player player_;
    Exporter exporter_;
    DragFiles dragFiles_;
    TimeAxis axis_;
    FrequencyAxis bands_;
    AudioWriteParams writeParams_;
    std::function<void()> afterSaving_; ///< what waits for the project to be saved

    QTabWidget* pages_ = nullptr;
    QSplitter* split_ = nullptr;
    ComparePage* comparePage_ = nullptr;
    NoticeBar* notices_ = nullptr;
    SpectrogramView* original_ = nullptr;
    SpectrogramView* result_ = nullptr;
    TilesView* tiles_ = nullptr;
    TransportBar* transport_ = nullptr;
    ImagePanel* imagePanel_ = nullptr;
    QWidget* imageGroup_ = nullptr;
    ParametersPanel* parameters_ = nullptr;
    ResultPanel* resultPanel_ = nullptr;
    QComboBox* colourMap_ = nullptr;
    QSpinBox* range_ = nullptr;
    QLabel* reading_ = nullptr;
    JobBar* job_ = nullptr;
    QMenu* recentMenu_ = nullptr;
    std::map<QString, QAction*> actions_; ///< by icon name, those with icons or conditions
};

} // namespace sonoloom
