// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sonoloom
{

/// SHA-256 of bytes that come in parts; uses the processor's own instructions where it has them.
/// Source: FIPS 180-4, 5.3.3 and 6.2.
class Sha256
{
public:
    /// The instructions to work with: the processor's if it has such, or always the plain ones.
    enum class Instructions { Best, Plain };

    explicit Sha256(Instructions instructions = Instructions::Best);

    void add(std::string_view bytes);
    /// 64 hexadecimal digits. Ends the sum.
    std::string finish();

private:
    static constexpr std::size_t blockBytes = 64;
    using State = std::array<std::uint32_t, 8>;
    using Work = void (*)(State& state, const std::uint8_t* blocks, std::size_t count);

    static void plain(State& state, const std::uint8_t* blocks, std::size_t count);
    static void fast(State& state, const std::uint8_t* blocks, std::size_t count);

    State state_;
    Work work_;
    std::array<std::uint8_t, blockBytes> rest_{};
    std::size_t restBytes_ = 0;
    std::uint64_t bytes_ = 0;
};

} // namespace sonoloom
