// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace sonoloom
{

/// The number of threads that parallelFor uses when asked for 0: the machine's, at least 1, or what was set.
int defaultThreadCount();

/// What the user wants of all work from now on. @param threads 0: as many as the machine has
void setDefaultThreadCount(int threads);

/// Calls `work(i)` for each i in 0..count-1 on up to `threads` threads (0: defaultThreadCount()); returns when all are done.
///
/// Which thread takes which index is not fixed, so `work` must write only what belongs to its index: then the result
/// is the same for any thread count. An exception of `work` is rethrown here, the first one by index.
void parallelFor(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

} // namespace sonoloom
