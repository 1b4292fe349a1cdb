// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/transportbar.h"

#include "ui/keys/keytip.h"
#include "ui/spectrogram/timeaxis.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace sonoloom
{

namespace
{

constexpr int iconSize = 22;
constexpr int volumeSteps = 100;

} // namespace

TransportBar::TransportBar(Player& player, QWidget* parent) : QWidget(parent), player_(player)
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
    setNames(tr("Original"), tr("Result"));
    position_ = new QLabel(this);
    position_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    conversion_ = new QLabel(this);
    conversion_->setEnabled(false);
    volume_ = new QSlider(Qt::Horizontal, this);
    volume_->setRange(0, volumeSteps);
    volume_->setValue(volumeSteps);
    volume_->setMaximumWidth(110);
    volume_->setToolTip(tr("Volume; does not change what is exported"));
    volume_->setAccessibleName(tr("Volume"));

    auto* row = new QHBoxLayout(this);
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
    row->addWidget(conversion_);
    row->addWidget(volume_);

    connect(play_, &QToolButton::clicked, this, &TransportBar::togglePlaying);
    connect(stop_, &QToolButton::clicked, &player_, &Player::stop);
    connect(loop_, &QToolButton::toggled, this, &TransportBar::loopToggled);
    connect(volume_, &QSlider::valueChanged, this, [this](int step) {
        const double share = static_cast<double>(step) / volumeSteps;
        player_.setVolume(share * share); // nearer to what is heard than an even scale
    });
    connect(&player_, &Player::playingChanged, this, &TransportBar::takeIcons);
    connect(&player_, &Player::positionChanged, this, &TransportBar::showPosition);
    connect(&player_, &Player::durationChanged, this, &TransportBar::refresh);
    connect(&player_, &Player::sideChanged, this, &TransportBar::refresh);
    connect(&player_, &Player::conversionChanged, conversion_, &QLabel::setText);
    takeIcons();
    refresh();
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
    difference_->setAccessibleName(tr("Hear what differs: B subtracted from A, sample by sample"));
    setKeyTip(*a_, tr("%1; switches while playing").arg(a_->accessibleName()), "switch");
    setKeyTip(*b_, tr("%1; switches while playing").arg(b_->accessibleName()), "switch");
    setKeyTip(*difference_, difference_->accessibleName(), "difference");
}

bool TransportBar::isLooping() const
{
    return loop_->isChecked();
}

void TransportBar::setLooping(bool on)
{
    loop_->setChecked(on);
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
