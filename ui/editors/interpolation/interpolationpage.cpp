// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/interpolation/interpolationpage.h"

#include "core/edit/images/blendtext.h"
#include "ui/editors/images/imageslot.h"
#include "ui/editors/images/usualscale.h"
#include "ui/editors/interpolation/curvechoice.h"
#include "ui/editors/interpolation/filmstrip.h"
#include "ui/panels/transportbar.h"
#include "ui/params/paramsform.h"
#include "ui/spectrogram/spectrogramview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jobbar.h"

#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int sideWidth = 300;
constexpr int placeSteps = 1000; // of the slider

/// All but the curve, which has an editor of its own.
std::vector<Field> formFields(InterpolationParams& params)
{
    auto fields = fieldsOf(params);
    std::erase_if(fields, [](const Field& field) { return field.key == "curve"; });
    return fields;
}

} // namespace

InterpolationPage::InterpolationPage(JobBoard& board, QWidget* parent) : PairPage(board, parent)
{
    transport().setSingle();
    addOutputs();
    layOut(buildViews(), {buildParams(), outputs()}, sideWidth);
    connectSession();
    connectViews();
    connectPlayer();
    showSettings();
    showInputs();
    showFilm();
}

InterpolationPage::~InterpolationPage() = default;

QWidget* InterpolationPage::buildSlider()
{
    slider_ = new QSlider(Qt::Horizontal, this);
    slider_->setObjectName(QStringLiteral("place"));
    slider_->setRange(0, placeSteps);
    slider_->setSingleStep(placeSteps / 100);
    slider_->setPageStep(placeSteps / 10);
    slider_->setAccessibleName(tr("Place between A and B"));
    slider_->setToolTip(tr("Drag from A to B to see any image between them"));
    place_ = new QLabel(this);
    place_->setObjectName(QStringLiteral("placeText"));
    place_->setMinimumWidth(place_->fontMetrics().horizontalAdvance(tr("Image %1 of %2").arg(239.5).arg(240)));
    auto* all = new QWidget(this);
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(plotmargin::left - spacing::wide, 0, plotmargin::right, 0);
    row->addWidget(new QLabel(QStringLiteral("A"), this));
    row->addWidget(slider_, 1);
    row->addWidget(new QLabel(QStringLiteral("B"), this));
    row->addWidget(place_);
    return all;
}

QWidget* InterpolationPage::buildViews()
{
    image_ = new SpectrogramView(imageAxis_, bands_, tr("Image"), this);
    strip_ = new FilmStrip(timeAxis(), this);
    auto* upper = new QWidget(this);
    auto* above = new QVBoxLayout(upper);
    above->setContentsMargins(0, 0, 0, 0);
    above->addWidget(image_, 1);
    above->addWidget(buildSlider());
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(upper);
    split->addWidget(strip_);
    split->setSizes({3000, 1000});
    return split;
}

QWidget* InterpolationPage::buildParams()
{
    form_ = new ParamsForm(this);
    InterpolationParams params = session_.settings().params;
    form_->setFields(formFields(params));
    curve_ = new CurveChoice(this);
    length_ = new QLabel(this);
    length_->setWordWrap(true);
    auto* group = new QGroupBox(tr("Images between A and B"), this);
    auto* column = new QVBoxLayout(group);
    column->addWidget(form_);
    column->addWidget(curve_);
    column->addWidget(length_);
    return group;
}

void InterpolationPage::addOutputs()
{
    addOutput(QStringLiteral("saveImages"), tr("Save images …"), tr("All images as PNG files, numbered, with their records"),
              [this] { writeImages(chooseImagesFolder()); });
    addOutput(QStringLiteral("saveSound"), tr("Save sound …"), tr("All images as one sound without seams"), [this] {
        writeSound(chooseFile(this, tr("Save the sound"), stem() + QStringLiteral(".wav"), soundPatterns(), QStringLiteral(".wav")));
    });
    addOutput(QStringLiteral("open"), tr("Save images and open them in the workbench …"), tr("Write all images and open them in the workbench"), [this] {
        writeImages(chooseImagesFolder(), [this](const QStringList& files) { emit openRequested(files); });
    });
    addOutput(QStringLiteral("sequence"), tr("Save images and add them to the sequence …"),
              tr("Write all images and add them to the sequence as clips, one behind the other"), [this] {
                  writeImages(chooseImagesFolder(), [this](const QStringList& files) { emit sequenceRequested(files); });
              });
}

void InterpolationPage::connectSession()
{
    EditedPair& pair = session_.pair();
    connect(&session_, &InterpolationSession::settingsChanged, this, &InterpolationPage::showSettings);
    connect(&session_, &InterpolationSession::filmChanged, this, &InterpolationPage::showFilm);
    connect(&session_, &InterpolationSession::stripChanged, this, [this] { strip_->setPictures(session_.strip()); });
    connect(&session_, &InterpolationSession::imageChanged, this, &InterpolationPage::showImage);
    connect(&session_, &InterpolationSession::failed, this, &InterpolationPage::failed);
    connect(&session_, &InterpolationSession::noticed, this, &InterpolationPage::noticed);
    connect(&pair, &EditedPair::changed, this, &InterpolationPage::showInputs);
    connect(&pair, &EditedPair::openingChanged, this, [this](bool opening) {
        opening ? job().begin(tr("Opening")) : job().end();
        showInputs();
    });
    connect(&pair, &EditedPair::progressed, &job(), &JobBar::setProgress);
    connect(&job(), &JobBar::cancelRequested, &pair, &EditedPair::cancel);
    connect(&inputs(), &ImageSlots::picked, &session_, &InterpolationSession::setInput);
    connect(&inputs(), &ImageSlots::swapRequested, &session_, &InterpolationSession::swap);
    connect(form_, &ParamsForm::edited, this, [this](const QString& key, const QString& text) { report(session_.setField(key, text)); });
    connect(form_, &ParamsForm::settled, &session_, &InterpolationSession::endGesture);
    connect(curve_, &CurveChoice::edited, this,
            [this](const BlendCurve& curve) { report(session_.setField(QStringLiteral("curve"), QString::fromStdString(textOf(curve)))); });
    connect(curve_, &CurveChoice::settled, &session_, &InterpolationSession::endGesture);
}

void InterpolationPage::connectViews()
{
    connect(strip_, &FilmStrip::imageChosen, this, [this](int image) { choose(static_cast<std::size_t>(image)); });
    connect(strip_, &FilmStrip::imageHovered, this, [this](int image) {
        const std::size_t shown = image < 0 ? strip_->current() : static_cast<std::size_t>(image);
        if (shown < session_.film().count() && !player().isPlaying())
            session_.showShare(session_.film().shares[shown]);
    });
    connect(strip_, &FilmStrip::seekRequested, &player(), &Player::seek);
    connect(slider_, &QSlider::valueChanged, this, [this](int step) { showPlace(static_cast<double>(step) / placeSteps); });
    connect(image_, &SpectrogramView::seekRequested, this, [this](double seconds) {
        if (session_.film().count() > 0)
            player().seek(session_.film().begin(strip_->current()) + seconds);
    });
    connect(image_, &SpectrogramView::cursorMoved, this, [this](const std::optional<Reading>& reading) {
        emit cursorMoved(reading ? readingText(*reading) : QString());
    });
}

void InterpolationPage::connectPlayer()
{
    connect(&player(), &Player::positionChanged, this, &InterpolationPage::follow);
    connect(&heard_, &MelPlayback::failed, this, &InterpolationPage::failed);
    connect(&heard_, &MelPlayback::sounded, this, [this] {
        transport().refresh();
        emit stateChanged();
    });
}

bool InterpolationPage::take(const QStringList& paths)
{
    const auto files = withTaken(session_.settings().files, paths);
    if (files)
        session_.setFiles(*files);
    return files.has_value();
}

void InterpolationPage::report(const Result<void>& done)
{
    if (done)
        return;
    emit failed(QString::fromStdString(done.error().message));
    showSettings();
}

void InterpolationPage::showInputs()
{
    const auto& opened = session_.pair().opened();
    const PairFiles& files = session_.settings().files;
    inputs().setFiles(files[0], files[1]);
    const ColourScale scale = usualScale(opened ? opened->pictures[0].get() : nullptr, opened ? opened->pictures[1].get() : nullptr);
    image_->setColourScale(scale);
    strip_->setColourScale(scale);
    image_->setMessage(session_.pair().message(tr("Open or drop two images or sounds as A and B; what lies between them appears here.")));
    showSettings();
}

void InterpolationPage::showSettings()
{
    InterpolationParams params = session_.settings().params;
    inputs().setFiles(session_.settings().files[0], session_.settings().files[1]);
    form_->refresh(formFields(params));
    form_->setFieldEnabled(QStringLiteral("keep-energy"), params.space != InterpolationSpace::Transport);
    curve_->setCurve(blendCurveFrom(params.curve).value()); // checked by the session
    for (QPushButton* button : outputButtons())
        button->setEnabled(session_.isReady());
}

void InterpolationPage::showFilm()
{
    const Film& film = session_.film();
    strip_->setFilm(film);
    timeAxis().setLength(film.seconds(), true);
    length_->setText(film.count() > 0 ? tr("%1 images, %2 in all").arg(film.count()).arg(timeText(film.seconds(), 1)) : QString());
    slider_->setEnabled(film.count() > 0);
    for (QPushButton* button : outputButtons())
        button->setEnabled(film.count() > 0);
    if (film.count() == 0) {
        place_->clear();
        heard_.clear();
        return;
    }
    choose(strip_->current());
    heard_.set(session_.heard());
}

void InterpolationPage::showImage()
{
    const auto& image = session_.image();
    imageAxis_.setTotal(image ? image->seconds : 0);
    image_->setSpectrogram(image);
    image_->setTitle(image ? tr("Image with %1 % of B").arg(session_.shownShare() * 100, 0, 'f', 1) : tr("Image"));
}

/// One of the film.
void InterpolationPage::choose(std::size_t image)
{
    const Film& film = session_.film();
    strip_->setCurrent(image);
    const QSignalBlocker silent(slider_);
    slider_->setValue(film.count() > 1 ? static_cast<int>(std::lround(placeSteps * static_cast<double>(image) / static_cast<double>(film.count() - 1)))
                                       : placeSteps / 2);
    place_->setText(tr("Image %1 of %2").arg(image + 1).arg(film.count()));
    session_.showShare(film.shares[image]);
}

/// Anywhere between, 0 to 1.
void InterpolationPage::showPlace(double place)
{
    const Film& film = session_.film();
    if (film.count() == 0)
        return;
    const InterpolationParams& params = session_.settings().params;
    const double share = std::pow(shareAt(blendCurveFrom(params.curve).value(), place), params.alphaPower);
    const double image = place * static_cast<double>(film.count() - 1);
    strip_->setCurrent(static_cast<std::size_t>(std::lround(image)));
    place_->setText(tr("Image %1 of %2").arg(image + 1, 0, 'f', 1).arg(film.count()));
    session_.showShare(share);
}

void InterpolationPage::follow(double seconds)
{
    const Film& film = session_.film();
    strip_->setPlayhead(seconds);
    if (film.count() == 0)
        return;
    const std::size_t image = film.imageAt(seconds);
    if (player().isPlaying() && image != strip_->current())
        choose(image);
    image_->setPlayhead(seconds - film.begin(image));
}

} // namespace sonoloom
