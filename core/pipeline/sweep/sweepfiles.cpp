// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/sweep/sweepfiles.h"

#include "core/io/audiofile.h"
#include "core/io/contactsheet.h"
#include "core/io/imagefile.h"
#include "core/pipeline/outputset.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>

namespace sonoloom
{

namespace fs = std::filesystem;

namespace
{

std::string number(const char* format, double value)
{
    char text[48];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string bytesText(std::size_t bytes)
{
    return bytes < 1'000'000 ? number("%.0f kB", static_cast<double>(bytes) / 1000) : number("%.2f MB", static_cast<double>(bytes) / 1e6);
}

/// Puts an image at `left` of the picture, of 16 bits the upper 8, transparency left out.
void place(const Image& image, int left, Image& picture)
{
    const int shift = image.depth == 16 ? 8 : 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < 3; ++c)
                picture.at(left + x, y, c) = static_cast<std::uint16_t>(image.at(x, y, image.channels == 1 ? 0 : c) >> shift);
}

/// Letters, digits, points and signs; all else becomes "-".
std::string fileWord(const std::string& text)
{
    std::string word = text;
    for (char& letter : word)
        if (!std::isalnum(static_cast<unsigned char>(letter)) && letter != '.' && letter != '-')
            letter = '-';
    return word;
}

std::string axisWord(const SweepAxis& axis, std::size_t index)
{
    return axis.key.empty() ? "" : "_" + fileWord(axis.key) + "-" + fileWord(axis.values[index]);
}

fs::path soundPlace(const SweepPlan& plan, std::size_t row, std::size_t column, const fs::path& folder)
{
    return folder / (plan.stem + "_sweep" + axisWord(plan.columns, column) + axisWord(plan.rows, row) + ".flac");
}

SweepFiles placesOf(const SweepPlan& plan, const fs::path& folder)
{
    return {folder / (plan.stem + "_sweep.png"), folder / (plan.stem + "_sweep.csv"), {}};
}

std::string csvText(const std::string& text)
{
    if (text.find_first_of(",\"\n") == std::string::npos)
        return text;
    std::string escaped = "\"";
    for (const char letter : text)
        escaped += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return escaped + '"';
}

std::string csvFigures(const SweepCell& cell)
{
    if (!cell.error.empty())
        return ",,,,,,";
    const Figures& figures = cell.figures;
    return (cell.imageError ? number("%.4f", *cell.imageError) : std::string()) + number(",%.3f", figures.spectralConvergenceDb) +
           number(",%.3f", figures.logSpectralDistanceDb) + number(",%.3f", figures.levelDifferenceDb) + number(",%.6f", cell.clippedShare) +
           "," + std::to_string(cell.tiles->tiles.size()) + "," + std::to_string(cell.bytes);
}

} // namespace

Result<Image> sweepPicture(const SweepCell& cell)
{
    if (!cell.tiles)
        return Image{};
    std::vector<Image> images;
    int width = 0;
    int height = 0;
    for (const TileFile& tile : cell.tiles->tiles) {
        auto image = decodePng(tile.png, tile.name);
        if (!image)
            return image.error();
        width += image->width;
        height = std::max(height, image->height);
        images.push_back(std::move(*image));
    }
    Image picture(width, height, 3);
    int left = 0;
    for (const Image& image : images) {
        place(image, left, picture);
        left += image.width;
    }
    return picture;
}

std::vector<std::string> sweepLines(const SweepCell& cell)
{
    if (!cell.error.empty())
        return {cell.error};
    std::string truth = cell.imageError ? number("img %.2f, ", *cell.imageError) : "";
    const double convergence = std::round(cell.figures.spectralConvergenceDb * 10) / 10 + 0.0; // no -0.0
    truth += number("sc %.1f dB, ", convergence) + number("lsd %.2f dB", cell.figures.logSpectralDistanceDb);
    const std::size_t images = cell.tiles->tiles.size();
    return {truth, number("%.2f %% clipped, ", cell.clippedShare * 100) + std::to_string(images) + (images == 1 ? " image, " : " images, ") +
                       bytesText(cell.bytes)};
}

std::string sweepCsv(const SweepPlan& plan, const std::vector<SweepCell>& cells)
{
    std::string table = plan.columns.key + (plan.rows.key.empty() ? "" : "," + plan.rows.key) +
                        ",img,spectral_convergence_db,log_spectral_distance_db,level_difference_db,clipped_share,images,bytes,sound,error\n";
    for (const SweepCell& cell : cells) {
        table += plan.columns.values[cell.column] + (plan.rows.key.empty() ? "" : "," + plan.rows.values[cell.row]) + "," + csvFigures(cell) + ",";
        table += cell.error.empty() ? csvText(soundPlace(plan, cell.row, cell.column, {}).string()) : std::string();
        table += "," + csvText(cell.error) + "\n";
    }
    return table;
}

Result<std::string> sweepSheet(const SweepPlan& plan, const std::vector<SweepCell>& cells, JobMonitor& monitor)
{
    ContactSheet sheet{plan.origin.name.empty() ? plan.stem : plan.origin.name, sweepColumns(plan), {}};
    for (const SweepCell& cell : cells) {
        if (monitor.cancelled())
            return cancelledError();
        auto picture = sweepPicture(cell);
        if (!picture)
            return picture.error();
        std::vector<std::string> lines{cell.name};
        for (std::string& line : sweepLines(cell))
            lines.push_back(std::move(line));
        sheet.cells.push_back({std::move(*picture), std::move(lines)});
    }
    return encodePng(drawSheet(sheet), monitor);
}

Result<void> expectSweepFiles(const SweepPlan& plan, const fs::path& folder, Overwrite overwrite)
{
    const OutputSet outputs(overwrite);
    const SweepFiles files = placesOf(plan, folder);
    for (const fs::path& place : {files.sheet, files.table})
        if (auto free = outputs.expect(place); !free)
            return free;
    for (std::size_t row = 0; row < sweepRows(plan); ++row)
        for (std::size_t column = 0; column < sweepColumns(plan); ++column)
            if (auto free = outputs.expect(soundPlace(plan, row, column, folder)); !free)
                return free;
    return {};
}

Result<SweepFiles> writeSweep(const SweepPlan& plan, const std::vector<SweepCell>& cells, const fs::path& folder, Overwrite overwrite,
                              JobMonitor& monitor)
{
    SweepFiles files = placesOf(plan, folder);
    OutputSet outputs(overwrite);
    for (const SweepCell& cell : cells) {
        if (!cell.error.empty())
            continue;
        const fs::path place = soundPlace(plan, cell.row, cell.column, folder);
        const auto write = [&](const fs::path& temporary, JobMonitor& naming) {
            return writeAudioFile(temporary, *cell.sound, {}, Overwrite::Yes, naming);
        };
        if (auto added = outputs.add(place, write, monitor); !added)
            return added.error();
        files.sounds.push_back(place);
    }
    const auto sheet = sweepSheet(plan, cells, monitor);
    if (!sheet)
        return sheet.error();
    if (auto added = outputs.add(files.sheet, sheet.value()); !added)
        return added.error();
    if (auto added = outputs.add(files.table, sweepCsv(plan, cells)); !added)
        return added.error();
    if (auto committed = outputs.commit(); !committed)
        return committed.error();
    return files;
}

} // namespace sonoloom
