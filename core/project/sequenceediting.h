// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sequence.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <vector>

/// How sequences are laid out and changed. All times are seconds; what is set lies on columns of 10 ms, as most images
/// have them, so that a sequence is as long as its columns. Nothing here changes what it is given.
namespace sonoloom
{

/// How long the sources of clips are, as far as that is known.
class SourceSeconds
{
public:
    /// What a clip takes whose source is missing, or was not looked at yet.
    static constexpr double unknown = 5;

    /// @param seconds above 0
    void set(const std::filesystem::path& source, double seconds) { known_[source.native()] = seconds; }
    void forget(const std::filesystem::path& source) { known_.erase(source.native()); }
    std::optional<double> of(const std::filesystem::path& source) const;

private:
    std::map<std::filesystem::path::string_type, double> known_;
};

/// The shortest that a clip is trimmed to, about a column of an image.
inline constexpr double shortestClip = 0.02;

/// The stretch of its source that a clip takes, which ends where the source does.
struct ClipStretch {
    double from = 0;
    double to = 0;
    double seconds() const { return to - from; }
};
ClipStretch stretchOf(const SequenceClip& clip, const SourceSeconds& sources);

/// Where a clip lies in its sequence.
struct ClipPlace {
    double from = 0;
    double to = 0;
    double fadeIn = 0;  ///< at its begin, lying on the clip before
    double fadeOut = 0; ///< at its end, lying under the next one
    double seconds() const { return to - from; }
};

/// One a clip. Transitions that do not fit are taken as long as they do, as fitted() makes them.
std::vector<ClipPlace> placesOf(const Sequence& sequence, const SourceSeconds& sources);

/// The clip that sounds at a time, the later one of two; nothing beyond the ends.
std::optional<std::size_t> clipAt(std::span<const ClipPlace> places, double seconds);

/// Shortens transitions, those of one clip by the same share, until none needs more than its clips have. One shorter
/// than a column becomes a cut. Those of clips whose length is not known stay as they are.
Sequence fitted(Sequence sequence, const SourceSeconds& sources);

/// A sequence with the clips, in order, that are to be selected after it was made.
struct SequenceEdit {
    Sequence sequence;
    std::vector<std::size_t> selected;
};

/// Clips go before clip number `at`, or to the end.
SequenceEdit inserted(Sequence sequence, std::size_t at, const Sequence& clips);
/// @param clips numbers in order, each once, as everywhere below @param before as `at`, a number before the move
SequenceEdit moved(const Sequence& sequence, const std::vector<std::size_t>& clips, std::size_t before);
SequenceEdit removed(const Sequence& sequence, const std::vector<std::size_t>& clips);
/// Copies of them, `times` times one after the other, behind the last of them.
SequenceEdit repeated(const Sequence& sequence, const std::vector<std::size_t>& clips, int times = 1);
/// The clips alone.
Sequence picked(const Sequence& sequence, const std::vector<std::size_t>& clips);

/// Cuts the clip that sounds at `seconds` in two. Nothing where a transition or an end is nearer than a column.
std::optional<SequenceEdit> splitAt(const Sequence& sequence, double seconds, const SourceSeconds& sources);

/// The clip begins later or earlier in its source, as far as that and shortestClip allow; what is behind it moves up.
/// @param from seconds of the source
Sequence startTrimmed(Sequence sequence, std::size_t clip, double from, const SourceSeconds& sources);
/// As startTrimmed, at its end. @param to seconds of the source
Sequence endTrimmed(Sequence sequence, std::size_t clip, double to, const SourceSeconds& sources);

/// @param db cut to what a clip can have
Sequence withGain(Sequence sequence, const std::vector<std::size_t>& clips, double db);

/// The longest that clip number `clip` and the next one can lie on each other, with their other transitions as they are.
double transitionRoom(const Sequence& sequence, std::size_t clip, const SourceSeconds& sources);
/// As many seconds from clip number `clip` to the next as there is room for. A cut becomes `kind`; 0 makes a cut.
Sequence withTransition(Sequence sequence, std::size_t clip, ClipTransition kind, double seconds,
                        const SourceSeconds& sources);

/// The same wherever a clip and the one behind it are both among `clips`, shortened as fitted() does.
Sequence withTransitions(Sequence sequence, const std::vector<std::size_t>& clips, ClipTransition kind, double seconds,
                         const SourceSeconds& sources);

/// The nearest of `targets` within `reach` of `seconds`, or nothing.
std::optional<double> snapped(double seconds, std::span<const double> targets, double reach);

} // namespace sonoloom
