// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <complex>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

namespace sonoloom
{

/// Writes NumPy's array files value by value, so that no array need be in memory.
///
/// The array is in Fortran order, little-endian: the first axis runs fastest. Source: NumPy enhancement proposal 1
/// (format version 1.0).
class NpyWriter
{
public:
    enum class Values { Float32, Complex64 };

    /// @param place the file, written where it is: hand over the temporary path of an output that is renamed later
    /// @param shape extents, the fastest axis first
    static Result<NpyWriter> create(const std::filesystem::path& place, Values values,
                                    const std::vector<std::size_t>& shape);

    /// The next values, of the type that the file was created with.
    void append(std::span<const float> values);
    void append(std::span<const std::complex<float>> values);

    /// Closes the file. Errors: WriteFailed.
    Result<void> finish();

private:
    NpyWriter(std::filesystem::path place, std::ofstream file);

    std::filesystem::path place_;
    std::ofstream file_;
};

} // namespace sonoloom
