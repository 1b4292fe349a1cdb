// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/presetoption.h"
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/codec/codecs.h"
#include "core/io/imagefile.h"
#include "core/pipeline/imagecheck.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

namespace fs = std::filesystem;

Result<DecodeFilesOptions> optionsFrom(const Arguments& arguments, const Console& console, const Preset* preset)
{
    DecodeFilesOptions options;
    if (preset)
        options.reconstruct = preset->reconstruct;
    auto fields = fieldsOf(static_cast<DecodeOutputParams&>(options));
    for (auto& more : {fieldsOf(options.reconstruct), fieldsOf(options.write)})
        fields.insert(fields.end(), more.begin(), more.end());
    if (auto applied = applyArguments(arguments, fields); !applied)
        return applied.error();
    options.asStored = !arguments.has("bits") && !arguments.has("rate");
    options.overwrite = overwriteOf(arguments);
    options.threads = console.jobs();
    return options;
}

/// Images to one file each if the output is a folder, else all to one file.
std::vector<std::pair<std::vector<fs::path>, fs::path>> worksOf(const std::vector<fs::path>& files, const fs::path& output,
                                                                DecodeAs as)
{
    std::error_code ignored;
    if (output.has_filename() && !fs::is_directory(output, ignored))
        return {{files, output}};
    std::vector<std::pair<std::vector<fs::path>, fs::path>> works;
    const auto stems = outputStems(files);
    for (std::size_t i = 0; i < files.size(); ++i)
        works.push_back({{files[i]}, output / (stems[i] + (as == DecodeAs::Audio ? ".wav" : ".npy"))});
    return works;
}

/// The fields that are not as the format has them from the start, compatible or best.
std::vector<std::string> keysSetBy(const Codec& codec)
{
    const auto own = codec.clone();
    const auto reset = makeCodec(codec.name());
    reset->setCompatible(codec.compatible());
    const auto defaults = reset->fields();
    std::vector<std::string> keys;
    for (const Field& field : own->fields())
        if (fieldText(field) != fieldText(*findField(defaults, field.key)))
            keys.emplace_back(field.key);
    return keys;
}

class DecodeRun
{
public:
    DecodeRun(const Arguments& arguments, Console& console) : arguments_(arguments), console_(console) {}

    Result<void> all()
    {
        const auto output = outputOf(arguments_);
        if (!output)
            return output.error();
        auto preset = chosenPreset(arguments_, console_.monitor());
        if (!preset)
            return preset.error();
        preset_ = std::move(*preset);
        auto options = optionsFrom(arguments_, console_, preset_.get());
        if (!options)
            return options.error();
        options_ = std::move(*options);
        if (auto usable = checkFormat(); !usable)
            return usable;
        auto known = knownRecords(arguments_, console_.monitor());
        if (!known)
            return known.error();
        known_ = std::move(*known);
        auto files = inputFiles(arguments_, readableImageSuffixes(), "images", console_);
        if (!files)
            return files.error();
        if (files->size() > 1)
            std::erase_if(*files, isComparisonPicture);
        const auto works = worksOf(*files, output.value(), options_.as);
        auto& results = console_.result()["files"] = nlohmann::ordered_json::array();
        forEachItem(works.size(), console_, [&](std::size_t i, JobMonitor& monitor) -> Result<void> {
            const auto made = one(works[i].first, works[i].second, monitor);
            if (!made)
                return made.error();
            results.push_back(jsonOf(made.value()));
            console_.say(lineOf(made.value()));
            return {};
        });
        return {};
    }

private:
    /// Refuses wrong usage before the first image is looked at.
    Result<void> checkFormat() const
    {
        const std::string format = arguments_.value("format", "auto");
        auto codec = namedCodec(format == "auto" ? "riffusion" : format);
        if (!codec)
            return codec.error();
        if (format == "auto")
            return {};
        const auto chosen = withArguments(std::move(*codec), arguments_, false);
        return chosen ? Result<void>{} : Result<void>{chosen.error()};
    }

    Result<DecodedFile> one(const std::vector<fs::path>& files, const fs::path& output, JobMonitor& monitor) const
    {
        ImageFiles images(files, known_);
        auto codec = codecForImages(images, arguments_.value("format", "auto"));
        if (!codec)
            return codec.error();
        const bool hasPreset = preset_ && preset_->codec->name() == (*codec)->name();
        if (hasPreset)
            codec = preset_->codec->clone();
        else if (preset_)
            monitor.notice("The preset '" + preset_->name + "' is for format " + preset_->codec->name() + ", the images are of " +
                           (*codec)->name() + ": only its way to reconstruct is taken.");
        auto chosen = withArguments(std::move(*codec), arguments_, arguments_.isOn("compat"));
        if (!chosen)
            return chosen.error();
        if (hasPreset && !images.record(0)) // where no record speaks, the preset does
            for (const std::string& key : keysSetBy(*preset_->codec))
                chosen->given.push_back(key);
        if (auto told = noticeFaults(images, monitor); !told)
            return told.error();
        return decodeFiles(images, *chosen.value().codec, chosen.value().given, output, options_, monitor);
    }

    const Arguments& arguments_;
    Console& console_;
    DecodeFilesOptions options_;
    std::shared_ptr<const Preset> preset_; ///< null without one
    std::shared_ptr<const std::vector<RecordSet>> known_;
};

void run(const Arguments& arguments, Console& console)
{
    if (auto done = DecodeRun(arguments, console).all(); !done)
        console.fail(done.error());
}

} // namespace

Verb decodeVerb()
{
    DecodeFilesOptions defaults;
    auto options = joined(
        fileOptions("FILE", "Sound file: wav, flac, ogg, opus, mp3, m4a; or a folder (end it with /) for one file an image"),
        joined(optionsOf(fieldsOf(defaults.reconstruct)), optionsOf(fieldsOf(static_cast<DecodeOutputParams&>(defaults)))));
    options = joined(std::move(options), joined(optionsOf(fieldsOf(defaults.write)), codecOptions("auto")));
    options.push_back(presetOption());
    options.push_back(recordsOption());
    return {"decode", "IMAGE... -o FILE", "Turns images back into sound, all as one timeline.", std::move(options), run};
}

} // namespace sonoloom
