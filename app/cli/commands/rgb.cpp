// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/io/imagefile.h"
#include "core/pipeline/rgb.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

nlohmann::ordered_json jsonOf(const RgbFile& file, const std::filesystem::path& input)
{
    return {{"input", utf8(input.string())},     {"output", utf8(file.output.string())},
            {"width", file.width},               {"height", file.height},
            {"depth_before", file.depthBefore},  {"channels_before", file.channelsBefore}};
}

std::string lineOf(const RgbFile& file, const std::filesystem::path& input)
{
    std::string line = input.string() + " -> " + file.output.string();
    if (file.depthBefore == 16)
        line += " (16 bits rounded to 8)";
    return file.channelsBefore == 4 ? line + " (transparency filled)" : line;
}

class RgbRun
{
public:
    RgbRun(const Arguments& arguments, Console& console) : arguments_(arguments), console_(console) {}

    Result<void> all()
    {
        const auto folder = outputOf(arguments_);
        if (!folder)
            return folder.error();
        auto known = knownRecords(arguments_, console_.monitor());
        if (!known)
            return known.error();
        auto files = inputFiles(arguments_, readableImageSuffixes(), "images", console_);
        if (!files)
            return files.error();
        if (files->size() > 1)
            std::erase_if(*files, isComparisonPicture);
        ImageFiles images(*files, std::move(*known));
        convert(images, folder.value());
        for (const auto& sentences : {images.notices(), images.restorations()})
            for (const std::string& sentence : sentences)
                console_.monitor().notice(sentence);
        return {};
    }

private:
    void convert(ImageFiles& images, const std::filesystem::path& folder)
    {
        const auto stems = outputStems(images.files());
        auto& results = console_.result()["files"] = nlohmann::ordered_json::array();
        forEachItem(images.count(), console_, [&](std::size_t i, JobMonitor& monitor) -> Result<void> {
            if (monitor.cancelled())
                return cancelledError();
            monitor.progress(0, "Writing " + stems[i] + ".png");
            const auto made = writeRgb(images, i, folder / (stems[i] + ".png"), overwriteOf(arguments_));
            if (!made)
                return made.error();
            results.push_back(jsonOf(made.value(), images.files()[i]));
            console_.say(lineOf(made.value(), images.files()[i]));
            return {};
        });
    }

    const Arguments& arguments_;
    Console& console_;
};

void run(const Arguments& arguments, Console& console)
{
    if (auto done = RgbRun(arguments, console).all(); !done)
        console.fail(done.error());
}

} // namespace

Verb rgbVerb()
{
    auto options = fileOptions("DIR", "Folder for the images; made if missing");
    options.push_back(recordsOption());
    return {"rgb", "IMAGE... -o DIR",
            "Turns images into 8-bit RGB for trainers; of 16-bit grey Pillow makes white, as it cuts off at 255.",
            std::move(options), run};
}

} // namespace sonoloom
