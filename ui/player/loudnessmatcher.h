// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job.h"
#include "ui/player/abmixer.h"

#include <QObject>

#include <memory>
#include <optional>

namespace sonoloom
{

/// What is done so that A and B are equally loud.
struct LoudnessMatch {
    enum class State {
        Off,
        Nothing,   ///< there are no two sounds
        Measuring, ///< for the first time
        Matched,
        TooShort, ///< less than 400 ms have no loudness
        Silent,   ///< one side is never above -70 LUFS
    };
    State state = State::Nothing;
    double gainADb = 0; ///< 0 or less, as both are; 0 unless matched
    double gainBDb = 0;
    double lufs = 0; ///< of both, as they are heard, if matched
    bool operator==(const LoudnessMatch&) const = default;
};

/// Measures A and B as they are played, on a thread of its own, and says how far the louder one is to be turned down.
///
/// Source: ITU-R BS.1770-4, EBU R 128: integrated loudness.
class LoudnessMatcher : public QObject
{
    Q_OBJECT

public:
    explicit LoudnessMatcher(QObject* parent = nullptr) : QObject(parent) {}

    void setOn(bool on);
    bool isOn() const { return on_; }
    void setSounds(std::shared_ptr<const AbSounds> sounds);
    /// The frames that count; first == last: all.
    void setStretch(std::size_t first, std::size_t last);

    const LoudnessMatch& match() const { return match_; }
    /// match() is about to change, maybe.
    bool isMeasuring() const { return job_.running(); }

signals:
    void changed();

private:
    void measure();
    void take(const LoudnessMatch& match);

    bool on_ = false;
    std::shared_ptr<const AbSounds> sounds_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
    LoudnessMatch match_;
    Job job_;
};

} // namespace sonoloom
