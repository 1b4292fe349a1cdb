// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/player.h"

#include <QWidget>

#include <optional>

class QLabel;
class QSlider;
class QToolButton;

namespace sonoloom
{

/// Play, stop, loop, which of the two sounds, or their difference, is heard, whether they are matched in loudness, and how
/// loud it is.
class TransportBar : public QWidget
{
    Q_OBJECT

public:
    /// @param player must outlive the bar
    explicit TransportBar(Player& player, QWidget* parent = nullptr);

    Player& player() { return player_; }
    bool isLooping() const;
    bool isMatching() const;
    /// What A and B are called on their buttons, "Original" and "Result" until told.
    void setNames(const QString& a, const QString& b);
    /// What both sounds are called where A and B mean something else; their difference is not offered.
    void setOwnNames(const QString& a, const QString& b);
    /// There is one sound only: nothing to switch to, and nothing to match.
    void setSingle();

public slots:
    void togglePlaying();
    void toggleSide();
    void hear(sonoloom::Side side);
    /// Which sounds there are changed.
    void refresh();
    void setLooping(bool on);
    /// Remembered for the next start of the program.
    void setMatching(bool on);
    /// Hears the other one of A and B until endPeek().
    void peek();
    void endPeek();
    /// Moves the playhead and lets a grain be heard there, until player().endScrub().
    void scrubBy(double seconds);

signals:
    void loopToggled(bool on);
    void matchingToggled(bool on);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* addButton(const QString& name, const QString& help, const char* action);
    QToolButton* addSide(Side side, const QString& name);
    QWidget* buildTransport();
    QWidget* buildLevels();
    void connectPlayer();
    void takeIcons();
    void showPosition(double seconds);
    void showMatch();

    Player& player_;
    QToolButton* play_;
    QToolButton* stop_;
    QToolButton* loop_;
    QToolButton* a_;
    QToolButton* b_;
    QToolButton* difference_;
    QToolButton* match_;
    QLabel* position_;
    QLabel* conversion_;
    QSlider* volume_ = nullptr;
    std::optional<Side> beforePeek_;
};

} // namespace sonoloom
