// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/sweep/sweep.h"
#include "ui/document/session.h"
#include "ui/jobs/job.h"

#include <QDialog>
#include <QSize>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace sonoloom
{

class SweepAxisEditor;

/// A grid of settings on the selection or the first 10 s of the session's sound: each cell is shown and heard as it is
/// done, and its settings can be taken.
class SweepDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param session must outlive the dialog
    explicit SweepDialog(Session& session, QWidget* parent = nullptr);
    ~SweepDialog() override;

    // Sizes in device-independent pixels, and the steps of the progress.
    static constexpr QSize thumbnail{170, 90};
    static constexpr QSize detailPicture{340, 220};
    static constexpr int progressSteps = 1000;

    /// The stretch of sound to work on, in seconds; `to` not greater than `from`: the first 10 s.
    void setSelection(double from, double to);

    SweepAxisEditor& columnsEditor() { return *columns_; }
    SweepAxisEditor& rowsEditor() { return *rows_; }
    /// Starts the grid as the editors say; what does not fit is told in the dialog.
    void start();
    bool isRunning() const { return job_.running(); }
    const std::vector<std::optional<SweepCell>>& cells() const { return cells_; }
    /// Writes sheet, table and sounds into a folder. Ends in a sentence in the dialog.
    void save(const QString& folder, Overwrite overwrite);

signals:
    /// A cell was chosen: its sound, which begins at `from` seconds of the original.
    void heard(std::shared_ptr<const sonoloom::Audio> sound, double from);
    void playToggled();
    /// Between the original and what was heard last.
    void sideToggled();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildAxes();
    QWidget* buildGrid();
    QWidget* buildDetail();
    QPushButton* addButton(const QString& text, const QString& help, const char* name);
    void connectAll();
    Result<SweepPlan> plan();
    void receive(const SweepCell& cell, const QImage& picture);
    void showCell(const SweepCell& cell, const QImage& picture);
    void showChosen();
    const SweepCell* chosen() const;
    void take();
    void chooseFolder();
    void tell(const QString& sentence);
    void refresh();

    Session& session_;
    double from_ = 0;
    double to_ = 0;
    double sweptFrom_ = 0;
    SweepPlan plan_;
    std::vector<std::optional<SweepCell>> cells_;
    std::vector<QImage> pictures_;
    bool complete_ = false;
    Job job_;
    Job saving_;
    SweepAxisEditor* columns_ = nullptr;
    SweepAxisEditor* rows_ = nullptr;
    QLabel* part_ = nullptr;
    QPushButton* start_ = nullptr;
    QPushButton* cancel_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QTableWidget* grid_ = nullptr;
    QLabel* picture_ = nullptr;
    QLabel* facts_ = nullptr;
    QPushButton* play_ = nullptr;
    QPushButton* side_ = nullptr;
    QPushButton* take_ = nullptr;
    QPushButton* save_ = nullptr;
    QLabel* told_ = nullptr;
};

} // namespace sonoloom
