// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/pipeline/decode.h"
#include "core/pipeline/edit/editedimages.h"
#include "core/pipeline/edit/joinedsound.h"

namespace sonoloom
{

/// How neighbours of a row give way to each other.
enum class JoinTransition { Cut, Blend, Power };

/// How images become one row.
struct JoinParams {
    JoinTransition transition = JoinTransition::Cut;
    int overlap = 50;
    bool operator==(const JoinParams&) const = default;
};

template <class Params, class Visitor>
requires FieldsOf<Params, JoinParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("transition", p.transition, Choices{{"cut", "blend", "power"}}, Label{SONO_TR("Params", "Transition")},
          Help{SONO_TR("Params",
                       "Between neighbours: cut sets them side by side, blend adds magnitudes, power adds their "
                       "squares, which keeps the power")});
    visit("overlap", p.overlap, Range{1, 100'000}, Label{SONO_TR("Params", "Overlap")}, "px",
          Help{SONO_TR("Params", "Columns in which two neighbours are there, unless they are cut")});
}

/// The transition between all neighbours.
MelTransition transitionOf(const JoinParams& params);

/// What becomes of a row of images.
struct ConcatFilesJob {
    JoinParams params;
    MelImagesWish wish;
    std::filesystem::path output;
    Overwrite overwrite = Overwrite::No;
};

/// The images as one wide image with its record; columns without sound at their ends are left out. Images that are
/// drawn alike keep every pixel. Errors: those of MelImages::open, MelSequence::create, checkImageOutput and
/// writeSequence.
Result<EditedImages> concatFiles(ImageFiles& images, const ConcatFilesJob& job, JobMonitor& monitor);

/// ai-music-generation's concatenation (concatAsPeer) as 8-bit RGB without a record.
/// Errors: those of loading, TooLarge, Exists, WriteFailed.
Result<EditedImages> concatFilesAsPeer(ImageFiles& images, const ConcatFilesJob& job, JobMonitor& monitor);

/// The images as one sound: phases are found for the whole row, so that there are no seams. Memory grows with the
/// sound, not with the images. Errors: those of MelImages::open, MelSequence::create, checkSoundOutput and writeJoined.
Result<JoinedSound> joinFiles(ImageFiles& images, const JoinParams& params, const MelImagesWish& wish,
                              const SoundOutput& output, JobMonitor& monitor);

} // namespace sonoloom
