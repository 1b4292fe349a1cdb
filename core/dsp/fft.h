// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace sonoloom
{

/// Memory aligned as FFTW's SIMD wants it. Every buffer given to an Fft is one of these, because a plan measured or
/// estimated for aligned buffers gives other bits on unaligned ones.
template <class T>
class AlignedBuffer
{
public:
    AlignedBuffer() = default;
    explicit AlignedBuffer(std::size_t size) : memory_(allocate(size)), size_(size) {}

    T* data() { return memory_.get(); }
    const T* data() const { return memory_.get(); }
    std::size_t size() const { return size_; }
    T& operator[](std::size_t i) { return memory_[i]; }
    const T& operator[](std::size_t i) const { return memory_[i]; }
    std::span<T> span() { return {memory_.get(), size_}; }
    std::span<const T> span() const { return {memory_.get(), size_}; }

private:
    struct Free {
        void operator()(T* memory) const { ::operator delete[](memory, std::align_val_t(64)); }
    };
    static T* allocate(std::size_t size);

    std::unique_ptr<T[], Free> memory_;
    std::size_t size_ = 0;
};

/// A real FFT of one size. Cheap to make and copy: plans are cached for the life of the program and shared.
///
/// Plans are estimated, so every run gives the same bits, unless the user's wisdom file (loadFftWisdom) knows a better
/// one. Transforms may run on several threads at once, each on buffers of its own.
class Fft
{
public:
    /// @param size number of real samples, >= 1; even sizes with small prime factors are fast
    explicit Fft(int size);

    int size() const { return size_; }
    int bins() const { return size_ / 2 + 1; }

    /// out[k] = sum_n in[n] exp(-2 pi i k n / size), not scaled. `in` holds size, `out` bins() values. `in` is kept.
    void forward(AlignedBuffer<float>& in, AlignedBuffer<std::complex<float>>& out) const;

    /// out[n] = sum over the full Hermitian spectrum, not scaled (divide by size). Destroys `in`.
    void inverse(AlignedBuffer<std::complex<float>>& in, AlignedBuffer<float>& out) const;

private:
    struct Plans;
    int size_;
    std::shared_ptr<const Plans> plans_;
};

/// The smallest even m >= size whose prime factors are 2, 3, 5 and 7 only.
int fastFftSize(int size);

/// Reads plans measured earlier by measureFftPlans; call once, before the first Fft. False if there are none.
bool loadFftWisdom(const std::string& path);

/// Measures the best plans for these sizes (seconds each) and returns the wisdom as text for loadFftWisdom.
std::string measureFftPlans(std::span<const int> sizes);

template <class T>
T* AlignedBuffer<T>::allocate(std::size_t size)
{
    auto* memory = static_cast<T*>(::operator new[](size * sizeof(T), std::align_val_t(64)));
    for (std::size_t i = 0; i < size; ++i)
        new (memory + i) T{};
    return memory;
}

} // namespace sonoloom
