// SPDX-License-Identifier: GPL-3.0-or-later
// Byte errors of Resonance's images after noise and JPEG: sonoloom-resonance-run [colours|bits] SOUND.wav [BYTES]
#include "core/base/random.h"
#include "core/codec/resonance/bitscode.h"
#include "core/codec/resonance/encode.h"
#include "core/codec/resonance/estimate.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

using namespace sonoloom;

namespace
{

using Bytes = std::vector<std::uint8_t>;

struct Harm {
    const char* name;
    int noise;   ///< greatest distance of the uniform noise, 0 none
    int quality; ///< of the JPEG file made after it, 0 none
};

Image harmed(Image image, const Harm& harm, Random& random)
{
    if (harm.noise > 0)
        for (auto& sample : image.samples)
            sample = static_cast<std::uint16_t>(
                std::clamp(sample + static_cast<int>(std::floor(random.uniform(-harm.noise, harm.noise + 1))), 0, 255));
    if (harm.quality == 0)
        return image;
    QImage picture(image.width, image.height, image.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    for (int y = 0; y < image.height; ++y)
        for (int i = 0; i < image.width * image.channels; ++i)
            picture.scanLine(y)[i] = static_cast<uchar>(image.at(i / image.channels, y, i % image.channels));
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "jpg", harm.quality); // colours at half the size, as most programs write them
    QImage back = QImage::fromData(file, "jpg");
    back.convertTo(picture.format());
    for (int y = 0; y < image.height; ++y)
        for (int i = 0; i < image.width * image.channels; ++i)
            image.at(i / image.channels, y, i % image.channels) = back.constScanLine(y)[i];
    return image;
}

/// The byte by a simple rule, to compare with.
Bytes simple(const Image& image, const BlockGrid& grid, bool middle)
{
    Bytes bytes;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column)
            for (int c = 0; c < 3; ++c) {
                int least = 255;
                int greatest = 0;
                double sum = 0;
                int count = 0;
                for (int y = grid.top(row); y < grid.top(row + 1); ++y)
                    for (int x = grid.left(column); x < grid.left(column + 1); ++x, ++count) {
                        least = std::min<int>(least, image.at(x, y, c));
                        greatest = std::max<int>(greatest, image.at(x, y, c));
                        sum += image.at(x, y, c);
                    }
                bytes.push_back(static_cast<std::uint8_t>(middle ? (least + greatest + 1) / 2 : std::lround(sum / count)));
            }
    return bytes;
}

/// Percent of wrong bytes, and the root mean square error in levels.
std::string errors(const Bytes& bytes, const Bytes& back)
{
    std::size_t wrong = 0;
    double squares = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        wrong += bytes[i] != back[i] ? 1 : 0;
        squares += (bytes[i] - back[i]) * (bytes[i] - back[i]);
    }
    const auto count = static_cast<double>(bytes.size());
    char text[40];
    std::snprintf(text, sizeof text, "%6.2f %% %5.2f", 100.0 * static_cast<double>(wrong) / count, std::sqrt(squares / count));
    return text;
}

void runColours(const Bytes& sound)
{
    constexpr std::array harms{Harm{"noise 1", 1, 0},   Harm{"noise 8", 8, 0},     Harm{"noise 32", 32, 0},
                               Harm{"JPEG 95", 0, 95}, Harm{"JPEG 75", 0, 75}};
    std::printf("wrong bytes, rms levels  %16s %16s %16s\n", "estimate", "midrange", "mean");
    for (const int expansion : {1, 2, 4, 8})
        for (const Harm& harm : harms) {
            Random random(1);
            ResonanceParams params;
            params.expansion = expansion;
            const auto length = std::min<std::size_t>(resonanceCapacity(params), sound.size() - 100'000);
            const Bytes bytes(sound.begin() + 100'000, sound.begin() + 100'000 + static_cast<std::ptrdiff_t>(length));
            const Image image = harmed(drawBytes(bytes, params), harm, random);
            const BlockGrid grid = gridOf(params.width, params.height, expansion);
            std::printf("expansion %d, %-9s   %16s %16s %16s\n", expansion, harm.name,
                        errors(bytes, estimateBytes(image, grid)).c_str(), errors(bytes, simple(image, grid, true)).c_str(),
                        errors(bytes, simple(image, grid, false)).c_str());
        }
}

void runBits(const Bytes& sound, std::size_t total)
{
    constexpr std::array harms{Harm{"noise 64", 64, 0}, Harm{"JPEG 75", 0, 75}, Harm{"noise 64, JPEG 75", 64, 75},
                               Harm{"noise 96", 96, 0}, Harm{"JPEG 50", 0, 50}, Harm{"JPEG 30", 0, 30}};
    for (const int expansion : {1, 2, 3})
        for (const Harm& harm : harms) {
            Random random(1);
            ResonanceParams params;
            params.expansion = expansion;
            params.code = ResonanceCode::Bits;
            const BlockGrid grid = gridOf(params.width, params.height, expansion);
            const std::size_t capacity = resonanceCapacity(params);
            std::size_t wrong = 0;
            std::size_t headers = 0;
            std::size_t done = 0;
            for (; done < total; done += capacity) {
                Bytes bytes(std::min(capacity, total - done));
                for (std::size_t i = 0; i < bytes.size(); ++i)
                    bytes[i] = sound[(done + i) % sound.size()];
                const BitsHeader header{1, 2, 3, total, done, static_cast<std::uint32_t>(bytes.size())};
                const Image image = harmed(drawBits(bytes, header, params), harm, random);
                headers += readBitsHeader(image, grid) == header ? 0 : 1;
                const TileBytes back = readBits(image, grid, header);
                for (std::size_t i = 0; i < bytes.size(); ++i)
                    wrong += bytes[i] != back.bytes[i] ? 1 : 0;
            }
            std::printf("expansion %d, %-18s %8zu wrong of %zu bytes, %zu headers lost\n", expansion, harm.name, wrong, total, headers);
            std::fflush(stdout);
        }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: sonoloom-resonance-run colours|bits SOUND.wav [BYTES]\n");
        return 2;
    }
    std::ifstream file(argv[2], std::ios::binary);
    const Bytes sound{std::istreambuf_iterator<char>(file), {}};
    if (sound.size() < 200'000) {
        std::fprintf(stderr, "%s cannot be read or is too short\n", argv[2]);
        return 1;
    }
    if (std::strcmp(argv[1], "bits") == 0)
        runBits(sound, argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 10'000'000);
    else
        runColours(sound);
    return 0;
}
