// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// Blind tests: is X, drawn anew each time, A or B?
namespace sonoloom
{

enum class AbxSide { A, B };

/// One answer of a listener.
struct AbxTrial {
    AbxSide x = AbxSide::A;      ///< what was drawn
    AbxSide answer = AbxSide::A; ///< what the listener took it for
    double seconds = 0;          ///< from the test's start to the answer
    bool operator==(const AbxTrial&) const = default;
};

/// One of the two sounds of a test.
struct AbxSound {
    std::string name;
    std::string sha256; ///< 64 hexadecimal digits
    bool ofFile = true; ///< of the file's bytes; else of the samples, channel after channel, as 32-bit floats, lowest byte first
    double gainDb = 0;  ///< at which it was played; 0 or less
    bool operator==(const AbxSound&) const = default;
};

/// All that somebody needs to judge a test, or to do it again.
struct AbxReport {
    std::string program; ///< name and version
    std::string started; ///< date and time, ISO 8601, UTC
    std::array<AbxSound, 2> sounds; ///< A, B
    bool matched = false;           ///< in loudness
    double loopFrom = 0;            ///< seconds; both the same: no loop
    double loopTo = 0;
    std::string device;
    double fadeSeconds = 0; ///< of each switch
    int planned = 0;        ///< trials, set before the start
    std::vector<AbxTrial> trials;
    bool operator==(const AbxReport&) const = default;

    /// Trials that were answered rightly.
    int right() const;
    /// Ended before all trials that were planned.
    bool givenUp() const { return static_cast<int>(trials.size()) < planned; }
};

/// How likely it is to be right so often, or more often, by guessing: the one-sided binomial test.
/// @param trials 1 to 1000 @param right 0 to trials
double abxProbability(int right, int trials);

/// The report for people. A test that was given up has no probability: who stops when the score is good proves nothing.
std::string abxText(const AbxReport& report);

/// The report for programs, as JSON; abxFromJson() brings back the same.
std::string abxJson(const AbxReport& report);

/// Errors: Corrupt (naming what is wrong or missing).
Result<AbxReport> abxFromJson(std::string_view json);

} // namespace sonoloom
