// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace sonoloom
{

/// Arrays that the kernels read in whole vectors must reach so many values beyond their last one.
inline constexpr int kernelLanes = 16;

/// Rows are summed so many at a time.
inline constexpr int sumLanes = 8;

/// A sparse matrix laid out for sums over its rows: groups of `sumLanes` rows, and for each column that a group touches
/// the weights of all its rows side by side. BandMatrix makes it.
struct BandSums {
    int groups = 0;
    const int* first = nullptr;     ///< of each group: its first column
    const int* begin = nullptr;     ///< groups + 1 positions in `weights`, in columns; a group's count is a multiple of 4
    const float* weights = nullptr; ///< [columns x sumLanes]
};

/// The same matrix laid out for spreading rows over columns: groups of `kernelLanes` columns, and for each row that a
/// group meets the weights of all its columns side by side.
struct BandSpread {
    int groups = 0;
    const int* first = nullptr;     ///< of each group: its first row
    const int* begin = nullptr;     ///< groups + 1 positions in `weights`, in rows
    const float* weights = nullptr; ///< [rows x kernelLanes]
};

/// The inner loops of the engine, compiled several times from one source for what processors know.
///
/// All are the same arithmetic in the same order without fused multiply-add, so every version gives the same bits.
struct Kernels {
    const char* name; ///< "avx512", "avx2", "baseline", "plain"

    /// magnitudes[k] = |spectrum[k]|, `spectrum` interleaved real, imaginary.
    void (*magnitudes)(const float* spectrum, float* magnitudes, int bins);
    /// sums[r] = sum of weights * magnitudes under row r; `sums` holds groups * sumLanes values, all overwritten.
    void (*sumBands)(const BandSums& bands, const float* magnitudes, float* sums);
    /// out[k] = sum over rows of factors[r] * weight(r, k); `out` holds groups * kernelLanes values, all overwritten.
    void (*spreadBands)(const BandSpread& bands, const float* factors, float* out);
    /// ratios[r] = targets[r] / max(sums[r], floor); `ratios` may be `sums`.
    void (*ratios)(const float* targets, const float* sums, float floor, float* ratios, int count);
    /// Sum of |targets[r]^(1/4) - values[r]^(1/4)|: how far apart two rows look in an image of power 0.25.
    float (*levelDistance)(const float* targets, const float* values, int count);
    /// a[i] *= b[i]
    void (*multiply)(float* a, const float* b, int count);
    /// spectrum[k] *= gains[k], interleaved.
    void (*applyGains)(float* spectrum, const float* gains, int bins);
    /// out[k] = spectrum[k * step] * turns[k], all complex and interleaved.
    void (*turn)(const float* spectrum, int step, const float* turns, float* out, int bins);
    /// out[i] = a[i] * b[i]
    void (*product)(const float* a, const float* b, float* out, int count);
    /// out[i] += a[i] * b[i]
    void (*addProduct)(const float* a, const float* b, float* out, int count);
    /// One accelerated step on signals: t = (1 - g) c + g p, c = t + a (t - previous), previous = t.
    void (*accelerate)(const float* projected, float* current, float* previous, int count);
    /// out[k] = values[k] and its three neighbours on either side, weighted with the main lobe of a Hann window whose bins
    /// lie half its resolution apart, the weights summing to 1. `values` reaches 3 values beyond both ends.
    void (*smearLines)(const float* values, float* out, int bins);
    /// out[i] = ln(max(values[i], floor)) to within 1e-6 + 2e-7 of its size; floor >= 1e-37.
    void (*logarithms)(const float* values, float floor, float* out, int count);
    /// spectrum[k] = magnitudes[k] at the angle turns[k] + offsets[k], in turns of at most +-1000, to within 1e-6.
    void (*polar)(const float* magnitudes, const float* turns, const float* offsets, float* spectrum, int bins);
};

/// Weights of the accelerated step. Source: Nenov, Nguyen, Balazs, Bot, "Accelerated Griffin-Lim algorithm: a fast and
/// provably converging numerical method for phase retrieval", IEEE TSP 2023 (its alpha and beta equal here, so that its
/// two sequences are one); values measured, README.md.
inline constexpr float accelerationGamma = 1.3f;
inline constexpr float accelerationAlpha = 0.9f;

/// The versions that this processor runs, the best one first, the plain reference last.
std::span<const Kernels* const> runnableKernels();

/// The best version that this processor runs.
const Kernels& kernels();

} // namespace sonoloom
