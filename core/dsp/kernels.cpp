// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dsp/kernels.h"

#include <vector>

namespace sonoloom
{

extern const Kernels kernelsBaseline;
extern const Kernels kernelsPlain;
#if defined(__x86_64__)
extern const Kernels kernelsAvx2;
extern const Kernels kernelsAvx512;
#endif

std::span<const Kernels* const> runnableKernels()
{
    static const std::vector<const Kernels*> versions = [] {
        std::vector<const Kernels*> found;
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl"))
            found.push_back(&kernelsAvx512);
        if (__builtin_cpu_supports("avx2"))
            found.push_back(&kernelsAvx2);
#endif
        found.push_back(&kernelsBaseline);
        found.push_back(&kernelsPlain);
        return found;
    }();
    return versions;
}

const Kernels& kernels()
{
    return *runnableKernels().front();
}

} // namespace sonoloom
