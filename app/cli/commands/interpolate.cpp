// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/editing.h"
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/pipeline/edit/interpolatefiles.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

class InterpolateRun
{
public:
    InterpolateRun(const Arguments& arguments, Console& console) : arguments_(arguments), console_(console) {}

    Result<void> all()
    {
        if (arguments_.inputs().size() != 2)
            return Error{ErrorCode::InvalidArgument, "'interpolate' takes two images, the first and the last."};
        const auto output = soundOutput(arguments_, console_);
        if (!output)
            return output.error();
        if (output->place.extension() == ".png")
            return Error{ErrorCode::InvalidArgument, "'" + output->place.string() +
                                                         "' is one image, but several are made; name a folder, or a "
                                                         "sound file."};
        if (auto applied = applyArguments(arguments_, fieldsOf(params_)); !applied)
            return applied.error();
        auto wish = readingWish(arguments_);
        if (!wish)
            return wish.error();
        wish_ = std::move(*wish);
        auto images = editedFiles(arguments_, console_);
        if (!images)
            return images.error();
        return namesSound(output->place) ? toSound(*images, *output) : toImages(*images, output->place);
    }

private:
    Result<void> toSound(ImageFiles& images, const SoundOutput& output)
    {
        const auto made = interpolateToSound(images, params_, wish_, output, console_.monitor());
        if (!made)
            return made.error();
        tell(images, *made, console_);
        return {};
    }

    Result<void> toImages(ImageFiles& images, const std::filesystem::path& folder)
    {
        const auto made = interpolateFiles(images, params_, wish_, folder, overwriteOf(arguments_), console_.monitor());
        if (!made)
            return made.error();
        tell(images, *made, console_);
        return {};
    }

    const Arguments& arguments_;
    Console& console_;
    InterpolationParams params_;
    MelImagesWish wish_;
};

void run(const Arguments& arguments, Console& console)
{
    if (auto done = InterpolateRun(arguments, console).all(); !done)
        console.fail(done.error());
}

} // namespace

Verb interpolateVerb()
{
    InterpolationParams defaults;
    SoundOutput sound;
    auto own = optionsOf(fieldsOf(defaults));
    std::ranges::find(own, "steps", &Option::name)->letter = 'n';
    auto options =
        joined(editingOptions("PATH", "Folder for the images; or one sound file: wav, flac, ogg, opus, mp3, m4a"), own);
    return {"interpolate", "A B -n N -o PATH", "Makes the images between two, or the sound that goes through them.",
            joined(std::move(options), soundOptions(sound)), run};
}

} // namespace sonoloom
