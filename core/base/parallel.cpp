// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace sonoloom
{

namespace
{

std::atomic<int> wantedThreads{0}; // of the whole process, as the machine's own number is

/// The failure with the lowest index of all that happened.
class FirstFailure
{
public:
    void record(std::size_t index, std::exception_ptr exception)
    {
        const std::lock_guard lock(mutex_);
        if (!exception_ || index < index_) {
            index_ = index;
            exception_ = std::move(exception);
        }
    }
    void rethrow() const
    {
        if (exception_)
            std::rethrow_exception(exception_);
    }

private:
    std::mutex mutex_;
    std::size_t index_ = 0;
    std::exception_ptr exception_;
};

} // namespace

int defaultThreadCount()
{
    const int wanted = wantedThreads.load();
    return wanted > 0 ? wanted : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void setDefaultThreadCount(int threads)
{
    wantedThreads.store(threads);
}

void parallelFor(std::size_t count, int threads, const std::function<void(std::size_t)>& work)
{
    if (threads <= 0)
        threads = defaultThreadCount();
    const auto workers = std::min<std::size_t>(static_cast<std::size_t>(threads), count);

    std::atomic<std::size_t> next{0};
    FirstFailure failure;
    const auto run = [&] {
        for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) {
            try {
                work(i);
            } catch (...) {
                failure.record(i, std::current_exception());
            }
        }
    };

    std::vector<std::thread> others;
    for (std::size_t w = 1; w < workers; ++w)
        others.emplace_back(run);
    run();
    for (auto& thread : others)
        thread.join();
    failure.rethrow();
}

} // namespace sonoloom
