// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/reconstruct.h"
#include "ui/jobs/job.h"
#include "ui/player/player.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace sonoloom
{

/// A timeline of magnitudes that can be made as often as it is wanted.
struct HeardMel {
    /// Called from a job's thread; what it makes is read there.
    std::function<Result<std::unique_ptr<MagnitudeSource>>()> make;
    MelAnalysis analysis;
    std::size_t samples = 0; ///< of the sound

    double seconds() const { return static_cast<double>(samples) / analysis.sampleRate; }
};

/// Lets magnitudes that somebody edits be heard as side B of a player: at once around the listener, then ahead of them.
class MelPlayback : public QObject
{
    Q_OBJECT

public:
    /// @param player must outlive this
    explicit MelPlayback(Player& player, QObject* parent = nullptr);

    /// Another sound on side B; what was heard goes on until the first piece of it is there.
    void set(HeardMel mel);
    /// None.
    void clear();

signals:
    /// Side B sounds otherwise now.
    void sounded();
    void failed(const QString& sentence);

private:
    Player& player_;
    std::shared_ptr<std::atomic<double>> listener_ = std::make_shared<std::atomic<double>>(0.0);
    Job job_;
};

/// One sound, made as a whole, as side A of a player.
class MelSound : public QObject
{
    Q_OBJECT

public:
    explicit MelSound(Player& player, QObject* parent = nullptr) : QObject(parent), player_(player) {}

    /// @param whose the sound is: the same is not made again @param silenceBefore seconds
    void set(HeardMel mel, const std::shared_ptr<const void>& whose, double silenceBefore);
    bool isOf(const std::shared_ptr<const void>& whose) const { return whose && whose == whose_; }
    void clear();

signals:
    void sounded();
    void failed(const QString& sentence);

private:
    void give();

    Player& player_;
    std::shared_ptr<const void> whose_;
    double silenceBefore_ = 0;
    std::shared_ptr<const Audio> sound_; ///< null until it is made
    Job job_;
};

} // namespace sonoloom
