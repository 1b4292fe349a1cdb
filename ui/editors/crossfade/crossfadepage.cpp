// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/crossfade/crossfadepage.h"

#include "core/pipeline/crossfade/crossfadefiles.h"
#include "core/pipeline/crossfade/fadeclips.h"
#include "ui/editors/crossfade/fadelanes.h"
#include "ui/editors/images/imageslot.h"
#include "ui/panels/transportbar.h"
#include "ui/params/paramsform.h"
#include "ui/spectrogram/waveformview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jobbar.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace sonoloom
{

namespace
{

constexpr int sideWidth = 300;
constexpr int resultHeight = 90;
constexpr double heardAround = 2; // seconds before and behind the transition
constexpr int allThreads = 0;

} // namespace

CrossfadePage::CrossfadePage(JobBoard& board, QWidget* parent) : PairPage(board, parent)
{
    inputs().setSoundsOnly();
    transport().setSingle();
    addOutputs();
    layOut(buildViews(), {buildParams(), outputs(), buildFindings()}, sideWidth);
    connectSession();
    connectViews();
    showSettings();
    showWork();
}

CrossfadePage::~CrossfadePage() = default;

QWidget* CrossfadePage::buildViews()
{
    lanes_ = new FadeLanes(timeAxis(), this);
    result_ = new WaveformView(timeAxis(), this);
    result_->setMinimumHeight(resultHeight);
    auto* views = new QWidget(this);
    auto* column = new QVBoxLayout(views);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::normal);
    column->addWidget(lanes_, 3);
    column->addWidget(result_, 1);
    return views;
}

QWidget* CrossfadePage::buildParams()
{
    form_ = new ParamsForm(this);
    CrossfadeParams params = session_.settings().params;
    form_->setFields(fieldsOf(params));
    asPeer_ = new QCheckBox(tr("As ai-music-generation does"), this);
    asPeer_->setObjectName(QStringLiteral("asPeer"));
    asPeer_->setToolTip(tr("Aligned by correlation and added without a fade; 0.3 s where the length is 0. The other settings do not count then."));
    auto* group = new QGroupBox(tr("Cross-fade"), this);
    auto* column = new QVBoxLayout(group);
    column->addWidget(form_);
    column->addWidget(asPeer_);
    return group;
}

void CrossfadePage::addOutputs()
{
    addOutput(QStringLiteral("hearTransition"), tr("Hear the transition"), tr("Play it again and again, with two seconds before and behind it"),
              [this] { hearTransition(); });
    addOutput(QStringLiteral("saveSound"), tr("Save sound …"), tr("Both sounds with their transition as one sound"), [this] { choose(false); });
    addOutput(QStringLiteral("open"), tr("Save and open in the workbench …"), tr("Write the sound and make images of it"), [this] { choose(true); });
    addOutput(QStringLiteral("sequence"), tr("Add to the sequence"), tr("Both sounds as clips that cross-fade at the same places"), [this] { addToSequence(); });
}

QWidget* CrossfadePage::buildFindings()
{
    findings_ = new QLabel(this);
    findings_->setObjectName(QStringLiteral("findings"));
    findings_->setWordWrap(true);
    findings_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* found = new QGroupBox(tr("Found and done"), this);
    (new QVBoxLayout(found))->addWidget(findings_);
    return found;
}

void CrossfadePage::connectSession()
{
    connect(&session_, &CrossfadeSession::settingsChanged, this, &CrossfadePage::showSettings);
    connect(&session_, &CrossfadeSession::changed, this, &CrossfadePage::showWork);
    connect(&session_, &CrossfadeSession::failed, this, &CrossfadePage::failed);
    connect(&session_, &CrossfadeSession::noticed, this, &CrossfadePage::noticed);
    connect(&session_, &CrossfadeSession::progressed, &job(), &JobBar::setProgress);
    connect(&job(), &JobBar::cancelRequested, &session_, &CrossfadeSession::cancel);
    connect(&inputs(), &ImageSlots::picked, &session_, &CrossfadeSession::setInput);
    connect(&inputs(), &ImageSlots::swapRequested, &session_, &CrossfadeSession::swap);
    connect(form_, &ParamsForm::edited, this, [this](const QString& key, const QString& text) {
        if (const auto set = session_.setField(key, text); !set) {
            emit failed(QString::fromStdString(set.error().message));
            showSettings();
        }
    });
    connect(form_, &ParamsForm::settled, &session_, &CrossfadeSession::endGesture);
    connect(asPeer_, &QCheckBox::toggled, this, [this](bool on) {
        CrossfadeSettings to = session_.settings();
        to.asPeer = on;
        session_.endGesture();
        session_.change(std::move(to), tr("As ai-music-generation does"));
    });
}

void CrossfadePage::connectViews()
{
    connect(lanes_, &FadeLanes::lengthEdited, this,
            [this](double seconds) { (void)session_.setField(QStringLiteral("seconds"), QString::number(seconds, 'f', 3)); }); // beyond its range it stays
    connect(lanes_, &FadeLanes::settled, &session_, &CrossfadeSession::endGesture);
    connect(lanes_, &FadeLanes::seekRequested, &player(), &Player::seek);
    connect(lanes_, &FadeLanes::hovered, this, &CrossfadePage::cursorMoved);
    connect(result_, &WaveformView::seekRequested, &player(), &Player::seek);
    connect(&player(), &Player::positionChanged, this, [this](double seconds) {
        lanes_->setPlayhead(seconds);
        result_->setPlayhead(seconds);
    });
}

bool CrossfadePage::take(const QStringList& paths)
{
    PairFiles files = session_.settings().files;
    if (paths.size() == 2)
        files = {paths[0], paths[1]};
    else if (paths.size() == 1)
        files[files[0].isEmpty() ? 0 : 1] = paths[0];
    else
        return false;
    session_.setFiles(files);
    return true;
}

void CrossfadePage::showSettings()
{
    const CrossfadeSettings& settings = session_.settings();
    CrossfadeParams params = settings.params;
    inputs().setFiles(settings.files[0], settings.files[1]);
    form_->refresh(fieldsOf(params));
    for (const QString& key : form_->keys())
        form_->setFieldEnabled(key, key == QLatin1String("seconds") || (!settings.asPeer && (key != QLatin1String("bars") || params.seconds == 0)));
    const QSignalBlocker silent(asPeer_);
    asPeer_->setChecked(settings.asPeer);
}

QString CrossfadePage::message() const
{
    const PairFiles& files = session_.settings().files;
    if (!session_.trouble().isEmpty() && !session_.pair())
        return session_.trouble();
    if (session_.pair())
        return {};
    if (session_.isWorking())
        return tr("Reading …");
    if (files[0].isEmpty() && files[1].isEmpty())
        return tr("Open or drop two sounds as A and B; A gives way to B on the beat.");
    return tr("Open or drop the other one, too.");
}

void CrossfadePage::showWork()
{
    const PairFiles& files = session_.settings().files;
    lanes_->setPair(session_.pair(), {QFileInfo(files[0]).fileName(), QFileInfo(files[1]).fileName()});
    lanes_->setMessage(message());
    if (session_.isWorking() && !job().isVisibleTo(this))
        job().begin(session_.pair() ? tr("Looking for beats and fading") : tr("Reading"));
    else if (!session_.isWorking())
        job().end();
    if (shown_ != session_.made())
        showMade();
    if (!session_.made())
        findings_->setText(session_.trouble().isEmpty() ? tr("Tempo, beats and what was done appear here.") : session_.trouble());
    for (QPushButton* button : outputButtons())
        button->setEnabled(session_.made() != nullptr);
}

void CrossfadePage::showMade()
{
    shown_ = session_.made();
    const CrossfadeSettings& settings = session_.settings();
    lanes_->setFade(shown_, settings.asPeer ? std::nullopt : std::optional(settings.params.curve));
    result_->setWaveform(shown_ ? shown_->waveform : nullptr, shown_ ? tr("Result") : QString());
    timeAxis().setLength(shown_ ? shown_->sound->seconds() : 0, true);
    player().setSound(Side::B, shown_ ? shown_->sound : nullptr);
    transport().refresh();
    QStringList sentences;
    if (shown_)
        for (const std::string& finding : shown_->fade.findings)
            sentences.append(QString::fromStdString(finding));
    findings_->setText(sentences.join(QStringLiteral("\n\n")));
    emit stateChanged();
}

void CrossfadePage::hearTransition()
{
    const BeatFade& fade = shown_->fade;
    const double from = std::max(0.0, fade.fadeStart - heardAround);
    timeAxis().select(from, std::min(timeAxis().total(), fade.fadeStart + fade.fadeSeconds + heardAround));
    transport().setLooping(true);
    player().seek(from);
    player().play();
}

void CrossfadePage::addToSequence()
{
    const PairFiles& files = session_.settings().files;
    auto clips = clipsOf(shown_->fade, files[0].toStdString(), files[1].toStdString());
    if (clips)
        emit sequenceRequested(*clips);
    else
        emit failed(QString::fromStdString(clips.error().message));
}

void CrossfadePage::choose(bool opens)
{
    write(chooseFile(this, tr("Save the cross-fade"), stem() + QStringLiteral(".wav"), soundPatterns(), QStringLiteral(".wav")), opens);
}

void CrossfadePage::write(const ChosenPlace& place, bool opens)
{
    if (place.file.isEmpty() || !shown_)
        return;
    const CrossfadeSettings& settings = session_.settings();
    CrossfadeFilesJob job;
    job.first = settings.files[0].toStdString();
    job.second = settings.files[1].toStdString();
    job.output = place.file.toStdString();
    job.params = settings.params;
    job.compatible = settings.asPeer;
    job.overwrite = place.overwrite;
    job.threads = allThreads;
    const auto work = [job](JobMonitor& monitor) -> Result<JobProduct> {
        const auto made = crossfadeFiles(job, monitor);
        if (!made)
            return made.error();
        const QString file = QString::fromStdString(job.output.string());
        return JobProduct{tr("Written: %1, %2.").arg(file, timeText(made->sound.seconds(), 1)), {file}};
    };
    exports().add(tr("Cross-fade of %1").arg(stem()), work, [this, opens](const QStringList& files) {
        if (opens)
            emit openRequested(files);
    });
}

} // namespace sonoloom
