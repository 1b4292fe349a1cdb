// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepage.h"

#include "ui/compare/imagepanes.h"
#include "ui/compare/inputslot.h"
#include "ui/compare/measurespanel.h"
#include "ui/compare/pairtable.h"
#include "ui/compare/soundpanes.h"
#include "ui/panels/transportbar.h"
#include "ui/params/paramsform.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jobbar.h"
#include "ui/widgets/sidescroll.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSlider>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonoloom
{

namespace
{

constexpr int sideWidth = 330;
constexpr int dividerSteps = 1000;
constexpr int nameWidth = 130;

QGroupBox* grouped(const QString& title, QWidget* content)
{
    auto* group = new QGroupBox(title);
    auto* layout = new QVBoxLayout(group);
    layout->addWidget(content);
    return group;
}

QString nameOf(const CompareInput& input)
{
    return QString::fromStdString(input.name);
}

QString onButton(const QString& name, const QWidget& widget)
{
    return widget.fontMetrics().elidedText(name, Qt::ElideMiddle, nameWidth);
}

} // namespace

ComparePage::ComparePage(QWidget* parent) : EditorPage(parent)
{
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(buildViews());
    split->addWidget(new SideScroll(buildSide(), this));
    split->setStretchFactor(0, 1);
    split->setSizes({1280 - sideWidth, sideWidth});
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(split);
    connectSession();
    showInputs();
    showCompared();
}

ComparePage::~ComparePage() = default;

TimeAxis& ComparePage::timeAxis()
{
    return soundPanes_->timeAxis();
}

FrequencyAxis* ComparePage::frequencies()
{
    return &soundPanes_->frequencyAxis();
}

QWidget* ComparePage::buildInputs()
{
    slotA_ = new InputSlot(QStringLiteral("A"), this);
    slotB_ = new InputSlot(QStringLiteral("B"), this);
    const std::pair<Side, InputSlot*> all[] = {{Side::A, slotA_}, {Side::B, slotB_}};
    for (const auto& [side, slot] : all) {
        connect(slot, &InputSlot::picked, this, [this, side = side](const QString& path) { session_.setInput(side, inputAt(path.toStdString())); });
        slot->menu()->addSeparator();
        slot->menu()->addAction(side == Side::A ? tr("The workbench's original") : tr("The workbench's result"), this,
                                [this, side = side] { useWorkbench(side); });
    }
    auto* swap = new QToolButton(this);
    swap->setText(QStringLiteral("⇄"));
    swap->setToolTip(tr("Exchange A and B"));
    swap->setAccessibleName(swap->toolTip());
    connect(swap, &QToolButton::clicked, &session_, &CompareSession::swap);
    auto* inputs = new QWidget(this);
    auto* row = new QHBoxLayout(inputs);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(slotA_, 1);
    row->addWidget(swap);
    row->addWidget(slotB_, 1);
    return inputs;
}

QWidget* ComparePage::buildViews()
{
    message_ = new QLabel(this);
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    soundPanes_ = new SoundPanes(this);
    transport_ = new TransportBar(player_, this);
    transport_->setNames({}, {});
    auto* views = new QWidget(this);
    auto* column = new QVBoxLayout(views);
    column->setContentsMargins(spacing::normal, spacing::normal, 0, spacing::normal);
    column->setSpacing(spacing::normal);
    column->addWidget(buildInputs());
    column->addWidget(message_, 1);
    column->addWidget(soundPanes_, 1);
    column->addWidget(buildImageViews(), 1);
    column->addWidget(transport_);
    connect(soundPanes_, &SoundPanes::seekRequested, &player_, &Player::seek);
    connect(soundPanes_, &SoundPanes::cursorMoved, this, &ComparePage::cursorMoved);
    connect(&player_, &Player::positionChanged, soundPanes_, &SoundPanes::setPlayhead);
    connect(&player_, &Player::positionChanged, this, [this](double seconds) {
        if (player_.isPlaying())
            soundPanes_->timeAxis().follow(seconds);
    });
    connect(&player_, &Player::failed, this, &ComparePage::failed);
    connect(&soundPanes_->timeAxis(), &TimeAxis::selectionChanged, this, &ComparePage::applyLoop);
    connect(transport_, &TransportBar::loopToggled, this, &ComparePage::applyLoop);
    connect(&player_, &Player::durationChanged, this, &ComparePage::applyLoop);
    return views;
}

QWidget* ComparePage::buildImageViews()
{
    imagePanes_ = new ImagePanes(this);
    connect(imagePanes_, &ImagePanes::pixelHovered, this, &ComparePage::cursorMoved);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(imagePanes_);
    split->addWidget(new PairTable(session_, this));
    split->setSizes({3000, 1000});
    imageViews_ = split;
    return split;
}

/// Of sounds, or what is to be said of images.
QWidget* ComparePage::buildFigures()
{
    measures_ = new MeasuresPanel(this);
    notes_ = new QLabel(this);
    notes_->setWordWrap(true);
    notes_->setTextFormat(Qt::PlainText);
    hear_ = new QPushButton(tr("Make them sound"), this);
    hear_->setObjectName(QStringLiteral("hearImages"));
    hear_->setToolTip(tr("Make sound of all images of A and of B, to hear them and their difference below"));
    connect(hear_, &QPushButton::clicked, &session_, &CompareSession::hearImages);
    report_ = new QPushButton(tr("Write report …"), this);
    report_->setObjectName(QStringLiteral("report"));
    report_->setToolTip(tr("Pictures, figures as CSV and JSON, and a page to look at and listen to anywhere"));
    connect(report_, &QPushButton::clicked, this, &ComparePage::chooseReport);
    auto* all = new QWidget(this);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : {static_cast<QWidget*>(measures_), static_cast<QWidget*>(notes_), static_cast<QWidget*>(hear_),
                          static_cast<QWidget*>(report_)})
        column->addWidget(part);
    return all;
}

QWidget* ComparePage::buildSide()
{
    form_ = new ParamsForm(this);
    CompareParams params = session_.params();
    form_->setFields(fieldsOf(params));
    connect(form_, &ParamsForm::edited, this, [this](const QString& key, const QString& text) {
        if (auto set = session_.setField(key, text); !set)
            emit failed(QString::fromStdString(set.error().message));
        CompareParams now = session_.params();
        form_->refresh(fieldsOf(now));
    });
    job_ = new JobBar(this);
    connect(job_, &JobBar::cancelRequested, &session_, &CompareSession::cancel);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(spacing::tight, spacing::normal, spacing::normal, spacing::normal);
    figures_ = grouped(tr("Figures"), buildFigures());
    column->addWidget(figures_);
    column->addWidget(job_);
    column->addWidget(grouped(tr("View"), buildLook()));
    column->addWidget(grouped(tr("Comparison"), form_));
    column->addStretch(1);
    return side;
}

QWidget* ComparePage::buildLook()
{
    mode_ = new QComboBox(this);
    mode_->addItems({tr("Beside each other"), tr("With a divider")});
    mode_->setObjectName(QStringLiteral("compareMode"));
    mode_->setAccessibleName(tr("How A and B are shown"));
    difference_ = new QComboBox(this);
    difference_->addItems({tr("Of levels"), tr("A − B as a sound")});
    difference_->setObjectName(QStringLiteral("differenceShown"));
    difference_->setAccessibleName(tr("Which difference is shown"));
    divider_ = new QSlider(Qt::Horizontal, this);
    divider_->setRange(0, dividerSteps);
    divider_->setValue(dividerSteps / 2);
    divider_->setObjectName(QStringLiteral("divider"));
    divider_->setEnabled(false);
    divider_->setAccessibleName(tr("Divider"));
    divider_->setToolTip(tr("Left of the divider is A, right of it B; it can be dragged in the picture, too"));
    auto* look = new QWidget(this);
    auto* grid = new QGridLayout(look);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    const std::pair<QString, QWidget*> rows[] = {{tr("A and B"), mode_}, {tr("Divider"), divider_}, {tr("Difference"), difference_}};
    for (int i = 0; const auto& [name, widget] : rows) {
        grid->addWidget(new QLabel(name), i, 0);
        grid->addWidget(widget, i++, 1);
    }
    connect(mode_, &QComboBox::currentIndexChanged, this, [this](int mode) {
        soundPanes_->setSwiping(mode == 1);
        imagePanes_->setSwiping(mode == 1);
        divider_->setEnabled(mode == 1);
    });
    connect(difference_, &QComboBox::currentIndexChanged, this,
            [this](int shown) { soundPanes_->setDifferenceShown(static_cast<DifferenceShown>(shown)); });
    connect(divider_, &QSlider::valueChanged, this,
            [this](int step) {
                const double share = static_cast<double>(step) / dividerSteps;
                soundPanes_->setDivider(share);
                imagePanes_->setDivider(share);
            });
    const auto showDivider = [this](double share) { divider_->setValue(static_cast<int>(share * dividerSteps + 0.5)); };
    connect(soundPanes_, &SoundPanes::dividerMoved, this, showDivider);
    connect(imagePanes_, &ImagePanes::dividerMoved, this, showDivider);
    return look;
}

void ComparePage::connectSession()
{
    connect(&session_, &CompareSession::inputsChanged, this, &ComparePage::showInputs);
    connect(&session_, &CompareSession::compared, this, &ComparePage::showCompared);
    connect(&session_, &CompareSession::comparingChanged, this, [this](bool comparing) {
        comparing ? job_->begin(tr("Comparing")) : job_->end();
        showCompared();
    });
    connect(&session_, &CompareSession::workingChanged, this, [this](bool working) {
        working ? job_->begin(tr("Working")) : job_->end();
        hear_->setEnabled(!working);
        report_->setEnabled(!working);
    });
    connect(&session_, &CompareSession::reportWritten, this,
            [this](const QString& page) { emit noticed(tr("The report is written: open %1 in a browser.").arg(page)); });
    connect(&session_, &CompareSession::imagesChanged, this, &ComparePage::showImages);
    connect(&session_, &CompareSession::heard, this, &ComparePage::showHeard);
    connect(&session_, &CompareSession::progressed, job_, &JobBar::setProgress);
    connect(&session_, &CompareSession::noticed, this, &ComparePage::noticed);
    connect(&session_, &CompareSession::failed, this, &ComparePage::failed);
}

void ComparePage::setWorkbenchInputs(std::function<CompareInput(Side)> source)
{
    workbench_ = std::move(source);
}

void ComparePage::compareWorkbench()
{
    if (workbench_)
        session_.setInputs(workbench_(Side::A), workbench_(Side::B));
}

void ComparePage::useWorkbench(Side side)
{
    CompareInput input = workbench_ ? workbench_(side) : CompareInput{};
    if (input.isEmpty())
        emit failed(side == Side::A ? tr("The workbench has no sound open.") : tr("The workbench has no result yet; press Reconstruct there."));
    else
        session_.setInput(side, std::move(input));
}

void ComparePage::showInputs()
{
    const CompareInput& a = session_.input(Side::A);
    const CompareInput& b = session_.input(Side::B);
    slotA_->setName(nameOf(a), QString::fromStdString(a.path.string()));
    slotB_->setName(nameOf(b), QString::fromStdString(b.path.string()));
    transport_->setNames(onButton(nameOf(a), *this), onButton(nameOf(b), *this));
}

void ComparePage::showCompared()
{
    const auto sounds = session_.sounds();
    const bool images = !session_.pairs().empty();
    const bool missing = session_.input(Side::A).isEmpty() || session_.input(Side::B).isEmpty();
    message_->setText(missing                   ? tr("Open or drop an original as A and what was made of it as B:\ntwo sounds, two images or two folders of images.")
                      : session_.isComparing() ? tr("Comparing …")
                                               : tr("These two cannot be compared."));
    message_->setVisible(!sounds && !images);
    soundPanes_->setVisible(sounds != nullptr);
    imageViews_->setVisible(images);
    figures_->setVisible(sounds || images);
    hear_->setVisible(images);
    measures_->setVisible(sounds != nullptr);
    difference_->setEnabled(!images);
    for (const char* key : {"align", "match-level"})
        form_->setFieldEnabled(QLatin1String(key), !images);
    form_->setFieldEnabled(QStringLiteral("gain"), !sounds);
    soundPanes_->setSounds(sounds, nameOf(session_.input(Side::A)), nameOf(session_.input(Side::B)));
    measures_->setComparison(sounds ? &sounds->comparison : nullptr);
    if (sounds) {
        player_.setSound(Side::A, sounds->comparison.a);
        player_.setSound(Side::B, sounds->comparison.b);
    }
    transport_->refresh();
}

void ComparePage::showImages()
{
    const auto images = session_.images();
    imagePanes_->setImages(images, session_.params().gain);
    QStringList notes;
    if (images) {
        for (const std::string& conversion : images->comparison.conversions)
            notes.append(QString::fromStdString(conversion));
        if (!images->comparison.missing.empty())
            notes.append(QString::fromStdString(images->comparison.missing));
    }
    notes_->setText(notes.join(QLatin1Char('\n')));
    notes_->setVisible(!notes.isEmpty());
}

void ComparePage::showHeard()
{
    player_.setSound(Side::A, session_.heardSound(Side::A));
    player_.setSound(Side::B, session_.heardSound(Side::B));
    transport_->refresh();
}

void ComparePage::chooseReport()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the report"));
    if (folder.isEmpty())
        return;
    Overwrite overwrite = Overwrite::No;
    if (QFileInfo::exists(folder + QLatin1Char('/') + CompareSession::reportName())) {
        if (QMessageBox::question(this, tr("Replace the report?"), tr("There is a report in that folder. Replace it?")) != QMessageBox::Yes)
            return;
        overwrite = Overwrite::Yes;
    }
    session_.writeReport(folder, overwrite);
}

void ComparePage::applyLoop()
{
    const TimeAxis& axis = soundPanes_->timeAxis();
    if (!transport_->isLooping())
        player_.setLoop(0, 0);
    else if (axis.hasSelection())
        player_.setLoop(axis.selectedFrom(), axis.selectedTo());
    else
        player_.setLoop(0, player_.duration());
}

} // namespace sonoloom
