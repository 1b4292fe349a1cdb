// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/imageexport.h"

#include "core/io/imagefile.h"
#include "core/pipeline/encode.h"
#include "core/pipeline/outputset.h"
#include "core/pipeline/rgb.h"

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

Image prepared(Image image, const std::optional<Record>& record, bool rgb)
{
    if (rgb)
        return toRgb(image, record);
    if (record && !record->format.empty())
        image.text[recordKeyword] = recordToJson(*record);
    return image;
}

} // namespace

Result<std::vector<fs::path>> exportImages(ImageSet& images, const ImageExportOptions& options, JobMonitor& monitor)
{
    std::vector<fs::path> names;
    for (std::size_t i = 0; i < images.count(); ++i)
        names.emplace_back(images.name(i));
    const auto stems = outputStems(names);
    OutputSet outputs(options.overwrite);
    std::vector<fs::path> written;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (monitor.cancelled())
            return cancelledError();
        monitor.progress(static_cast<double>(i) / static_cast<double>(names.size()), "Writing " + stems[i] + ".png");
        auto image = images.load(i);
        if (!image)
            return image.error();
        const auto png = encodePng(prepared(std::move(*image), images.record(i), options.rgb));
        if (!png)
            return png.error();
        written.push_back(options.folder / (stems[i] + ".png"));
        if (auto added = outputs.add(written.back(), png.value()); !added)
            return added.error();
    }
    if (auto committed = outputs.commit(); !committed)
        return committed.error();
    return written;
}

} // namespace sonoloom
