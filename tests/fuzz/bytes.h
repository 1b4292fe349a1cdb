// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace sonoloom::fuzzing
{

/// Takes what it is asked for from the fuzzer's bytes; zeros once there are none left.
class Bytes
{
public:
    Bytes(const std::uint8_t* bytes, std::size_t size) : bytes_(bytes, size) {}

    std::uint8_t byte() { return at_ < bytes_.size() ? bytes_[at_++] : 0; }
    int number(int least, int most)
    {
        const int value = byte() | byte() << 8;
        return least + value % (most - least + 1);
    }
    std::string text(std::size_t length)
    {
        std::string letters;
        while (letters.size() < length && at_ < bytes_.size())
            letters += static_cast<char>(bytes_[at_++]);
        return letters;
    }
    /// Goes round the bytes as often as it is asked.
    std::uint8_t endless() { return bytes_.empty() ? 0 : bytes_[at_++ % bytes_.size()]; }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
};

} // namespace sonoloom::fuzzing
