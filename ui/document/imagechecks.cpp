// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/imagechecks.h"

#include <algorithm>

namespace sonoloom
{

namespace
{

void count(ImageChecks& checks, const std::vector<Finding>& findings)
{
    for (const Finding& finding : findings) {
        const auto known = std::ranges::find_if(checks.faults, [&](const auto& fault) { return fault.finding.fault == finding.fault; });
        if (known != checks.faults.end())
            ++known->images;
        else
            checks.faults.push_back({finding, 1});
    }
}

} // namespace

bool ImageChecks::mendable() const
{
    return std::ranges::any_of(faults, [](const Fault& fault) { return fault.finding.mendable; });
}

Result<ImageChecks> checkImages(const OpenedImages& images, JobMonitor& monitor)
{
    ImageFiles files(images.paths(), images.known);
    const std::size_t wanted = std::min<std::size_t>(files.count(), mostChecked);
    ImageChecks checks;
    for (std::size_t i = 0; i < wanted; ++i) {
        PartMonitor part(monitor, static_cast<double>(i) / static_cast<double>(wanted), static_cast<double>(i + 1) / static_cast<double>(wanted));
        auto check = checkImage(files, i * files.count() / wanted, part);
        if (!check)
            return check.error();
        count(checks, check->findings);
        ++checks.checked;
        if (i == 0)
            checks.first = std::move(*check);
    }
    std::ranges::stable_sort(checks.faults, {}, [](const auto& fault) { return fault.finding.fault; });
    return checks;
}

} // namespace sonoloom
