// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dsp/reconstruct.h"
#include "ui/jobs/job.h"
#include "ui/player/player.h"

#include <QObject>

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

/// Lets magnitudes be heard that somebody edits.
class MelPlayback : public QObject
{
    Q_OBJECT

public:
    /// @param side of the player, A or B @param player must outlive this
    MelPlayback(Player& player, Side side, QObject* parent = nullptr);

    /// Another sound on the side, which begins after so many seconds of silence.
    void set(HeardMel mel, double silenceBefore = 0);
    /// None.
    void clear();
    bool isWorking() const { return job_.running(); }

signals:
    /// The side sounds otherwise now.
    void sounded();
    void failed(const QString& sentence);

private:
    Player& player_;
    Side side_;
    Job job_;
};

} // namespace sonoloom
