// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/findlying.h"

#include "core/dsp/look/soundlook.h"

namespace sonoloom
{

namespace
{

// Of 108 clean images two reach either: plain noise, and clicks.
constexpr double sureInverted = 0.7;
constexpr double sureFlipped = 0.88;
constexpr std::size_t mostRows = 1024; ///< taller pictures are none that the regressions were fitted on

} // namespace

std::vector<Finding> findLying(const Grid<float>& loudness)
{
    if (loudness.rows() > mostRows)
        return {};
    const auto figures = lookFigures(loudness);
    if (!figures)
        return {};
    const SoundLook look = soundLook(*figures);
    std::vector<Finding> findings;
    if (look.flipped >= sureFlipped)
        findings.push_back({Fault::UpsideDown, look.flipped, "The picture is upside down: its upper rows are the smooth ones, as low bands are.",
                            "Low and high change places; no note is where it was.", true});
    if (look.inverted >= sureInverted)
        findings.push_back({Fault::Inverted, look.inverted, "The levels are inverted: what is loud is bright.",
                            "Silence becomes loud noise, and sound the gaps in it.", true});
    return findings;
}

} // namespace sonoloom
