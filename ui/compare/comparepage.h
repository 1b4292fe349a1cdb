// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparesession.h"
#include "ui/player/player.h"
#include "ui/widgets/editorpage.h"

#include <functional>

class QComboBox;
class QGroupBox;
class QLabel;
class QPushButton;
class QSlider;

namespace sonoloom
{

class ImagePanes;
class InputSlot;
class JobBar;
class MeasuresPanel;
class ParamsForm;
class SoundPanes;
class TransportBar;

/// Two sounds, images or folders of images beside each other: what is the same, what differs, and by how much.
class ComparePage : public EditorPage
{
    Q_OBJECT

public:
    explicit ComparePage(QWidget* parent = nullptr);
    ~ComparePage() override;

    CompareSession& session() { return session_; }
    Player& player() override { return player_; }
    TransportBar& transport() override { return *transport_; }
    TimeAxis& timeAxis() override;
    FrequencyAxis* frequencies() override;
    SoundPanes& soundPanes() { return *soundPanes_; }
    ImagePanes& imagePanes() { return *imagePanes_; }
    /// What the workbench has to offer for A and B; asked when the entry in a slot's menu is chosen.
    void setWorkbenchInputs(std::function<CompareInput(Side)> source);
    /// Both of them.
    void compareWorkbench();

private:
    QWidget* buildInputs();
    QWidget* buildViews();
    QWidget* buildSide();
    QWidget* buildLook();
    QWidget* buildImageViews();
    QWidget* buildFigures();
    void connectSession();
    void showInputs();
    void showCompared();
    void showImages();
    void showHeard();
    void applyLoop();
    void chooseReport();
    void useWorkbench(Side side);

    CompareSession session_;
    Player player_;
    std::function<CompareInput(Side)> workbench_;
    InputSlot* slotA_ = nullptr;
    InputSlot* slotB_ = nullptr;
    QLabel* message_ = nullptr;
    SoundPanes* soundPanes_ = nullptr;
    QWidget* imageViews_ = nullptr;
    ImagePanes* imagePanes_ = nullptr;
    QGroupBox* figures_ = nullptr;
    QLabel* notes_ = nullptr;
    QPushButton* hear_ = nullptr;
    QPushButton* report_ = nullptr;
    TransportBar* transport_ = nullptr;
    MeasuresPanel* measures_ = nullptr;
    ParamsForm* form_ = nullptr;
    QComboBox* mode_ = nullptr;
    QComboBox* difference_ = nullptr;
    QSlider* divider_ = nullptr;
    JobBar* job_ = nullptr;
};

} // namespace sonoloom
