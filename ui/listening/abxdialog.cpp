// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/abxdialog.h"

#include "core/io/atomicfile.h"
#include "core/io/sha256.h"
#include "ui/listening/abxpages.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <bit>

namespace sonoloom
{

namespace
{

constexpr QSize firstSize{560, 400};
constexpr std::size_t samplesAtOnce = std::size_t{1} << 16;

using Sums = std::array<std::string, 2>;

/// Of the samples, channel after channel, as 32-bit floats, lowest byte first.
Result<std::string> sampleSum(const Audio& sound, const JobMonitor& monitor)
{
    static_assert(std::endian::native == std::endian::little);
    Sha256 sum;
    for (const auto& channel : sound.channels)
        for (std::size_t at = 0; at < channel.size(); at += samplesAtOnce) {
            if (monitor.cancelled())
                return cancelledError();
            const std::size_t count = std::min(samplesAtOnce, channel.size() - at);
            sum.add({reinterpret_cast<const char*>(channel.data() + at), count * sizeof(float)});
        }
    return sum.finish();
}

Result<Sums> sumsOf(const std::array<AbxSubject, 2>& subjects, const JobMonitor& monitor)
{
    Sums sums;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const AbxSubject& subject = subjects[i];
        auto sum = subject.file.empty() ? sampleSum(*subject.sound, monitor) : fileSha256(subject.file, monitor);
        if (!sum)
            return sum.error();
        sums[i] = std::move(*sum);
    }
    return sums;
}

QString timeOf(double seconds)
{
    return QStringLiteral("%1 s").arg(seconds, 0, 'f', 2);
}

/// In words, what A and B are played like.
QString conditionsOf(const Player& player, const std::array<AbxSubject, 2>& subjects)
{
    const LoudnessMatch& match = player.match();
    const bool matched = match.state == LoudnessMatch::State::Matched;
    const auto signedText = [](double gain) { return QString::number(gain, 'f', 2).replace(QLatin1Char('-'), QStringLiteral("−")); };
    QStringList lines{AbxDialog::tr("A: %1").arg(subjects[0].name), AbxDialog::tr("B: %1").arg(subjects[1].name)};
    lines.append(matched ? AbxDialog::tr("Loudness: matched, A %1 dB, B %2 dB").arg(signedText(match.gainADb), signedText(match.gainBDb))
                         : AbxDialog::tr("Loudness: not matched. A difference in loudness alone is heard easily; close this and press N to match it."));
    lines.append(player.loopTo() > player.loopFrom() ? AbxDialog::tr("Loop: %1 to %2").arg(timeOf(player.loopFrom()), timeOf(player.loopTo()))
                                                     : AbxDialog::tr("Loop: none. A short loop makes small differences easier to hear."));
    if (!player.deviceName().isEmpty())
        lines.append(AbxDialog::tr("Device: %1").arg(player.deviceName()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

AbxDialog::AbxDialog(Player& player, std::array<AbxSubject, 2> subjects, QWidget* parent, Draw draw)
    : QDialog(parent), player_(player), alive_(&player), subjects_(std::move(subjects)), draw_(std::move(draw))
{
    setWindowTitle(tr("Blind test (ABX)"));
    setModal(true);
    resize(firstSize);
    setup_ = new AbxSetupPage(this);
    trial_ = new AbxTrialPage(this);
    result_ = new AbxResultPage(this);
    pages_ = new QStackedWidget(this);
    for (QWidget* page : {static_cast<QWidget*>(setup_), static_cast<QWidget*>(trial_), static_cast<QWidget*>(result_)})
        pages_->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::wide, spacing::wide, spacing::wide, spacing::wide);
    column->addWidget(pages_);
    connect(setup_, &AbxSetupPage::startRequested, this, &AbxDialog::start);
    connect(trial_, &AbxTrialPage::hearRequested, this, &AbxDialog::hear);
    connect(trial_, &AbxTrialPage::answered, this, &AbxDialog::answer);
    connect(trial_, &AbxTrialPage::givenUp, this, &AbxDialog::finish);
    connect(trial_, &AbxTrialPage::playRequested, this, [this] { player_.isPlaying() ? player_.pause() : player_.play(); });
    connect(trial_, &AbxTrialPage::startRequested, this, [this] { player_.seek(player_.loopFrom()); });
    connect(result_, &AbxResultPage::saveRequested, this, &AbxDialog::chooseReport);
    connect(result_, &AbxResultPage::againRequested, this, &AbxDialog::prepare);
    connect(&player_, &Player::playingChanged, trial_, &AbxTrialPage::setPlaying);
    connect(&player_, &Player::positionChanged, this, &AbxDialog::showPosition);
    connect(&player_, &Player::matchChanged, this, [this] { setup_->setConditions(conditionsOf(player_, subjects_)); });
    prepare();
}

AbxDialog::~AbxDialog()
{
    if (alive_)
        disconnect(alive_, nullptr, this, nullptr);
    if (alive_ && isRunning())
        player_.endBlind();
}

void AbxDialog::prepare()
{
    setup_->setConditions(conditionsOf(player_, subjects_));
    setup_->setTrouble(!player_.hasSound(Side::Difference) ? tr("A test takes both A and B.")
                       : player_.deviceName().isEmpty()    ? tr("There is no audio output; connect one first.")
                                                           : QString());
    pages_->setCurrentWidget(setup_);
}

void AbxDialog::start()
{
    run_.emplace(setup_->trials(), draw_);
    report_.emplace();
    report_->program = (QCoreApplication::applicationName() + QLatin1Char(' ') + QCoreApplication::applicationVersion()).toStdString();
    report_->started = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    report_->matched = player_.match().state == LoudnessMatch::State::Matched;
    report_->loopFrom = player_.loopFrom();
    report_->loopTo = player_.loopTo();
    report_->device = player_.deviceName().toStdString();
    report_->fadeSeconds = AbMixer::fadeSeconds;
    report_->planned = run_->planned();
    const double gains[] = {player_.match().gainADb, player_.match().gainBDb};
    for (std::size_t i = 0; i < subjects_.size(); ++i)
        report_->sounds[i] = {subjects_[i].name.toStdString(), {}, !subjects_[i].file.empty(), gains[i]};
    sumUp();
    clock_.start();
    player_.beginBlind();
    emit blindChanged(true);
    trial_->setTrial(run_->trial(), run_->planned());
    trial_->setPlaying(player_.isPlaying());
    pages_->setCurrentWidget(trial_);
    hear(QLatin1Char('A'));
    showPosition();
    player_.play();
}

void AbxDialog::hear(QChar which)
{
    const bool a = which == QLatin1Char('A') || (which == QLatin1Char('X') && run_->x() == AbxSide::A);
    player_.hearBlind(a ? Side::A : Side::B);
    trial_->setHeard(which);
}

void AbxDialog::answer(AbxSide side)
{
    run_->answer(side, seconds());
    if (run_->ended()) {
        finish();
        return;
    }
    trial_->setTrial(run_->trial(), run_->planned());
    hear(QLatin1Char('A')); // the new X is not heard next to the old one
}

void AbxDialog::finish()
{
    report_->trials = run_->trials();
    player_.pause();
    player_.endBlind();
    emit blindChanged(false);
    result_->setReport(*report_);
    result_->setSaveable(sums_.has_value());
    pages_->setCurrentWidget(result_);
}

void AbxDialog::showPosition()
{
    if (isRunning())
        trial_->setPosition(QStringLiteral("%1 / %2").arg(timeOf(player_.position()), timeOf(player_.duration())));
}

double AbxDialog::seconds() const
{
    return static_cast<double>(clock_.elapsed()) / 1000;
}

void AbxDialog::sumUp()
{
    if (sums_)
        return;
    job_.start<Sums>([subjects = subjects_](JobMonitor& monitor) { return sumsOf(subjects, monitor); },
                     [this](Result<Sums> sums) {
                         if (!sums) {
                             result_->setNote(QString::fromStdString(sums.error().message));
                             return;
                         }
                         sums_ = *sums;
                         result_->setSaveable(true);
                     });
}

Result<void> AbxDialog::saveReport(const std::filesystem::path& file, Overwrite overwrite)
{
    if (!report_ || isRunning() || !sums_)
        return Error{ErrorCode::Unavailable, "There is no report to save yet; wait until the test has ended."};
    for (std::size_t i = 0; i < sums_->size(); ++i)
        report_->sounds[i].sha256 = (*sums_)[i];
    const std::string text = file.extension() == ".json" ? abxJson(*report_) : abxText(*report_);
    return writeFile(file, text, overwrite);
}

void AbxDialog::chooseReport()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Save the report"), QStringLiteral("abx.txt"), tr("Text (*.txt);;JSON (*.json)"));
    if (chosen.isEmpty())
        return;
    const QString full = QFileInfo(chosen).suffix().isEmpty() ? chosen + QStringLiteral(".txt") : chosen;
    const auto saved = saveReport(full.toStdString(), full == chosen ? Overwrite::Yes : Overwrite::No); // the dialog asked for `chosen` only
    result_->setNote(saved ? tr("Saved as %1").arg(QFileInfo(full).fileName()) : QString::fromStdString(saved.error().message));
}

void AbxDialog::reject()
{
    if (isRunning())
        finish();
    else
        QDialog::reject();
}

} // namespace sonoloom
