// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/projectkeeper.h"
#include "ui/document/recentfiles.h"
#include "ui/document/sequencedocument.h"
#include "ui/document/session.h"
#include "ui/export/exporter.h"
#include "ui/jobs/jobboard.h"
#include "ui/keys/keymap.h"
#include "ui/settings/settingskeeper.h"

#include <QMainWindow>

#include <functional>
#include <map>

class QLabel;
class QMenu;
class QMimeData;
class QTabWidget;
class QUndoGroup;

namespace sonoloom
{

class BlendPage;
class ComparePage;
class EditorPage;
class FrequencyAxis;
class InterpolationPage;
class JobBar;
class JobsDock;
class ListeningActions;
class NoticeBar;
class Player;
class PreviewController;
class SequenceActions;
class SequencePage;
class RegionActions;
class TimeAxis;
class TakeOut;
class TransportBar;
class ViewActions;
class WorkbenchPage;

/// The window: a session on the workbench's page, a page to compare any two things, pages that edit, and what surrounds them:
/// menus, projects, outputs, notices.
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
    SequenceDocument& sequence() { return sequence_; }
    PreviewController& preview();
    Player& player();
    Exporter& exporter() { return exporter_; }
    ProjectKeeper& projectKeeper() { return keeper_; }
    KeyMap& keys() { return keys_; }
    SettingsKeeper& settings() { return settings_; }
    JobBoard& jobs() { return jobs_; }
    /// Asks whether to take up what a program that did not end as it should left behind.
    void offerRecovery();
    /// Of the page in front; a page without frequencies leaves the workbench's.
    TimeAxis& timeAxis();
    FrequencyAxis& frequencyAxis();
    WorkbenchPage& workbench() { return *workbench_; }
    TakeOut& takeOut() { return *takeOut_; }
    ComparePage& comparePage() { return *comparePage_; }
    SequencePage& sequencePage() { return *sequencePage_; }
    BlendPage& blendPage() { return *blendPage_; }
    InterpolationPage& interpolationPage() { return *interpolationPage_; }
    /// The page in front.
    EditorPage& front() const;
    /// The pages: the workbench itself first, then the comparison, then those that edit.
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
    void buildEditors();
    void buildImageEditors();
    void buildCrossfade();
    QString workbenchFile();
    void addToSequence(const Sequence& clips);
    /// A page, once it is there: its tab, and its place in the View menu.
    struct PagePlace {
        EditorPage* page;
        const char* id; ///< of its action
        QString title;
        QString tip;
        QKeySequence key;
    };
    void addPage(const PagePlace& place);
    void addPagesTo(QMenu& menu);
    void buildStatus();
    void connectSession();
    void connectPages();
    void connectComparison();
    void connectExport();

    void buildFileMenu();
    void buildEditMenu();
    void buildPlayMenu();
    void buildFrequencies(QMenu& menu);
    void buildViewMenu();
    void buildHelpMenu();
    /// @param id by which the action is found in actions_ and in settings; also of its icon
    QAction* addAction(QMenu* menu, const char* id, const QString& text, const QKeySequence& key, std::function<void()> work);
    void connectKeys();
    void showKeys();
    void buildThemes(QMenu& menu);
    void connectSettings();
    void applySettings();
    void showSettings();
    void buildJobs(QMenu& menu);
    void connectJobs();
    /// May the window be closed although files are being written?
    enum class Leaving { Now, WhenDone, Never };
    Leaving askAboutJobs();
    void fillRecent();
    void openRecent(const QString& path);
    /// Nothing open, and all parameters as at first.
    void startAnew();
    void closeContent();
    void takeIcons();

    void connectProject();
    void saveProject();
    void saveProjectAs();
    /// Of images that nothing tells the format of.
    void askForFormat(const QStringList& paths, const QString& reason);
    void askForSource(const ProjectToOpen& project, const QString& source);
    /// True if nothing would be lost, or the user wants it so. Else false; `then` is done once it is saved, if that is wanted.
    bool mayLeave(std::function<void()> then);
    void showTitle();

    void chooseFiles();
    QString exportPlace() const;
    void chooseTilesFolder(Exporter::Style style);
    void chooseSoundFile(bool original);

    void onOpened();
    void showError(const QString& sentence);
    void showInfo(const QString& sentence);
    /// Of the page in front.
    TransportBar& transport() const;
    /// The workbench's original and result in the comparison.
    void compareResult();
    void onPageChanged();
    void refreshActions();
    void restoreLook();

    // Models before views: what is declared last is destroyed first.
    KeyMap keys_;
    SettingsKeeper settings_;
    JobBoard jobs_;
    RecentFiles recent_;
    Session session_;
    SequenceDocument sequence_;
    ProjectKeeper keeper_;
    Exporter exporter_;
    AudioWriteParams writeParams_;
    std::function<void()> afterSaving_; ///< what waits for the project to be saved
    bool closeWhenIdle_ = false;        ///< once all is written
    bool exportFailed_ = false;         ///< since the user was asked about exports
    ThemeMode shownTheme_ = settings_.now().theme;

    QTabWidget* pages_ = nullptr;
    std::vector<PagePlace> places_; ///< in the order of the tabs
    QUndoGroup* histories_ = nullptr;
    WorkbenchPage* workbench_ = nullptr;
    ViewActions* viewActions_ = nullptr;
    RegionActions* regionActions_ = nullptr;
    TakeOut* takeOut_ = nullptr;
    ListeningActions* listening_ = nullptr;
    QWidget* viewBar_ = nullptr;
    ComparePage* comparePage_ = nullptr;
    SequencePage* sequencePage_ = nullptr;
    SequenceActions* sequenceActions_ = nullptr;
    BlendPage* blendPage_ = nullptr;
    InterpolationPage* interpolationPage_ = nullptr;
    NoticeBar* notices_ = nullptr;
    QLabel* reading_ = nullptr;
    JobBar* job_ = nullptr;
    JobsDock* jobsDock_ = nullptr;
    std::vector<QAction*> themes_; ///< one a mode
    QMenu* recentMenu_ = nullptr;
    std::map<QString, QAction*> actions_; ///< by id
};

} // namespace sonoloom
