// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/blend/blendsession.h"
#include "ui/editors/images/editorexports.h"
#include "ui/player/player.h"
#include "ui/spectrogram/frequencyaxis.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/widgets/editorpage.h"

#include <functional>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace sonoloom
{

class BandCurves;
class ImageSlots;
class JobBar;
class PairLanes;
class SpectrogramView;

/// One image or sound gives way to another: both where they overlap, how each band changes over, and the result, seen and
/// heard at once.
class BlendPage : public EditorPage
{
    Q_OBJECT

public:
    /// @param board must outlive the page
    explicit BlendPage(JobBoard& board, QWidget* parent = nullptr);
    ~BlendPage() override;

    Player& player() override { return player_; }
    TransportBar& transport() override { return *transport_; }
    TimeAxis& timeAxis() override { return axis_; }
    FrequencyAxis* frequencies() override { return &bands_; }
    QUndoStack* history() override { return &session_.history(); }
    bool take(const QStringList& paths) override;

    BlendSession& session() { return session_; }
    BandCurves& bandCurves() { return *curves_; }
    PairLanes& lanes() { return *lanes_; }
    SpectrogramView& resultView() { return *result_; }
    EditorExports& exports() { return exports_; }
    /// The file that is open in the workbench; see ImageSlots::setWorkbench.
    void setWorkbench(std::function<QString()> source);
    /// How sound files are drawn.
    void setDrawing(std::function<RiffusionParams()> drawing) { session_.pair().setDrawing(std::move(drawing)); }

    /// Where an image or a sound of the result is written; the suffix says which. @param opens it in the workbench then
    void write(const ChosenPlace& place, bool opens);
    void writePair(const ChosenPlace& folder);

signals:
    /// Both inputs with this transition are to be added to the sequence.
    void sequenceRequested(const sonoloom::BlendSettings& settings, double overlapSeconds);

private:
    QWidget* buildViews();
    QWidget* buildSide();
    QWidget* buildOverlap();
    QWidget* buildOutput();
    QPushButton* addOutput(QWidget* group, const QString& name, const QString& text, const QString& help, std::function<void()> work);
    void connectSession();
    void connectViews();
    void connectPlayer();
    void changeParams(const BlendParams& params, const QString& what);
    void setRegion(int columns);
    void showInputs();
    void showSettings();
    void showTimes();
    void showResult();
    void settle();
    void hearInput(int input);
    void soundInput();
    void showHeard();
    void applyLoop();
    void choose(bool opens);
    QString stem() const;

    BlendSession session_;
    Player player_;
    MelSound heardInput_{player_};
    MelPlayback heardResult_{player_};
    EditorExports exports_;
    TimeAxis axis_;
    FrequencyAxis bands_;
    ImageSlots* slots_ = nullptr;
    PairLanes* lanes_ = nullptr;
    BandCurves* curves_ = nullptr;
    SpectrogramView* result_ = nullptr;
    TransportBar* transport_ = nullptr;
    QSpinBox* region_ = nullptr;
    QLabel* seconds_ = nullptr;
    QCheckBox* asPeer_ = nullptr;
    std::vector<QPushButton*> outputs_;
    QPushButton* pairOutput_ = nullptr;
    JobBar* job_ = nullptr;
    int input_ = 0; ///< that side A of the player has
};

} // namespace sonoloom
