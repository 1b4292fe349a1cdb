// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/panelpicture.h"
#include "core/pipeline/compare/compareimages.h"

#include <algorithm>
#include <cstdio>

namespace sonoloom
{

namespace
{

constexpr int longestSide = 1400;
constexpr int keyTicks = 5;

/// What becomes of the pixels that share one in a smaller picture.
enum class Shrink { Mean, Greatest };

/// So many pixels of a side share one of the smaller picture.
int factorOf(int side)
{
    return (side + longestSide - 1) / longestSide;
}

/// Pixels from `left` and `top` to `right` and `bottom`, these not included.
struct Block {
    int left;
    int top;
    int right;
    int bottom;
};

double sampleOf(const Image& image, const Block& block, int channel, Shrink shrink)
{
    double sum = 0;
    double greatest = 0;
    for (int y = block.top; y < block.bottom; ++y)
        for (int x = block.left; x < block.right; ++x) {
            const double value = image.at(x, y, channel);
            sum += value;
            greatest = std::max(greatest, value);
        }
    return shrink == Shrink::Greatest ? greatest : sum / ((block.right - block.left) * (block.bottom - block.top));
}

/// 8-bit RGB with sides of at most `longestSide`, each on its own scale.
Image shown(const Image& image, Shrink shrink)
{
    const int across = factorOf(image.width);
    const int down = factorOf(image.height);
    Image out((image.width + across - 1) / across, (image.height + down - 1) / down, 3);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const Block block{x * across, y * down, std::min((x + 1) * across, image.width),
                              std::min((y + 1) * down, image.height)};
            for (int c = 0; c < 3; ++c) {
                const double sample = sampleOf(image, block, image.channels == 1 ? 0 : c, shrink);
                out.at(x, y, c) = static_cast<std::uint16_t>(sample * 255 / image.maxValue() + 0.5);
            }
        }
    return out;
}

std::string number(const char* format, double value)
{
    char text[48];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// A key from black to white that means 0 to `greatest`.
void addKey(PicturePanel& panel, double greatest)
{
    panel.key = Image(1, 256, 3);
    for (int y = 0; y < 256; ++y)
        for (int c = 0; c < 3; ++c)
            panel.key.at(0, y, c) = static_cast<std::uint16_t>(255 - y);
    for (int i = 0; i < keyTicks; ++i) {
        const double place = static_cast<double>(i) / (keyTicks - 1);
        panel.keyTicks.push_back({place, number(greatest < 10 ? "%.2f" : greatest < 100 ? "%.1f" : "%.0f", place * greatest)});
    }
}

std::string figuresText(const ImageFigures& figures)
{
    std::string text = "PSNR " + number("%.2f dB", figures.psnrDb);
    if (figures.similarity)
        text += ", SSIM " + number("%.4f", *figures.similarity);
    if (figures.snrDb)
        text += ", SNR " + number("%.1f dB", *figures.snrDb);
    if (figures.spectralConvergenceDb)
        text += ", spectral convergence " + number("%.1f dB", *figures.spectralConvergenceDb);
    if (figures.logSpectralDistanceDb)
        text += ", log-spectral distance " + number("%.1f dB", *figures.logSpectralDistanceDb);
    return text;
}

} // namespace

Image pictureOf(const ImageComparison& comparison, double gain)
{
    const auto top = static_cast<double>(comparison.a.maxValue());
    PanelPicture picture;
    picture.order = PanelOrder::Beside;
    picture.title = figuresText(comparison.figures);
    picture.panels.push_back({"Original: " + comparison.files.a.filename().string(), shown(comparison.a, Shrink::Mean), {}, {}, {}});
    picture.panels.push_back({"Reconstructed: " + comparison.files.b.filename().string(), shown(comparison.b, Shrink::Mean), {}, {}, {}});
    picture.panels.push_back({"Difference x" + number("%g", gain) + ", levels of " + number("%.0f", top),
                              shown(comparison.difference, Shrink::Greatest), {}, {}, {}});
    addKey(picture.panels[1], top);
    addKey(picture.panels[2], top / gain);
    return drawPanels(picture);
}

} // namespace sonoloom
