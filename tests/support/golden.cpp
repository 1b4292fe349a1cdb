// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <limits>

namespace sonoloom::testsupport
{

namespace
{

template <class T>
std::vector<T> readVector(const std::string& name)
{
    const auto path = goldenPath(name);
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const auto bytes = file ? static_cast<std::streamoff>(file.tellg()) : 0;
    std::vector<T> values(static_cast<std::size_t>(bytes) / sizeof(T));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(T)));
    if (!file || values.empty()) {
        std::cerr << "Cannot read the golden vector " << path << '\n';
        std::abort();
    }
    return values;
}

} // namespace

std::filesystem::path goldenPath(const std::string& name)
{
    return std::filesystem::path(SONOLOOM_GOLDEN_DIR) / name;
}

std::vector<float> goldenFloats(const std::string& name)
{
    return readVector<float>(name);
}

std::vector<std::int16_t> goldenInt16(const std::string& name)
{
    return readVector<std::int16_t>(name);
}

Grid<float> goldenFrames(const std::string& name, std::size_t bands)
{
    const auto values = goldenFloats(name);
    const std::size_t frames = values.size() / bands;
    Grid<float> grid(frames, bands);
    for (std::size_t f = 0; f < frames; ++f)
        for (std::size_t b = 0; b < bands; ++b)
            grid(f, b) = values[b * frames + f];
    return grid;
}

double relativeL2(const std::vector<float>& actual, const std::vector<float>& expected)
{
    if (actual.size() != expected.size())
        return std::numeric_limits<double>::infinity();
    double difference = 0;
    double norm = 0;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        difference += std::pow(static_cast<double>(actual[i]) - expected[i], 2);
        norm += std::pow(static_cast<double>(expected[i]), 2);
    }
    return std::sqrt(difference / norm);
}

} // namespace sonoloom::testsupport
