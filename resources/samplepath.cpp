// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/samplepath.h"

#include <system_error>

namespace sonoloom
{

namespace fs = std::filesystem;

fs::path sampleFile()
{
    std::error_code missing;
    const fs::path program = fs::read_symlink("/proc/self/exe", missing);
    const fs::path installed = (program.parent_path() / SONOLOOM_INSTALLED_SAMPLE).lexically_normal();
    if (!missing && fs::exists(installed, missing)) {
        return installed;
    }
    return SONOLOOM_SOURCE_SAMPLE;
}

} // namespace sonoloom
