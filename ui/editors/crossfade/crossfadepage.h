// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sequence.h"
#include "ui/editors/crossfade/crossfadesession.h"
#include "ui/editors/images/pairpage.h"

class QCheckBox;
class QLabel;

namespace sonoloom
{

class FadeLanes;
class ParamsForm;
class WaveformView;

/// One sound gives way to another, beat on beat: both with their beats, what was found and done, and the result, heard as it
/// will be written.
class CrossfadePage : public PairPage
{
    Q_OBJECT

public:
    /// @param board must outlive the page
    explicit CrossfadePage(JobBoard& board, QWidget* parent = nullptr);
    ~CrossfadePage() override;

    QUndoStack* history() override { return &session_.history(); }
    bool take(const QStringList& paths) override;

    CrossfadeSession& session() { return session_; }
    FadeLanes& lanes() { return *lanes_; }

    /// Writes the result; the suffix says how. @param opens it in the workbench then
    void write(const ChosenPlace& place, bool opens);

signals:
    /// These clips are to be added to the sequence.
    void sequenceRequested(const sonoloom::Sequence& clips);

private:
    QWidget* buildViews();
    QWidget* buildParams();
    QWidget* buildFindings();
    void addOutputs();
    void connectSession();
    void connectViews();
    void showSettings();
    void showWork();
    void showMade();
    void hearTransition();
    void addToSequence();
    void choose(bool opens);
    QString message() const;
    QString stem() const { return stemOf(session_.settings().files); }

    CrossfadeSession session_;
    std::shared_ptr<const MadeFade> shown_;
    FadeLanes* lanes_ = nullptr;
    WaveformView* result_ = nullptr;
    ParamsForm* form_ = nullptr;
    QCheckBox* asPeer_ = nullptr;
    QLabel* findings_ = nullptr;
};

} // namespace sonoloom
