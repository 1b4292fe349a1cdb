// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/mendedimages.h"

#include "core/pipeline/imagecheck.h"

namespace sonoloom
{

Result<Image> MendedImages::load(std::size_t index)
{
    if (lastIndex_ == index)
        return lastImage_;
    JobMonitor unwatched;
    auto repaired = repairedImage(files_, index, unwatched);
    if (!repaired)
        return files_.load(index); // nothing to mend, or it says itself why it cannot be read
    lastIndex_ = index;
    lastImage_ = std::move(repaired->image);
    return lastImage_;
}

} // namespace sonoloom
