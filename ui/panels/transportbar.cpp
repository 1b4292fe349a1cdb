// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/transportbar.h"

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
    play_ = addButton(QStringLiteral("play"), tr("Play or pause (Space)"));
    stop_ = addButton(QStringLiteral("stop"), tr("Back to the start (Home)"));
    loop_ = addButton(QStringLiteral("loop"), tr("Repeat the selection, or all (L)"));
    a_ = addButton(QStringLiteral("listen-a"), tr("Hear the original (Tab switches while playing)"));
    b_ = addButton(QStringLiteral("listen-b"), tr("Hear the reconstruction (Tab switches while playing)"));
    loop_->setCheckable(true);
    auto* sides = new QButtonGroup(this);
    for (QToolButton* side : {a_, b_}) {
        side->setCheckable(true);
        side->setToolButtonStyle(Qt::ToolButtonTextOnly);
        sides->addButton(side);
    }
    a_->setText(tr("A  Original"));
    b_->setText(tr("B  Result"));
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
    row->addSpacing(spacing::wide);
    row->addWidget(position_);
    row->addStretch(1);
    row->addWidget(conversion_);
    row->addWidget(volume_);

    connect(play_, &QToolButton::clicked, this, &TransportBar::togglePlaying);
    connect(stop_, &QToolButton::clicked, &player_, &Player::stop);
    connect(loop_, &QToolButton::toggled, this, &TransportBar::loopToggled);
    connect(a_, &QToolButton::clicked, this, [this] { player_.switchTo(Side::A); refresh(); });
    connect(b_, &QToolButton::clicked, this, [this] { player_.switchTo(Side::B); refresh(); });
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

QToolButton* TransportBar::addButton(const QString& name, const QString& help)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIconSize({iconSize, iconSize});
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setFocusPolicy(Qt::NoFocus); // Space and Tab mean playing and switching everywhere
    return button;
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
    player_.switchTo(player_.side() == Side::A ? Side::B : Side::A);
    refresh();
}

void TransportBar::refresh()
{
    const bool hasA = player_.hasSound(Side::A);
    const bool hasB = player_.hasSound(Side::B);
    a_->setEnabled(hasA);
    b_->setEnabled(hasB);
    (player_.side() == Side::A ? a_ : b_)->setChecked(true);
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
