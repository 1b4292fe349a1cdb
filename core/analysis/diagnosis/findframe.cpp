// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/diagnosis/findframe.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <vector>

namespace sonoloom
{

namespace
{

constexpr int leastSide = 32;       ///< pixels of a picture worth looking for
constexpr double leastArea = 0.3;   ///< of the whole
constexpr int paperTolerance = 24;  ///< levels of 255 that paper may differ by, for JPEG's sake
constexpr double inkOnEdge = 0.5;   ///< least share along a straight edge
constexpr double inkOutside = 0.15; ///< greatest share just outside it: ticks
constexpr int thickestLine = 3;

using Colour3 = std::array<int, 3>;

/// The picture as ink on paper.
class Sheet
{
public:
    explicit Sheet(const Image& image)
        : image_(image), colours_(image.channels == 1 ? 1 : 3), scale_(image.depth == 16 ? 257 : 1), paper_(commonOnRing()),
          ink_(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height))
    {
        for (int y = 0; y < image.height; ++y)
            for (int x = 0; x < image.width; ++x)
                ink_[index(x, y)] = distance(at(x, y), paper_) > paperTolerance;
    }

    int width() const { return image_.width; }
    int height() const { return image_.height; }
    bool ink(int x, int y) const { return ink_[index(x, y)]; }

    /// Share of ink in a row or column between two places.
    double inkInRow(int y, int from, int to) const
    {
        int count = 0;
        for (int x = from; x < to; ++x)
            count += ink(x, y) ? 1 : 0;
        return static_cast<double>(count) / std::max(1, to - from);
    }
    double inkInColumn(int x, int from, int to) const
    {
        int count = 0;
        for (int y = from; y < to; ++y)
            count += ink(x, y) ? 1 : 0;
        return static_cast<double>(count) / std::max(1, to - from);
    }
    double inkOnRing() const
    {
        return std::max({inkInRow(0, 0, width()), inkInRow(height() - 1, 0, width()), inkInColumn(0, 0, height()),
                         inkInColumn(width() - 1, 0, height())});
    }

    /// Whether a row, or a column, of the box has one colour, unlike paper: a drawn line.
    bool isLine(const PixelBox& box, int place, bool row) const
    {
        const Colour3 first = row ? at(box.left + box.width / 2, place) : at(place, box.top + box.height / 2);
        const int length = row ? box.width : box.height;
        int same = 0;
        for (int i = 0; i < length; ++i)
            same += distance(row ? at(box.left + i, place) : at(place, box.top + i), first) <= paperTolerance ? 1 : 0;
        return distance(first, paper_) > 4 * paperTolerance && same > 0.97 * length;
    }

private:
    std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.width) + static_cast<std::size_t>(x);
    }
    Colour3 at(int x, int y) const
    {
        Colour3 colour{};
        for (int c = 0; c < 3; ++c)
            colour[static_cast<std::size_t>(c)] = image_.at(x, y, std::min(c, colours_ - 1)) / scale_;
        return colour;
    }
    static int distance(const Colour3& a, const Colour3& b)
    {
        return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
    }
    /// The commonest colour of the outermost pixels.
    Colour3 commonOnRing() const
    {
        std::map<Colour3, int> counts;
        for (int x = 0; x < image_.width; ++x) {
            ++counts[at(x, 0)];
            ++counts[at(x, image_.height - 1)];
        }
        for (int y = 0; y < image_.height; ++y) {
            ++counts[at(0, y)];
            ++counts[at(image_.width - 1, y)];
        }
        return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })->first;
    }

    const Image& image_;
    int colours_;
    int scale_;
    Colour3 paper_;
    std::vector<bool> ink_;
};

/// The bounding box of all ink.
PixelBox inkBox(const Sheet& sheet)
{
    int left = sheet.width();
    int right = -1;
    int top = sheet.height();
    int bottom = -1;
    for (int y = 0; y < sheet.height(); ++y)
        for (int x = 0; x < sheet.width(); ++x)
            if (sheet.ink(x, y)) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
    return {left, top, right - left + 1, bottom - top + 1};
}

struct Run {
    int first = 0;
    int length = 0;
};

Run longestRun(const Sheet& sheet, int y)
{
    Run longest;
    Run current;
    for (int x = 0; x < sheet.width(); ++x) {
        current = sheet.ink(x, y) ? Run{current.length > 0 ? current.first : x, current.length + 1} : Run{};
        if (current.length > longest.length)
            longest = current;
    }
    return longest;
}

/// Between the first and the last row that have the same long run of ink: the axes' lines, or the picture itself.
PixelBox runBox(const Sheet& sheet)
{
    const int least = sheet.width() * 7 / 20;
    int top = 0;
    Run upper;
    for (; top < sheet.height() && upper.length < least; ++top)
        upper = longestRun(sheet, top);
    --top;
    for (int bottom = sheet.height() - 1; bottom > top; --bottom)
        if (const Run run = longestRun(sheet, bottom); std::abs(run.first - upper.first) <= 2 && std::abs(run.length - upper.length) <= 4)
            return {upper.first, top, upper.length, bottom - top + 1};
    return {};
}

/// Sides of the box where ink begins all at once, with paper beyond.
int straightSides(const Sheet& sheet, const PixelBox& box)
{
    const int right = box.left + box.width;
    const int bottom = box.top + box.height;
    const auto isEdge = [](double inside, double outside) { return inside >= inkOnEdge && outside <= inkOutside; };
    int sides = 0;
    if (box.top >= 2)
        sides += isEdge(sheet.inkInRow(box.top, box.left, right), sheet.inkInRow(box.top - 1, box.left, right)) ? 1 : 0;
    if (bottom <= sheet.height() - 2)
        sides += isEdge(sheet.inkInRow(bottom - 1, box.left, right), sheet.inkInRow(bottom, box.left, right)) ? 1 : 0;
    if (box.left >= 2)
        sides += isEdge(sheet.inkInColumn(box.left, box.top, bottom), sheet.inkInColumn(box.left - 1, box.top, bottom)) ? 1 : 0;
    if (right <= sheet.width() - 2)
        sides += isEdge(sheet.inkInColumn(right - 1, box.top, bottom), sheet.inkInColumn(right, box.top, bottom)) ? 1 : 0;
    return sides;
}

/// Without the lines of axes.
PixelBox insideLines(const Sheet& sheet, PixelBox box)
{
    for (int i = 0; i < thickestLine && sheet.isLine(box, box.top, true); ++i)
        ++box.top, --box.height;
    for (int i = 0; i < thickestLine && sheet.isLine(box, box.top + box.height - 1, true); ++i)
        --box.height;
    for (int i = 0; i < thickestLine && sheet.isLine(box, box.left, false); ++i)
        ++box.left, --box.width;
    for (int i = 0; i < thickestLine && sheet.isLine(box, box.left + box.width - 1, false); ++i)
        --box.width;
    return box;
}

bool isWorthWhile(const Sheet& sheet, const PixelBox& box)
{
    return box.width >= leastSide && box.height >= leastSide &&
           static_cast<double>(box.width) * box.height >= leastArea * sheet.width() * sheet.height();
}

std::string sizeText(int width, int height)
{
    return std::to_string(width) + " x " + std::to_string(height);
}

} // namespace

PixelBox adjusted(const PixelBox& box, const Image& image, const Expected& expected)
{
    constexpr int near = 4;
    if (expected.width < 1 || expected.height < 1 || expected.width > image.width || expected.height > image.height)
        return box;
    const int across = image.width - expected.width;
    const int down = image.height - expected.height;
    if (across == down && across % 2 == 0)
        return {across / 2, down / 2, expected.width, expected.height};
    if (std::abs(box.width - expected.width) > near || std::abs(box.height - expected.height) > near)
        return box;
    return {std::clamp(box.left, 0, across), std::clamp(box.top, 0, down), expected.width, expected.height};
}

std::optional<Finding> findFrame(const Image& image, const Expected& expected)
{
    if (image.width < leastSide || image.height < leastSide)
        return std::nullopt;
    const Sheet sheet(image);
    if (sheet.inkOnRing() > inkOutside)
        return std::nullopt;
    PixelBox best;
    int sides = 0;
    for (const PixelBox& candidate : {inkBox(sheet), runBox(sheet)})
        if (const int straight = isWorthWhile(sheet, candidate) ? straightSides(sheet, candidate) : 0; straight > sides) {
            sides = straight;
            best = candidate;
        }
    const PixelBox box = sides >= 3 ? adjusted(insideLines(sheet, best), image, expected) : PixelBox{};
    if (!isWorthWhile(sheet, box))
        return std::nullopt;
    Finding finding{Fault::Framed, sides == 4 ? 0.95 : 0.8, {}, {}, true};
    finding.what = "The picture has a frame: " + sizeText(box.width, box.height) + " of its " + sizeText(image.width, image.height) +
                   " pixels are the spectrogram.";
    finding.cost = "The frame is played, too, and all bands and times lie elsewhere.";
    finding.mend.inside = box;
    return finding;
}

Image cropped(const Image& image, const PixelBox& box)
{
    Image inside(box.width, box.height, image.channels, image.depth);
    inside.text = image.text;
    inside.exif = image.exif;
    const std::size_t row = static_cast<std::size_t>(box.width) * static_cast<std::size_t>(image.channels);
    for (int y = 0; y < box.height; ++y)
        std::copy_n(&image.samples[(static_cast<std::size_t>(box.top + y) * static_cast<std::size_t>(image.width) +
                                    static_cast<std::size_t>(box.left)) * static_cast<std::size_t>(image.channels)],
                    row, &inside.samples[static_cast<std::size_t>(y) * row]);
    return inside;
}

} // namespace sonoloom
