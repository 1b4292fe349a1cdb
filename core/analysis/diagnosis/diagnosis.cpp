// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/diagnosis.h"

#include "core/analysis/diagnosis/findcolours.h"
#include "core/analysis/diagnosis/findrange.h"

namespace sonoloom
{

namespace
{

void keep(std::vector<Finding>& findings, std::optional<Finding> finding)
{
    if (finding && finding->confidence >= 0.5)
        findings.push_back(std::move(*finding));
}

} // namespace

Result<std::vector<Finding>> diagnose(const Image& image, const Expected& expected, JobMonitor& monitor)
{
    if (image.samples.empty())
        return Error{ErrorCode::InvalidArgument, "The image has no pixels; choose another one."};
    std::vector<Finding> findings;
    if (expected.content == Content::Mel || expected.content == Content::Other)
        keep(findings, findColourMap(image));
    if (monitor.cancelled())
        return cancelledError();
    keep(findings, findEightBit(image, expected));
    return findings;
}

} // namespace sonoloom
