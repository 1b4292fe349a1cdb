// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sequence.h"
#include "ui/editors/crossfade/crossfadesession.h"
#include "ui/editors/images/editorexports.h"
#include "ui/player/player.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/widgets/editorpage.h"

#include <functional>
#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;

namespace sonoloom
{

class FadeLanes;
class ImageSlots;
class JobBar;
class ParamsForm;
class WaveformView;

/// One sound gives way to another, beat on beat: both with their beats, what was found and done, and the result, heard as it
/// will be written.
class CrossfadePage : public EditorPage
{
    Q_OBJECT

public:
    /// @param board must outlive the page
    explicit CrossfadePage(JobBoard& board, QWidget* parent = nullptr);
    ~CrossfadePage() override;

    Player& player() override { return player_; }
    TransportBar& transport() override { return *transport_; }
    TimeAxis& timeAxis() override { return axis_; }
    QUndoStack* history() override { return &session_.history(); }
    bool take(const QStringList& paths) override;

    CrossfadeSession& session() { return session_; }
    FadeLanes& lanes() { return *lanes_; }
    EditorExports& exports() { return exports_; }
    /// The file that is open in the workbench; see ImageSlots::setWorkbench.
    void setWorkbench(std::function<QString()> source);

    /// Writes the result; the suffix says how. @param opens it in the workbench then
    void write(const ChosenPlace& place, bool opens);

signals:
    /// These clips are to be added to the sequence.
    void sequenceRequested(const sonoloom::Sequence& clips);

private:
    QWidget* buildViews();
    QWidget* buildSide();
    QWidget* buildParams();
    QWidget* buildOutput();
    QPushButton* addOutput(QWidget* group, const QString& name, const QString& text, const QString& help, std::function<void()> work);
    void connectSession();
    void connectViews();
    void showSettings();
    void showWork();
    void showMade();
    void hearTransition();
    void addToSequence();
    void applyLoop();
    void choose(bool opens);
    QString message() const;
    QString stem() const;

    CrossfadeSession session_;
    Player player_;
    EditorExports exports_;
    TimeAxis axis_;
    std::shared_ptr<const MadeFade> shown_;
    ImageSlots* slots_ = nullptr;
    FadeLanes* lanes_ = nullptr;
    WaveformView* result_ = nullptr;
    TransportBar* transport_ = nullptr;
    ParamsForm* form_ = nullptr;
    QCheckBox* asPeer_ = nullptr;
    QLabel* findings_ = nullptr;
    std::vector<QPushButton*> outputs_;
    JobBar* job_ = nullptr;
};

} // namespace sonoloom
