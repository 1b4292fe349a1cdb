// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/repair.h"

#include "core/analysis/diagnosis/colourcurves.h"

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

Result<Image> mended(const Image& image, const Finding& finding)
{
    switch (finding.fault) {
    case Fault::ColourMapped: return levelsFromColours(image, finding.mend);
    default: return image;
    }
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
