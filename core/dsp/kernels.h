// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace sonoloom
{

/// Rows of weights, each padded with zeros to a multiple of `kernelLanes` values.
struct SparseRows {
    int rows = 0;
    const int* first = nullptr;      ///< column of a row's first weight
    const int* begin = nullptr;      ///< rows + 1 positions in `weights`
    const float* weights = nullptr;
};

inline constexpr int kernelLanes = 16;

/// The inner loops of the iteration, compiled several times from one source for what processors know.
///
/// All are the same arithmetic in the same order without fused multiply-add, so every version gives the same bits.
/// Arrays that SparseRows address must reach kernelLanes values beyond their last column.
struct Kernels {
    const char* name; ///< "avx512", "avx2", "baseline"

    /// magnitudes[k] = |spectrum[k]|, `spectrum` interleaved real, imaginary.
    void (*magnitudes)(const float* spectrum, float* magnitudes, int bins);
    /// sums[r] = sum of weights * magnitudes under row r.
    void (*sumRows)(const SparseRows& rows, const float* magnitudes, float* sums);
    /// out[k] = sum over rows of factors[r] * weight(r, k); `out` holds bins + kernelLanes values, all overwritten.
    void (*spreadRows)(const SparseRows& rows, const float* factors, float* out, int bins);
    /// ratios[r] = targets[r] / max(sums[r], floor); `ratios` may be `sums`.
    void (*ratios)(const float* targets, const float* sums, float floor, float* ratios, int rows);
    /// a[i] *= b[i]
    void (*multiply)(float* a, const float* b, int count);
    /// spectrum[k] *= gains[k], interleaved.
    void (*applyGains)(float* spectrum, const float* gains, int bins);
    /// out[i] = a[i] * b[i]
    void (*product)(const float* a, const float* b, float* out, int count);
    /// out[i] += a[i] * b[i]
    void (*addProduct)(const float* a, const float* b, float* out, int count);
    /// One accelerated step on signals: t = (1 - g) c + g p, c = t + a (t - previous), previous = t.
    void (*accelerate)(const float* projected, float* current, float* previous, int count);
};

/// Weights of the accelerated step. Source: Nenov, Nguyen, Balazs, Bot, "Accelerated Griffin-Lim algorithm: a fast and
/// provably converging numerical method for phase retrieval", IEEE TSP 2023 (its alpha and beta equal here, so that its
/// two sequences are one); values measured, README.md.
inline constexpr float accelerationGamma = 1.3f;
inline constexpr float accelerationAlpha = 0.9f;

/// The versions that this processor runs, the best one first.
std::span<const Kernels* const> runnableKernels();

/// The best version that this processor runs.
const Kernels& kernels();

} // namespace sonoloom
