// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/console.h"
#include "core/pipeline/decode.h"
#include "core/pipeline/edit/editedimages.h"
#include "core/pipeline/edit/joinedsound.h"
#include "core/pipeline/edit/melimages.h"

#include <vector>

/// What the verbs that edit images do alike.
namespace sonoloom
{

/// --output, --force, --recursive, --records, and what images without a record are taken for: --maxvol, --power,
/// --level,
/// --f-min, --f-max, --window-ms, --padded-ms.
std::vector<Option> editingOptions(const std::string& output, const std::string& outputHelp);

/// Those of how a sound is found and written. @param defaults where they point into
std::vector<Option> soundOptions(SoundOutput& defaults);

/// The parameters of editingOptions. Errors: InvalidArgument.
Result<MelImagesWish> readingWish(const Arguments& arguments);

/// The image files that the user named. Errors: as inputFiles and knownRecords.
Result<ImageFiles> editedFiles(const Arguments& arguments, Console& console);

/// The sound that the user named and asked for. @param usual where nothing else is asked. Errors: InvalidArgument.
Result<SoundOutput> soundOutput(const Arguments& arguments, const Console& console,
                                const ReconstructParams& usual = {});

/// Whether the output is named as a sound file.
bool namesSound(const std::filesystem::path& output);

/// The same of what is made of no image files.
void tell(const EditedImages& made, Console& console);
void tell(const JoinedSound& made, Console& console);

/// Tells where records came from, and what was made, in JSON and in lines.
void tell(ImageFiles& images, const EditedImages& made, Console& console);
void tell(ImageFiles& images, const JoinedSound& made, Console& console);

} // namespace sonoloom
