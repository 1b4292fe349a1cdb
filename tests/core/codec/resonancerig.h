// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/codec/resonance/resonance.h"
#include "core/codec/resonance/wavlayout.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <bit>
#include <cmath>

/// WAV files, what happens to their images, and the way there and back.
namespace sonoloom::resonancerig
{

using Bytes = std::vector<std::uint8_t>;

struct Listener final : JobMonitor {
    explicit Listener(std::string& text) : text_(text) {}
    void notice(std::string_view sentence) override { text_ += std::string(sentence) + '\n'; }
    std::string& text_;
};

class FileSource final : public AudioSource
{
public:
    explicit FileSource(Bytes bytes) : file_(std::move(bytes)) {}
    int sampleRate() const override { return 44100; }
    int channelCount() const override { return 1; }
    std::size_t sampleCount() const override { return 1; }
    Result<Audio> read(std::size_t) override { return Audio{}; }
    Result<void> rewind() override { return {}; }
    ByteSource* file() override { return &file_; }

private:
    MemoryBytes file_;
};

class Tiles final : public ImageSet
{
public:
    Tiles(std::vector<Tile> tiles, bool records) : tiles_(std::move(tiles)), records_(records) {}
    std::size_t count() const override { return tiles_.size(); }
    std::string name(std::size_t index) const override { return "tile " + std::to_string(index); }
    Result<Image> load(std::size_t index) override { return tiles_[index].image; }
    std::optional<Record> record(std::size_t index) override
    {
        return records_ ? std::optional(tiles_[index].record) : std::nullopt;
    }

private:
    std::vector<Tile> tiles_;
    bool records_;
};

/// A sine over a little noise, as so many bytes a sample; float for 4 and more if asked.
inline Bytes wavOf(int channels, int bytes, std::size_t frames, bool isFloat = false, int rate = 44100)
{
    const WavFormat format{isFloat ? WavSamples::Float : WavSamples::Integer, false, rate, channels, bytes};
    Bytes wav = wavHeader(format, frames * format.frameBytes());
    Random random(7);
    for (std::size_t i = 0; i < frames * static_cast<std::size_t>(channels); ++i) {
        const double sample = 0.05 * std::sin(static_cast<double>(i) * 0.05) + random.uniform(-0.002, 0.002);
        const std::uint64_t number = !isFloat     ? static_cast<std::uint64_t>(std::llround(sample * std::pow(2.0, 8 * bytes - 1)) + (bytes == 1 ? 128 : 0))
                                     : bytes == 8 ? std::bit_cast<std::uint64_t>(sample)
                                                  : std::bit_cast<std::uint32_t>(static_cast<float>(sample));
        for (int b = 0; b < bytes; ++b)
            wav.push_back(static_cast<std::uint8_t>(number >> (8 * b)));
    }
    return wav;
}

inline Bytes chunk(const char* name, std::size_t length)
{
    Bytes bytes(name, name + 4);
    for (int b = 0; b < 4; ++b)
        bytes.push_back(static_cast<std::uint8_t>(length >> (8 * b)));
    for (std::size_t i = 0; i < length + length % 2; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i * 37));
    return bytes;
}

/// With chunks before and behind the samples.
inline Bytes withChunks(Bytes wav, std::size_t before, std::size_t after)
{
    const Bytes first = chunk("junk", before);
    const Bytes last = chunk("LIST", after);
    wav.insert(wav.begin() + 12, first.begin(), first.end());
    wav.insert(wav.end(), last.begin(), last.end());
    return wav;
}

inline Bytes concluded(Bytes wav, std::initializer_list<std::uint8_t> tail)
{
    wav.insert(wav.end(), tail);
    return wav;
}

/// A length of the data chunk that was never filled in.
inline Bytes streamed(Bytes wav)
{
    std::fill_n(wav.begin() + 40, 4, std::uint8_t{0xFF});
    return wav;
}

inline Image jpegOf(const Image& image, int quality)
{
    QImage picture(image.width, image.height, image.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    for (int y = 0; y < image.height; ++y)
        for (int i = 0; i < image.width * image.channels; ++i)
            picture.scanLine(y)[i] = static_cast<uchar>(image.at(i / image.channels, y, i % image.channels));
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "jpg", quality);
    const QImage back = QImage::fromData(file, "jpg").convertToFormat(picture.format());
    Image result(image.width, image.height, image.channels);
    for (int y = 0; y < image.height; ++y)
        for (int i = 0; i < image.width * image.channels; ++i)
            result.at(i / image.channels, y, i % image.channels) = back.constScanLine(y)[i];
    return result;
}

inline Image noisy(Image image, int most)
{
    Random random(3);
    for (auto& sample : image.samples)
        sample = static_cast<std::uint16_t>(std::clamp(sample + static_cast<int>(std::floor(random.uniform(-most, most + 1))), 0, 255));
    image.text.clear();
    return image;
}

inline double wrongShare(const Bytes& a, const Bytes& b)
{
    if (a.size() != b.size())
        return 1;
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        wrong += a[i] != b[i] ? 1 : 0;
    return static_cast<double>(wrong) / static_cast<double>(a.size());
}

/// Encodes and decodes, and keeps what was told.
struct Rig {
    std::string notices;
    std::string error; ///< of the last call, empty if it went well

    std::vector<Tile> encoded(const Bytes& wav, const ResonanceParams& params)
    {
        Listener monitor(notices);
        FileSource source(wav);
        std::vector<Tile> tiles;
        const auto keep = [&tiles](Tile tile) -> Result<void> {
            tiles.push_back(std::move(tile));
            return {};
        };
        const auto done = makeResonanceCodec(params)->encode(source, {"song.wav", "ab", 1}, keep, 1, monitor);
        error = done ? "" : done.error().message;
        return done ? tiles : std::vector<Tile>{};
    }

    Bytes decoded(std::vector<Tile> tiles, bool records = true, const ResonanceParams& params = {}, const std::vector<std::string>& given = {})
    {
        notices.clear();
        Listener monitor(notices);
        Tiles images(std::move(tiles), records);
        const auto decoding = makeResonanceCodec(params)->open(images, given, monitor);
        error = decoding ? "" : decoding.error().message;
        if (!decoding)
            return {};
        ByteSource& file = *decoding.value()->file();
        return readBytes(file, 0, file.size()).value();
    }
};

} // namespace sonoloom::resonancerig
