// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/levelsfile.h"

#include "core/io/failure.h"
#include "core/io/npyfile.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sonoloom
{

namespace
{

constexpr std::size_t columnsACheck = 256;
constexpr int levelDecimals = 2;
constexpr int hertzDecimals = 3;
constexpr int secondsDecimals = 6;

void appendNumber(std::string& text, double value, int decimals)
{
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals).ptr;
    text.append(digits.data(), end);
}

Result<void> writeNpy(const AtomicFile& file, const DisplaySpectrogram& spectrogram, const LevelsPart& part, JobMonitor& monitor)
{
    auto npy = NpyWriter::create(file.temporaryPath(), NpyWriter::Values::Float32,
                                 {static_cast<std::size_t>(part.highest - part.lowest), part.end - part.first});
    if (!npy)
        return npy.error();
    std::vector<float> column(static_cast<std::size_t>(part.highest - part.lowest));
    for (std::size_t c = part.first; c < part.end; ++c) {
        if (c % columnsACheck == 0 && monitor.cancelled())
            return cancelledError();
        for (int b = part.lowest; b < part.highest; ++b)
            column[static_cast<std::size_t>(b - part.lowest)] = static_cast<float>(spectrogram.decibels(c, b));
        npy->append(std::span<const float>(column));
    }
    return npy->finish();
}

Result<void> writeCsv(const AtomicFile& file, const DisplaySpectrogram& spectrogram, const LevelsPart& part, JobMonitor& monitor)
{
    std::ofstream out(file.temporaryPath(), std::ios::binary);
    std::string line = "seconds";
    for (int b = part.lowest; b < part.highest; ++b) {
        line += ',';
        appendNumber(line, spectrogram.bandHertz(b), hertzDecimals);
    }
    out << line << '\n';
    for (std::size_t c = part.first; c < part.end; ++c) {
        if (c % columnsACheck == 0 && monitor.cancelled())
            return cancelledError();
        line.clear();
        appendNumber(line, static_cast<double>(c) * spectrogram.columnSeconds, secondsDecimals);
        for (int b = part.lowest; b < part.highest; ++b) {
            line += ',';
            appendNumber(line, spectrogram.decibels(c, b), levelDecimals);
        }
        out << line << '\n';
    }
    out.close();
    if (!out)
        return Error{ErrorCode::WriteFailed, quoted(file.place()) + " could not be written whole; is the disk full?"};
    return {};
}

} // namespace

LevelsPart levelsPart(const DisplaySpectrogram& spectrogram, std::pair<double, double> seconds, std::pair<double, double> hertz)
{
    LevelsPart part{0, spectrogram.columns(), 0, spectrogram.bands()};
    const auto last = static_cast<double>(spectrogram.columns());
    if (seconds.second > seconds.first) {
        part.first = static_cast<std::size_t>(std::clamp(std::ceil(seconds.first / spectrogram.columnSeconds), 0.0, last));
        part.end = static_cast<std::size_t>(std::clamp(std::floor(seconds.second / spectrogram.columnSeconds) + 1, 0.0, last));
    }
    if (hertz.second > hertz.first) {
        const auto edge = [&](double at) { return static_cast<int>(std::clamp(std::round(spectrogram.bandOf(at) + 0.5), 0.0, 1.0 * spectrogram.bands())); };
        part.lowest = std::min(edge(hertz.first), spectrogram.bands() - 1);
        part.highest = std::max(edge(hertz.second), part.lowest + 1);
    }
    return part;
}

Result<void> writeLevels(const std::filesystem::path& place, const DisplaySpectrogram& spectrogram, const LevelsPart& part,
                         Overwrite overwrite, JobMonitor& monitor)
{
    const bool npy = place.extension() == ".npy";
    if (!npy && place.extension() != ".csv")
        return Error{ErrorCode::InvalidArgument, quoted(place) + " is no file for numbers; name it .npy or .csv."};
    if (part.end <= part.first || part.highest <= part.lowest)
        return Error{ErrorCode::InvalidArgument, "The selection holds no column; select more, or nothing to take all."};
    auto file = AtomicFile::create(place, overwrite);
    if (!file)
        return file.error();
    auto written = npy ? writeNpy(*file, spectrogram, part, monitor) : writeCsv(*file, spectrogram, part, monitor);
    if (!written)
        return written;
    return file->commit();
}

} // namespace sonoloom
