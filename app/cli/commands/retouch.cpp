// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/editing.h"
#include "app/cli/commands/shared.h"
#include "app/cli/verbs.h"
#include "core/edit/region/regiontext.h"
#include "core/pipeline/region/retouchfiles.h"

#include <array>

namespace sonoloom
{

namespace
{

constexpr std::array shapeOptions{"rect", "lasso", "brush", "tone"}; ///< as RegionKind counts

Result<RegionShape> shapeNamed(const std::string& option, const std::string& text)
{
    if (option == "rect")
        return rectangleFrom(text);
    if (option == "tone")
        return toneFrom(text);
    return shapeFrom(option == "lasso" ? RegionKind::Lasso : RegionKind::Brush, text);
}

/// One edit for each shape, all with the same numbers, in the order lasso, brush and so on.
Result<RegionEdits> editsFrom(const Arguments& arguments)
{
    RegionEdit numbers;
    if (auto applied = applyArguments(arguments, fieldsOf(numbers)); !applied)
        return applied.error();
    RegionEdits edits;
    for (const char* option : shapeOptions) {
        if (!arguments.has(option))
            continue;
        auto shape = shapeNamed(option, arguments.value(option));
        if (!shape)
            return shape.error();
        RegionEdit edit = numbers;
        edit.shape.kind = shape->kind;
        edit.shape.points = std::move(shape->points);
        edits.push_back(std::make_shared<const RegionEdit>(std::move(edit)));
    }
    if (edits.empty())
        return Error{ErrorCode::InvalidArgument, "'retouch' needs a region; give --rect, --lasso, --brush or --tone."};
    return edits;
}

Result<RetouchFilesJob> jobFrom(const Arguments& arguments)
{
    const auto folder = outputOf(arguments);
    if (!folder)
        return folder.error();
    auto edits = editsFrom(arguments);
    if (!edits)
        return edits.error();
    auto wish = readingWish(arguments);
    if (!wish)
        return wish.error();
    return RetouchFilesJob{std::move(*edits), std::move(*wish), *folder, overwriteOf(arguments)};
}

Result<void> retouch(const Arguments& arguments, Console& console)
{
    const auto job = jobFrom(arguments);
    if (!job)
        return job.error();
    auto images = editedFiles(arguments, console);
    if (!images)
        return images.error();
    const auto made = retouchFiles(*images, *job, console.monitor());
    if (!made)
        return made.error();
    tell(*images, *made, console);
    return {};
}

void run(const Arguments& arguments, Console& console)
{
    if (auto done = retouch(arguments, console); !done)
        console.fail(done.error());
}

} // namespace

Verb retouchVerb()
{
    RegionEdit defaults;
    std::vector<Option> shapes{{"rect", 0, "A..B,C..D", "Seconds A to B, hertz C to D; without the second part all frequencies"},
                               {"lasso", 0, "POINTS", "Polygon of seconds:hertz points, such as 0.5:400/1:400/0.7:900"},
                               {"brush", 0, "POINTS", "Stroke of a brush along such points"},
                               {"tone", 0, "A..B,HZ", "A tone with its harmonics, from second A to B; or points where it glides"}};
    auto options = joined(editingOptions("DIR", "Folder for the images"), shapes);
    return {"retouch", "IMAGE... -o DIR", "Edits a region of mel images: gain, erase, heal, smooth, paste, shift, mirror.",
            joined(std::move(options), optionsOf(fieldsOf(defaults))), run};
}

} // namespace sonoloom
