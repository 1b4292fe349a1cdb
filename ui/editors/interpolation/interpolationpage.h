// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/images/melplayback.h"
#include "ui/editors/images/pairpage.h"
#include "ui/editors/interpolation/interpolationsession.h"
#include "ui/spectrogram/frequencyaxis.h"

class QLabel;
class QPushButton;
class QSlider;

namespace sonoloom
{

class CurveChoice;
class FilmStrip;
class ParamsForm;
class SpectrogramView;

/// The images between two, seen as a film and heard as one sound.
class InterpolationPage : public PairPage
{
    Q_OBJECT

public:
    /// @param board must outlive the page
    explicit InterpolationPage(JobBoard& board, QWidget* parent = nullptr);
    ~InterpolationPage() override;

    FrequencyAxis* frequencies() override { return &bands_; }
    QUndoStack* history() override { return &session_.history(); }
    bool take(const QStringList& paths) override;

    InterpolationSession& session() { return session_; }
    FilmStrip& filmStrip() { return *strip_; }
    SpectrogramView& imageView() { return *image_; }
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
    QWidget* buildParams();
    void addOutputs();
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
    ChosenPlace chooseImagesFolder();
    QStringList imageNames() const;
    QString stem() const { return stemOf(session_.settings().files); }

    InterpolationSession session_;
    MelPlayback heard_{player()};
    TimeAxis imageAxis_; ///< of one image
    FrequencyAxis bands_;
    SpectrogramView* image_ = nullptr;
    QSlider* slider_ = nullptr;
    QLabel* place_ = nullptr;
    FilmStrip* strip_ = nullptr;
    ParamsForm* form_ = nullptr;
    CurveChoice* curve_ = nullptr;
    QLabel* length_ = nullptr;
};

} // namespace sonoloom
