// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/blend/blendpage.h"

#include "ui/editors/blend/bandcurves.h"
#include "ui/editors/blend/bandoverlay.h"
#include "ui/editors/blend/pairlanes.h"
#include "ui/editors/images/imageslot.h"
#include "ui/editors/images/usualscale.h"
#include "ui/panels/transportbar.h"
#include "ui/spectrogram/spectrogramview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jobbar.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace sonoloom
{

namespace
{

constexpr int sideWidth = 260;
constexpr int mostColumns = 1'000'000;
constexpr double longestUnasked = 30; // seconds of an input that is made to sound before anybody wants to hear it

} // namespace

BlendPage::BlendPage(JobBoard& board, QWidget* parent) : PairPage(board, parent)
{
    transport().setOwnNames(tr("A alone"), tr("Result"));
    addOutputs();
    layOut(buildViews(), {buildOverlap(), outputs()}, sideWidth);
    connectSession();
    connectViews();
    connectPlayer();
    showSettings();
    showInputs();
    showResult();
}

BlendPage::~BlendPage() = default;

QWidget* BlendPage::buildViews()
{
    lanes_ = new PairLanes(timeAxis(), this);
    lanes_->setOverlay([this](QPainter& painter, const QRectF& overlap, int input) {
        if (!session_.settings().asPeer)
            paintBandOverlay(painter, overlap, session_.settings().params, input);
    });
    curves_ = new BandCurves(this);
    result_ = new SpectrogramView(timeAxis(), bands_, tr("Result"), this);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    for (QWidget* part : {static_cast<QWidget*>(lanes_), static_cast<QWidget*>(curves_), static_cast<QWidget*>(result_)})
        split->addWidget(part);
    split->setSizes({2300, 2000, 2400});
    return split;
}

QWidget* BlendPage::buildOverlap()
{
    region_ = new QSpinBox(this);
    region_->setObjectName(QStringLiteral("region"));
    region_->setRange(1, mostColumns);
    region_->setSuffix(tr(" px"));
    region_->setKeyboardTracking(false);
    region_->setGroupSeparatorShown(false);
    region_->setAccessibleName(tr("Overlap"));
    region_->setToolTip(tr("Columns in which both are there: A's last, B's first. The edges can be dragged in the picture, too."));
    seconds_ = new QLabel(this);
    asPeer_ = new QCheckBox(tr("As ai-music-generation does"), this);
    asPeer_->setObjectName(QStringLiteral("asPeer"));
    asPeer_->setToolTip(tr("Its region and bands, and the pair of images that it writes. The region begins with B and ends with A there."));
    auto* group = new QGroupBox(tr("Overlap"), this);
    auto* form = new QFormLayout(group);
    form->addRow(tr("Columns"), region_);
    form->addRow(tr("Length"), seconds_);
    form->addRow(asPeer_);
    connect(region_, &QSpinBox::valueChanged, this, [this](int columns) {
        setRegion(columns);
        settle();
    });
    connect(asPeer_, &QCheckBox::clicked, this, [this](bool on) {
        BlendSettings to = session_.settings();
        to.asPeer = on;
        session_.change(std::move(to), tr("As ai-music-generation does"));
        settle();
    });
    return group;
}

void BlendPage::addOutputs()
{
    addOutput(QStringLiteral("save"), tr("Save image or sound …"), tr("The result as one wide image (PNG) or as a sound file"),
              [this] { choose(false); });
    addOutput(QStringLiteral("open"), tr("Save and open in the workbench …"), tr("Write the result as one wide image and open it in the workbench"),
              [this] { choose(true); });
    pairOutput_ = addOutput(QStringLiteral("savePair"), tr("Save the pair of images …"),
                            tr("Both images with the region in them, as ai-music-generation writes them"), [this] {
                                QStringList names;
                                for (const QString& file : session_.settings().files)
                                    names.append(QFileInfo(file).completeBaseName() + QStringLiteral(".png"));
                                writePair(chooseFolder(this, tr("Folder for the pair of images"), names));
                            });
    addOutput(QStringLiteral("sequence"), tr("Add to the sequence"), tr("Both inputs as clips with this transition between them"), [this] {
        emit sequenceRequested(session_.settings(), session_.params().region * session_.columnSeconds());
    });
}

void BlendPage::connectSession()
{
    EditedPair& pair = session_.pair();
    connect(&session_, &BlendSession::settingsChanged, this, &BlendPage::showSettings);
    connect(&session_, &BlendSession::resultChanged, this, &BlendPage::showResult);
    connect(&session_, &BlendSession::failed, this, &BlendPage::failed);
    connect(&session_, &BlendSession::noticed, this, &BlendPage::noticed);
    connect(&pair, &EditedPair::changed, this, &BlendPage::showInputs);
    connect(&pair, &EditedPair::openingChanged, this, [this](bool opening) {
        opening ? job().begin(tr("Opening")) : job().end();
        showInputs();
    });
    connect(&pair, &EditedPair::progressed, &job(), &JobBar::setProgress);
    connect(&job(), &JobBar::cancelRequested, &pair, &EditedPair::cancel);
    connect(&inputs(), &ImageSlots::picked, &session_, &BlendSession::setInput);
    connect(&inputs(), &ImageSlots::swapRequested, &session_, &BlendSession::swap);
    connect(curves_, &BandCurves::edited, this, [this](const BlendParams& params) { changeParams(params, tr("Change bands")); });
    connect(curves_, &BandCurves::settled, this, &BlendPage::settle);
    connect(curves_, &BandCurves::hovered, this, &BlendPage::cursorMoved);
}

void BlendPage::connectViews()
{
    connect(lanes_, &PairLanes::overlapEdited, this, [this](double seconds) {
        setRegion(std::max(1, static_cast<int>(std::lround(seconds / session_.columnSeconds()))));
    });
    connect(lanes_, &PairLanes::settled, this, &BlendPage::settle);
    connect(lanes_, &PairLanes::seekRequested, &player(), &Player::seek);
    connect(lanes_, &PairLanes::hovered, this, &BlendPage::cursorMoved);
    for (int input = 0; input < 2; ++input)
        connect(lanes_->hearButton(input), &QToolButton::clicked, this, [this, input] { hearInput(input); });
    connect(result_, &SpectrogramView::seekRequested, &player(), &Player::seek);
    connect(result_, &SpectrogramView::scrubbed, &player(), &Player::scrub);
    connect(result_, &SpectrogramView::scrubEnded, &player(), &Player::endScrub);
    connect(result_, &SpectrogramView::cursorMoved, this, [this](const std::optional<Reading>& reading) {
        emit cursorMoved(reading ? readingText(*reading) : QString());
    });
}

void BlendPage::connectPlayer()
{
    connect(&player(), &Player::positionChanged, lanes_, &PairLanes::setPlayhead);
    connect(&player(), &Player::positionChanged, result_, &SpectrogramView::setPlayhead);
    connect(&player(), &Player::sideChanged, this, &BlendPage::showHeard);
    connect(&heardInput_, &MelSound::failed, this, &BlendPage::failed);
    connect(&heardInput_, &MelSound::sounded, this, &BlendPage::showHeard);
    connect(&heardResult_, &MelPlayback::failed, this, &BlendPage::failed);
    connect(&heardResult_, &MelPlayback::sounded, this, &BlendPage::showHeard);
}

bool BlendPage::take(const QStringList& paths)
{
    const auto files = withTaken(session_.settings().files, paths);
    if (files)
        session_.setFiles(*files);
    return files.has_value();
}

void BlendPage::changeParams(const BlendParams& params, const QString& what)
{
    BlendSettings to = session_.settings();
    to.params = params;
    session_.change(std::move(to), what);
}

void BlendPage::setRegion(int columns)
{
    if (!session_.isReady())
        return;
    BlendSettings to = session_.settings();
    to.params.region = std::min(columns, session_.mostRegion());
    session_.change(std::move(to), tr("Change overlap"));
}

/// A gesture ended: what takes long follows now.
void BlendPage::settle()
{
    session_.endGesture();
    showTimes();
}

void BlendPage::showInputs()
{
    const auto& opened = session_.pair().opened();
    const PairFiles& files = session_.settings().files;
    inputs().setFiles(files[0], files[1]);
    ColourScale scale = usualScale(opened ? opened->pictures[0].get() : nullptr, opened ? opened->pictures[1].get() : nullptr);
    lanes_->setColourScale(scale);
    result_->setColourScale(scale);
    for (int input = 0; input < 2; ++input)
        lanes_->setPicture(input, opened ? opened->pictures[static_cast<std::size_t>(input)] : nullptr,
                           QFileInfo(files[static_cast<std::size_t>(input)]).fileName());
    lanes_->setMessage(session_.pair().message(tr("Open or drop the image or sound that ends as A and the one that begins as B.")));
    showTimes();
    showSettings();
    heardInput_.clear();
    if (session_.isReady() && session_.heardInput(input_).seconds() <= longestUnasked)
        soundInput();
}

void BlendPage::showSettings()
{
    const bool ready = session_.isReady();
    const BlendSettings& settings = session_.settings();
    inputs().setFiles(settings.files[0], settings.files[1]);
    const QSignalBlocker silent(region_);
    region_->setMaximum(ready ? session_.mostRegion() : mostColumns);
    region_->setValue(ready ? session_.params().region : settings.params.region);
    region_->setEnabled(ready);
    asPeer_->setChecked(settings.asPeer);
    curves_->setParams(settings.params);
    curves_->setOnlyCount(settings.asPeer);
    const double overlap = ready ? region_->value() * session_.columnSeconds() : 0;
    seconds_->setText(ready ? tr("%1 s").arg(overlap, 0, 'f', 3) : QStringLiteral("—"));
    curves_->setSeconds(overlap);
    curves_->setBandNames(ready ? bandNames(session_.pair().opened()->mel->analysis(), settings.params.bands) : QStringList());
    lanes_->setOverlap(overlap, ready ? session_.mostRegion() * session_.columnSeconds() : 0);
    for (QPushButton* button : outputButtons())
        button->setEnabled(ready && (button == pairOutput_ ? settings.asPeer : !settings.asPeer));
}

/// The length of everything; not while the overlap is dragged, which would move what is dragged.
void BlendPage::showTimes()
{
    const double from = timeAxis().from();
    const double to = timeAxis().to();
    const bool isZoomed = timeAxis().visible() < timeAxis().total();
    timeAxis().setTotal(session_.isReady() ? session_.seconds() : lanes_->longestPicture());
    if (isZoomed && to <= timeAxis().total())
        timeAxis().show(from, to);
    if (session_.isReady() && heardInput_.isOf(session_.whose(input_)))
        soundInput();
}

void BlendPage::showResult()
{
    const auto& result = session_.result();
    result_->setSpectrogram(result);
    if (!result) {
        result_->setMessage(session_.isReady() ? tr("These do not fit together.") : tr("The result appears here, once both inputs are there."));
        result_->setTileBorders({}, {});
        heardResult_.clear();
        return;
    }
    result_->setMessage({});
    result_->setTileBorders({session_.overlapBegin(), session_.overlapBegin() + session_.params().region * session_.columnSeconds()}, {});
    heardResult_.set(session_.heardResult());
}

/// The chosen input as side A, where it lies in the result.
void BlendPage::soundInput()
{
    heardInput_.set(session_.heardInput(input_), session_.whose(input_), input_ == 0 ? 0 : session_.overlapBegin());
    transport().setOwnNames(input_ == 0 ? tr("A alone") : tr("B alone"), tr("Result"));
}

void BlendPage::hearInput(int input)
{
    if (session_.isReady()) {
        input_ = input;
        soundInput();
        player().switchTo(Side::A);
    }
    showHeard();
}

void BlendPage::showHeard()
{
    transport().refresh();
    for (int input = 0; input < 2; ++input) {
        QToolButton* button = lanes_->hearButton(input);
        button->setEnabled(session_.isReady());
        button->setChecked(session_.isReady() && player().side() == Side::A && input == input_);
    }
    emit stateChanged();
}

} // namespace sonoloom
