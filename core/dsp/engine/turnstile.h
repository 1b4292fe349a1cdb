// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>

namespace sonoloom
{

/// Lets the items of a parallelFor pass one after the other, in the order of their numbers.
///
/// Every number must pass, and numbers must be taken up in increasing order (parallelFor does), or others wait forever.
class Turnstile
{
public:
    /// Waits until all numbers below `number` have passed, does `work`, and lets the next one in.
    void pass(std::size_t number, const std::function<void()>& work)
    {
        std::unique_lock lock(mutex_);
        turn_.wait(lock, [&] { return next_ == number; });
        lock.unlock();
        const LetNextIn letNextIn{*this};
        work();
    }

private:
    struct LetNextIn {
        Turnstile& turnstile;
        ~LetNextIn()
        {
            const std::lock_guard lock(turnstile.mutex_);
            ++turnstile.next_;
            turnstile.turn_.notify_all();
        }
    };

    std::mutex mutex_;
    std::condition_variable turn_;
    std::size_t next_ = 0;
};

} // namespace sonoloom
