// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/repair.h"

#include "core/analysis/diagnosis/colourcurves.h"
#include "core/analysis/diagnosis/findframe.h"
#include "core/analysis/diagnosis/levels.h"

namespace sonoloom
{

namespace
{

Result<Image> levelsFromColours(const Image& image, const Mend& mend)
{
    const ColourCurve* curve = colourCurveNamed(mend.map);
    if (!curve || image.channels < 3)
        return Error{ErrorCode::InvalidArgument, "The image has no colours of the map '" + mend.map + "'; diagnose it anew."};
    return valuesOn(*curve, image, !mend.mapReversed);
}

Result<Image> withoutFrame(const Image& image, const PixelBox& box)
{
    if (box.width < 1 || box.height < 1 || box.left < 0 || box.top < 0 || box.left + box.width > image.width ||
        box.top + box.height > image.height)
        return Error{ErrorCode::InvalidArgument, "The frame lies outside the image; diagnose it anew."};
    return cropped(image, box);
}

Result<Image> toSize(const Image& image, const Mend& mend)
{
    constexpr int largest = 1 << 20;
    if (mend.width < 1 || mend.height < 1 || mend.width > largest || mend.height > largest)
        return Error{ErrorCode::InvalidArgument, "The image cannot have had that size; diagnose it anew."};
    return scaledTo(image, mend.width, mend.height);
}

Result<Image> mended(const Image& image, const Finding& finding)
{
    switch (finding.fault) {
    case Fault::Framed: return withoutFrame(image, finding.mend.inside);
    case Fault::ColourMapped: return levelsFromColours(image, finding.mend);
    case Fault::Resized: return toSize(image, finding.mend);
    case Fault::UpsideDown: return flippedRows(image);
    case Fault::Inverted: return invertedLevels(image);
    case Fault::NarrowRange:
        if (finding.mend.greatest <= finding.mend.least)
            return Error{ErrorCode::InvalidArgument, "The image has no range of levels to stretch; diagnose it anew."};
        return stretchedLevels(image, finding.mend.least, finding.mend.greatest);
    case Fault::Jpeg:
    case Fault::Cropped:
    case Fault::EightBit:
    case Fault::Clipped:
    case Fault::MissingLow:
    case Fault::MissingHigh:
    case Fault::TooManyBands: break;
    }
    return image;
}

} // namespace

Result<Image> repair(const Image& image, const std::vector<Finding>& findings, JobMonitor& monitor)
{
    Image result = image;
    for (const Finding& finding : findings) {
        if (monitor.cancelled())
            return cancelledError();
        if (!finding.mendable)
            continue;
        auto next = mended(result, finding);
        if (!next)
            return next;
        result = std::move(*next);
    }
    return result;
}

} // namespace sonoloom
