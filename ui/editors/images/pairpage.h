// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/images/editedpair.h"
#include "ui/editors/images/editorexports.h"
#include "ui/player/player.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/widgets/editorpage.h"

#include <functional>
#include <vector>

class QPushButton;

namespace sonoloom
{

class ImageSlots;
class JobBar;

/// A page that makes something of two inputs: where they are picked, what is seen, what is set beside it, what is played
/// below, and what is written.
class PairPage : public EditorPage
{
    Q_OBJECT

public:
    Player& player() override { return player_; }
    TransportBar& transport() override { return *transport_; }
    TimeAxis& timeAxis() override { return axis_; }

    EditorExports& exports() { return exports_; }
    /// The file that is open in the workbench; see ImageSlots::setWorkbench.
    void setWorkbench(std::function<QString()> source);

protected:
    /// @param board must outlive the page
    PairPage(JobBoard& board, QWidget* parent);

    /// Inputs, `view` and transport on the left, `groups` on the right. To be called once.
    void layOut(QWidget* view, const std::vector<QWidget*>& groups, int sideWidth);
    /// The group that addOutput() adds to.
    QWidget* outputs();
    /// A button for something that is written.
    QPushButton* addOutput(const QString& name, const QString& text, const QString& help, std::function<void()> work);
    const std::vector<QPushButton*>& outputButtons() const { return buttons_; }
    /// The names of both, without suffixes: "a_b".
    static QString stemOf(const PairFiles& files);

    ImageSlots& inputs() { return *slots_; }
    JobBar& job() { return *job_; }

private:
    void applyLoop();

    Player player_;
    EditorExports exports_;
    TimeAxis axis_;
    ImageSlots* slots_;
    TransportBar* transport_;
    JobBar* job_;
    QWidget* outputs_ = nullptr;
    std::vector<QPushButton*> buttons_;
};

} // namespace sonoloom
