// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/transportbar.h"

#include "ui/keys/keytip.h"
#include "ui/listening/meters.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sonoloom
{

namespace
{

constexpr int iconSize = 22;
constexpr int volumeSteps = 100;
const QString matchKey = QStringLiteral("sound/match");

} // namespace

TransportBar::TransportBar(Player& player, QWidget* parent) : QWidget(parent), player_(player)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(spacing::tight);
    rows->addWidget(buildTransport());
    rows->addWidget(buildLevels());
    setNames(tr("Original"), tr("Result"));
    connectPlayer();
    setMatching(QSettings().value(matchKey, true).toBool());
    takeIcons();
    refresh();
}

QWidget* TransportBar::buildTransport()
{
    play_ = addButton(QStringLiteral("play"), tr("Play or pause"), "play-pause");
    stop_ = addButton(QStringLiteral("stop"), tr("Back to the start"), "start");
    loop_ = addButton(QStringLiteral("loop"), tr("Repeat the selection, or all"), "loop-on");
    loop_->setCheckable(true);
    a_ = addSide(Side::A, QStringLiteral("listen-a"));
    b_ = addSide(Side::B, QStringLiteral("listen-b"));
    difference_ = addSide(Side::Difference, QStringLiteral("listen-difference"));
    auto* sides = new QButtonGroup(this);
    for (QToolButton* side : {a_, b_, difference_})
        sides->addButton(side);
    position_ = new QLabel(this);
    position_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    volume_ = new QSlider(Qt::Horizontal, this);
    volume_->setRange(0, volumeSteps);
    volume_->setValue(volumeSteps);
    volume_->setMaximumWidth(110);
    volume_->setToolTip(tr("Volume; does not change what is exported"));
    volume_->setAccessibleName(tr("Volume"));
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::tight);
    for (QToolButton* button : {play_, stop_, loop_})
        row->addWidget(button);
    row->addSpacing(spacing::wide);
    row->addWidget(a_);
    row->addWidget(b_);
    row->addWidget(difference_);
    row->addSpacing(spacing::wide);
    row->addWidget(position_);
    row->addStretch(1);
    row->addWidget(volume_);
    return bar;
}

QWidget* TransportBar::buildLevels()
{
    match_ = addButton(QStringLiteral("match"), {}, "match");
    match_->setCheckable(true);
    match_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    conversion_ = new ElidedLabel(this);
    conversion_->setEnabled(false);
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::normal);
    row->addWidget(match_);
    row->addSpacing(spacing::normal);
    row->addWidget(new Meters(player_, this));
    row->addWidget(conversion_, 1);
    return bar;
}

void TransportBar::connectPlayer()
{
    connect(play_, &QToolButton::clicked, this, &TransportBar::togglePlaying);
    connect(stop_, &QToolButton::clicked, &player_, &Player::stop);
    connect(loop_, &QToolButton::toggled, this, &TransportBar::loopToggled);
    connect(match_, &QToolButton::toggled, this, [this](bool on) {
        QSettings().setValue(matchKey, on);
        player_.setMatching(on);
        showMatch();
        emit matchingToggled(on);
    });
    connect(volume_, &QSlider::valueChanged, this, [this](int step) {
        const double share = static_cast<double>(step) / volumeSteps;
        player_.setVolume(share * share); // nearer to what is heard than an even scale
    });
    connect(&player_, &Player::playingChanged, this, &TransportBar::takeIcons);
    connect(&player_, &Player::positionChanged, this, &TransportBar::showPosition);
    connect(&player_, &Player::durationChanged, this, &TransportBar::refresh);
    connect(&player_, &Player::sideChanged, this, &TransportBar::refresh);
    connect(&player_, &Player::matchChanged, this, &TransportBar::showMatch);
    connect(&player_, &Player::conversionChanged, conversion_, &QLabel::setText);
}

QToolButton* TransportBar::addButton(const QString& name, const QString& help, const char* action)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIconSize({iconSize, iconSize});
    setKeyTip(*button, help, action);
    button->setAccessibleName(help);
    button->setFocusPolicy(Qt::NoFocus); // Space and Tab mean playing and switching everywhere
    return button;
}

QToolButton* TransportBar::addSide(Side side, const QString& name)
{
    QToolButton* button = addButton(name, {}, "switch");
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(button, &QToolButton::clicked, this, [this, side] { hear(side); });
    return button;
}

void TransportBar::setNames(const QString& a, const QString& b)
{
    a_->setText(tr("A  %1").arg(a));
    b_->setText(tr("B  %1").arg(b));
    difference_->setText(tr("A − B"));
    a_->setAccessibleName(tr("Hear A, %1").arg(a));
    b_->setAccessibleName(tr("Hear B, %1").arg(b));
    difference_->setAccessibleName(tr("Hear what differs: B subtracted from A, sample by sample, both as they are"));
    setKeyTip(*a_, tr("%1; switches while playing").arg(a_->accessibleName()), "switch");
    setKeyTip(*b_, tr("%1; switches while playing").arg(b_->accessibleName()), "switch");
    setKeyTip(*difference_, difference_->accessibleName(), "difference");
}

void TransportBar::setOwnNames(const QString& a, const QString& b)
{
    for (const auto& [button, name] : {std::pair(a_, a), std::pair(b_, b)}) {
        button->setText(name);
        button->setAccessibleName(tr("Hear %1").arg(name));
        setKeyTip(*button, tr("%1; switches while playing").arg(button->accessibleName()), "switch");
    }
    difference_->hide();
}

void TransportBar::setSingle()
{
    for (QToolButton* button : {a_, b_, difference_, match_})
        button->hide();
}

bool TransportBar::isLooping() const
{
    return loop_->isChecked();
}

void TransportBar::setLooping(bool on)
{
    loop_->setChecked(on);
}

bool TransportBar::isMatching() const
{
    return match_->isChecked();
}

void TransportBar::setMatching(bool on)
{
    match_->setChecked(on);
    showMatch();
}

void TransportBar::showMatch()
{
    const LoudnessMatch& match = player_.match();
    const auto gain = [](double db) { return QString::number(db, 'f', 1).replace(QLatin1Char('-'), QStringLiteral("−")); };
    using State = LoudnessMatch::State;
    QString state;
    switch (match.state) {
    case State::Off:
    case State::Nothing: break;
    case State::Measuring: state = tr("measuring …"); break;
    case State::TooShort: state = tr("too short"); break;
    case State::Silent: state = tr("too quiet"); break;
    case State::Matched:
        if (std::min(match.gainADb, match.gainBDb) > -0.05) // what would be shown as zero
            state = tr("0.0 dB");
        else
            state = match.gainADb < match.gainBDb ? tr("A %1 dB").arg(gain(match.gainADb)) : tr("B %1 dB").arg(gain(match.gainBDb));
        break;
    }
    match_->setText(state.isEmpty() ? tr("Match loudness") : tr("Match loudness: %1").arg(state));
    const QString why = match.state == State::TooShort ? tr("Sounds shorter than 0.4 s have no loudness: nothing is turned down.")
                        : match.state == State::Silent ? tr("One side is never above −70 LUFS: nothing is turned down.")
                        : match.state == State::Matched ? tr("Both are heard at %1 LUFS.").arg(gain(match.lufs))
                                                        : QString();
    const QString what = tr("Turn the louder one of A and B down to the other: EBU R 128, over the loop, or over all without one. "
                            "A − B is always of the sounds as they are.");
    setKeyTip(*match_, why.isEmpty() ? what : why + QLatin1Char('\n') + what, "match");
    match_->setAccessibleName(match_->text());
}

void TransportBar::peek()
{
    if (beforePeek_)
        return;
    beforePeek_ = player_.side();
    hear(player_.side() == Side::A ? Side::B : Side::A);
}

void TransportBar::endPeek()
{
    if (const auto before = std::exchange(beforePeek_, std::nullopt))
        hear(*before);
}

void TransportBar::scrubBy(double seconds)
{
    player_.scrub(player_.position() + seconds);
}

void TransportBar::togglePlaying()
{
    player_.isPlaying() ? player_.pause() : player_.play();
}

void TransportBar::toggleSide()
{
    hear(player_.side() == Side::A ? Side::B : Side::A);
}

void TransportBar::hear(Side side)
{
    player_.switchTo(side);
    refresh();
}

void TransportBar::refresh()
{
    const bool hasA = player_.hasSound(Side::A);
    const bool hasB = player_.hasSound(Side::B);
    a_->setEnabled(hasA);
    b_->setEnabled(hasB);
    difference_->setEnabled(hasA && hasB);
    (player_.side() == Side::A ? a_ : player_.side() == Side::B ? b_ : difference_)->setChecked(true);
    for (QToolButton* button : {play_, stop_, loop_})
        button->setEnabled(hasA || hasB);
    match_->setEnabled(hasA && hasB);
    showPosition(player_.position());
}

void TransportBar::showPosition(double seconds)
{
    position_->setText(QStringLiteral("%1 / %2").arg(timeText(seconds), timeText(player_.duration())));
}

void TransportBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && volume_)
        takeIcons();
    QWidget::changeEvent(event);
}

void TransportBar::takeIcons()
{
    play_->setIcon(themedIcon(player_.isPlaying() ? QStringLiteral("pause") : QStringLiteral("play"), palette()));
    stop_->setIcon(themedIcon(QStringLiteral("stop"), palette()));
    loop_->setIcon(themedIcon(QStringLiteral("loop"), palette()));
}

} // namespace sonoloom
