// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/pipeline/decode.h"
#include "core/pipeline/edit/editedimages.h"
#include "core/pipeline/edit/joinedsound.h"
#include "core/project/sequence.h"

namespace sonoloom
{

/// How images become one row.
struct JoinParams {
    ClipTransition transition = ClipTransition::Cut;
    int overlap = 50;
    BlendParams blend{.bands = 1, .curve = "linear"}; ///< of Blend; Interpolation has its curve. Its region says nothing
    InterpolationSpace interpolation = InterpolationSpace::Transport;
    bool operator==(const JoinParams&) const = default;
};

template <class Params, class Visitor>
requires FieldsOf<Params, JoinParams>
void visitFields(Params& p, Visitor&& visit)
{
    visit("transition", p.transition, Choices{{"cut", "blend", "interpolation", "power"}},
          Label{SONO_TR("Params", "Transition")},
          Help{SONO_TR("Params",
                       "Between neighbours: cut sets them side by side, blend mixes them, interpolation lets tones "
                       "glide, power adds squares, which keeps the power")});
    visit("overlap", p.overlap, Range{1, 100'000}, Label{SONO_TR("Params", "Overlap")}, "px",
          Help{SONO_TR("Params", "Columns in which two neighbours are there, unless they are cut")});
    visit("bands", p.blend.bands, Range{1, 512}, Label{SONO_TR("Params", "Frequency bands")}, "",
          Help{SONO_TR("Params", "Of a blend: bands of equally many rows, each with a time of its own")});
    visit("order", p.blend.order, Choices{{"whole", "bass", "treble"}}, Label{SONO_TR("Params", "Order")},
          Help{SONO_TR("Params", "Of a blend: what changes over first; each band takes half of the overlap then")});
    visit("curve", p.blend.curve, Label{SONO_TR("Params", "Curve")},
          Help{SONO_TR("Params", "Of blend and interpolation: linear, cosine, power, logistic, or points such as "
                                 "0:0/0.3:0.8/1:1; for a blend one, or one a band with commas between")});
    visit("space", p.blend.space, Choices{{"pixel", "magnitude", "db"}}, Label{SONO_TR("Params", "Space")},
          Help{SONO_TR("Params", "Of a blend: what is mixed, levels of the image, magnitudes, or dB")});
    visit("interpolation-space", p.interpolation, Choices{{"pixel", "magnitude", "db", "transport"}},
          Label{SONO_TR("Params", "Space of the interpolation")},
          Help{SONO_TR("Params", "What is interpolated; transport moves energy along frequency")});
}

/// The transition between all neighbours. @param levelPower of the images' levels
/// Errors: those of bandFades.
Result<MelTransition> transitionOf(const JoinParams& params, double levelPower);

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
