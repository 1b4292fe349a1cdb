// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/player.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace sonoloom
{

/// Play, stop, loop, and which of the two sounds, or their difference, is heard.
class TransportBar : public QWidget
{
    Q_OBJECT

public:
    /// @param player must outlive the bar
    explicit TransportBar(Player& player, QWidget* parent = nullptr);

    Player& player() { return player_; }
    bool isLooping() const;
    /// What A and B are called on their buttons, "Original" and "Result" until told.
    void setNames(const QString& a, const QString& b);

public slots:
    void togglePlaying();
    void toggleSide();
    void hear(sonoloom::Side side);
    /// Which sounds there are changed.
    void refresh();
    void setLooping(bool on);

signals:
    void loopToggled(bool on);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* addButton(const QString& name, const QString& help, const char* action);
    QToolButton* addSide(Side side, const QString& name);
    void takeIcons();
    void showPosition(double seconds);

    Player& player_;
    QToolButton* play_;
    QToolButton* stop_;
    QToolButton* loop_;
    QToolButton* a_;
    QToolButton* b_;
    QToolButton* difference_;
    QLabel* position_;
    QLabel* conversion_;
    QSlider* volume_ = nullptr;
};

} // namespace sonoloom
