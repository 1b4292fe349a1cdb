// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/images/editorexports.h"
#include "ui/editors/interpolation/interpolationsession.h"
#include "ui/player/player.h"
#include "ui/spectrogram/frequencyaxis.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/widgets/editorpage.h"

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QSlider;

namespace sonoloom
{

class CurveChoice;
class FilmStrip;
class ImageSlots;
class JobBar;
class ParamsForm;
class SpectrogramView;

/// The images between two, seen as a film and heard as one sound.
class InterpolationPage : public EditorPage
{
    Q_OBJECT

public:
    /// @param board must outlive the page
    explicit InterpolationPage(JobBoard& board, QWidget* parent = nullptr);
    ~InterpolationPage() override;

    Player& player() override { return player_; }
    TransportBar& transport() override { return *transport_; }
    TimeAxis& timeAxis() override { return axis_; }
    FrequencyAxis* frequencies() override { return &bands_; }
    QUndoStack* history() override { return &session_.history(); }
    bool take(const QStringList& paths) override;

    InterpolationSession& session() { return session_; }
    FilmStrip& filmStrip() { return *strip_; }
    SpectrogramView& imageView() { return *image_; }
    EditorExports& exports() { return exports_; }
    /// The file that is open in the workbench; see ImageSlots::setWorkbench.
    void setWorkbench(std::function<QString()> source);
    /// How sound files are drawn.
    void setDrawing(std::function<RiffusionParams()> drawing) { session_.pair().setDrawing(std::move(drawing)); }

    /// Writes all images into a folder. @param then gets them
    void writeImages(const ChosenPlace& folder, std::function<void(const QStringList&)> then = {});
    void writeSound(const ChosenPlace& place);

signals:
    /// These images are to be added to the sequence, one behind the other.
    void sequenceRequested(const QStringList& images);

private:
    QWidget* buildViews();
    QWidget* buildSlider();
    QWidget* buildSide();
    QWidget* buildParams();
    QWidget* buildOutput();
    void addOutput(QWidget* group, const QString& name, const QString& text, const QString& help, std::function<void()> work);
    void connectSession();
    void connectViews();
    void connectPlayer();
    void showInputs();
    void showSettings();
    void showFilm();
    void showImage();
    void choose(std::size_t image);
    void showPlace(double place);
    void follow(double seconds);
    void report(const Result<void>& done);
    void applyLoop();
    ChosenPlace chooseImagesFolder();
    QStringList imageNames() const;
    QString stem() const;

    InterpolationSession session_;
    Player player_;
    MelPlayback heard_{player_};
    EditorExports exports_;
    TimeAxis axis_;
    TimeAxis imageAxis_; ///< of one image
    FrequencyAxis bands_;
    ImageSlots* slots_ = nullptr;
    SpectrogramView* image_ = nullptr;
    QSlider* slider_ = nullptr;
    QLabel* place_ = nullptr;
    FilmStrip* strip_ = nullptr;
    TransportBar* transport_ = nullptr;
    ParamsForm* form_ = nullptr;
    CurveChoice* curve_ = nullptr;
    QLabel* length_ = nullptr;
    std::vector<QPushButton*> outputs_;
    JobBar* job_ = nullptr;
};

} // namespace sonoloom
