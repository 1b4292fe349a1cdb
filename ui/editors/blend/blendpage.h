// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/blend/blendsession.h"
#include "ui/editors/images/melplayback.h"
#include "ui/editors/images/pairpage.h"
#include "ui/spectrogram/frequencyaxis.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace sonoloom
{

class BandCurves;
class PairLanes;
class SpectrogramView;

/// One image or sound gives way to another: both where they overlap, how each band changes over, and the result, seen and
/// heard at once.
class BlendPage : public PairPage
{
    Q_OBJECT

public:
    /// @param board must outlive the page
    explicit BlendPage(JobBoard& board, QWidget* parent = nullptr);
    ~BlendPage() override;

    FrequencyAxis* frequencies() override { return &bands_; }
    QUndoStack* history() override { return &session_.history(); }
    bool take(const QStringList& paths) override;

    BlendSession& session() { return session_; }
    BandCurves& bandCurves() { return *curves_; }
    PairLanes& lanes() { return *lanes_; }
    SpectrogramView& resultView() { return *result_; }
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
    QWidget* buildOverlap();
    void addOutputs();
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
    void choose(bool opens);
    QString stem() const { return stemOf(session_.settings().files); }

    BlendSession session_;
    MelSound heardInput_{player()};
    MelPlayback heardResult_{player()};
    FrequencyAxis bands_;
    PairLanes* lanes_ = nullptr;
    BandCurves* curves_ = nullptr;
    SpectrogramView* result_ = nullptr;
    QSpinBox* region_ = nullptr;
    QLabel* seconds_ = nullptr;
    QCheckBox* asPeer_ = nullptr;
    QPushButton* pairOutput_ = nullptr;
    int input_ = 0; ///< that side A of the player has
};

} // namespace sonoloom
