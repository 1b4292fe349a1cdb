// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/panelpicture.h"
#include "core/pipeline/compare/compareimages.h"
#include "core/pipeline/compare/reducedimage.h"

#include <cstdio>

namespace sonoloom
{

namespace
{

constexpr int longestSide = 1400;
constexpr int keyTicks = 5;

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

/// Puts an image into a picture, of 16 bits the upper 8.
void place(const Image& image, int left, Image& picture)
{
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < 3; ++c) {
                const std::uint16_t sample = image.at(x, y, image.channels == 1 ? 0 : c);
                picture.at(left + x, y, c) = image.depth == 16 ? sample / 256 : sample;
            }
}

} // namespace

Image pictureOf(const ImageComparison& comparison, double gain)
{
    const auto top = static_cast<double>(comparison.a.maxValue());
    PanelPicture picture;
    picture.order = PanelOrder::Beside;
    picture.title = figuresText(comparison.figures);
    picture.panels.push_back({"Original: " + comparison.files.a.filename().string(),
                              reducedImage(comparison.a, longestSide, Shrink::Mean), {}, {}, {}});
    picture.panels.push_back({"Reconstructed: " + comparison.files.b.filename().string(),
                              reducedImage(comparison.b, longestSide, Shrink::Mean), {}, {}, {}});
    picture.panels.push_back({"Difference x" + number("%g", gain) + ", levels of " + number("%.0f", top),
                              reducedImage(comparison.difference, longestSide, Shrink::Greatest), {}, {}, {}});
    addKey(picture.panels[1], top);
    addKey(picture.panels[2], top / gain);
    return drawPanels(picture);
}

Image peersPictureOf(const ImageComparison& comparison, double gain)
{
    constexpr int separator = 10;
    constexpr int left = 50;
    constexpr int baseline = 50;
    const int step = comparison.a.width + separator;
    Image picture(3 * step - separator, comparison.a.height, 3);
    const Image* const parts[] = {&comparison.a, &comparison.b, &comparison.difference};
    for (int part = 0; part < 3; ++part)
        place(*parts[part], part * step, picture);
    return withTexts(picture, {{left, baseline, "Orig: " + comparison.files.a.filename().string(), 0xFFFFFF},
                               {step + left, baseline, "Recon: " + comparison.files.b.filename().string(), 0xFFFFFF},
                               {step + left, 2 * baseline, "PSNR: " + number("%.2fdB", comparison.figures.psnrDb), 0x64FF64},
                               {2 * step + left, baseline, "Diff (x" + number("%g", gain) + ")", 0xFF0000}});
}

} // namespace sonoloom
