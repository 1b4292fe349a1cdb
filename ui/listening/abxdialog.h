// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/audio.h"
#include "core/base/result.h"
#include "core/io/atomicfile.h"
#include "ui/jobs/job.h"
#include "ui/listening/abxrun.h"
#include "ui/player/player.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QPointer>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>

class QStackedWidget;

namespace sonoloom
{

class AbxResultPage;
class AbxSetupPage;
class AbxTrialPage;

/// One of the two sounds of a blind test.
struct AbxSubject {
    QString name;
    std::filesystem::path file;         ///< as it was opened; empty: the sound is in memory only
    std::shared_ptr<const Audio> sound; ///< asked only where there is no file
};

/// A blind test of the player's A and B: sets it up, lets listen and answer, and tells the score at the end.
///
/// While it runs nothing that it shows, and no signal of it or of the player, depends on what X is.
class AbxDialog : public QDialog
{
    Q_OBJECT

public:
    using Draw = std::function<AbxSide()>;

    /// @param player must outlive the dialog @param subjects A and B @param draw what X is
    AbxDialog(Player& player, std::array<AbxSubject, 2> subjects, QWidget* parent = nullptr, Draw draw = drawnByTheSystem);
    ~AbxDialog() override;

    /// A test is under way.
    bool isRunning() const { return player_.isBlind(); }
    /// The last test, ended or given up; nothing before the first one.
    const std::optional<AbxReport>& report() const { return report_; }
    /// Writes the report, as JSON if the name ends so, else as text. Errors: Exists, WriteFailed, Unavailable (no test, or
    /// the files' sums are not known yet).
    Result<void> saveReport(const std::filesystem::path& file, Overwrite overwrite);

    /// Gives up a test that runs; else closes.
    void reject() override;

signals:
    /// The window is to be covered; or no longer.
    void blindChanged(bool blind);

private:
    void prepare();
    void start();
    void hear(QChar which);
    void answer(AbxSide side);
    void finish();
    void showPosition();
    void sumUp();
    void chooseReport();
    double seconds() const;

    Player& player_;
    QPointer<Player> alive_; ///< a window that is destroyed may take the player along first
    std::array<AbxSubject, 2> subjects_;
    Draw draw_;
    std::optional<AbxRun> run_;
    std::optional<AbxReport> report_;
    std::optional<std::array<std::string, 2>> sums_;
    QElapsedTimer clock_;
    QStackedWidget* pages_;
    AbxSetupPage* setup_;
    AbxTrialPage* trial_;
    AbxResultPage* result_;
    Job job_;
};

} // namespace sonoloom
