// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sha256.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace sonoloom
{

namespace
{

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
alignas(16) constexpr std::array<std::uint32_t, 64> constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
    0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
    0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
    0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t bigEndian(const std::uint8_t* bytes)
{
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

std::array<std::uint32_t, 64> schedule(const std::uint8_t* block)
{
    std::array<std::uint32_t, 64> words;
    for (std::size_t t = 0; t < 16; ++t)
        words[t] = bigEndian(block + 4 * t);
    for (std::size_t t = 16; t < 64; ++t) {
        const std::uint32_t early = words[t - 15];
        const std::uint32_t late = words[t - 2];
        words[t] = words[t - 16] + (std::rotr(early, 7) ^ std::rotr(early, 18) ^ early >> 3) + words[t - 7] +
                   (std::rotr(late, 17) ^ std::rotr(late, 19) ^ late >> 10);
    }
    return words;
}

bool hasInstructions()
{
#if defined(__x86_64__)
    constexpr unsigned sha = 1u << 29; // leaf 7, EBX
    constexpr unsigned sse41 = 1u << 19; // leaf 1, ECX
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (b & sha) == 0)
        return false;
    return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & sse41) != 0;
#else
    return false;
#endif
}

} // namespace

Sha256::Sha256(Instructions instructions)
    : state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
{
    static const bool has = hasInstructions();
    work_ = has && instructions == Instructions::Best ? fast : plain;
}

void Sha256::plain(State& state, const std::uint8_t* blocks, std::size_t count)
{
    for (; count > 0; --count, blocks += blockBytes) {
        const auto words = schedule(blocks);
        auto [a, b, c, d, e, f, g, h] = state;
        for (std::size_t t = 0; t < 64; ++t) {
            const std::uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) +
                                        constants[t] + words[t];
            const std::uint32_t second =
                (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        const State sum{a, b, c, d, e, f, g, h};
        for (std::size_t i = 0; i < state.size(); ++i)
            state[i] += sum[i];
    }
}

#if defined(__x86_64__)
/// The processor's instructions want a, b, e, f and c, d, g, h together, and do two rounds at once.
__attribute__((target("sha,sse4.1"))) void Sha256::fast(State& state, const std::uint8_t* blocks, std::size_t count)
{
    const auto number = [](std::uint32_t value) { return static_cast<int>(value); };
    const __m128i bigEndianWords = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i abef = _mm_set_epi32(number(state[0]), number(state[1]), number(state[4]), number(state[5]));
    __m128i cdgh = _mm_set_epi32(number(state[2]), number(state[3]), number(state[6]), number(state[7]));
    for (; count > 0; --count, blocks += blockBytes) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i words[4];
        for (int i = 0; i < 4; ++i)
            words[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(blocks) + i), bigEndianWords);
        for (int group = 0; group < 16; ++group) {
            const __m128i now = words[group % 4];
            __m128i sum = _mm_add_epi32(now, _mm_load_si128(reinterpret_cast<const __m128i*>(constants.data()) + group));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            sum = _mm_shuffle_epi32(sum, 0x0e);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, sum);
            // The words of this place four groups on, from those of the groups between.
            const __m128i last = words[(group + 3) % 4];
            const __m128i seventh = _mm_alignr_epi8(last, words[(group + 2) % 4], 4);
            const __m128i early = _mm_add_epi32(_mm_sha256msg1_epu32(now, words[(group + 1) % 4]), seventh);
            words[group % 4] = _mm_sha256msg2_epu32(early, last);
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    state = {static_cast<std::uint32_t>(_mm_extract_epi32(abef, 3)), static_cast<std::uint32_t>(_mm_extract_epi32(abef, 2)),
             static_cast<std::uint32_t>(_mm_extract_epi32(cdgh, 3)), static_cast<std::uint32_t>(_mm_extract_epi32(cdgh, 2)),
             static_cast<std::uint32_t>(_mm_extract_epi32(abef, 1)), static_cast<std::uint32_t>(_mm_extract_epi32(abef, 0)),
             static_cast<std::uint32_t>(_mm_extract_epi32(cdgh, 1)), static_cast<std::uint32_t>(_mm_extract_epi32(cdgh, 0))};
}
#else
void Sha256::fast(State& state, const std::uint8_t* blocks, std::size_t count)
{
    plain(state, blocks, count);
}
#endif

void Sha256::add(std::string_view bytes)
{
    bytes_ += bytes.size();
    if (restBytes_ > 0) {
        const std::size_t taken = std::min(bytes.size(), blockBytes - restBytes_);
        std::memcpy(rest_.data() + restBytes_, bytes.data(), taken);
        restBytes_ += taken;
        bytes.remove_prefix(taken);
        if (restBytes_ < blockBytes)
            return;
        work_(state_, rest_.data(), 1);
        restBytes_ = 0;
    }
    work_(state_, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size() / blockBytes);
    bytes.remove_prefix(bytes.size() / blockBytes * blockBytes);
    if (!bytes.empty())
        std::memcpy(rest_.data(), bytes.data(), bytes.size());
    restBytes_ = bytes.size();
}

std::string Sha256::finish()
{
    const std::uint64_t bits = bytes_ * 8;
    std::string padding(1 + (blockBytes + blockBytes - 9 - restBytes_) % blockBytes, '\0');
    padding.front() = '\x80';
    for (int shift = 56; shift >= 0; shift -= 8)
        padding += static_cast<char>(bits >> shift);
    add(padding);
    std::string digits;
    for (const std::uint32_t word : state_)
        for (int shift = 28; shift >= 0; shift -= 4)
            digits += "0123456789abcdef"[word >> shift & 15];
    return digits;
}

} // namespace sonoloom
